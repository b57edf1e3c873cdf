import type { SqliteDatabase, SqliteStatement } from 'kysely';
import type Libsql from 'libsql';

/**
 * A libsql connection as Kysely's SQLite dialect wants it, with two differences in the way transactions run:
 * - they take the write lock when they begin. A transaction that reads first and writes later would otherwise fail at
 *   once, without waiting, whenever another process wrote in between;
 * - rolling back is harmless after SQLite has already done so by itself (full disk), so that the caller sees the
 *   original fault instead of "no transaction is active".
 */
export function sqliteConnection(connection: Libsql.Database): SqliteDatabase {
  return {
    close: () => {
      connection.close();
    },
    prepare(text) {
      if (text === 'rollback' && !connection.inTransaction) return nothing;
      const statement = connection.prepare(text === 'begin' ? 'begin immediate' : text);
      return {
        reader: statement.reader,
        all: (parameters) => statement.all(parameters),
        run: (parameters) => statement.run(parameters),
        iterate: (parameters) => statement.iterate(parameters),
      };
    },
  };
}

const nothing: SqliteStatement = {
  reader: false,
  all: () => [],
  run: () => ({ changes: 0, lastInsertRowid: 0 }),
  iterate: () => [].values(),
};
