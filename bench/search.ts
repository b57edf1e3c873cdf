import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import type { Corpus } from '../src/knowledge/corpus';
import { createKnowledge, readKnowledge } from '../src/knowledge/knowledge';
import { engines, miniSearch, type Ask } from './engines';
import { median, ms, percent, percentile, print, ratio, table, timedAsync } from './figures';
import { corpusOf, createSyntheticCorpus, type KnownItem, type SyntheticPassage } from './syntheticCorpus';

declare const ROOT: string;

/** In turn, so that whatever else the machine does falls on all alike. */
const rounds = 7;
const questionCount = 300;
const largest = 100_000;
/** What the slower engines are asked of the largest corpus, where a question takes them seconds. */
const fewQuestions = 60;

/** `npm run bench -- search [--large]`: finding an answer beside a plain MiniSearch search, and beside other engines as passages grow. */
export async function search(args: readonly string[]): Promise<void> {
  const { corpus } = readKnowledge([join(ROOT, 'knowledge')]);
  await besidePlainSearch(corpus);
  await bySize(corpus, args.includes('--large') ? [100, 1000, 10_000, largest] : [100, 1000, 10_000]);
}

/** The whole of findAnswer against one call of MiniSearch's search, question by question. */
async function besidePlainSearch(shipped: Corpus): Promise<void> {
  const synthetic = createSyntheticCorpus(shipped);
  const passages = synthetic.passages(1000);
  const golden = parse(readFileSync(join(ROOT, 'test/knowledge/goldenQuestions.yml'), 'utf8')) as {
    question: string;
  }[];
  const trials = [
    {
      name: '1,000 synthetic passages',
      documents: passages,
      corpus: corpusOf(passages, shipped),
      questions: synthetic.questions(passages, questionCount).map(({ question }) => question),
    },
    {
      name: 'shipped pages, golden questions',
      documents: pagesAsPassages(shipped),
      corpus: shipped,
      questions: golden.map(({ question }) => question),
    },
  ];
  const rows: string[][] = [];
  for (const { name, documents, corpus, questions } of trials) {
    const { findAnswer } = createKnowledge(corpus);
    const ways: readonly Ask[] = [
      (question) => {
        findAnswer(question, 'fr');
        return [];
      },
      await miniSearch(['title', 'questions', 'text'])(documents),
      await miniSearch(['title', 'text'])(documents),
    ];
    const [ours = 0, plain = 0, textOnly = 0] = await interleaved(ways, questions);
    rows.push([name, ms(ours), ms(plain), ratio(ours / plain), ms(textOnly), ratio(ours / textOnly)]);
  }
  print(
    '\nFinding an answer (analysis, search, decision) beside one plain MiniSearch search (prefix, fuzzy 0.2) of the same question, ms; budget 0.5\n',
  );
  print(table(['', 'findAnswer', 'plain', 'ratio', 'plain without the ways to ask', 'ratio'], rows));
}

/** Milliseconds a question of each way: the median of the rounds, the first of which only warms up. */
async function interleaved(ways: readonly Ask[], questions: readonly string[]): Promise<number[]> {
  const sums = ways.map(() => new Array<number>(rounds + 1).fill(0));
  for (let round = 0; round <= rounds; round += 1) {
    for (const [i, question] of questions.entries()) {
      for (let turn = 0; turn < ways.length; turn += 1) {
        // Each goes first as often as the others.
        const way = (turn + i) % ways.length;
        const { ms: took } = await timedAsync(() => ways[way]!(question));
        sums[way]![round]! += took;
      }
    }
  }
  return sums.map((perRound) => median(perRound.slice(1)) / questions.length);
}

/** Building, answering and finding again, with more and more passages. */
async function bySize(shipped: Corpus, sizes: readonly number[]): Promise<void> {
  const synthetic = createSyntheticCorpus(shipped);
  const p99Of = new Map<number, number>();
  const rows: string[][] = [];
  for (const size of sizes) {
    const passages = synthetic.passages(size);
    const items = synthetic.questions(passages, questionCount);
    let ours: Figures | undefined;
    for (const engine of engines(shipped)) {
      const few = size >= largest && engine.name !== 'assistant';
      const built = await buildIt(() => engine.build(passages), size >= 10_000 ? 1 : 3);
      const asked = await askAll(built.ask, few ? items.slice(0, fewQuestions) : items, few ? 1 : 3);
      const it: Figures = { build: built.ms, ...asked };
      ours ??= it;
      if (engine.name === 'assistant') p99Of.set(size, it.p99);
      rows.push([
        String(size),
        engine.name,
        ms(it.build),
        ratio(it.build / ours.build),
        ms(it.p50),
        ratio(it.p50 / ours.p50),
        ms(it.p99),
        ratio(it.p99 / ours.p99),
        percent(it.first),
        percent(it.amongTen),
      ]);
      print(`  ${size} ${engine.name}`);
    }
  }
  print(
    '\nBy number of passages (each with 8 ways to ask and a text of 60 words); ms, and ratios to the assistant; "first", "in ten": where the passage asked for stands\n',
  );
  const head = ['passages', 'engine', 'build', 'ratio', 'p50', 'ratio', 'p99', 'ratio', 'first', 'in ten'];
  print(table(head, rows));
  const growth = (p99Of.get(largest) ?? 0) / (p99Of.get(10_000) ?? 1);
  if (growth > 0) print(`\nassistant, p99 of 100,000 passages / p99 of 10,000: ${ratio(growth)} (budget 5)`);
}

interface Figures {
  readonly build: number;
  readonly p50: number;
  readonly p99: number;
  readonly first: number;
  readonly amongTen: number;
}

async function buildIt(build: () => Promise<Ask> | Ask, times: number): Promise<{ ms: number; ask: Ask }> {
  const took: number[] = [];
  let ask: Ask = () => [];
  for (let i = 0; i < times; i += 1) {
    const built = await timedAsync(build);
    took.push(built.ms);
    ask = built.value;
  }
  return { ms: median(took), ask };
}

/** Each question's time is the median of its turns, so that a pause of the machine is not taken for a slow question. */
async function askAll(ask: Ask, items: readonly KnownItem[], turns: number): Promise<Omit<Figures, 'build'>> {
  for (const { question } of items.slice(0, 30)) await ask(question);
  const took = items.map((): number[] => []);
  let first = 0;
  let amongTen = 0;
  for (let turn = 0; turn < turns; turn += 1) {
    for (const [i, { question, id }] of items.entries()) {
      const { ms: one, value: ids } = await timedAsync(() => ask(question));
      took[i]!.push(one);
      if (turn > 0) continue;
      if (ids[0] === id) first += 1;
      if (ids.includes(id)) amongTen += 1;
    }
  }
  const times = took.map(median);
  return {
    p50: median(times),
    p99: percentile(times, 0.99),
    first: first / items.length,
    amongTen: amongTen / items.length,
  };
}

/** Every page in every language, as the plain engine is given it. */
function pagesAsPassages({ pages }: Corpus): SyntheticPassage[] {
  return [...pages.values()].flatMap((page) =>
    (['fr', 'en'] as const).flatMap((language) => {
      const text = page[language];
      if (!text) return [];
      const { title, questions, answer, details } = text;
      return [{ id: `${page.id}.${language}`, title, questions, text: [answer, ...details].join(' ') }];
    }),
  );
}
