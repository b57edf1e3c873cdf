import type { Language } from '../text/language';
import type { FindAnswer } from './findAnswer';

/** What editors decided about a group. `new`: nothing yet, or it was asked again since it was answered. */
export const groupStates = ['new', 'answered', 'outOfScope', 'ignored'] as const;
export type GroupState = (typeof groupStates)[number];

/** Questions that ask the same, as far as their words tell. */
export interface QuestionGroup {
  readonly id: string;
  readonly language: Language;
  readonly state: GroupState;
  /** With `answered`: the page that answers. */
  readonly pageId?: string | undefined;
  /** Name of who decided, and when. */
  readonly decided?: { readonly by: string; readonly at: Date } | undefined;
  /** Questions in it, wordings asked twice counted twice. */
  readonly count: number;
  /** Of these: answered, but not usefully, as visitors said. */
  readonly notUseful: number;
  readonly firstAt: Date;
  readonly lastAt: Date;
  /** Masked, most frequent first, at most 50; the first one stands for all. */
  readonly wordings: readonly { readonly question: string; readonly count: number }[];
}

/** A word of a question, as the analysis has it, and how much it tells. */
export interface TellingWord {
  readonly text: string;
  readonly weight: number;
}

/** What makes a group: how often each telling word occurs in its questions. */
export interface GroupProfile {
  readonly id: string;
  readonly language: Language;
  readonly members: number;
  readonly words: Readonly<Record<string, { readonly count: number; readonly weight: number }>>;
}

/** The groups of what the assistant could not answer, or not usefully. */
export interface QuestionGroups {
  /** Puts questions that are in no group yet into one. @returns how many it put; 0: all are */
  assignNew(): Promise<number>;
  /** Forgets groups whose questions were all deleted. */
  forgetEmpty(): Promise<void>;
  /** Most frequent first. */
  list(request: {
    readonly state: GroupState;
    readonly page: number;
    readonly pageSize: number;
  }): Promise<{ readonly groups: readonly QuestionGroup[]; readonly total: number }>;
  find(id: string): Promise<QuestionGroup | undefined>;
  count(): Promise<Readonly<Record<GroupState, number>>>;
  /** Unknown ids are left alone. */
  decide(
    id: string,
    decision: {
      readonly state: GroupState;
      readonly pageId?: string | undefined;
      readonly by: string;
      readonly at: Date;
    },
  ): Promise<void>;
}

/** Words that tell less say nothing of what a question is about. */
const leastWeight = 1.8;

/** The telling words of a question, by the weights that the pages give to words: what all of them talk about tells little. */
export const tellingWords =
  (findAnswer: FindAnswer) =>
  (question: string, language: Language): readonly TellingWord[] =>
    findAnswer(question, language)
      .ranking.terms.filter(({ text, weight }) => weight >= leastWeight && !text.includes('_'))
      .map(({ text, weight }) => ({ text, weight }));

/** How alike a question and a group have to be, from 0 to 1. */
const leastLikeness = 0.45;

/**
 * The group whose questions are most like a question (the cosine of their weights); undefined: none is like it. Of a group count the words that at least
 * half of its questions use.
 */
export function nearestGroup(
  asked: readonly TellingWord[],
  groups: readonly GroupProfile[],
): GroupProfile | undefined {
  const own = new Set(asked.map(({ text }) => text));
  const length = squared(asked);
  let best: { readonly group: GroupProfile; readonly likeness: number } | undefined;
  for (const group of groups) {
    const core = Object.entries(group.words).flatMap(([text, { count, weight }]) =>
      count * 2 >= group.members ? [{ text, weight }] : [],
    );
    const shared = squared(core.filter(({ text }) => own.has(text)));
    if (shared === 0) continue;
    const likeness = shared / Math.sqrt(length * squared(core));
    if (likeness >= leastLikeness && likeness > (best?.likeness ?? 0)) best = { group, likeness };
  }
  return best?.group;
}

const squared = (words: readonly TellingWord[]): number =>
  words.reduce((sum, { weight }) => sum + weight * weight, 0);

/** A group with one more question. */
export function withMember(group: GroupProfile, asked: readonly TellingWord[]): GroupProfile {
  const words = { ...group.words };
  for (const { text, weight } of asked) words[text] = { count: (words[text]?.count ?? 0) + 1, weight };
  return { ...group, members: group.members + 1, words };
}
