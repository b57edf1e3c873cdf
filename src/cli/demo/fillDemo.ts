import type { Knowledge } from '../../knowledge/knowledge';
import type { Page } from '../../knowledge/page';
import { tellingTerms, type QuestionLog } from '../../knowledge/questionLog';
import type { LeadQuestion } from '../../leads/lead';
import type { LeadOutcome } from '../../leads/leadFile';
import type { LeadAct } from '../../leads/leadLinks';
import type { LeadRepository } from '../../leads/leadRepository';
import type { FollowLead } from '../../leads/leadServices';
import type { OutboxRepository } from '../../leads/outbox';
import { deliveryKinds } from '../../leads/recipients';
import type { SubmitLead } from '../../leads/submitLead';
import type { Ids } from '../../shared/ids';
import { days, hours, minutes } from '../../shared/time';
import type { Commune } from '../../territory/commune';
import type { Chance } from './chance';
import { inventedGaps, inventedNotes, redirectedTo } from './invented.fr';
import { inventedDraft } from './inventedLead';
import type { Timeline } from './timeline';

/** What filling needs. Everything takes its time from the timeline. */
export interface DemoDeps {
  readonly timeline: Timeline;
  readonly chance: Chance;
  readonly knowledge: Knowledge;
  readonly communes: readonly [Commune, ...Commune[]];
  readonly questionLog: QuestionLog;
  readonly leads: Pick<LeadRepository, 'findByReference'>;
  readonly submitLead: SubmitLead;
  readonly followLead: FollowLead;
  readonly outbox: Pick<OutboxRepository, 'claim' | 'record'>;
  readonly ids: Ids;
  /** Who follows the leads: an id. */
  readonly recipientId: string;
}

/** How many there are of each. */
export interface DemoCounts {
  readonly questions: number;
  readonly leads: number;
}

/** Fills a database with the activity of some days before `end`: questions, ratings, leads and what became of them. Nothing is sent. */
export async function fillDemo(deps: DemoDeps, end: Date, dayCount: number): Promise<DemoCounts> {
  const { timeline, chance } = deps;
  let questions = 0;
  let leads = 0;
  const pages = [...deps.knowledge.corpus.pages.values()].filter((page) => page.fr.questions.length > 0);
  for (let ago = dayCount; ago > 0; ago -= 1) {
    const day = new Date(end.getTime() - days(ago));
    day.setUTCHours(0, 0, 0, 0);
    const working = day.getUTCDay() % 6 !== 0;
    const conversations = working ? chance.between(6, 16) : chance.between(0, 4);
    for (let n = 0; n < conversations; n += 1) {
      const at = new Date(day.getTime() + hours(7) + minutes(chance.between(0, 11 * 60)));
      timeline.add(at, () =>
        converse(deps, pages, { onQuestion: () => (questions += 1), onLead: () => (leads += 1) }),
      );
    }
  }
  await timeline.runUntil(end);
  await deliver(deps);
  return { questions, leads };
}

async function converse(
  deps: DemoDeps,
  pages: readonly Page[],
  told: { readonly onQuestion: () => void; readonly onLead: () => void },
): Promise<void> {
  const { chance, ids, knowledge, questionLog, timeline } = deps;
  const conversationId = ids.uuid();
  const asked: LeadQuestion[] = [];
  const schemes = new Set<string>();
  for (let n = chance.between(1, 4); n > 0; n -= 1) {
    const question = inventedQuestion(chance, pages);
    const outcome = knowledge.findAnswer(question, 'fr');
    const page = 'page' in outcome ? outcome.page : undefined;
    if (page?.aid) schemes.add(page.id);
    asked.push({ question, pageId: page?.id });
    const id = ids.uuid();
    await questionLog.record({
      id,
      conversationId,
      at: timeline.now(),
      language: 'fr',
      question,
      end: outcome.kind,
      pageId: page?.id,
      terms: tellingTerms(outcome),
    });
    if (page && chance.happens(0.25)) await questionLog.rate(id, chance.happens(0.85));
    told.onQuestion();
  }
  if (chance.happens(0.07)) {
    await becomeLead(deps, conversationId, asked, [...schemes]);
    told.onLead();
  }
}

/** Some pages are asked for much more than others; one question in eight is one that no page answers. */
function inventedQuestion(chance: Chance, pages: readonly Page[]): string {
  const [firstGap = [], ...gaps] = inventedGaps;
  if (chance.happens(0.12)) {
    const [wording = '', ...others] = chance.of([firstGap, firstGap, ...gaps]);
    return chance.of([wording, ...others]);
  }
  const page = pages[Math.floor(pages.length * chance.next() ** 2.5)];
  const [wording = '', ...others] = page?.fr.questions ?? [];
  return chance.of([wording, ...others]);
}

async function becomeLead(
  deps: DemoDeps,
  conversationId: string,
  questions: readonly LeadQuestion[],
  schemes: readonly string[],
): Promise<void> {
  const { chance, timeline } = deps;
  const at = timeline.now();
  const draft = inventedDraft(chance, { conversationId, at, communes: deps.communes, questions, schemes });
  const { reference } = await deps.submitLead({ submissionId: conversationId, draft });
  const lead = await deps.leads.findByReference(reference);
  if (!lead) return;
  await deliver(deps);
  const recipient = { kind: 'recipient', id: deps.recipientId } as const;
  const later = (
    after: number,
    act: LeadAct,
    by: Parameters<typeof deps.followLead>[1] = recipient,
  ): Date => {
    const then = new Date(at.getTime() + after);
    timeline.add(then, async () => {
      await deps.followLead(lead.id, by, act);
      await deliver(deps);
    });
    return then;
  };
  if (!chance.happens(0.92)) return;
  const taken = hours(chance.between(1, 60));
  later(taken, { kind: 'take' });
  if (chance.happens(0.5)) later(taken + hours(3), { kind: 'note', note: chance.of(inventedNotes) });
  if (!chance.happens(0.75)) return;
  const closed = taken + days(chance.between(1, 12));
  const outcome = chance.of<LeadOutcome>([
    'helped',
    'helped',
    'helped',
    'redirected',
    'unreachable',
    'notForUs',
  ]);
  later(closed, { kind: 'close', outcome, note: outcome === 'redirected' ? redirectedTo : undefined });
  if (chance.happens(0.4))
    later(closed + days(1), { kind: 'rate', rating: chance.between(3, 5) }, { kind: 'company' });
}

/** Writes down as delivered what would be sent by now. */
async function deliver({ outbox, timeline, ids }: DemoDeps): Promise<void> {
  const now = timeline.now();
  for (;;) {
    const entry = await outbox.claim({ kinds: deliveryKinds, now, leaseMs: minutes(1) });
    if (!entry) return;
    const outcome = { kind: 'delivered', remoteId: ids.uuid() } as const;
    await outbox.record(entry, { outcome, state: 'delivered', dueAt: now, finishedAt: now });
  }
}
