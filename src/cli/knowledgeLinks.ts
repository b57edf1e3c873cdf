import { setTimeout as wait } from 'node:timers/promises';
import type { Command } from 'commander';
import { parseConfig } from '../config';
import { pageLinks } from '../knowledge/pageLinks';
import { checkLinks } from '../links/checkLinks';
import { keepReport, linksFile } from '../links/keptReport';
import { openKnowledge } from '../openKnowledge';
import { AppError } from '../shared/errors';
import { seconds, systemClock } from '../shared/time';
import { linkReportText, type PlacedResult } from './linkReportText';
import type { CommandWorld } from './program';
import { createProgressBar } from './progressBar';

interface LinkOptions {
  readonly json?: boolean;
  readonly delay: string;
  readonly hosts: string;
  readonly timeout: string;
}

/** The name by which a site's robots.txt may speak of this command. */
const robot = 'assistant-links';

/** Adds `assistant knowledge links`. */
export function addLinksCommand(knowledge: Command, world: CommandWorld): void {
  knowledge
    .command('links')
    .description('look politely whether the addresses in pages and sources still lead somewhere')
    .option('--json', 'print the results as JSON')
    .option('--delay <seconds>', 'pause between two requests to one host', '2')
    .option('--hosts <count>', 'hosts at a time', '4')
    .option('--timeout <seconds>', 'how long one request may take', '20')
    .action((options: LinkOptions) => knowledgeLinks(options, world));
}

/**
 * Looks at every address and prints, in French for editors, what is dead, has moved, could not be told or is for people only; keeps the result in
 * DATA_DIR for the monthly mail. Exit code 1 when an address is dead.
 * @throws AppError COMMAND_INVALID, KNOWLEDGE_INVALID
 */
async function knowledgeLinks(options: LinkOptions, { env, cwd }: CommandWorld): Promise<void> {
  const config = parseConfig(env, cwd);
  const links = pageLinks(openKnowledge(config).corpus);
  if (!config.publicUrl) {
    process.stderr.write(
      'PUBLIC_URL est vide : les sites visités ne sauront pas à qui s’adresser en cas de gêne.\n',
    );
  }
  const bar = createProgressBar('Liens', links.length);
  const results = await checkLinks(
    links.map(({ url }) => url),
    {
      robot,
      userAgent: config.publicUrl ? `${robot}/1.0 (+${config.publicUrl})` : `${robot}/1.0`,
      delayMs: seconds(numberFrom('--delay', options.delay, 0, 60)),
      hosts: numberFrom('--hosts', options.hosts, 1, 32),
      timeoutMs: seconds(numberFrom('--timeout', options.timeout, 0.1, 300)),
    },
    { fetch, wait: (ms) => wait(ms), clock: systemClock },
    () => bar.step(),
  );
  bar.stop();
  keepReport(linksFile(config.dataDir), { checkedAt: systemClock(), results });
  const placed = results.map((result): PlacedResult => ({
    ...result,
    places: links.find(({ url }) => url === result.url)?.places ?? [],
  }));
  process.stdout.write(options.json ? `${JSON.stringify(placed, null, 2)}\n` : `${linkReportText(placed)}\n`);
  if (results.some(({ state }) => state === 'dead')) process.exitCode = 1;
}

function numberFrom(option: string, text: string, min: number, max: number): number {
  const value = Number(text);
  if (text.trim() !== '' && value >= min && value <= max) return value;
  throw new AppError('COMMAND_INVALID', `${option}: expected a number from ${min} to ${max}, got "${text}"`);
}
