import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readQuestionSet } from '../../src/knowledge/questionSet';

const dir = mkdtempSync(join(tmpdir(), 'question-set-'));
afterAll(() => {
  rmSync(dir, { recursive: true });
});
const file = (name: string, text: string): string => {
  writeFileSync(join(dir, name), text);
  return join(dir, name);
};

it('reads JSON Lines with text, and leaves empty lines and other fields aside', () => {
  expect(readQuestionSet(file('a.jsonl', '{"text":"Une ?","page":"x"}\n\n"Deux ?"\n'))).toEqual([
    'Une ?',
    'Deux ?',
  ]);
});

it('reads a YAML list with question', () => {
  const text = '- question: Une ?\n  page: x\n- Deux ?\n';
  expect(readQuestionSet(file('a.yml', text))).toEqual(['Une ?', 'Deux ?']);
  expect(readQuestionSet(file('a.yaml', text))).toEqual(['Une ?', 'Deux ?']);
});

it.each([
  ['not JSON', 'b.jsonl', 'Une ?'],
  ['no list', 'b.yml', 'question: Une ?'],
  ['without a question', 'c.yml', '- page: x'],
])('names the file when it is %s', (_what, name, text) => {
  expect(() => readQuestionSet(file(name, text))).toThrow(new RegExp(`${name} is no list of questions`));
});

it('names a file that is not there', () => {
  expect(() => readQuestionSet(join(dir, 'none.yml'))).toThrow(/none\.yml/);
});
