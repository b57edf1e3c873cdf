import ical, { ICalEventTransparency } from 'ical-generator';
import type { Language } from '../../web/texts';
import type { PlannedStep } from '../aids/backwardTimetable';
import type { SchemeDates } from '../aids/schemeStatus';
import { days } from '../shared/time';
import { calendarTexts as english } from './calendarTexts.en';
import { calendarTexts as french } from './calendarTexts.fr';
import type { InBoth } from './site';

/** The sentences of a calendar in a language. */
export const calendarTextsOf = (language: Language): typeof english => (language === 'fr' ? french : english);

/** A scheme as its calendar tells of it. */
export interface CalendarScheme {
  /** Id of its page. */
  readonly id: string;
  readonly title: InBoth;
  readonly operator: string;
  /** The operator's page. */
  readonly url?: string | undefined;
  readonly dates: SchemeDates;
}

/**
 * The backward timetable of a scheme as an iCalendar file (RFC 5545): one entry of a whole day for each step, which leaves the day free. The same scheme
 * and closing date give the same entries, so that a second import replaces the first.
 * @param about `host` stands in the entries' ids, `now` is when they were written
 */
export function schemeCalendar(
  scheme: CalendarScheme,
  steps: readonly PlannedStep[],
  language: Language,
  about: { readonly host: string; readonly now: Date },
): string {
  const texts = calendarTextsOf(language);
  const title = scheme.title[language];
  const calendar = ical({
    name: texts.name(title),
    prodId: { company: about.host, product: 'assistant', language: language.toUpperCase() },
  });
  for (const { step, day, late } of steps) {
    const { title: what, advice } = texts.steps[step];
    calendar.createEvent({
      id: `${scheme.id.replaceAll('/', '-')}-${scheme.dates.closesOn ?? ''}-${step}@${about.host}`,
      stamp: about.now,
      start: dayOf(day),
      end: dayOf(day, 1),
      allDay: true,
      summary: `${what} – ${title}`,
      description: [
        ...(late ? [texts.late] : []),
        advice,
        texts.operator(scheme.operator),
        ...(step === 'closing' ? [] : [texts.indicative]),
        ...(scheme.url === undefined ? [] : [scheme.url]),
      ].join('\n'),
      transparency: ICalEventTransparency.TRANSPARENT,
      ...(scheme.url === undefined ? {} : { url: scheme.url }),
    });
  }
  return calendar.toString();
}

/** The library writes the day that a moment has in UTC. */
const dayOf = (isoDay: string, later = 0): Date => new Date(Date.parse(`${isoDay}T00:00:00Z`) + days(later));
