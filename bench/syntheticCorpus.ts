import type { Corpus } from '../src/knowledge/corpus';
import type { Page } from '../src/knowledge/page';
import { passagesOf } from '../src/knowledge/passagesOf';
import { stopWords } from '../src/text/stopWords';
import { tokenise } from '../src/text/tokenise';

/** One invented passage: a title, ways to ask for it and a text, all folded, so that every engine is given the same words. */
export interface SyntheticPassage {
  readonly id: string;
  readonly title: string;
  readonly questions: readonly string[];
  readonly text: string;
}

/** A question that was made from one passage. */
export interface KnownItem {
  readonly question: string;
  readonly id: string;
}

const vocabularySize = 60_000;
const textWords = 60;
const variants = 8;
const topicWords = 6;

/** Passages and questions for them; the same seed gives the same ones. */
export function createSyntheticCorpus(shipped: Corpus, seed = 1) {
  const random = mulberry32(seed);
  const whole = (below: number): number => Math.floor(random() * below);
  const words = vocabulary(shipped, whole);
  const small = [...stopWords].filter((word) => word.length > 1).slice(0, 60);
  // Rank by Zipf's law: the inverse of its distribution function, for an exponent of one.
  const common = (): string =>
    words[Math.min(words.length - 1, Math.floor(words.length ** random()) - 1)] ?? '';
  // What a passage is about is said in rarer words than the rest of it.
  const telling = (): string => words[200 + Math.floor((words.length - 200) ** random())] ?? '';
  const pick = (list: readonly string[]): string => list[whole(list.length)] ?? '';
  const row = (length: number, word: () => string): string[] => Array.from({ length }, word);

  const passages = (count: number): SyntheticPassage[] =>
    Array.from({ length: count }, (_, i) => {
      const topic = row(topicWords, telling);
      return {
        id: `bench/passage-${i}`,
        title: row(6, () => (random() < 0.5 ? pick(topic) : common())).join(' '),
        questions: row(variants, () => mixed(5 + whole(5), topic).join(' ')),
        text: row(textWords, () =>
          random() < 0.2 ? pick(topic) : random() < 0.4 ? pick(small) : common(),
        ).join(' '),
      };
    });
  const mixed = (length: number, topic: readonly string[]): string[] =>
    row(length, () => (random() < 0.4 ? pick(topic) : random() < 0.6 ? pick(small) : common()));

  /** Two small words and three words of a passage: a third as they are, a third with a slip of the hand, a third with the last one cut short. */
  const questions = (of: readonly SyntheticPassage[], count: number): KnownItem[] =>
    Array.from({ length: count }, (_, i) => {
      const passage = of[whole(of.length)];
      const said = [...new Set(passage?.questions.flatMap((text) => text.split(' ')))].filter(
        (word) => !small.includes(word),
      );
      const asked = row(3, () => pick(said));
      const last = asked.length - 1;
      if (i % 3 === 1) asked[last] = slip(asked[last] ?? '', whole);
      if (i % 3 === 2)
        asked[last] = (asked[last] ?? '').slice(0, Math.max(4, (asked[last] ?? '').length - 2));
      return {
        question: [pick(small), asked[0], pick(small), ...asked.slice(1)].join(' '),
        id: passage?.id ?? '',
      };
    });
  return { passages, questions };
}

/** Words of the shipped knowledge, most frequent first, then invented ones: halves of two of them put together. */
function vocabulary(shipped: Corpus, whole: (below: number) => number): string[] {
  const counts = new Map<string, number>();
  for (const { examples, body } of passagesOf(shipped)) {
    for (const text of [...examples, body]) {
      for (const word of tokenise(text)) {
        if (/^[a-z]{3,}$/.test(word) && !stopWords.has(word)) counts.set(word, (counts.get(word) ?? 0) + 1);
      }
    }
  }
  const real = [...counts].sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1)).map(([word]) => word);
  const words = new Set(real);
  while (words.size < vocabularySize) {
    const [a, b] = [real[whole(real.length)] ?? '', real[whole(real.length)] ?? ''];
    words.add(a.slice(0, Math.ceil(a.length / 2)) + b.slice(Math.floor(b.length / 2)));
  }
  return [...words];
}

function slip(word: string, whole: (below: number) => number): string {
  const at = 1 + whole(Math.max(1, word.length - 1));
  return word.slice(0, at) + word.slice(at + 1);
}

/** A knowledge folder's corpus made of these passages, with the shipped lexicon. */
export function corpusOf(passages: readonly SyntheticPassage[], shipped: Corpus): Corpus {
  const page = ({ id, title, questions, text }: SyntheticPassage): Page => ({
    id,
    file: `${id}.md`,
    type: 'fait',
    theme: 'economie',
    sources: [],
    verifiedOn: '2026-01-01',
    nextCheckOn: '2027-01-01',
    links: [],
    schemes: [],
    aid: undefined,
    fr: { title, button: title, questions, answer: text, details: [] },
    en: undefined,
  });
  return {
    ...shipped,
    pages: new Map(passages.map((passage) => [passage.id, page(passage)])),
    intents: new Map(),
  };
}

/** A small random number generator: 0 to 1, the same row for the same seed. */
function mulberry32(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}
