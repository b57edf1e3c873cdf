import type { Language } from '../../web/texts';
import { withOrdinalFirst } from '../shared/time';
import { escapeHtml } from './html';

const formats = {
  fr: new Intl.DateTimeFormat('fr-FR', { dateStyle: 'full', timeStyle: 'short', timeZone: 'Europe/Paris' }),
  en: new Intl.DateTimeFormat('en-GB', { dateStyle: 'full', timeStyle: 'short', timeZone: 'Europe/Paris' }),
} as const;

const dateIn = (language: Language, moment: Date): string => {
  const date = formats[language].format(moment);
  return language === 'fr' ? withOrdinalFirst(date) : date;
};

/** A moment as people read it where the recipients live, with its exact form for programs. */
export function momentHtml(moment: Date, language: Language): string {
  return `<time datetime="${moment.toISOString()}">${escapeHtml(dateIn(language, moment))}</time>`;
}
