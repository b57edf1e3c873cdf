import type { Kysely } from 'kysely';
import type { DeskAccessRepository, KeptSession } from '../desk/signIn/deskAccessRepository';
import type { DeskSessionRow } from './deskAccessTables';
import type { Database } from './schema';

/** Links, sessions and recorded accesses of the desk in the database. */
export function createDeskAccessRepository(db: Kysely<Database>): DeskAccessRepository {
  return { links: links(db), sessions: sessions(db), accesses: accesses(db) };
}

const links = (db: Kysely<Database>): DeskAccessRepository['links'] => ({
  async add({ keyHash, email, expiresAt }) {
    await db
      .insertInto('desk_links')
      .values({ key_hash: keyHash, email, expires_at: expiresAt.toISOString() })
      .execute();
  },
  async isOpen(keyHash, now) {
    const row = await openLink(db, keyHash, now);
    return row !== undefined;
  },
  async take(keyHash, now) {
    const row = await openLink(db, keyHash, now);
    if (!row) return undefined;
    // Several may have read the row; one of them deletes it.
    const deleted = await db.deleteFrom('desk_links').where('key_hash', '=', keyHash).executeTakeFirst();
    return deleted.numDeletedRows > 0n ? row.email : undefined;
  },
  async remove(keyHash) {
    await db.deleteFrom('desk_links').where('key_hash', '=', keyHash).execute();
  },
  async removeOf(email) {
    await db.deleteFrom('desk_links').where('email', '=', email).execute();
  },
  async removeExpired(now) {
    await db.deleteFrom('desk_links').where('expires_at', '<=', now.toISOString()).execute();
  },
});

const openLink = (db: Kysely<Database>, keyHash: string, now: Date) =>
  db
    .selectFrom('desk_links')
    .select('email')
    .where('key_hash', '=', keyHash)
    .where('expires_at', '>', now.toISOString())
    .executeTakeFirst();

const sessions = (db: Kysely<Database>): DeskAccessRepository['sessions'] => ({
  async add({ idHash, email, signedInAt, lastSeenAt, browser }) {
    await db
      .insertInto('desk_sessions')
      .values({
        id_hash: idHash,
        email,
        signed_in_at: signedInAt.toISOString(),
        last_seen_at: lastSeenAt.toISOString(),
        browser,
      })
      .execute();
  },
  async find(idHash) {
    const row = await db
      .selectFrom('desk_sessions')
      .selectAll()
      .where('id_hash', '=', idHash)
      .executeTakeFirst();
    return row && toSession(row);
  },
  async of(email) {
    const rows = await db
      .selectFrom('desk_sessions')
      .selectAll()
      .where('email', '=', email)
      .orderBy('last_seen_at', 'desc')
      .orderBy('id_hash')
      .execute();
    return rows.map(toSession);
  },
  async seen(idHash, at) {
    await db
      .updateTable('desk_sessions')
      .set({ last_seen_at: at.toISOString() })
      .where('id_hash', '=', idHash)
      .execute();
  },
  async remove(idHash) {
    await db.deleteFrom('desk_sessions').where('id_hash', '=', idHash).execute();
  },
  async removeOf(email, exceptIdHash) {
    const all = db.deleteFrom('desk_sessions').where('email', '=', email);
    await (exceptIdHash === undefined ? all : all.where('id_hash', '!=', exceptIdHash)).execute();
  },
  async removeOld({ signedIn, lastSeen }) {
    await db
      .deleteFrom('desk_sessions')
      .where((eb) =>
        eb.or([
          eb('signed_in_at', '<=', signedIn.toISOString()),
          eb('last_seen_at', '<=', lastSeen.toISOString()),
        ]),
      )
      .execute();
  },
  async emails() {
    const rows = await db.selectFrom('desk_sessions').select('email').distinct().execute();
    return rows.map(({ email }) => email);
  },
});

const toSession = (row: DeskSessionRow): KeptSession => ({
  idHash: row.id_hash,
  email: row.email,
  signedInAt: new Date(row.signed_in_at),
  lastSeenAt: new Date(row.last_seen_at),
  browser: row.browser,
});

const accesses = (db: Kysely<Database>): DeskAccessRepository['accesses'] => ({
  async add({ id, at, email, kind, subject }) {
    await db.insertInto('desk_accesses').values({ id, at: at.toISOString(), email, kind, subject }).execute();
  },
  async list({ offset, limit }) {
    const rows = await db
      .selectFrom('desk_accesses')
      .selectAll()
      .orderBy('at', 'desc')
      .orderBy('id')
      .limit(limit)
      .offset(offset)
      .execute();
    return rows.map(({ at, email, kind, subject }) => ({ at: new Date(at), email, kind, subject }));
  },
  async removeBefore(moment) {
    await db.deleteFrom('desk_accesses').where('at', '<', moment.toISOString()).execute();
  },
});
