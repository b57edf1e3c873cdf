import type { ColumnType, Generated } from 'kysely';
import type { Moment } from './leadTables';

type Fixed<T> = ColumnType<T, T, never>;

/** One row a published state of a page. Rows are added, never changed. */
export interface PageVersionRow {
  number: Generated<number>;
  page_id: Fixed<string>;
  action: Fixed<string>;
  french: Fixed<string>;
  english: Fixed<string | null>;
  /** JSON: sources by id. */
  sources: Fixed<string>;
  author_name: Fixed<string>;
  author_email: Fixed<string>;
  at: Fixed<Moment>;
  reason: Fixed<string>;
}

/** The tables of publications. */
export interface PublicationTables {
  page_versions: PageVersionRow;
}
