import type { calendarTexts as french } from './calendarTexts.fr';

type Same<T> = T extends (...args: infer A) => string
  ? (...args: A) => string
  : T extends string
    ? string
    : { readonly [K in keyof T]: Same<T[K]> };

/** Every sentence of the calendar of a scheme, in English. */
export const calendarTexts: Same<typeof french> = {
  name: (scheme) => `Timetable – ${scheme}`,
  file: 'timetable',
  steps: {
    quotes: {
      title: 'Ask for quotes',
      advice:
        'Ask for quotes and for documents that take time. Sign and order nothing before you have checked what the scheme allows.',
    },
    decision: {
      title: 'Decide internally',
      advice: 'Have the project and its financing plan approved by your management.',
    },
    meeting: {
      title: 'Talk to the operator',
      advice: 'Present the project to the operator before you file, and have the conditions confirmed.',
    },
    filing: {
      title: 'File the application',
      advice: 'File some days before the end: there is time left for a missing document.',
    },
    closing: {
      title: 'Last day to file',
      advice: 'Closing date as known today. Check it with the operator.',
    },
  },
  late: 'The planned day is over: do it without delay.',
  indicative: 'Indicative step: no operator prescribes it. Only the rules that the operator publishes count.',
  operator: (name) => `Operator: ${name}.`,
  missing: 'There is no timetable for this scheme: it is not open, or its closing date is not known.',
};
