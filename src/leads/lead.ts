/** The language in which the visitor spoke; the recipient then knows how to open the first call. */
export type LeadLanguage = 'fr' | 'en';

/** A question the visitor asked before asking for a human, and the knowledge page that answered it. */
export interface LeadQuestion {
  /** The visitor's own words. */
  readonly question: string;
  /** Absent: the assistant had no answer. */
  readonly pageId?: string | undefined;
}

/** What a public registry says of a company, as far as it does. */
export interface CompanyFacts {
  /** Nine digits. */
  readonly siren: string;
  /** Fourteen digits: the establishment that was looked up, else the head office. */
  readonly siret?: string | undefined;
  readonly name: string;
  /** Code of the principal activity in the French nomenclature, such as `25.62B`. */
  readonly activityCode?: string | undefined;
  /** Staff as the registry's band, in words ready to read: « 20 à 49 salariés ». */
  readonly sizeBand?: string | undefined;
  /** Legal category, four digits such as `5710`. */
  readonly legalCategory?: string | undefined;
  /** ISO day. */
  readonly createdOn?: string | undefined;
  /** INSEE code and name of the commune of the establishment. */
  readonly communeCode?: string | undefined;
  readonly commune?: string | undefined;
  /** False: the registry says that it has ceased. */
  readonly active: boolean;
}

/**
 * How the company was identified: `found` in the registry · `notFound` there · `unavailable` (the registry was asked and did not answer) ·
 * `notAsked` (look-ups are off, or there was nothing to look up) · `foreign`, `publicBody`, `notRegistered` as the visitor said.
 */
export const companyLookups = [
  'found',
  'notFound',
  'unavailable',
  'notAsked',
  'foreign',
  'publicBody',
  'notRegistered',
] as const;
export type CompanyLookup = (typeof companyLookups)[number];

/** Where the project is, told against the territory's list. */
export interface LeadSite {
  /** The commune's name, or what the visitor typed when it is none we know. */
  readonly place: string;
  readonly kind: 'inside' | 'outside' | 'unknown';
  /** INSEE code, when the commune is known. */
  readonly communeCode?: string | undefined;
  /** Name of its intercommunality, when inside. */
  readonly intercommunality?: string | undefined;
}

/** How the visitor wants to be reached. */
export const contactWays = ['phone', 'email', 'meeting'] as const;
export type ContactWay = (typeof contactWays)[number];

/** What a fact about a project tells. */
export const projectFactKinds = ['theme', 'size', 'activity', 'site', 'cost', 'stage'] as const;
export type ProjectFactKind = (typeof projectFactKinds)[number];
/** A fact in a few words, ready to read in French. */
export interface ProjectFact {
  readonly about: ProjectFactKind;
  readonly text: string;
}

/** A scheme that the aid finder proposed. */
export interface ProposedScheme {
  readonly pageId: string;
  /** Every criterion is met, as far as the visitor told; otherwise some are still to be checked. */
  readonly eligible: boolean;
  /** What is to be checked, each in a few French words. */
  readonly toCheck: readonly string[];
}

/** What the aid finder learned of a project, and what it proposed. */
export interface LeadProject {
  readonly facts: readonly ProjectFact[];
  /** Whether the company received other public aid, when asked. */
  readonly otherAids?: boolean | undefined;
  /** Best first. */
  readonly schemes: readonly ProposedScheme[];
}

/** What the visitor has given and confirmed, before it is recorded. At least one of `email` and `phone` is present. */
export interface LeadDraft {
  readonly language: LeadLanguage;
  /** Where the conversation took place, in the Bot Framework's words: `directline`, `msteams`, … */
  readonly channelId: string;
  readonly conversationId: string;
  readonly name: string;
  /** As the visitor gave it, or as the registry writes it. */
  readonly company: string;
  readonly companyLookup: CompanyLookup;
  readonly companyFacts?: CompanyFacts | undefined;
  readonly site?: LeadSite | undefined;
  readonly email?: string | undefined;
  /** In E.164 form, as `readPhone` returns it: `+33123456789`. */
  readonly phone?: string | undefined;
  readonly preferredWay?: ContactWay | undefined;
  /** In the visitor's words: « plutôt le matin ». */
  readonly preferredTime?: string | undefined;
  /** What the visitor wants the recipient to read. */
  readonly message?: string | undefined;
  /** What it is about, in the visitor's words, as far as the conversation tells. */
  readonly need?: string | undefined;
  /** When the visitor said yes to being called back with these data. */
  readonly consentAt: Date;
  /** What was asked in this conversation, oldest first. */
  readonly questions: readonly LeadQuestion[];
  /** Page ids of the schemes that the conversation has shown, without doubles. */
  readonly schemes: readonly string[];
  /** How to write to the visitor where the conversation took place, as JSON of the channel; only for channels on which that is usual (Teams). */
  readonly chat?: string | undefined;
  /** Present when the visitor used the aid finder. */
  readonly project?: LeadProject | undefined;
}

/** A visitor's recorded request to be called back. Never a person: the human who receives it is a `Recipient`. */
export interface Lead extends LeadDraft {
  /** Unguessable, for machines. */
  readonly id: string;
  /** Short, for people: `XXXX-XXXX` without look-alike characters; unique among all leads. */
  readonly reference: string;
  readonly createdAt: Date;
}
