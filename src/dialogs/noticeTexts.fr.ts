import type { NoticeTexts } from './noticeTexts';

/** Being told of a scheme, in French. */
export const noticeTextsFr: NoticeTexts = {
  button: 'Me prévenir',
  askEmail: (scheme) =>
    `À quelle adresse e-mail vous prévenir à propos de « ${scheme} » (clôture proche, fin, réouverture) ? En la donnant, vous acceptez qu’elle serve à cela et à rien d’autre ; vous confirmerez par un lien, et un clic suffira pour arrêter.`,
  invalidEmail: 'Ce n’est pas une adresse e-mail valable. Pouvez-vous l’écrire à nouveau ?',
  asked: (email) =>
    `C’est noté. Ouvrez le message envoyé à ${email} et confirmez : sans cela, rien d’autre ne sera envoyé.`,
  whichScheme: 'De quelle aide parlez-vous ? Demandez-la par son nom, puis dites « me prévenir ».',
  left: 'Très bien, je n’ai rien enregistré. Une autre question ?',
  calendar: 'Rétroplanning (calendrier)',
};
