import type { JudgedCriterion } from './matchScheme';
import type { Change } from './nearestChange';
import type { Profile } from './profile';
import { criterionTextsEn } from './criterionTexts.en';
import { criterionTextsFr } from './criterionTexts.fr';

/** Sentences about criteria, in one language. */
export interface CriterionTexts {
  /** Why a criterion is met, unmet or unknown: what is asked for, and what is known of the company. One sentence. */
  readonly because: (judged: JudgedCriterion, profile: Profile) => string;
  /** A few words for what is still to be checked: "l’effectif". */
  readonly noun: (name: JudgedCriterion['criterion']['name']) => string;
  /** What would open a scheme that is refused, as the end of "Elle s’ouvrirait…": "si le projet atteignait 100 000 €". */
  readonly change: (change: Change) => string;
}

/** The sentences in a language. */
export const criterionTextsOf = (language: 'fr' | 'en'): CriterionTexts =>
  language === 'fr' ? criterionTextsFr : criterionTextsEn;
