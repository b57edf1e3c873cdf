import type { QuestionEnd } from '../knowledge/questionLog';
import type { Page } from '../knowledge/page';
import type { LeadOutcome, LeadState } from '../leads/leadFile';
import type { FinderQuestion, FinderStep, LeadFormStep } from './countedSteps';

/** Themes of pages, as people read them. */
export const themeNames: Readonly<Record<Page['theme'], string>> = {
  programme: 'Le programme',
  territoire: 'Le territoire',
  economie: 'L’économie',
  competences: 'Les compétences',
  decarbonation: 'La décarbonation',
  priorites: 'Les priorités',
  contact: 'Le contact',
  aides: 'Les aides',
  demarches: 'Les démarches',
  'hors-sujet': 'Hors sujet',
};

/** How questions end, as people read it. */
export const endNames: Readonly<Record<Exclude<QuestionEnd, 'intent'>, string>> = {
  answered: 'Répondues',
  ambiguous: 'Précision demandée',
  refused: 'Propositions écartées',
  knownGap: 'Limite connue, dite comme telle',
  unanswered: 'Sans réponse, avoué',
};

/** How leads stand or ended, as people read it. */
export const leadEndNames: Readonly<Record<LeadOutcome | LeadState, string>> = {
  helped: 'Aidée',
  redirected: 'Réorientée',
  unreachable: 'Injoignable',
  notForUs: 'Hors de notre champ',
  withdrawn: 'Retirée par l’entreprise',
  taken: 'Prise en charge, en cours',
  new: 'À prendre en charge',
  closed: 'Close',
};

/** Steps of the call-back form, as people read them. */
export const formStepNames: Readonly<Record<LeadFormStep, string>> = {
  consent: 'Accord demandé',
  need: 'Besoin',
  company: 'Entreprise',
  site: 'Commune du projet',
  name: 'Nom',
  contact: 'Téléphone ou e-mail',
  preference: 'Moment préféré',
  message: 'Message',
  confirm: 'Récapitulatif',
  done: 'Demande enregistrée',
};

/** Steps of the aid finder, as people read them. */
export const finderStepNames: Readonly<Record<FinderStep, string>> = {
  started: 'Recherche commencée',
  list: 'Liste d’aides vue',
  done: 'Suite donnée : aide choisie, liste envoyée ou rappel demandé',
};

/** Questions of the aid finder, as people read them. */
export const finderQuestionNames: Readonly<Record<FinderQuestion, string>> = {
  project: 'Projet',
  site: 'Commune',
  company: 'Entreprise',
  stage: 'Avancement',
  cost: 'Coût',
  activity: 'Activité',
};
