import type { Lead } from '../leads/lead';
import type { LeadOutcome } from '../leads/leadFile';
import { withOrdinalFirst } from '../shared/time';

const format = new Intl.DateTimeFormat('fr-FR', {
  dateStyle: 'full',
  timeStyle: 'short',
  // Where the recipients live.
  timeZone: 'Europe/Paris',
});
const moment = (at: Date): string => withOrdinalFirst(format.format(at));
const about = (company: string | undefined): string => (company === undefined ? '' : ` – ${company}`);
const workingDays = (days: number): string => (days === 1 ? 'un jour ouvré' : `${days} jours ouvrés`);

/** Every sentence of the mails to recipients and to the operator. */
export const mailTexts = {
  callSheet: {
    subject: (programme: string, reference: string, company: string | undefined) =>
      `[${programme}] Demande de rappel ${reference}${about(company)}`,
    title: (reference: string) => `Demande de rappel ${reference}`,
    introduction: () => [],
  },
  reminder: {
    subject: (programme: string, reference: string, company: string | undefined) =>
      `[${programme}] Toujours en attente : demande ${reference}${about(company)}`,
    title: (reference: string) => `La demande ${reference} attend toujours`,
    introduction: (lead: Lead) => [
      `Déposée le ${moment(lead.createdAt)}, elle n’a encore été prise par personne. Un clic sur « Je prends » suffit ` +
        'pour que l’entreprise sache qui la rappellera.',
    ],
  },
  escalation: {
    subject: (programme: string, reference: string, company: string | undefined) =>
      `[${programme}] Sans réponse : demande ${reference}${about(company)}`,
    title: (reference: string) => `Personne n’a pris la demande ${reference}`,
    introduction: (lead: Lead) => [
      `Déposée le ${moment(lead.createdAt)}, elle n’a été prise par aucun de ses destinataires, malgré un rappel. ` +
        'Elle vous est adressée pour que l’entreprise ne reste pas sans nouvelles. Vous pouvez la prendre ou la confier à quelqu’un.',
    ],
  },
  sheetBehindLink:
    'Ce message ne contient aucune donnée de l’entreprise : la fiche s’ouvre par le lien ci-dessous.',
  openSheet: 'Ouvrir la fiche',
  take: 'Je prends',
  decline: 'Pas pour moi',
  close: 'Clore',
  reply: (lead: Lead) =>
    lead.email === undefined
      ? 'L’entreprise n’a pas donné d’adresse e-mail : merci de la rappeler par téléphone.'
      : 'Répondre à ce message écrit directement à l’entreprise.',
  consent: (lead: Lead) =>
    `Ces données ont été données le ${moment(lead.consentAt)}, avec l’accord de la personne, pour reprendre contact ` +
    'au sujet de cette demande. Merci de ne pas les utiliser à d’autres fins, et de ne pas transférer les boutons de ce ' +
    'message : ils agissent en votre nom.',
  double: (reference: string) =>
    `Si un second message porte la même référence ${reference}, c’est la même demande : elle n’est à traiter qu’une fois.`,
  signature: (programme: string) => `L’assistant automatique de ${programme}`,
  erasure: {
    subject: (programme: string, reference: string) => `[${programme}] À supprimer : demande ${reference}`,
    title: (reference: string) => `La demande ${reference} a été effacée`,
    lines: (reference: string) => [
      'La personne qui l’avait déposée a demandé l’effacement de ses données. Nous les avons effacées.',
      `Merci de supprimer aussi les messages, pièces et notes qui portent la référence ${reference}, et de ne plus ` +
        'reprendre contact au sujet de cette demande.',
    ],
  },
  withdrawn: {
    subject: (programme: string, reference: string) =>
      `[${programme}] Demande ${reference} retirée par l’entreprise`,
    title: (reference: string) => `La demande ${reference} est retirée`,
    lines: (reference: string) => [
      'L’entreprise n’a plus besoin d’être rappelée : elle a retiré sa demande, qui est close.',
      `Merci de ne plus la rappeler au sujet de la demande ${reference}. Ses données restent consultables jusqu’à leur effacement.`,
    ],
  },
  undelivered: {
    subject: (programme: string, reference: string) =>
      `[${programme}] Message non remis : demande ${reference}`,
    title: (reference: string) => `Un message sur la demande ${reference} n’a pas pu être remis`,
    lines: (reference: string) => [
      'Il a été refusé pour de bon, ou essayé trois jours sans succès. Rien n’est perdu : la demande est dans la base.',
      `Voir ce qui manque : assistant leads show ${reference}`,
      'Vérifier l’adresse du destinataire (knowledge/contacts.yml) et le serveur de messagerie, puis relancer : ' +
        `assistant leads retry ${reference}`,
      'Si la panne dure, transmettez la demande vous-même : une entreprise attend.',
    ],
  },
  nobodyLeft: {
    subject: (programme: string, reference: string) =>
      `[${programme}] Plus personne pour la demande ${reference}`,
    title: (reference: string) => `Plus personne ne suit la demande ${reference}`,
    lines: (reference: string) => [
      'Tous ses destinataires ont répondu « Pas pour moi », y compris en dernier recours. Une entreprise attend.',
      `Voir la demande : assistant leads show ${reference}`,
      'La prendre au nom de quelqu’un, ou la clore en disant pourquoi : assistant leads take, assistant leads close.',
    ],
  },
} as const;

const ends: Readonly<Record<LeadOutcome, (note: string | undefined) => string>> = {
  helped: () => 'Votre demande est close. Nous espérons que l’échange vous a été utile.',
  redirected: (note) =>
    note === undefined
      ? 'Votre demande est close : vous avez été orienté vers un autre organisme.'
      : `Votre demande est close. Voici vers qui vous êtes orienté : ${note}`,
  unreachable: () =>
    'Nous avons essayé de vous joindre sans y parvenir, et nous avons donc clos votre demande. Un mot de votre part suffit ' +
    'pour la rouvrir.',
  notForUs: () =>
    'Votre demande n’entre pas dans ce que le programme peut faire, et nous avons dû la clore. Pour toute question, nous ' +
    'restons à votre disposition.',
  withdrawn: () =>
    'Vous n’avez plus besoin d’être rappelé : votre demande est close, et personne ne vous appellera.',
};

/** Every sentence of the mails to companies, in French. */
export const companyTexts = {
  greeting: (name: string) => `Bonjour ${name},`,
  receipt: {
    title: (reference: string) => `Votre demande ${reference} est bien enregistrée`,
    line: (who: string, way: string, days: number) =>
      `${who} reprendra contact avec vous ${way}, sous ${workingDays(days)}.`,
  },
  ways: {
    phone: (number: string) => `par téléphone au ${number}`,
    email: (address: string) => `par e-mail à ${address}`,
    meeting: 'pour convenir d’un rendez-vous',
  },
  taken: {
    title: (reference: string) => `Votre demande ${reference} est prise en charge`,
    line: (who: string, way: string) =>
      `${who} s’occupe de votre demande et reprendra contact avec vous ${way}.`,
  },
  delay: {
    title: (reference: string) => `Votre demande ${reference} : nous avons pris du retard`,
    line:
      'Nous vous avions promis un rappel, et personne n’a encore pu s’en charger. Nous vous prions de nous en excuser. ' +
      'Votre demande n’est pas perdue.',
    meanwhile: (who: string) => `Si c’est urgent, le plus sûr est de nous joindre directement : ${who}.`,
  },
  closed: {
    title: (reference: string) => `Votre demande ${reference} est close`,
    ends,
    ask: 'Cet échange vous a-t-il aidé ? Un clic suffit, et une ligne si vous le souhaitez.',
    ratings: ['Pas du tout', 'Peu', 'Moyennement', 'Plutôt', 'Tout à fait'],
  },
  contactHeading: 'La personne qui vous suit',
  phone: 'Téléphone',
  email: 'E-mail',
  follow: 'Voir où en est ma demande',
  withdraw: (reference: string) =>
    `Vous n’avez plus besoin de ce rappel ? La page ci-dessus permet d’y renoncer. Pour faire effacer vos données, répondez à ` +
    `ce message en citant la référence ${reference}, ou écrivez « oubliez-moi » à l’assistant.`,
  signature: (programme: string) => `L’assistant automatique de ${programme}`,
} as const;
