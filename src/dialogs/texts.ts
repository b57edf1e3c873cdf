import type { SchemeStatus } from '../aids/schemeStatus';
import type { Contact, Source } from '../knowledge/corpus';
import type { Language } from '../text/language';
import type { FollowTexts } from './followTexts';
import type { FormTexts } from './formTexts';
import { textsEn } from './texts.en';
import { textsFr } from './texts.fr';

/** Every sentence that visitors read, one object per language. Plain, kind, short; no territory's name: it comes in as a parameter. */
export interface Texts {
  readonly greeting: (programme: string) => string;
  /** Before the first answer where nobody was greeted. */
  readonly introduction: (programme: string) => string;
  /** Before the answer to a question that was edited. */
  readonly edited: string;
  /** To somebody of an organisation that is not served. */
  readonly otherOrganisation: (programme: string) => string;
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
    readonly noneOfThem: string;
    readonly keep: string;
    /** Of a page, in Teams. */
    readonly proposeCorrection: string;
    readonly rewrite: string;
  };
  readonly form: FormTexts;
  readonly follow: FollowTexts;
}

const byLanguage: Readonly<Record<Language, Texts>> = { fr: textsFr, en: textsEn };

/** The sentences of one language. */
export const textsOf = (language: Language): Texts => byLanguage[language];
