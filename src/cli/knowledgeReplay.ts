import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseConfig } from '../config';
import { readKnowledge } from '../knowledge/knowledge';
import { readQuestionSet } from '../knowledge/questionSet';
import { compareKnowledge, type ReplayRow } from '../knowledge/replay';
import { AppError } from '../shared/errors';
import { migrateDatabase } from '../storage/migrateDatabase';
import { openDatabase } from '../storage/openDatabase';
import { createQuestionRepository } from '../storage/questionRepository';
import { committedKnowledge } from './committedKnowledge';
import type { CommandWorld } from './program';

const titles = { gained: 'Gagnées', lost: 'Perdues', changed: 'Changées' } as const;

/**
 * Prints, in French for editors, which questions the working copy of the pages now wins, loses or answers by another page, compared with the last
 * commit.
 * @param files question sets: JSON Lines with `text`, or YAML lists with `question`; the questions kept in the database are always asked too
 * @throws AppError COMMAND_INVALID, KNOWLEDGE_INVALID
 */
export async function knowledgeReplay(files: readonly string[], world: CommandWorld): Promise<void> {
  const config = parseConfig(world.env, world.cwd);
  const questions = [
    ...new Set([
      ...files.flatMap((file) => readQuestionSet(resolve(world.cwd, file))),
      ...(await kept(config.dataDir)),
    ]),
  ];
  if (questions.length === 0) {
    throw new AppError('COMMAND_INVALID', 'no question to ask: name a file, or let visitors ask some first');
  }
  const [folder = '', ...further] = config.knowledgeDirs;
  const before = committedKnowledge(folder, further, world.env);
  const rows = compareKnowledge(questions, before, readKnowledge(config.knowledgeDirs));
  process.stdout.write(`${report(rows)}\n`);
}

async function kept(dataDir: string): Promise<string[]> {
  const path = join(dataDir, 'assistant.db');
  if (!existsSync(path)) return [];
  const db = openDatabase(path);
  try {
    await migrateDatabase(db);
    return (await createQuestionRepository(db).since(new Date(0))).map(({ question }) => question);
  } finally {
    await db.destroy();
  }
}

function report(rows: readonly ReplayRow[]): string {
  const count = (change: ReplayRow['change']): number => rows.filter((row) => row.change === change).length;
  const parts = (['gained', 'lost', 'changed'] as const).flatMap((change) => {
    const of = rows.filter((row) => row.change === change);
    if (of.length === 0) return [];
    return [
      `${titles[change]} (${of.length})`,
      ...of.map((row) => `  ${row.question}\n    ${row.before} → ${row.after}`),
    ];
  });
  const summary = `${rows.length} questions : ${count('gained')} gagnées, ${count('lost')} perdues, ${count('changed')} changées, ${count('same')} sans changement`;
  return [...parts, summary].join('\n');
}
