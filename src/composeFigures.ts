import { join } from 'node:path';
import { timeZone } from './composeRouting';
import type { Config } from './config';
import { createCountSteps, type CountSteps } from './figures/countSteps';
import { createFigures, type Figures } from './figures/figures';
import { communesFile } from './knowledge/intercommunalities';
import type { Corpus } from './knowledge/corpus';
import type { World } from './shared/world';
import { createFigureRepository } from './storage/figureRepository';
import type { OpenDatabase } from './storage/openDatabase';
import { createStepCountRepository } from './storage/stepCountRepository';
import { readCommunes } from './territory/readCommunes';

/** Counts the steps of forms in this database. */
export const countStepsIn = (db: OpenDatabase, { clock, log }: World): CountSteps =>
  createCountSteps({ stepCounts: createStepCountRepository(db), clock, log, timeZone });

/** The figures of this database. The list of communes is read when the first figure asks for a name. */
export function composeFigures(
  config: Config,
  corpus: () => Corpus,
  db: OpenDatabase,
  { clock }: World,
): Figures {
  const [mainFolder = ''] = config.knowledgeDirs;
  let names: ReadonlyMap<string, string> | undefined;
  const read = (): ReadonlyMap<string, string> =>
    new Map(readCommunes(join(mainFolder, communesFile)).map(({ code, name }) => [code, name]));
  return createFigures({
    source: createFigureRepository(db),
    corpus,
    communeName: (code) => (names ??= read()).get(code),
    promiseDays: config.leadDays.callBack,
    clock,
    timeZone,
  });
}
