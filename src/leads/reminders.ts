import type { Ids } from '../shared/ids';
import type { LeadFile, LeadStep } from './leadFile';
import { waitingSince } from './leadHistory';
import type { LeadMessage } from './leadMessages';
import type { LeadRepository } from './leadRepository';
import { companyOf, createPlanEntries, type WaysFor } from './planEntries';
import type { Recipient } from './recipients';

/** After how many working days in which nobody took a lead somebody is told. */
export interface ReminderDays {
  /** Its recipients. */
  readonly remind: number;
  /** The stand-in of last resort, who can act on it from then on. */
  readonly escalate: number;
  /** The company, when it gave an e-mail address. */
  readonly tellDelay: number;
}

/** The usual numbers, in working days. */
export const defaultReminderDays: ReminderDays = { remind: 2, escalate: 5, tellDelay: 10 };

/** Looks after leads that nobody takes. */
export interface Reminders {
  /**
   * Tells whoever is to be told by now, each once for as long as the lead waits (again after it was taken and given back). May run at any
   * time and as often as one likes; what was missed while the service stood still is made up for.
   * @returns how many steps were written
   * @throws what the database throws; what was written until then stays
   */
  runOnce(now: Date): Promise<number>;
}

/** What reminding needs. */
export interface RemindersDeps {
  readonly leads: Pick<LeadRepository, 'list' | 'change'>;
  readonly ids: Ids;
  /** Whole working days between two moments. */
  readonly workingDaysBetween: (from: Date, to: Date) => number;
  readonly recipient: (id: string) => Recipient | undefined;
  /** The stand-in of last resort on a day. */
  readonly escalationRecipient: (on: Date) => Recipient;
  /** E-mail alone by default. */
  readonly ways?: WaysFor | undefined;
  /** `defaultReminderDays` by default. */
  readonly days?: ReminderDays | undefined;
}

interface Reminder {
  readonly kind: LeadStep['kind'];
  readonly message: LeadMessage;
  readonly after: number;
  readonly to: readonly Recipient[];
  readonly recipientIds: readonly string[];
}

/** Builds the reminders. */
export function createReminders(deps: RemindersDeps): Reminders {
  const { leads, ids, days = defaultReminderDays } = deps;
  const plan = createPlanEntries(deps);

  const remindersOf = (file: LeadFile, now: Date): Reminder[] => {
    const escalation = deps.escalationRecipient(now);
    const { recipientIds } = file;
    const known = recipientIds.flatMap((id) => deps.recipient(id) ?? []);
    return [
      {
        kind: 'reminded',
        message: 'reminder',
        after: days.remind,
        to: known.length > 0 ? known : [escalation],
        recipientIds,
      },
      {
        kind: 'escalated',
        message: 'escalation',
        after: days.escalate,
        to: [escalation],
        recipientIds: [...new Set([...recipientIds, escalation.id])],
      },
      { kind: 'delayTold', message: 'delay', after: days.tellDelay, to: companyOf(file.lead), recipientIds },
    ];
  };

  const nextFor = (file: LeadFile, now: Date): Reminder | undefined => {
    const since = waitingSince(file);
    if (!since) return undefined;
    const waited = deps.workingDaysBetween(since, now);
    const told = new Set(file.steps.filter((step) => step.at >= since).map((step) => step.kind));
    return remindersOf(file, now).find(
      ({ kind, after, to }) => waited >= after && !told.has(kind) && to.length > 0,
    );
  };

  const write = async (file: LeadFile, reminder: Reminder, at: Date): Promise<LeadFile | undefined> => {
    const { kind, message, to, recipientIds } = reminder;
    const { state, assigneeId, outcome } = file;
    const leadId = file.lead.id;
    const step: LeadStep = {
      id: ids.uuid(),
      leadId,
      number: file.version + 1,
      at,
      kind,
      actor: { kind: 'system' },
      state,
      assigneeId,
      recipientIds,
    };
    const entries = await plan({ leadId, message, occasion: step.id, to, at });
    const change = { step, state, assigneeId, outcome, recipientIds, entries };
    // Somebody who acts at this very moment is faster; the next round sees what they did.
    if ((await leads.change(leadId, file.version, change)) === 'stale') return undefined;
    return { ...file, recipientIds, version: step.number, steps: [...file.steps, step] };
  };

  return {
    async runOnce(now) {
      let written = 0;
      for (const waiting of await leads.list({ states: ['new'], limit: Number.MAX_SAFE_INTEGER })) {
        let file = waiting;
        for (let reminder = nextFor(file, now); reminder; reminder = nextFor(file, now)) {
          const next = await write(file, reminder, now);
          if (!next) break;
          file = next;
          written += 1;
        }
      }
      return written;
    },
  };
}
