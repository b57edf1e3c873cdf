import type { Verdict } from '../../aids/matchScheme';
import type { Stage } from '../../aids/profile';
import type { Contact } from '../../knowledge/corpus';
import type { Language } from '../../text/language';
import type { FinderField } from './finder';
import { finderTextsEn } from './finderTexts.en';
import { finderTextsFr } from './finderTexts.fr';

/** Sentences of the aid finder. */
export interface FinderTexts {
  readonly ask: Readonly<Record<FinderField, string>>;
  /** Why a question is asked. */
  readonly why: string;
  readonly invalid: Readonly<Record<FinderField, string>>;
  /** Above the first schemes: what is known, how many are about the project's very themes, and how many in all. */
  readonly intro: (known: readonly string[], close: number, count: number) => string;
  /** `wider`: these are no longer about the project's very themes. */
  readonly further: (from: number, to: number, count: number, wider: boolean) => string;
  readonly noneFits: (known: readonly string[]) => string;
  readonly nothingMore: (contact: Contact) => string;
  /** Labels of a scheme's lines. */
  readonly amount: string;
  readonly forWhom: string;
  readonly toCheck: (what: readonly string[]) => string;
  readonly applyFirst: string;
  readonly verdict: Readonly<Record<Verdict, string>>;
  readonly judged: (title: string, verdict: string) => string;
  readonly criteriaHeading: string;
  readonly refusedHeading: string;
  /** Why a scheme is refused, or what would open it; and what fits instead. */
  readonly refused: (title: string, reasons: readonly string[], instead: string | undefined) => string;
  readonly possible: (change: string) => string;
  readonly noCriterion: string;
  /** Homonyms. */
  readonly whichOne: string;
  readonly which: string;
  readonly employees: (count: number) => string;
  readonly employeesBand: (min: number, max: number) => string;
  readonly cost: (euros: number) => string;
  readonly stages: Readonly<Record<Stage, string>>;
  readonly askStage: string;
  readonly askOtherAids: string;
  readonly orderedWarning: string;
  readonly otherAidsWarning: string;
  /** `applyFirst`: the application must come before any order. */
  readonly noWarning: (applyFirst: boolean) => string;
  readonly askEmail: string;
  readonly invalidEmail: string;
  readonly mailed: (email: string) => string;
  readonly mailedEnough: string;
  readonly left: string;
  readonly buttons: {
    readonly start: string;
    readonly showNow: string;
    readonly why: string;
    readonly more: string;
    readonly refine: string;
    readonly mail: string;
    readonly talk: string;
    readonly back: string;
    readonly notSigned: string;
    readonly signed: string;
    readonly begun: string;
    readonly unknown: string;
    /** Head counts, smallest first, and what each means. */
    readonly sizes: readonly { readonly title: string; readonly min: number; readonly max: number }[];
    /** Sections of the NAF. */
    readonly sectors: readonly { readonly title: string; readonly section: string }[];
  };
}

/** The sentences in a language. */
export const finderTextsOf = (language: Language): FinderTexts =>
  language === 'fr' ? finderTextsFr : finderTextsEn;
