import type { Page } from '../knowledge/page';
import { percentOf, sumOf, tally } from './counting';
import { wordIn } from './pageFigures';
import type { Days } from './period';
import type { Readings } from './readings';

/** Unanswered questions that a digest proposes. */
const mostToAnswer = 5;

/** Proof that messages leave: how many wait, and how many were given up. */
export interface WeekDeliveries {
  readonly waiting: number;
  readonly dead: number;
}

/** What a weekly digest tells. */
export interface WeekFacts {
  readonly days: Days;
  /** Leads that nobody has taken, now. */
  readonly waiting: {
    readonly count: number;
    readonly oldest?: { readonly reference: string; readonly recordedOn: string } | undefined;
  };
  /** Leads taken and closed in the week, whenever they were recorded. */
  readonly taken: number;
  readonly closed: number;
  readonly questions: number;
  /** 0 to 100; undefined of no question. */
  readonly answeredShare?: number | undefined;
  /** Most frequent first, masked; at most five. */
  readonly toAnswer: readonly {
    readonly words: readonly string[];
    readonly question: string;
    readonly count: number;
  }[];
  /** Editors' pages past their next check, longest overdue first. */
  readonly pagesToCheck: readonly Page[];
  readonly deliveries: WeekDeliveries;
}

export async function weekFacts(readings: Readings, deliveries: WeekDeliveries): Promise<WeekFacts> {
  const { source, span, local, clock, corpus } = readings;
  const today = local.dayOf(clock());
  const { oldest, count } = await source.waitingLeads();
  const moved = await source.movedLeads(span);
  const ends = tally(
    await readings.counts(),
    ({ end }) => [end],
    (one) => one.count,
  );
  const unanswered = await source.unansweredCounts(span, mostToAnswer);
  return {
    days: readings.days,
    waiting: {
      count,
      oldest: oldest && { reference: oldest.reference, recordedOn: local.dayOf(oldest.recordedAt) },
    },
    ...moved,
    questions: sumOf(ends),
    answeredShare: percentOf(ends.get('answered') ?? 0, sumOf(ends)),
    toAnswer: unanswered.map(({ terms, example, count: times }) => ({
      words: terms.map((term) => wordIn(example, term)),
      question: example,
      count: times,
    })),
    pagesToCheck: [...corpus().pages.values()]
      .filter(({ nextCheckOn, aid }) => nextCheckOn < today && aid?.importation === undefined)
      .sort((a, b) => a.nextCheckOn.localeCompare(b.nextCheckOn)),
    deliveries,
  };
}
