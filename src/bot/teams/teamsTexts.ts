import type { ProposeCorrection } from '../../notices/correction';
import type { Language } from '../../text/language';

/** What is said in Teams alone. */
export const teamsTexts: Readonly<
  Record<
    Language,
    {
      readonly linked: (name: string) => string;
      /** @param minutes how long a code can be used */
      readonly wrongCode: (minutes: number) => string;
      readonly left: string;
      readonly notLinked: string;
      /** The form in which a correction of a page is proposed. */
      readonly correction: {
        readonly title: string;
        readonly label: string;
        readonly needed: string;
        readonly send: string;
        readonly answers: Readonly<Record<Awaited<ReturnType<ProposeCorrection>>, string>>;
      };
    }
  >
> = {
  fr: {
    linked: (name) =>
      `C’est fait : les demandes adressées à ${name} arriveront ici, et c’est vous qui pourrez y répondre. Pour arrêter, écrivez « délier ».`,
    wrongCode: (minutes) =>
      `Ce code ne fonctionne pas : il est faux, ou plus ancien que ${minutes} minutes. Demandez-en un nouveau.`,
    left: 'C’est fait : plus aucune demande n’arrivera ici. Elles vous parviennent toujours par e-mail.',
    notLinked: 'Votre compte n’est relié à aucun destinataire.',
    correction: {
      title: 'Proposer une correction',
      label: 'Qu’est-ce qui ne va pas, et d’où le savez-vous ?',
      needed: 'À remplir',
      send: 'Envoyer',
      answers: {
        sent: 'Merci : votre proposition est enregistrée, et le chef de projet la recevra.',
        unknownPage: 'Cette page n’existe plus ; rien n’a été envoyé.',
        empty: 'Il manque votre proposition ; rien n’a été envoyé.',
        tooLong: 'Votre proposition est trop longue ; rien n’a été envoyé.',
      },
    },
  },
  en: {
    linked: (name) =>
      `Done: requests for ${name} will arrive here, and you can act on them. To stop, write “unlink”.`,
    wrongCode: (minutes) =>
      `This code does not work: it is wrong, or older than ${minutes} minutes. Ask for a new one.`,
    left: 'Done: no more requests will arrive here. They still come by e-mail.',
    notLinked: 'Your account is not linked to any recipient.',
    correction: {
      title: 'Propose a correction',
      label: 'What is wrong, and how do you know?',
      needed: 'Please fill in',
      send: 'Send',
      answers: {
        sent: 'Thank you: your proposal is recorded, and the project lead will get it.',
        unknownPage: 'This page no longer exists; nothing was sent.',
        empty: 'Your proposal is missing; nothing was sent.',
        tooLong: 'Your proposal is too long; nothing was sent.',
      },
    },
  },
};
