import type { LetterContent } from '../notices/letter';
import type { MailDraft } from './mailParts';

/** The mail that brings the project lead a proposal to correct a page. */
export function correctionMail(
  { title, file, text }: Extract<LetterContent, { kind: 'correction' }>,
  programme: string,
): MailDraft {
  const heading = `Correction proposée : ${title}`;
  return {
    language: 'fr',
    subject: `[${programme}] ${heading}`,
    title: heading,
    parts: [
      { kind: 'paragraph', text: `Un collègue propose, dans Teams, de corriger cette page (${file}).` },
      { kind: 'quote', heading: 'Dans ses mots', text },
      {
        kind: 'paragraph',
        text: 'Rien n’a été changé. La page se corrige dans son fichier ; « assistant knowledge replay » montre ensuite l’effet sur les questions.',
      },
      { kind: 'paragraph', text: `L’assistant automatique de ${programme}` },
    ],
  };
}
