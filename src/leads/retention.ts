import { createEraseLead, type EraseLeadDeps } from './eraseLead';
import type { LeadFile } from './leadFile';
import type { LeadRepository } from './leadRepository';

/** How long leads are kept, in calendar months. */
export interface LeadRetention {
  /** After the last closing. */
  readonly closedMonths: number;
  /** After they were recorded, when they were never closed or are open again. */
  readonly openMonths: number;
}

/** The usual periods; `docs/privacy.md` says why. */
export const defaultLeadRetention: LeadRetention = { closedMonths: 24, openMonths: 36 };

/** Erases leads whose time is up. */
export interface Retention {
  /**
   * @returns how many leads were erased
   * @throws what the database throws; what was erased until then stays so
   */
  runOnce(now: Date): Promise<number>;
}

/** Builds the retention of leads. @param deps `periods`: `defaultLeadRetention` by default */
export function createRetention(
  deps: EraseLeadDeps & {
    readonly leads: Pick<LeadRepository, 'list' | 'erase'>;
    readonly periods?: LeadRetention | undefined;
  },
): Retention {
  const { closedMonths, openMonths } = deps.periods ?? defaultLeadRetention;
  const eraseLead = createEraseLead(deps);
  return {
    async runOnce(now) {
      const limit = Number.MAX_SAFE_INTEGER;
      const closedBefore = monthsBefore(now, closedMonths);
      const closed = await deps.leads.list({ states: ['closed'], before: closedBefore, limit });
      const open = await deps.leads.list({
        states: ['new', 'taken'],
        before: monthsBefore(now, openMonths),
        limit,
      });
      const due = [...closed.filter((file) => closedAt(file) < closedBefore), ...open];
      for (const file of due) await eraseLead(file, { kind: 'system' }, now);
      return due.length;
    },
  };
}

/** When it was closed for the last time: the step after the last one that left it open. */
function closedAt({ steps, lead }: LeadFile): Date {
  return steps[steps.findLastIndex((step) => step.state !== 'closed') + 1]?.at ?? lead.createdAt;
}

/** The same day of an earlier month; the last day of that month when it is shorter. */
function monthsBefore(moment: Date, months: number): Date {
  const first = Date.UTC(moment.getUTCFullYear(), moment.getUTCMonth() - months, 1);
  const earlier = new Date(
    first + (moment.getTime() - Date.UTC(moment.getUTCFullYear(), moment.getUTCMonth(), 1)),
  );
  const next = Date.UTC(moment.getUTCFullYear(), moment.getUTCMonth() - months + 1, 1);
  return earlier.getTime() < next ? earlier : new Date(next - 1);
}
