import { join } from 'node:path';
import type { Kysely } from 'kysely';
import type { SchemeDates } from '../../src/aids/schemeStatus';
import { createRequestNotice } from '../../src/notices/requestNotice';
import { createTellWatches } from '../../src/notices/tellWatches';
import type { WatchedScheme } from '../../src/notices/watch';
import { createWatchDesk } from '../../src/notices/watchDesk';
import { createWatchPrivacy } from '../../src/notices/watchPrivacy';
import { systemIds } from '../../src/shared/ids';
import { createLetterRepository } from '../../src/storage/letterRepository';
import { migrateDatabase } from '../../src/storage/migrateDatabase';
import { openDatabase } from '../../src/storage/openDatabase';
import type { Database } from '../../src/storage/schema';
import { createWatchRepository } from '../../src/storage/watchRepository';
import { fakeClock } from './fakeClock';
import { tempFolder } from './tempFolder';

export const timeZone = 'Europe/Paris';
export const keptDays = 365;

/** A scheme that exists nowhere. */
export const forgeScheme = (dates: Partial<SchemeDates> = {}): WatchedScheme => ({
  id: 'aides/forge',
  title: { fr: 'Prêt Forge', en: 'Forge loan' },
  operator: 'Banque des Forges',
  url: 'https://banque.example.org/forge',
  dates: { permanent: false, ...dates },
});

/** Watches over a real database, a clock that stands still (Tuesday 24 November 2026), and schemes that a test changes. */
export async function openNoticeStore(first: WatchedScheme = forgeScheme({ closesOn: '2027-02-09' })) {
  const time = fakeClock('2026-11-24T09:00:00.000Z');
  const { clock } = time;
  const db: Kysely<Database> = openDatabase(join(tempFolder(), 'assistant.db'));
  await migrateDatabase(db);
  const schemes = new Map<string, WatchedScheme>([[first.id, first]]);
  const schemeOf = (id: string) => schemes.get(id);
  const watches = createWatchRepository(db);
  const letters = createLetterRepository(db);
  const forgotten: string[] = [];
  const forgetCopies = async (watchId: string): Promise<void> => void forgotten.push(watchId);
  const common = { watches, schemeOf, clock, ids: systemIds, timeZone, keptDays, forgetCopies };
  const request = createRequestNotice(common);
  const desk = createWatchDesk(common);
  const tellWatches = createTellWatches(common);
  return {
    ...time,
    db,
    schemes,
    watches,
    letters,
    forgotten,
    desk,
    privacy: createWatchPrivacy(common),
    /** Asks for news of the scheme. */
    ask: (email = 'ada.martin@example.fr', more: Partial<Parameters<typeof request>[0]> = {}) =>
      request({ email, schemeId: first.id, language: 'fr', ...more }),
    /** Asks and confirms. */
    async watch(email = 'ada.martin@example.fr') {
      await request({ email, schemeId: first.id, language: 'fr' });
      const [watch] = await watches.ofEmail(email);
      await desk.confirm(watch!.id);
      return watch!.id;
    },
    /** Moves to nine o'clock in Paris of a day, and tells whoever is to be told. */
    async on(day: string) {
      const at = Date.parse(`${day}T08:00:00.000Z`);
      time.advance(at - clock().getTime());
      return tellWatches.runOnce(clock());
    },
    /** What waits to be sent, oldest first. */
    async waiting() {
      const rows = await db
        .selectFrom('letters')
        .select(['content', 'recipient'])
        .orderBy('created_at')
        .execute();
      return rows.map((row) => {
        const { kind } = JSON.parse(row.content) as { kind: string };
        return `${kind} ${(JSON.parse(row.recipient) as { email: string }).email}`;
      });
    },
    /** What was written since the confirmation letter. */
    async notices(): Promise<string[]> {
      return (await this.waiting())
        .map((line) => line.split(' ')[0] ?? '')
        .filter((kind) => kind !== 'confirm');
    },
  };
}

export type NoticeStore = Awaited<ReturnType<typeof openNoticeStore>>;
