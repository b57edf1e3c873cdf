import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod/v4';
import type { AnswerContext, AnswerOutcome } from '../src/knowledge/answerOutcome';
import { compileIndex } from '../src/knowledge/compiledIndex';
import { loadCorpus, type Corpus } from '../src/knowledge/corpus';
import { createFindAnswer, type FindAnswer } from '../src/knowledge/findAnswer';
import type { Passage } from '../src/knowledge/passage';
import { openPassageIndex } from '../src/knowledge/passageIndex';
import { lexiconOf, passagesOf } from '../src/knowledge/passagesOf';
import { questionLanguage } from '../src/knowledge/questionLanguage';
import { defaultTuning, type Tuning } from '../src/knowledge/tuning';
import { createAnalysis } from '../src/text/analyse';
import type { Language } from '../src/text/language';
import { compileLexicon } from '../src/text/lexicon';

/** The values that each number is tried with; the one in use is marked in the table. */
const swept: Partial<Record<keyof Tuning, readonly number[]>> = {
  nearestShare: [0, 0.15, 0.3, 0.45, 0.6],
  halfProof: [0.5, 1, 1.5, 2.5, 5],
  coverageShare: [0, 0.1, 0.2, 0.3],
  maxCandidates: [20, 60, 150],
  maxLookups: [5, 10, 20],
  partShare: [0, 0.15, 0.3, 0.5],
  jointShare: [0.1, 0.35, 0.6],
  nearBonus: [0, 0.08, 0.16],
  minScore: [0.14, 0.17, 0.2, 0.24, 0.28],
  sureScore: [0.25, 0.3, 0.36],
  minCoverage: [0.2, 0.4, 0.6],
  explainedShare: [0, 0.011, 0.044],
  minExplained: [0, 0.5, 0.6, 0.63, 0.7, 0.75],
  equalMargin: [0.88, 0.93, 1],
  complementMargin: [0.6, 0.72, 0.85, 1],
  minIntentScore: [0.18, 0.24, 0.32],
};
/** Numbers that are built into the index, which must then be made anew. */
const builtIn: Partial<Record<keyof Tuning, readonly number[]>> = { pairShare: [0.25, 0.5, 0.8] };

/** One in this many variants is left out of the index and asked. */
const leftOutEvery = 7;
/** One in this many off-topic pages is left out whole: its questions must then be admitted, not answered. */
const gapLeftOutEvery = 6;

const golden = z.array(
  z.object({
    question: z.string(),
    context: z.array(z.string()).default([]),
    expect: z.union([z.string(), z.array(z.string())]).transform((value) => [value].flat()),
  }),
);

interface Asked {
  readonly text: string;
  readonly language: Language;
  readonly id: string;
}

/**
 * Prints, for each value: golden questions right, left-out variants right, off-topic questions admitted.
 * @param only names of numbers to sweep; all of them takes several minutes
 */
export function tune(only: readonly string[] = []): void {
  const { corpus } = loadCorpus([join(process.cwd(), 'knowledge')]);
  if (!corpus) throw new Error('the knowledge folder has faults: npm run knowledge:check');
  const questions = golden.parse(
    parse(readFileSync(join(process.cwd(), 'test/knowledge/goldenQuestions.yml'), 'utf8')),
  );
  const lexicon = compileLexicon(lexiconOf(corpus));
  const analyse = createAnalysis(lexicon);
  const { passages, asked, offTopic } = split(corpus);
  const finders = (tuning: Tuning) => {
    const whole = compileIndex(passagesOf(corpus), analyse, lexicon.words, tuning);
    const part = compileIndex(passages, analyse, lexicon.words, tuning);
    return (used: Tuning) => ({
      whole: createFindAnswer(corpus, openPassageIndex(whole, analyse, used), used),
      part: createFindAnswer(corpus, openPassageIndex(part, analyse, used), used),
    });
  };
  const measure = ({ whole, part }: { whole: FindAnswer; part: FindAnswer }) => ({
    golden: percent(
      questions.filter((q) =>
        q.expect.some((name) => namesOf(askGolden(whole, q.context, q.question)).includes(name)),
      ).length,
      questions.length,
    ),
    'left out': percent(
      asked.filter((a) => namesOf(part(a.text, a.language)).includes(a.id)).length,
      asked.length,
    ),
    'off topic admitted': percent(
      offTopic.filter((a) => admits(part(a.text, a.language))).length,
      offTopic.length,
    ),
  });

  const rows: Record<string, string | number>[] = [];
  const base = finders(defaultTuning);
  console.log(
    `${questions.length} golden questions, ${asked.length} left-out variants, ${offTopic.length} off-topic questions`,
  );
  rows.push({ number: 'all as in use', value: '', ...measure(base(defaultTuning)) });
  const wanted = (name: string): boolean => only.length === 0 || only.includes(name);
  for (const [name, values] of Object.entries(swept).filter(([name]) => wanted(name))) {
    for (const value of values) {
      if (value !== defaultTuning[name as keyof Tuning]) {
        rows.push({ number: name, value, ...measure(base({ ...defaultTuning, [name]: value })) });
      }
    }
  }
  for (const [name, values] of Object.entries(builtIn).filter(([name]) => wanted(name))) {
    for (const value of values) {
      const tuning = { ...defaultTuning, [name]: value };
      if (value !== defaultTuning[name as keyof Tuning])
        rows.push({ number: name, value, ...measure(finders(tuning)(tuning)) });
    }
  }
  console.table(rows);
}

/** The index without some of its own variants and without some off-topic pages, and these as questions. */
function split(corpus: Corpus): { passages: Passage[]; asked: Asked[]; offTopic: Asked[] } {
  const gone = new Set(
    [...corpus.pages.values()]
      .filter((page) => page.theme === 'hors-sujet')
      .filter((_, i) => i % gapLeftOutEvery === 0)
      .map((page) => `page:${page.id}`),
  );
  const asked: Asked[] = [];
  const offTopic: Asked[] = [];
  const passages = passagesOf(corpus).flatMap((passage): Passage[] => {
    if (gone.has(passage.id)) {
      offTopic.push(
        ...passage.examples
          .filter((_, i) => i % 4 === 0)
          .map((text) => ({ text, language: passage.language, id: 'none' })),
      );
      return [];
    }
    // Every seventh variant is left out of the index; asking a third of them is enough to see half a point.
    const left = passage.examples.filter((_, i) => i > 0 && i % leftOutEvery === 0);
    asked.push(
      ...left
        .filter((_, i) => i % 3 === 0)
        .map((text) => ({ text, language: passage.language, id: passage.id.replace('page:', '') })),
    );
    return [{ ...passage, examples: passage.examples.filter((text) => !left.includes(text)) }];
  });
  return { passages, asked, offTopic };
}

function askGolden(find: FindAnswer, context: readonly string[], question: string): AnswerOutcome {
  let before: AnswerContext = {};
  let language: Language = 'fr';
  for (const said of context) {
    language = questionLanguage(said, language, find);
    const outcome = find(said, language, before);
    before = { lastQuestion: said, lastPageId: 'page' in outcome ? outcome.page.id : undefined };
  }
  return find(question, questionLanguage(question, language, find), before);
}

function namesOf(outcome: AnswerOutcome): string[] {
  switch (outcome.kind) {
    case 'answered':
      return [outcome.page.id, ...(outcome.also ? [outcome.also.id] : [])];
    case 'knownGap':
      return [outcome.page.id, 'gap'];
    case 'intent':
      return [`intent:${outcome.intent}`];
    case 'ambiguous':
      return ['ambiguous'];
    case 'unanswered':
      return ['none'];
  }
}

/** Another known gap, a question back or an honest "I don't know" are all admissions. */
const admits = (outcome: AnswerOutcome): boolean => outcome.kind !== 'answered' && outcome.kind !== 'intent';

const percent = (part: number, whole: number): string =>
  `${((100 * part) / Math.max(1, whole)).toFixed(1)} %`;
