import type { PageFate } from './importFolder';
import type { ReadProgramme } from './readProgrammes';

/** What an import did, for its report. */
export interface ImportOutcome {
  readonly place: string;
  readonly into: string;
  readonly programmes: readonly ReadProgramme[];
  readonly fates: ReadonlyMap<string, PageFate>;
  readonly withdrawn: readonly string[];
  readonly removed: readonly string[];
  /** The service reads the folder already. */
  readonly isRead: boolean;
}

/** The report in French, for editors: what was left out and why first, the sums last. */
export function importReport(outcome: ImportOutcome): string {
  const { programmes, fates, withdrawn, removed } = outcome;
  const left = programmes.filter(({ scheme }) => !scheme);
  const noted = programmes.filter(({ scheme, issues }) => scheme && issues.length > 0);
  const with_ = (fate: PageFate): string[] => [...fates].flatMap(([slug, is]) => (is === fate ? [slug] : []));
  const kept = withdrawn.filter((slug) => !removed.includes(slug));
  const count = (n: number, one: string, many: string): string => `${n} ${n > 1 ? many : one}`;
  const sums = [
    count(with_('added').length, 'nouveau', 'nouveaux'),
    `${with_('updated').length} mis à jour`,
    count(with_('unchanged').length, 'inchangé', 'inchangés'),
    count(left.length, 'écarté', 'écartés'),
  ];
  return [
    ...section('Écartés, car une partie ne peut pas être reprise sans erreur', left.flatMap(issueLines)),
    ...section('Repris avec une remarque', noted.flatMap(issueLines)),
    ...section("Pages d'éditeur, laissées telles quelles", with_('byEditor')),
    ...section('Pages modifiées à la main depuis leur import, laissées telles quelles', with_('byHand')),
    ...section('Retirés du catalogue, pages supprimées', removed),
    ...section(
      'Retirés du catalogue, pages gardées (--prune les supprime, sauf si elles ont été modifiées ou traduites)',
      kept,
    ),
    `${count(programmes.length, 'programme lu', 'programmes lus')} dans ${outcome.place} : ${sums.join(', ')}.`,
    `Pages dans ${outcome.into}`,
    ...(outcome.isRead
      ? []
      : [
          `L'assistant ne lit pas encore ce dossier : ajoutez KNOWLEDGE_EXTRA_DIRS=${outcome.into} à son environnement, puis redémarrez-le.`,
        ]),
  ].join('\n');
}

const section = (title: string, lines: readonly string[]): string[] =>
  lines.length > 0 ? [`${title} (${lines.length}) :`, ...lines.map((line) => `  ${line}`), ''] : [];

const issueLines = ({ file, issues }: ReadProgramme): string[] =>
  issues.map(({ field, reason }) => `${file} : ${field} : ${reason}`);
