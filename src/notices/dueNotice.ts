import { schemeStatus, type SchemeDates } from '../aids/schemeStatus';
import type { ToldState } from './watch';

/** Days before its closing date at which a scheme's watchers are told, the last day included. */
export const noticeDays = [30, 7] as const;

/** Kinds of notices. `changed`: its dates, or whether it takes applications, without opening or closing. */
export const noticeKinds = ['closesSoon', 'closed', 'opened', 'changed'] as const;
export type NoticeKind = (typeof noticeKinds)[number];

/** Where a scheme stands, as far as watchers are told. @param today ISO day in the visitor's country */
export function toldStateOf(dates: SchemeDates, today: string): ToldState {
  const status = schemeStatus(dates, today);
  switch (status.kind) {
    case 'open': {
      const reached = noticeDays.filter((days) => status.daysLeft <= days).at(-1);
      return { kind: 'open', closesOn: status.closesOn, ...(reached === undefined ? {} : { reached }) };
    }
    case 'notYetOpen':
      return {
        kind: 'notYetOpen',
        opensOn: status.opensOn,
        ...(dates.closesOn === undefined ? {} : { closesOn: dates.closesOn }),
      };
    default:
      return { kind: status.kind };
  }
}

/**
 * What a watcher is to be told now, given what they know; undefined: nothing. Pure. Whoever is told then knows `now`, so nothing is told twice, and of
 * several days that passed while the service stood still only the nearest counts.
 */
export function dueNotice(told: ToldState, now: ToldState): NoticeKind | undefined {
  if (now.kind === 'closed') return told.kind === 'closed' ? undefined : 'closed';
  if (isOpen(now) && ['closed', 'suspended', 'notYetOpen'].includes(told.kind)) return 'opened';
  if (now.kind !== told.kind || now.opensOn !== told.opensOn || now.closesOn !== told.closesOn) {
    return 'changed';
  }
  return (now.reached ?? Infinity) < (told.reached ?? Infinity) ? 'closesSoon' : undefined;
}

const isOpen = ({ kind }: ToldState): boolean => kind === 'open' || kind === 'permanent';
