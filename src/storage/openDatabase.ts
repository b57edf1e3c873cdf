import { closeSync, mkdirSync, openSync } from 'node:fs';
import { dirname } from 'node:path';
import { Kysely, SqliteDialect } from 'kysely';
import Libsql from 'libsql';
import { AppError, codeOf } from '../shared/errors';
import { seconds } from '../shared/time';
import type { Database } from './schema';
import { sqliteConnection } from './sqliteConnection';

/** The open database, for who hands it on. */
export type OpenDatabase = Kysely<Database>;

/**
 * Opens the SQLite database at `path`, and makes it and its folder when they are missing (readable by the service's
 * own user only: it holds personal data). What a commit acknowledged survives a crash and a power cut (WAL,
 * `synchronous=FULL`). Another process may have the file open too.
 *
 * Close it with `destroy()`. It does not migrate: see `migrateDatabase`.
 * @param path absolute
 * @param busyTimeoutMs how long a statement waits for another process's write lock, in ms; 5,000 by default. The
 * process stands still meanwhile, so open a file only once in each process
 * @throws AppError DATABASE_UNAVAILABLE with the path and the remedy
 */
export function openDatabase(path: string, busyTimeoutMs = seconds(5)): Kysely<Database> {
  try {
    mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
    // SQLite would make the file readable by everyone; and it reports less well why it cannot.
    closeSync(openSync(path, 'a', 0o600));
    const connection = new Libsql(path, { timeout: busyTimeoutMs });
    connection.pragma('journal_mode = WAL');
    connection.pragma('synchronous = FULL');
    connection.pragma('foreign_keys = ON');
    // What is erased must not stay readable in the file.
    connection.pragma('secure_delete = ON');
    return new Kysely<Database>({ dialect: new SqliteDialect({ database: sqliteConnection(connection) }) });
  } catch (cause) {
    throw new AppError(
      'DATABASE_UNAVAILABLE',
      `the database ${path} cannot be opened (${codeOf(cause)}). Check that DATA_DIR is a folder on a local disk ` +
        'which the service may write to, that space is left, and that the file is not damaged.',
      { cause },
    );
  }
}
