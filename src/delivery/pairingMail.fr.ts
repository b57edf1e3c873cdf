import type { LetterContent } from '../notices/letter';
import type { MailDraft } from './mailParts';

/** The mail that brings a recipient the code for Teams. */
export function pairingMail(
  { code, minutes }: Extract<LetterContent, { kind: 'pairing' }>,
  programme: string,
): MailDraft {
  const title = 'Recevoir les demandes dans Teams';
  return {
    language: 'fr',
    subject: `[${programme}] ${title}`,
    title,
    parts: [
      { kind: 'paragraph', text: `Dans Teams, écrivez à l’assistant : relier ${code}` },
      {
        kind: 'paragraph',
        text: `Ce code marche une fois, pendant ${minutes} minutes. Les demandes arriveront là où vous l’écrivez, et votre compte pourra y répondre : ne le donnez à personne.`,
      },
      { kind: 'paragraph', text: 'Vous n’avez rien demandé ? Ne faites rien.' },
      { kind: 'paragraph', text: `L’assistant automatique de ${programme}` },
    ],
  };
}
