import { timeZone } from './composeRouting';
import type { Corpus } from './knowledge/corpus';
import { pageLinks } from './knowledge/pageLinks';
import { upkeepOf } from './knowledge/upkeep';
import { linksFile, readReport } from './links/keptReport';
import type { UpkeepReport } from './notices/upkeepReport';
import { dayIn } from './shared/time';

/** What there is to confirm in editors' pages; imported ones are renewed by another import. @param today ISO day */
export function upkeepReportOf(corpus: Corpus, dataDir: string, today: string): UpkeepReport {
  const { overdue, closing, closed, importedOverdue } = upkeepOf(corpus.pages.values(), today);
  const ours = closing.filter(({ page }) => !page.aid?.importation);
  const oursClosed = closed.filter(({ page }) => !page.aid?.importation);
  const kept = readReport(linksFile(dataDir));
  const results = new Map(kept?.results.map((result) => [result.url, result]));
  return {
    overdue: overdue.map((page) => ({ title: page.fr.title, file: page.file, on: page.nextCheckOn })),
    importedOverdue: importedOverdue.length,
    closing: ours.map(({ page, closesOn }) => ({ title: page.fr.title, file: page.file, on: closesOn })),
    closed: oursClosed.map(({ page, closedOn }) => ({
      title: page.fr.title,
      file: page.file,
      on: closedOn,
    })),
    // What pages no longer name needs nobody's look.
    links: pageLinks(corpus).flatMap(({ url, places }) => {
      const result = results.get(url);
      return result?.state === 'dead' || result?.state === 'moved'
        ? [{ url, places, movedTo: result.movedTo }]
        : [];
    }),
    linksCheckedOn: kept && dayIn(timeZone, kept.checkedAt),
  };
}
