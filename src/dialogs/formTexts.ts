import type { Contact } from '../knowledge/corpus';
import type { CompanyFacts } from '../leads/lead';
import type { LeadContact } from '../leads/leadContact';
import type { SensitiveKind } from '../text/sensitiveData';
import type { FilledField, LeadFieldName, LeadRecap } from './leadFields/leadField';

/** What a question's sentence may speak of. */
export interface AskContext {
  readonly recap: LeadRecap;
  readonly contact: Contact;
  /** Months for which a closed request is kept. */
  readonly retentionMonths: number;
}

/** What is told once a request is on disk. */
export interface Recorded {
  readonly reference: string;
  /** Who will call. */
  readonly caller: LeadContact;
  readonly recap: LeadRecap;
  /** Working days within which the call is promised. */
  readonly days: number;
  /** Address of the status page; undefined: the reference must do. */
  readonly link?: string | undefined;
}

/** Every sentence of the call-back form. */
export interface FormTexts {
  /** The contact at once, with all that is known. */
  readonly start: (contact: Contact) => string;
  readonly ask: Readonly<Record<LeadFieldName, (about: AskContext) => string>>;
  readonly why: Readonly<Record<LeadFieldName, string>>;
  readonly invalid: Readonly<Record<LeadFieldName, string>>;
  readonly invalidNumber: string;
  /** A field that cannot be passed. */
  readonly needed: string;
  readonly wayOut: (contact: Contact) => string;
  readonly refused: (contact: Contact) => string;
  readonly resume: string;
  /** A human is asked for in the middle of the form. */
  readonly reachNow: (contact: Contact) => string;
  readonly correctWhich: string;
  readonly recorded: (recorded: Recorded) => string;
  readonly notRecorded: (contact: Contact) => string;
  /** Buttons that name a field to correct; the last word is the field's noun. */
  readonly fields: Readonly<Record<FilledField, string>>;

  readonly companyTitle: (facts: CompanyFacts) => string;
  readonly companyFound: (facts: CompanyFacts) => string;
  readonly companyNotFound: (query: string) => string;
  readonly registryDown: string;
  /** Stands as the company when none was given. */
  readonly companyNotGiven: string;
  readonly kinds: {
    readonly notRegistered: string;
    readonly foreign: string;
    readonly publicBody: string;
  };
  readonly inside: (place: string, intercommunality: string) => string;
  readonly outside: (place: string, contact: Contact) => string;
  readonly placeTaken: (place: string) => string;
  /** The visitor gave an address or a number before it was asked for. */
  readonly contactNoted: string;
  readonly preferences: {
    readonly morning: string;
    readonly afternoon: string;
    readonly email: string;
    readonly meeting: string;
  };

  /** Questions back. The lists are numbered, for channels without buttons. */
  readonly which: {
    readonly company: (titles: readonly string[]) => string;
    readonly commune: (titles: readonly string[]) => string;
    readonly companyName: Readonly<Record<'foreign' | 'publicBody', string>>;
    readonly sensitive: (kinds: readonly SensitiveKind[]) => string;
  };

  /** The form as one card. */
  readonly card: {
    readonly open: string;
    readonly oneByOne: string;
    readonly intro: string;
    readonly title: string;
    readonly labels: Readonly<Record<FilledField, string>>;
    readonly consent: (about: AskContext) => string;
    readonly consentMissing: string;
    readonly faults: string;
    readonly submit: string;
    /** The card belongs to a form that has ended. */
    readonly stale: string;
  };
}
