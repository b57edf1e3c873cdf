import type { Language } from '../text/language';
import { noticeTextsEn } from './noticeTexts.en';
import { noticeTextsFr } from './noticeTexts.fr';

/** Sentences about being told when a scheme closes or opens again. */
export interface NoticeTexts {
  readonly button: string;
  /** Before the e-mail address is given: what it is for, and that giving it is agreeing. */
  readonly askEmail: (scheme: string) => string;
  readonly invalidEmail: string;
  readonly asked: (email: string) => string;
  readonly whichScheme: string;
  readonly left: string;
  /** The words of the link to a scheme's backward timetable. */
  readonly calendar: string;
}

/** The sentences in a language. */
export const noticeTextsOf = (language: Language): NoticeTexts =>
  language === 'fr' ? noticeTextsFr : noticeTextsEn;
