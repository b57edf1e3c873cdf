import type { Lead, LeadLanguage } from '../leads/lead';

/** Where the recipients live. */
const timeZone = 'Europe/Paris';
const moment = new Intl.DateTimeFormat('fr-FR', { dateStyle: 'full', timeStyle: 'short', timeZone });

const languages: Readonly<Record<LeadLanguage, string>> = { fr: 'français', en: 'anglais' };
const channels: Readonly<Record<string, string>> = {
  directline: 'le site internet',
  webchat: 'le site internet',
  msteams: 'Microsoft Teams',
};

/** Every sentence that the recipient of a lead reads in the mail. */
export const leadMailTexts = {
  subject: (lead: Lead, programme: string) =>
    `[${programme}] Demande de rappel ${lead.reference} – ${lead.company}`,
  title: (lead: Lead) => `Demande de rappel ${lead.reference}`,
  introduction: (lead: Lead) =>
    `${lead.name} (${lead.company}) souhaite être recontacté(e). La demande a été déposée le ` +
    `${moment.format(lead.createdAt)} auprès de l’assistant automatique, sur ${channels[lead.channelId] ?? lead.channelId}.`,
  contactHeading: 'Coordonnées',
  name: 'Nom',
  company: 'Entreprise',
  email: 'E-mail',
  phone: 'Téléphone',
  language: 'Langue de l’échange',
  languageName: (lead: Lead) => languages[lead.language],
  needHeading: 'Besoin',
  messageHeading: 'Message',
  questionsHeading: 'Questions posées à l’assistant',
  answeredBy: (pageId: string) => `réponse donnée : ${pageId}`,
  unanswered: 'restée sans réponse',
  reply: (lead: Lead) =>
    lead.email === undefined
      ? 'L’entreprise n’a pas donné d’adresse e-mail : merci de la rappeler par téléphone.'
      : 'Répondre à ce message écrit directement à l’entreprise.',
  consent: (lead: Lead) =>
    `Ces données ont été données le ${moment.format(lead.consentAt)}, avec accord, pour être recontacté(e) au sujet ` +
    'de cette demande. Merci de ne pas les utiliser à d’autres fins.',
  double: (lead: Lead) =>
    `Si un second message porte la même référence ${lead.reference}, c’est la même demande : elle n’est à traiter qu’une fois.`,
  signature: (programme: string) => `L’assistant automatique de ${programme}`,
} as const;
