import type { LetterContent } from '../notices/letter';
import type { MailDraft } from './mailParts';

/** The mail that brings a person a link to sign in at the desk. */
export function signInMail(
  { link, minutes, desk }: Extract<LetterContent, { kind: 'signIn' }>,
  programme: string,
): MailDraft {
  const title = 'Votre lien pour entrer dans le suivi';
  return {
    language: 'fr',
    subject: `[${programme}] ${title}`,
    title,
    parts: [
      { kind: 'actions', actions: [{ label: 'Entrer', link }] },
      {
        kind: 'paragraph',
        text: `Ce lien sert une fois, dans les ${minutes} minutes qui suivent votre demande. Il ouvre votre compte : ne le transmettez à personne.`,
      },
      {
        kind: 'paragraph',
        text: `Le suivi des demandes se trouve à l’adresse ${desk} : vous pouvez y demander un autre lien.`,
      },
      { kind: 'paragraph', text: 'Vous n’avez rien demandé ? Ne faites rien.' },
      { kind: 'paragraph', text: `L’assistant automatique de ${programme}` },
    ],
  };
}
