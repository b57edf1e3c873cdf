import type { Corpus } from './corpus';
import type { Fault } from './fault';
import { fieldLine } from './fieldLine';
import type { Page } from './page';
import { upkeepOf } from './upkeep';

/** Warnings of what time has overtaken: pages past their next check, schemes that close soon or are closed. @param today ISO day */
export function upkeepFaults(corpus: Corpus, folders: readonly string[], today: string): Fault[] {
  const warning = (page: Page, field: string, message: string): Fault => ({
    file: page.file,
    line: fieldLine(folders, page.file, field),
    level: 'avertissement',
    message,
  });
  const { overdue, importedOverdue, closing, closed } = upkeepOf(corpus.pages.values(), today);
  return [
    ...overdue.map((page) =>
      warning(
        page,
        'a_verifier_le',
        `à vérifier depuis le ${page.nextCheckOn} : comparez la page à ses sources`,
      ),
    ),
    ...importedOverdue
      .slice(0, 1)
      .map((page) =>
        warning(
          page,
          'a_verifier_le',
          `${importedOverdue.length} page(s) importée(s) à renouveler depuis le ${page.nextCheckOn} : assistant knowledge import`,
        ),
      ),
    ...closing.map(({ page, closesOn, daysLeft }) =>
      warning(page, 'fermeture', `ferme le ${closesOn} (${daysLeftWords(daysLeft)})`),
    ),
    ...closed.map(({ page, closedOn }) =>
      warning(page, 'fermeture', `clos depuis le ${closedOn} : une suite est-elle annoncée ?`),
    ),
  ];
}

const daysLeftWords = (days: number): string =>
  days === 0 ? "aujourd'hui" : days === 1 ? 'demain' : `dans ${days} jours`;
