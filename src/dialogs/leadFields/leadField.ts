import type { Contact } from '../../knowledge/corpus';
import type { CompanyDirectory } from '../../leads/companyDirectory';
import type { CompanyFacts, CompanyLookup, ContactWay, LeadSite } from '../../leads/lead';
import type { Commune } from '../../territory/commune';
import type { FindSite } from '../../territory/site';
import type { Language } from '../../text/language';
import type { SensitiveKind } from '../../text/sensitiveData';
import type { Texts } from '../texts';

/** Fields that the visitor fills, in the order in which they are asked. */
export const filledFields = ['need', 'company', 'site', 'name', 'contact', 'preference', 'message'] as const;
export type FilledField = (typeof filledFields)[number];

/** All questions of the call-back form: the consent before the first personal one, the recap after the last. */
export const leadFieldNames = ['consent', ...filledFields, 'confirm'] as const;
export type LeadFieldName = (typeof leadFieldNames)[number];

/** What the visitor has given so far. Of the form of a lead, so that the recap shows what will be recorded. */
export interface LeadRecap {
  readonly need?: string | undefined;
  readonly company?: string | undefined;
  readonly companyLookup?: CompanyLookup | undefined;
  readonly companyFacts?: CompanyFacts | undefined;
  readonly site?: LeadSite | undefined;
  readonly name?: string | undefined;
  readonly email?: string | undefined;
  /** E.164. */
  readonly phone?: string | undefined;
  readonly preferredWay?: ContactWay | undefined;
  readonly preferredTime?: string | undefined;
  readonly message?: string | undefined;
}

/** A question back about an answer; the field is settled by the reply to it. */
export type Choice =
  | { readonly kind: 'company'; readonly typed: string; readonly options: readonly CompanyFacts[] }
  | { readonly kind: 'commune'; readonly options: readonly Commune[] }
  /** The visitor said of what kind it is; now its name. */
  | { readonly kind: 'companyName'; readonly lookup: 'foreign' | 'publicBody' }
  /** The answer holds what nobody needs: keep it or write it again? */
  | { readonly kind: 'sensitive'; readonly typed: string; readonly found: readonly SensitiveKind[] };

/** What one answer to a field is. */
export type Reading =
  | {
      readonly kind: 'given';
      readonly values: LeadRecap;
      /** A word about it before the next question. */
      readonly remark?: string | undefined;
    }
  | { readonly kind: 'askBack'; readonly choice: Choice }
  /** `because`: a sentence in place of the field's usual one. */
  | { readonly kind: 'invalid'; readonly because?: string | undefined };

/** What reading an answer may need. */
export interface FieldContext {
  readonly texts: Texts;
  readonly language: Language;
  readonly recap: LeadRecap;
  /** Invalid answers to this question before. */
  readonly attempts: number;
  readonly contact: Contact;
  readonly companyDirectory: CompanyDirectory;
  readonly findSite: FindSite;
}

/** One question of the form. Its sentences stand with the other texts, under the same name. */
export interface LeadField {
  /** May be passed: calling back is possible without. */
  readonly optional: boolean;
  /** Its answer may hold what nobody needs (bank, health): then the visitor is warned before it is stored. */
  readonly free: boolean;
  /** Told already, or settled otherwise: not asked. */
  readonly isKnown: (recap: LeadRecap) => boolean;
  readonly read: (typed: string, context: FieldContext) => Promise<Reading> | Reading;
  /** The reply to its question back; undefined: it is a new answer to the field. */
  readonly choose?: (typed: string, choice: Choice, context: FieldContext) => Reading | undefined;
  /** Titles of buttons beside "skip" and "cancel". */
  readonly buttons?: (recap: LeadRecap, texts: Texts) => readonly string[];
}

/** Longest answers that the form takes, in characters. */
export const maxShort = 120;
export const maxLong = 2000;

/** Something that can be a name: of reasonable length, with a letter or digit, and no plain yes or no. */
export function isPlausible(text: string, max = maxShort): boolean {
  return (
    text.length >= 2 &&
    text.length <= max &&
    /[\p{L}\d]/u.test(text) &&
    !/^(?:oui|non|yes|no|ok)[.!]*$/i.test(text)
  );
}
