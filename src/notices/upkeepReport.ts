/** A page that an editor should look at, as the project lead reads of it. */
export interface UpkeepPage {
  readonly title: string;
  /** Path in the knowledge folder. */
  readonly file: string;
  /** ISO day: due since, closes on, closed on. */
  readonly on: string;
}

/** An address that no longer leads where pages say. */
export interface UpkeepLink {
  readonly url: string;
  readonly places: readonly string[];
  /** The new address; undefined: the old one is dead. */
  readonly movedTo?: string | undefined;
}

/** What there is to confirm in a month. */
export interface UpkeepReport {
  readonly overdue: readonly UpkeepPage[];
  /** Imported pages past their next check: another import renews them. */
  readonly importedOverdue: number;
  readonly closing: readonly UpkeepPage[];
  readonly closed: readonly UpkeepPage[];
  /** As the last `assistant knowledge links` found them. */
  readonly links: readonly UpkeepLink[];
  /** ISO day of that; undefined: it has never run on this machine. */
  readonly linksCheckedOn?: string | undefined;
}

/** Whether there is nothing to confirm. */
export const isEmptyReport = (report: UpkeepReport): boolean =>
  report.importedOverdue === 0 &&
  [report.overdue, report.closing, report.closed, report.links].every((list) => list.length === 0);
