import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod/v4';
import type { AnswerContext, AnswerOutcome } from '../../src/knowledge/answerOutcome';
import type { Knowledge } from '../../src/knowledge/knowledge';
import { questionLanguage } from '../../src/knowledge/questionLanguage';
import { tokenise } from '../../src/text/tokenise';
import { shippedKnowledge } from '../support/shippedKnowledge';

/** The least share of golden questions that must be understood. */
const leastShare = 0.9;

const golden = z
  .array(
    z.strictObject({
      question: z.string().min(1),
      context: z.array(z.string()).default([]),
      expect: z.union([z.string(), z.array(z.string()).min(2)]).transform((value) => [value].flat()),
      because: z.string().min(1),
    }),
  )
  .parse(parse(readFileSync(join(__dirname, 'goldenQuestions.yml'), 'utf8')));

let knowledge: Knowledge;
beforeAll(() => {
  knowledge = shippedKnowledge();
});

/** What the last question of a conversation is understood to mean. */
function outcomeOf(context: readonly string[], question: string): AnswerOutcome {
  let language = questionLanguage(context[0] ?? question, 'fr', knowledge.findAnswer);
  let before: AnswerContext = {};
  for (const said of context) {
    language = questionLanguage(said, language, knowledge.findAnswer);
    const outcome = knowledge.findAnswer(said, language, before);
    before = { lastQuestion: said, lastPageId: 'page' in outcome ? outcome.page.id : undefined };
  }
  return knowledge.findAnswer(question, questionLanguage(question, language, knowledge.findAnswer), before);
}

/** Every name under which an outcome may be expected. */
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

it('holds at least 220 questions, each with a reason, none twice', () => {
  expect(golden.length).toBeGreaterThanOrEqual(220);
  const keys = golden.map(({ question, context }) => [...context, question].join(' / '));
  expect(new Set(keys).size).toBe(keys.length);
});

it('expects only pages and intents that exist', () => {
  const { pages, intents } = knowledge.corpus;
  const exists = (name: string) =>
    ['gap', 'none', 'ambiguous'].includes(name) ||
    pages.has(name) ||
    intents.has(name.replace(/^intent:/, ''));
  expect(golden.flatMap(({ expect: names }) => names).filter((name) => !exists(name))).toEqual([]);
});

it('asks nothing that an editor has already written down', () => {
  const { pages, intents } = knowledge.corpus;
  const written = new Set(
    [
      ...[...pages.values()].flatMap(({ fr, en }) => [
        fr.title,
        ...fr.questions,
        ...(en ? [en.title, ...en.questions] : []),
      ]),
      ...[...intents.values()].flatMap(({ fr, en }) => [...fr, ...en]),
    ].map((text) => tokenise(text).join(' ')),
  );
  const copied = golden
    .map(({ question }) => question)
    .filter((question) => {
      const words = tokenise(question).join(' ');
      return words !== '' && written.has(words);
    });
  expect(copied).toEqual([]);
});

it(`understands at least ${leastShare * 100} % of the golden questions`, () => {
  const wrong = golden.flatMap(({ question, context, expect: expected, because }) => {
    const got = namesOf(outcomeOf(context, question));
    if (got.some((name) => expected.includes(name))) return [];
    const asked = [...context, question].join(' / ');
    return [`${asked}\n    expected ${expected.join(' or ')}, got ${got.join(' and ')}; ${because}`];
  });
  const share = 1 - wrong.length / golden.length;
  process.stdout.write(
    `golden questions: ${golden.length - wrong.length} of ${golden.length} right (${(share * 100).toFixed(1)} %)\n` +
      wrong.map((line) => `  ${line}\n`).join(''),
  );
  expect(share).toBeGreaterThanOrEqual(leastShare);
});
