import type { SchemeStatus } from '../aids/schemeStatus';
import type { Contact, Source } from '../knowledge/corpus';
import type { Language } from '../text/language';
import { textsEn } from './texts.en';
import { textsFr } from './texts.fr';

/** Fields of the call-back form, in the order in which they are asked. */
export const leadFieldNames = ['consent', 'company', 'name', 'contact', 'message', 'confirm'] as const;
export type LeadFieldName = (typeof leadFieldNames)[number];

/** What the visitor has given so far, as the recap shows it. */
export interface LeadRecap {
  readonly company?: string | undefined;
  readonly name?: string | undefined;
  readonly email?: string | undefined;
  readonly phone?: string | undefined;
  readonly message?: string | undefined;
  readonly need?: string | undefined;
}

/** Every sentence that visitors read, one object per language. Plain, kind, short; no territory's name: it comes in as a parameter. */
export interface Texts {
  readonly greeting: (programme: string) => string;
  readonly howAreYou: string;
  readonly thanks: string;
  readonly goodbye: string;
  readonly areYouBot: (programme: string) => string;
  readonly capabilities: (programme: string) => string;
  readonly help: (programme: string) => string;
  readonly insult: (contact: Contact) => string;
  readonly injection: (programme: string, contact: Contact) => string;
  readonly languageSwitched: string;
  readonly frenchPageOnly: string;
  readonly nothingToCancel: string;
  readonly restarted: string;
  readonly cancelled: (contact: Contact) => string;
  readonly useful: string;
  readonly notUseful: (contact: Contact) => string;
  readonly complaint: (contact: Contact) => string;
  readonly requestStatus: (contact: Contact) => string;
  readonly myData: (contact: Contact) => string;
  readonly emptyMessage: string;
  readonly tooLong: (maxCharacters: number) => string;
  readonly nothingMore: string;
  readonly unanswered: (nearest: string | undefined) => string;
  /** Before the words of the page that comes nearest. */
  readonly closest: string;
  readonly unansweredAgain: string;
  readonly ambiguous: string;
  readonly turnFailed: (contact: Contact | undefined) => string;
  readonly canAnswer: (contact: Contact) => string;
  readonly contactCard: (contact: Contact) => string;
  readonly proof: (source: Source, verifiedOn: string) => string;
  readonly schemeStatus: (status: SchemeStatus, operator: string) => string;
  readonly toConfirm: (what: string) => string;
  readonly closedSchemes: (titles: readonly string[]) => string;
  readonly date: (isoDay: string) => string;
  readonly buttons: {
    readonly callMeBack: string;
    readonly noneOfThese: string;
    readonly more: string;
    readonly yes: string;
    readonly no: string;
    readonly skip: string;
    readonly cancel: string;
    readonly correct: string;
    readonly send: string;
    readonly restart: string;
    readonly useful: string;
    readonly notUseful: string;
  };
  readonly form: {
    readonly start: (contact: Contact) => string;
    readonly ask: Readonly<Record<LeadFieldName, (recap: LeadRecap) => string>>;
    readonly why: Readonly<Record<LeadFieldName, string>>;
    readonly invalid: Readonly<Record<LeadFieldName, string>>;
    readonly wayOut: (contact: Contact) => string;
    readonly refused: (contact: Contact) => string;
    readonly resume: string;
    readonly correctWhich: string;
    readonly recorded: (reference: string, contact: Contact) => string;
    readonly notRecorded: (contact: Contact) => string;
    readonly fields: Readonly<Record<'company' | 'name' | 'contact' | 'message', string>>;
  };
}

const byLanguage: Readonly<Record<Language, Texts>> = { fr: textsFr, en: textsEn };

/** The sentences of one language. */
export const textsOf = (language: Language): Texts => byLanguage[language];
