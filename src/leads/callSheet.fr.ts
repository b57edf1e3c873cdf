import { withOrdinalFirst } from '../shared/time';
import type { CompanyLookup, ContactWay, Lead, LeadLanguage, LeadSite, ProposedScheme } from './lead';
import type { WorthAsking } from './questionsWorthAsking';

/** Where the recipients live. */
const timeZone = 'Europe/Paris';
const moments = new Intl.DateTimeFormat('fr-FR', { dateStyle: 'full', timeStyle: 'short', timeZone });
const days = new Intl.DateTimeFormat('fr-FR', { dateStyle: 'long', timeZone: 'UTC' });

const channels: Readonly<Record<string, string>> = {
  directline: 'sur le site internet',
  webchat: 'sur le site internet',
  msteams: 'dans Microsoft Teams',
};
const ways: Readonly<Record<ContactWay, string>> = {
  phone: 'par téléphone',
  email: 'par e-mail',
  meeting: 'en rendez-vous',
};
const languages: Readonly<Record<LeadLanguage, string>> = { fr: 'français', en: 'anglais' };
const lookups: Readonly<Record<Exclude<CompanyLookup, 'notAsked'>, string>> = {
  found: 'trouvée dans le registre public des entreprises',
  notFound: 'introuvable dans le registre public des entreprises',
  unavailable: 'non vérifiée : le registre public ne répondait pas',
  foreign: 'entreprise étrangère',
  publicBody: 'organisme public',
  notRegistered: 'pas encore immatriculée',
};
const toAsk: Readonly<Record<WorthAsking, string>> = {
  registration: 'Où en est la création de l’entreprise, et pour quand est prévue l’immatriculation ?',
  size: 'Combien de personnes l’entreprise emploie-t-elle, et fait-elle partie d’un groupe ?',
  site: 'Dans quelle commune le projet se fera-t-il ?',
  timing: 'Pour quand est prévu le projet ? Un devis ou une commande sont-ils déjà signés ?',
  cost: 'Quel est l’ordre de grandeur du budget ?',
  stage: 'Où en est le projet : idée, étude, devis, travaux ?',
  earlierAids: 'Quelles aides publiques l’entreprise a-t-elle reçues ces trois dernières années ?',
  otherAdvisers: 'Qui d’autre accompagne déjà ce projet ?',
  decider: 'Qui décide, et à quelle échéance ?',
};

/** Every sentence of the call sheet. */
export const callSheetTexts = {
  introduction: (lead: Lead) =>
    `${lead.name} (${lead.company}) souhaite qu’on reprenne contact. Demande déposée le ${withOrdinalFirst(moments.format(lead.createdAt))} ` +
    `auprès de l’assistant automatique, ${channels[lead.channelId] ?? `par ${lead.channelId}`}.`,
  contact: {
    heading: 'Rappeler',
    name: 'Nom',
    phone: 'Téléphone',
    email: 'E-mail',
    preference: 'De préférence',
    language: 'Langue',
    ways,
    languages,
  },
  needHeading: 'Son besoin, dans ses mots',
  messageHeading: 'Son message',
  company: {
    heading: 'Entreprise et lieu du projet',
    name: 'Entreprise',
    site: 'Lieu du projet',
    identification: 'Identification',
    lookups,
    siren: 'SIREN',
    registryPage: (siren: string) => `https://annuaire-entreprises.data.gouv.fr/entreprise/${siren}`,
    siret: 'SIRET',
    activity: 'Code d’activité (NAF)',
    size: 'Effectif',
    legalCategory: 'Catégorie juridique (INSEE)',
    createdOn: 'Créée le',
    day: (isoDay: string) =>
      Number.isNaN(Date.parse(isoDay)) ? isoDay : withOrdinalFirst(days.format(new Date(isoDay))),
    commune: 'Établissement à',
    state: 'Attention',
    ceased: 'entreprise cessée d’après le registre',
  },
  site: ({ place, kind, intercommunality }: LeadSite) => {
    if (kind === 'unknown') return `${place} (commune non reconnue)`;
    if (kind === 'outside') return `${place} – hors du territoire`;
    return `${place} – dans le territoire${intercommunality === undefined ? '' : ` (${intercommunality})`}`;
  },
  questions: {
    heading: 'Questions posées à l’assistant',
    asked: (question: string, answer: string | undefined) =>
      answer === undefined
        ? `« ${question} » – restée sans réponse`
        : `« ${question} » – réponse donnée : ${answer}`,
  },
  project: {
    heading: 'Son projet, d’après ses réponses',
    otherAids: {
      yes: 'A reçu ou demande d’autres aides publiques : cumul à vérifier',
      no: 'Dit n’avoir reçu aucune autre aide publique ces trois dernières années',
    },
    schemesHeading: 'Aides proposées par l’assistant',
    proposed: (title: string, { eligible, toCheck }: ProposedScheme) =>
      eligible || toCheck.length === 0
        ? `${title} – convient d’après ses réponses`
        : `${title} – à vérifier : ${toCheck.join(', ')}`,
  },
  schemesHeading: 'Aides regardées',
  toAsk: { heading: 'Trois questions utiles pour ce premier échange', ...toAsk },
} as const;
