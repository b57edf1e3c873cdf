import type { SqliteDatabase, SqliteStatement } from 'kysely';
import type Libsql from 'libsql';

/**
 * A libsql connection as Kysely's SQLite dialect wants it, with three differences:
 * - they take the write lock when they begin. A transaction that reads first and writes later would otherwise fail at
 *   once, without waiting, whenever another process wrote in between;
 * - rolling back is harmless after SQLite has already done so by itself (full disk), so that the caller sees the
 *   original fault instead of "no transaction is active";
 * - using it after it was closed throws. libsql itself would abort the whole process.
 */
export function sqliteConnection(connection: Libsql.Database): SqliteDatabase {
  let closed = false;
  return {
    close() {
      closed = true;
      connection.close();
    },
    prepare(text) {
      if (text === 'rollback' && (closed || !connection.inTransaction)) return nothing;
      if (closed) throw new Error('the database was closed while it was still in use');
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
