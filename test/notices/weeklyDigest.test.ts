import { join } from 'node:path';
import type { Kysely } from 'kysely';
import { letterMessage } from '../../src/delivery/letterMessage';
import { createNoticeLinks } from '../../src/delivery/noticeLinks';
import type { Letter } from '../../src/notices/letter';
import { createWeeklyDigest, type WeekDigest } from '../../src/notices/weeklyDigest';
import { systemIds } from '../../src/shared/ids';
import { createDigestWeeks } from '../../src/storage/digestWeeks';
import { createLetterRepository } from '../../src/storage/letterRepository';
import { migrateDatabase } from '../../src/storage/migrateDatabase';
import { openDatabase } from '../../src/storage/openDatabase';
import type { Database } from '../../src/storage/schema';
import { tempFolder } from '../support/tempFolder';

const quiet: WeekDigest = {
  waiting: { count: 0 },
  taken: 2,
  closed: 1,
  questions: 40,
  answeredShare: 87.4,
  toAnswer: [{ question: 'Où louer une nacelle ?', count: 3 }],
  pagesToCheck: ['Une', 'Deux', 'Trois', 'Quatre', 'Cinq', 'Six'],
  deliveries: { waiting: 0, dead: 0 },
};

let db: Kysely<Database>;
beforeEach(async () => {
  db = openDatabase(join(tempFolder(), 'assistant.db'));
  await migrateDatabase(db);
});
afterEach(() => db.destroy());

const weekly = (digest: WeekDigest = quiet) =>
  createWeeklyDigest({
    weeks: createDigestWeeks(db),
    to: () => ({ name: 'Paul Martin', email: 'paul@example.org' }),
    digest: async () => digest,
    ids: systemIds,
    timeZone: 'Europe/Paris',
  });
const on = (day: string) => new Date(`${day}T08:00:00.000Z`);
/** The mail that waits, in words. */
const mail = async (): Promise<string> => {
  const letter: Letter = (await createLetterRepository(db).claim({ now: on('2027-12-31'), leaseMs: 1 }))!;
  const message = letterMessage(
    {
      identity: { from: 'assistant@example.org', host: 'example.org' },
      programme: { fr: 'Vallée des Forges', en: 'Forge Valley' },
      links: createNoticeLinks({
        publicUrl: 'https://a.example',
        key: Buffer.alloc(32, 7),
        clock: () => on('2026-12-07'),
      }),
      calendarLink: () => undefined,
      deskUrl: 'https://a.example/suivi',
    },
    letter,
    on('2026-12-07'),
  );
  return `${String(message.subject)}\n${String(message.text)}`;
};

it('comes once a week on Monday, and not in the week in which the service first runs', async () => {
  const { runOnce } = weekly();
  expect(await runOnce(on('2026-11-25'))).toBe(false);
  expect(await runOnce(on('2026-11-29'))).toBe(false);
  expect(await runOnce(on('2026-11-30'))).toBe(true);
  expect(await runOnce(on('2026-12-01'))).toBe(false);
  expect(await runOnce(on('2026-12-07'))).toBe(true);
});

it('waits for the next working day where Monday is a holiday, and comes late rather than never', async () => {
  const { runOnce } = weekly();
  await runOnce(on('2027-03-23'));
  // Easter Monday.
  expect(await runOnce(on('2027-03-29'))).toBe(false);
  expect(await runOnce(on('2027-03-30'))).toBe(true);
  // The service stood still on Monday.
  expect(await runOnce(on('2027-04-08'))).toBe(true);
});

it('tells in one screen what waits, what was done, what to answer, and that nothing was lost', async () => {
  const { runOnce } = weekly();
  await runOnce(on('2026-11-25'));
  await runOnce(on('2026-11-30'));
  const text = await mail();
  for (const part of [
    '[Vallée des Forges] Votre semaine du 23 novembre au 29 novembre',
    'Rien n’attend',
    '2 demandes prises',
    '1 demande close',
    '40 questions posées, dont 87 % avec une réponse.',
    '« Où louer une nacelle ? » (3 fois)',
    'Cinq',
    'et une autre',
    'Aucune demande perdue',
    'https://a.example/suivi',
  ]) {
    expect(text).toContain(part);
  }
  expect(text).not.toContain('Six');
});

it('says what did not arrive, and which request waits longest', async () => {
  const digest = {
    ...quiet,
    waiting: { count: 2, oldestReference: 'ACDE-FGHJ' },
    deliveries: { waiting: 1, dead: 1 },
  };
  const { runOnce } = weekly(digest);
  await runOnce(on('2026-11-25'));
  await runOnce(on('2026-11-30'));
  const text = await mail();
  expect(text).toContain('2 demandes attendent que quelqu’un la prenne ; la plus ancienne est ACDE-FGHJ.');
  expect(text).toContain('1 message n’est pas arrivé');
});
