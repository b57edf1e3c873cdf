import type { ToldState } from '../notices/watch';
import type { NoticeTexts } from './noticeMail.fr';

const format = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' });
/** An ISO day as people read it: 31 December 2026. */
const day = (isoDay = ''): string => format.format(new Date(`${isoDay}T00:00:00Z`));

/** What one may do now, in a sentence. */
function stateLine({ kind, opensOn, closesOn }: ToldState): string {
  switch (kind) {
    case 'open':
      return `Applications may be filed until ${day(closesOn)} included.`;
    case 'permanent':
      return 'Applications may be filed; no end date has been announced.';
    case 'notYetOpen':
      return closesOn === undefined
        ? `It is announced to open on ${day(opensOn)}.`
        : `It is announced to open on ${day(opensOn)} and to close on ${day(closesOn)}.`;
    case 'closed':
      return 'This scheme no longer takes applications.';
    case 'suspended':
      return 'For the time being, the operator takes no new applications.';
    case 'unknown':
      return 'Its dates are to be confirmed with the operator.';
  }
}

/** Every sentence of the letters about a scheme, in English. */
export const noticeTexts: NoticeTexts = {
  confirm: {
    title: (scheme) => `Please confirm: news of “${scheme}”`,
    asked: 'Somebody, most likely you, has asked for news of this scheme to be sent to this address.',
    gets: 'You will get a message 30 days and 7 days before it closes, when it closes, when it reopens, or when its dates change. Nothing else.',
    button: 'Confirm',
    otherwise: (days) =>
      `It was not you, or you have changed your mind? Do nothing: without confirmation within ${days} days, this address is erased.`,
  },
  titles: {
    closesSoon: (scheme, { closesOn }) => `“${scheme}” closes on ${day(closesOn)}`,
    closed: (scheme) => `“${scheme}” is closed`,
    opened: (scheme) => `“${scheme}” is open`,
    changed: (scheme) => `“${scheme}”: its dates have changed`,
  },
  stateLine,
  stillWatching: 'We will tell you if it opens again.',
  reserve: 'These are the dates that we know of; only the operator’s count.',
  factsHeading: 'To go further',
  operator: 'Operator',
  operatorPage: 'The operator’s page',
  calendar: 'Timetable (calendar)',
  why: (endsOn) =>
    `You get this message because you asked for it and confirmed. These messages end by themselves on ${day(endsOn)}. To stop them now and erase your address:`,
  stop: 'Stop these messages',
  signature: (programme) => `The automatic assistant of ${programme}`,
};
