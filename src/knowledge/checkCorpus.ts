import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { tokenise } from '../text/tokenise';
import { endedAbsences } from './contacts';
import { loadCorpus, type Corpus } from './corpus';
import { deadEntries } from './deadEntries';
import type { Fault } from './fault';
import type { Page } from './page';
import { projectThemeFaults } from './projectThemes';
import { sameSchemeFaults } from './sameScheme';
import { upkeepFaults } from './upkeepFaults';

/** Fewest question variants, both languages together, below which an editor is warned. */
const fewVariants = 25;

/**
 * Everything that can be said of knowledge folders without a question: the schema's faults, and what spans several pages.
 * @param today ISO day; without it nothing is said of what is over
 */
export function checkCorpus(folders: readonly string[], today?: string): { faults: Fault[]; pages: number } {
  const { corpus, faults } = loadCorpus(folders);
  if (!corpus) return { faults, pages: 0 };
  return {
    faults: [
      ...faults,
      ...linkFaults(corpus, new Set(faults.map((fault) => fault.file.replace(/(\.en)?\.md$/, '')))),
      ...variantFaults(corpus),
      ...sameSchemeFaults(corpus, folders),
      ...deadEntries(corpus, folders[0] ?? ''),
      ...(today === undefined ? [] : upkeepFaults(corpus, folders, today)),
      ...overFaults(folders[0] ?? '', today),
    ],
    pages: corpus.pages.size,
  };
}

/**
 * Links, sources and dates that do not hold together.
 * @param broken ids of pages that have faults of their own: a link to one is not dead
 */
export function linkFaults(corpus: Corpus, broken: ReadonlySet<string> = new Set()): Fault[] {
  const faults: Fault[] = [];
  for (const page of corpus.pages.values()) {
    const fault = (message: string): void => {
      faults.push({ file: page.file, line: 1, level: 'erreur', message });
    };
    for (const id of [...page.links, ...page.schemes]) {
      if (!corpus.pages.has(id) && !broken.has(id)) fault(`lien vers une page qui n'existe pas : ${id}`);
    }
    for (const id of page.sources) {
      if (!corpus.sources.has(id)) fault(`source inconnue dans sources.yml : ${id}`);
    }
    if (page.type !== 'limite' && page.sources.length === 0) {
      fault('sources : une page qui affirme quelque chose doit citer au moins une source');
    }
    if (page.nextCheckOn < page.verifiedOn) fault('a_verifier_le : cette date précède verifie_le');
  }
  const { ordered, otherAids } = corpus.warnings;
  const inProfile = [
    ...corpus.welcomePages.map((id) => ['accueil', id] as const),
    ...[ordered, otherAids].filter((id) => id !== undefined).map((id) => ['mises_en_garde', id] as const),
  ];
  for (const [field, id] of inProfile) {
    if (!corpus.pages.has(id) && !broken.has(id)) {
      faults.push({
        file: 'profil.yml',
        line: 1,
        level: 'erreur',
        message: `${field} : page inconnue ${id}`,
      });
    }
  }
  return [...faults, ...projectThemeFaults(corpus.projectThemes, corpus.pages)];
}

/** What was for a time that is over. */
function overFaults(folder: string, today: string | undefined): Fault[] {
  const file = 'contacts.yml';
  return today === undefined ? [] : endedAbsences(readFileSync(join(folder, file), 'utf8'), file, today);
}

/** Pages that few or the wrong questions would find. */
function variantFaults(corpus: Corpus): Fault[] {
  const faults: Fault[] = [];
  const owners = new Map<string, Page>();
  // What an import generates is not for editors to word better.
  for (const page of [...corpus.pages.values()].filter(({ aid }) => !aid?.importation)) {
    const warn = (message: string): void => {
      faults.push({ file: page.file, line: 1, level: 'avertissement', message });
    };
    const questions = [...page.fr.questions, ...(page.en?.questions ?? [])];
    if (questions.length < fewVariants) {
      warn(`${questions.length} façons de demander seulement (au moins ${fewVariants} conseillées)`);
    }
    for (const question of questions) {
      const key = tokenise(question).join(' ');
      const owner = owners.get(key);
      if (owner && owner !== page) warn(`« ${question} » est aussi dans ${owner.file}`);
      else owners.set(key, page);
    }
  }
  return faults;
}
