import type { Language } from '../../text/language';

/** What is said about linking a chat. */
export const teamsTexts: Readonly<
  Record<
    Language,
    {
      readonly linked: (name: string) => string;
      readonly wrongCode: string;
      readonly left: string;
      readonly notLinked: string;
    }
  >
> = {
  fr: {
    linked: (name) =>
      `C’est fait : les demandes adressées à ${name} arriveront ici, et c’est vous qui pourrez y répondre. Pour arrêter, écrivez « délier ».`,
    wrongCode:
      'Ce code ne fonctionne pas : il est faux, ou plus ancien que 15 minutes. Demandez-en un nouveau.',
    left: 'C’est fait : plus aucune demande n’arrivera ici. Elles vous parviennent toujours par e-mail.',
    notLinked: 'Votre compte n’est relié à aucun destinataire.',
  },
  en: {
    linked: (name) =>
      `Done: requests for ${name} will arrive here, and you can act on them. To stop, write “unlink”.`,
    wrongCode: 'This code does not work: it is wrong, or older than 15 minutes. Ask for a new one.',
    left: 'Done: no more requests will arrive here. They still come by e-mail.',
    notLinked: 'Your account is not linked to any recipient.',
  },
};
