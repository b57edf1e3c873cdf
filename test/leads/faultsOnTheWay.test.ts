import { join } from 'node:path';
import { composeService } from '../../src/compose';
import { parseConfig } from '../../src/config';
import { systemIds } from '../../src/shared/ids';
import { createLog } from '../../src/shared/log';
import { buildKillableService } from '../support/killedService';
import { knowledgeFolder } from '../support/knowledgeFolder';
import { settingsOf, suffer, type AtTheRecap, type Fault, type Story } from '../support/requestUnderFault';
import type { SmtpBehaviour, SmtpStep } from '../support/smtpServer';
import { tempFolder } from '../support/tempFolder';
import { fillInOnTheWebsite } from '../support/websiteVisitor';
import { writeWebAssets } from '../support/writeWebAssets';

/** What the mail server does to the first mail. */
const troubles: readonly SmtpBehaviour[] = [
  { refuse: 451 },
  { refuse: 550 },
  'dropAfterData',
  'stallGreeting',
];
const steps: readonly SmtpStep[] = ['connected', 'sender', 'recipient', 'data', 'taken', 'told'];
const workers = 4;

let place: AtTheRecap;
beforeAll(async () => {
  const folder = tempFolder();
  const program = buildKillableService(folder);
  const webDir = writeWebAssets(join(folder, 'web'));
  const knowledgeDir = knowledgeFolder();
  const dataDir = join(folder, 'data');
  const now = new Date('2026-11-24T09:00:00.000Z');
  const config = parseConfig(settingsOf(dataDir, knowledgeDir, 'smtp://127.0.0.1:9'), '/');
  const world = { clock: () => now, ids: systemIds, log: createLog('silent') };
  const service = await composeService(config, webDir, world);
  const token = await fillInOnTheWebsite((await service.start()).url, {
    need: 'Agrandir notre atelier',
    company: 'Forges du Val',
    name: 'Ada Martin',
    email: 'ada.martin@example.fr',
  });
  await service.stop();
  place = { dataDir, token, knowledgeDir, webDir, program, now };
});

/** Several at a time. Every second visitor presses the button once more after the restart. */
async function sufferAll(faults: readonly Fault[]): Promise<(Story & { readonly fault: Fault })[]> {
  const stories: (Story & { readonly fault: Fault })[] = [];
  const waiting = [...faults.entries()];
  const worker = async (): Promise<void> => {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      const [n, fault] = next;
      stories.push({ fault, ...(await suffer(place, join(tempFolder(), 'data'), fault, n % 2 === 1)) });
    }
  };
  await Promise.all(Array.from({ length: workers }, worker));
  return stories;
}

const from = (first: number, last: number, stride = 1): number[] =>
  Array.from({ length: Math.max(0, Math.ceil((last + 1 - first) / stride)) }, (_, n) => first + n * stride);
const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);

it('keeps, shows and delivers every request, whatever statement or step of a mail the service is killed at', async () => {
  // The first run also leaves the compiled program for the others.
  const [smooth] = await sufferAll([{ server: 'accept', killAt: 0 }]);
  const troubled = await sufferAll(troubles.map((server) => ({ server, killAt: 0 })));
  const length = smooth?.statements ?? 0;
  const faults: Fault[] = [
    ...from(1, length).map((killAt): Fault => ({ server: 'accept', killAt })),
    ...steps.flatMap((step) =>
      [1, 2].map((mail): Fault => ({ server: 'accept', killAt: 0, killOn: { step, mail } })),
    ),
    // Up to the first mail, the way is the same whatever the mail server does.
    ...troubled.flatMap(({ fault: { server }, statements = 0 }, n) =>
      from(Math.floor(length / 2) + (n % 3), statements, 3).map((killAt): Fault => ({
        server,
        killAt,
        when: 'after',
      })),
    ),
  ];
  const stories = [...(smooth ? [smooth] : []), ...troubled, ...(await sufferAll(faults))];
  const killed = stories.filter((story) => story.killed);
  const those = (isWrong: (story: Story) => boolean): Story[] => stories.filter(isWrong);

  expect([smooth, ...troubled].map((story) => story?.killed)).toEqual([false, false, false, false, false]);
  expect(killed.length).toBeGreaterThanOrEqual(100);

  // A request is written with its first step and both its messages, or not at all.
  expect(
    those(
      ({ rows: [leads, taken, entries] }) =>
        !(leads === 1 ? taken === 1 && entries >= 2 : leads + taken + entries === 0),
    ),
  ).toEqual([]);
  // What was shown was on disk by then.
  expect(those(({ shown, shownAndKept }) => shown.join() !== shownAndKept.join())).toEqual([]);
  // In the end there is one request, and the visitor has seen its reference and no other.
  expect(those(({ kept, seen }) => kept.length !== 1 || kept.join() !== seen.join())).toEqual([]);

  // The recipient and the company have their mails, and so has whoever was told that one was refused.
  expect(those(({ states }) => states.some((state) => state !== 'delivered'))).toEqual([]);
  expect(those(({ states, mails }) => mails !== states.length)).toEqual([]);
  const both = ['jeanne.dupont@example.fr', 'ada.martin@example.fr'];
  expect(
    those(({ addresses }) => !both.every((address) => addresses.some((to) => to.includes(address)))),
  ).toEqual([]);

  // A mail comes twice, under the same Message-ID, when the server had taken it and the service could not know; else never.
  expect(those(({ doubles, takenUnknown }) => doubles !== takenUnknown)).toEqual([]);
  const doubles = sum(stories.map((story) => story.doubles));
  expect(doubles).toBeGreaterThan(0);
  expect(doubles).toBeLessThan(stories.length / 2);
}, 240_000);
