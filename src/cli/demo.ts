import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { InvalidArgumentError, type Command } from 'commander';
import { composeRouting } from '../composeRouting';
import { parseConfig, type Config } from '../config';
import { communesFile } from '../knowledge/intercommunalities';
import { createFollowLead } from '../leads/followLead';
import { createSubmitLead } from '../leads/submitLead';
import { openKnowledge } from '../openKnowledge';
import { AppError } from '../shared/errors';
import { systemIds } from '../shared/ids';
import { days, systemClock } from '../shared/time';
import { createLeadRepository } from '../storage/leadRepository';
import { migrateDatabase } from '../storage/migrateDatabase';
import { openDatabase } from '../storage/openDatabase';
import { createOutboxRepository } from '../storage/outboxRepository';
import { createQuestionRepository } from '../storage/questionRepository';
import { readCommunes } from '../territory/readCommunes';
import { createChance } from './demo/chance';
import { fillDemo, type DemoCounts } from './demo/fillDemo';
import { createTimeline } from './demo/timeline';
import type { CommandWorld } from './program';
import { serve } from './serve';

/** Stands in a folder of invented data, so that nothing real is ever mixed with them. */
const mark = 'DEMO.txt';

/** What would reach somebody: a trial writes to nobody. */
const silenced = [
  'SMTP_URL',
  'MAIL_FROM',
  'OPERATOR_EMAIL',
  'LEAD_WEBHOOK_URL',
  'LEAD_WEBHOOK_SECRET',
  'DIRECT_LINE_SECRET',
  'MicrosoftAppId',
  'MicrosoftAppPassword',
  'MicrosoftAppTenantId',
  'OIDC_ISSUER',
  'OIDC_CLIENT_ID',
  'OIDC_CLIENT_SECRET',
] as const;

/** Adds `assistant demo`: the service with two months of invented activity, in a folder of its own. */
export function addDemoCommand(program: Command, world: CommandWorld): void {
  program
    .command('demo')
    .description(
      'look at the desk with invented activity: fills a database of its own, then serves it; nothing is sent to anybody',
    )
    .option('--data <folder>', 'where the invented data are kept', 'data-demo')
    .option('--days <number>', 'how many days of activity', dayCount, 60)
    .option('--fill-only', 'fill, and do not serve')
    .action(async (options: { data: string; days: number; fillOnly?: true }) => {
      const env = {
        ...world.env,
        ...Object.fromEntries(silenced.map((name) => [name, ''])),
        COMPANY_REGISTRY_URL: 'none',
        DATA_DIR: resolve(world.cwd, options.data),
      };
      const counts = await prepare(parseConfig(env, world.cwd), options.days);
      const told = counts
        ? `filled ${env.DATA_DIR} with ${counts.questions} questions and ${counts.leads} leads of ${options.days} days`
        : `${env.DATA_DIR} holds invented activity already; delete the folder for new one`;
      process.stdout.write(`${told}\n`);
      if (!options.fillOnly) await serve({ ...world, env });
    });
}

function dayCount(text: string): number {
  const number = Number(text);
  if (Number.isInteger(number) && number >= 1 && number <= 365) return number;
  throw new InvalidArgumentError('expected a whole number of days from 1 to 365');
}

/**
 * @returns undefined when the folder had been filled before
 * @throws AppError COMMAND_INVALID for a folder with a database that is not invented
 */
async function prepare(config: Config, dayTotal: number): Promise<DemoCounts | undefined> {
  const { dataDir } = config;
  const path = join(dataDir, 'assistant.db');
  if (existsSync(join(dataDir, mark))) return undefined;
  if (existsSync(path)) {
    throw new AppError(
      'COMMAND_INVALID',
      `${dataDir} holds a database that is not invented: name another folder with --data`,
    );
  }
  mkdirSync(dataDir, { recursive: true });
  const knowledge = openKnowledge(config);
  const { corpus } = knowledge;
  const [mainFolder = ''] = config.knowledgeDirs;
  const [commune, ...communes] = readCommunes(join(mainFolder, communesFile)).filter(
    ({ intercommunality }) => intercommunality !== undefined,
  );
  const db = openDatabase(path);
  try {
    await migrateDatabase(db);
    const end = systemClock();
    const timeline = createTimeline(new Date(end.getTime() - days(dayTotal)));
    const routing = composeRouting(() => corpus, config);
    const leads = createLeadRepository(db);
    const common = { clock: timeline.now, ids: systemIds };
    const counts = await fillDemo(
      {
        timeline,
        chance: createChance(dayTotal),
        knowledge,
        communes: [commune ?? { code: '', name: corpus.territory.fr, postcodes: [] }, ...communes],
        questionLog: createQuestionRepository(db),
        leads,
        submitLead: createSubmitLead({ ...common, repository: leads, recipients: routing.recipientsFor }),
        followLead: createFollowLead({
          ...common,
          leads,
          recipient: routing.recipient,
          escalationRecipient: routing.escalationRecipient,
        }),
        outbox: createOutboxRepository(db),
        ids: systemIds,
        recipientId: corpus.contact.id,
      },
      end,
      dayTotal,
    );
    // Last: a folder that was filled by half is no demo, and is refused.
    writeFileSync(join(dataDir, mark), 'Invented data: companies and people in here do not exist.\n');
    return counts;
  } finally {
    await db.destroy();
  }
}
