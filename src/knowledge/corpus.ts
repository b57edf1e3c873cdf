import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod/v4';
import type { LexiconSource } from '../text/lexicon';
import { readContacts, type Contacts } from './contacts';
import type { Fault } from './fault';
import { readYaml } from './frontMatter';
import { readIntercommunalities } from './intercommunalities';
import type { Page } from './page';
import { projectThemesFile, projectThemesSchema, toProjectThemes, type ProjectThemes } from './projectThemes';
import { readPages } from './readPages';

export type { Contact } from './contacts';

const bilingual = z.strictObject({ fr: z.string(), en: z.string() });
const isoDay = z.string().regex(/^\d{4}-\d{2}-\d{2}$/, { error: 'date attendue, par exemple 2026-11-23' });

const lexiconSchema = z.strictObject({
  abreviations: z.record(z.string(), z.string()),
  notions: z.record(z.string(), z.array(z.string()).min(1)),
});
const intentsSchema = z.record(
  z.string(),
  z.strictObject({ fr: z.array(z.string()).min(1), en: z.array(z.string()).min(1) }),
);
const sourcesSchema = z.record(
  z.string(),
  z.strictObject({ titre: z.string(), url: z.url({ error: 'adresse web attendue' }), lue_le: isoDay }),
);
type Sources = Readonly<z.infer<typeof sourcesSchema>>;
const profileSchema = z.strictObject({
  programme: bilingual,
  territoire: bilingual,
  accueil: z.strictObject({ pages: z.array(z.string()).max(5) }),
  /** INSEE codes of the regions that the territory lies in. */
  regions: z
    .array(z.string().regex(/^\d{2}$/, { error: 'code INSEE de région attendu, par exemple "28"' }))
    .default([]),
  /** Pages that say what an order signed too early, or another aid, may cost. */
  mises_en_garde: z
    .strictObject({ commande: z.string().optional(), autres_aides: z.string().optional() })
    .default({}),
});

/** Where a statement comes from: shown in the proof line. */
export interface Source {
  readonly title: string;
  readonly url: string;
  /** ISO date on which the source was read. */
  readonly readOn: string;
}

/** Everything a knowledge folder says, checked. */
export interface Corpus extends Contacts {
  readonly pages: ReadonlyMap<string, Page>;
  readonly lexicon: LexiconSource;
  /** Intent → example utterances per language. */
  readonly intents: ReadonlyMap<string, { readonly fr: readonly string[]; readonly en: readonly string[] }>;
  readonly sources: ReadonlyMap<string, Source>;
  /** Names of the territory's intercommunalities; none when the folder does not list them. */
  readonly intercommunalities: readonly string[];
  readonly programme: { readonly fr: string; readonly en: string };
  readonly territory: { readonly fr: string; readonly en: string };
  /** INSEE codes of the regions that the territory lies in; none: the folder does not say. */
  readonly regions: readonly string[];
  /** What projects may be about; none when the folder does not list it. */
  readonly projectThemes: ProjectThemes;
  /** Pages that warn of costly mistakes. */
  readonly warnings: { readonly ordered?: string | undefined; readonly otherAids?: string | undefined };
  /** Pages offered with the greeting. */
  readonly welcomePages: readonly string[];
}

/**
 * Reads knowledge folders; pages and sources of later folders are added to those of the first, which alone holds lexicon, intents, contacts and profile.
 * @returns all faults of all files together, and what could be read: with an error among the faults it must not be served. No corpus when one of the
 * folder's own files is missing or unreadable
 */
export function loadCorpus(folders: readonly string[]): { corpus?: Corpus; faults: Fault[] } {
  const main = folders[0] ?? '';
  const faults: Fault[] = [];
  const pages = new Map<string, Page>();
  for (const folder of folders) {
    if (!existsSync(folder)) {
      faults.push({
        file: folder,
        line: 1,
        level: 'erreur',
        message: "ce dossier de connaissances n'existe pas",
      });
      continue;
    }
    const read = readPages(folder);
    faults.push(...read.faults);
    for (const page of read.pages) {
      const rival = pages.get(page.id);
      if (rival) {
        faults.push({
          file: page.file,
          line: 1,
          level: 'erreur',
          message: `une autre page porte déjà l'identifiant ${page.id}`,
        });
      } else pages.set(page.id, page);
    }
  }
  const read = <T>(
    name: string,
    readText: (text: string) => { value?: T; faults: Fault[] },
  ): T | undefined => {
    const path = join(main, name);
    if (!existsSync(path)) {
      faults.push({ file: name, line: 1, level: 'erreur', message: 'fichier absent' });
      return undefined;
    }
    const { value, faults: found } = readText(readFileSync(path, 'utf8'));
    faults.push(...found);
    return value;
  };
  const file = <T>(name: string, schema: z.ZodType<T>): T | undefined =>
    read(name, (text) => readYaml(text, schema, name, 1));
  const lexicon = file('lexique.yml', lexiconSchema);
  const intents = file('intents.yml', intentsSchema);
  const themes = existsSync(join(main, projectThemesFile))
    ? file(projectThemesFile, projectThemesSchema)
    : {};
  const ownSources = file('sources.yml', sourcesSchema);
  const sources = ownSources && { ...ownSources, ...furtherSources(folders.slice(1), ownSources, faults) };
  const { names: intercommunalities, faults: listFaults } = readIntercommunalities(main);
  faults.push(...listFaults);
  const refs = { ...refsOf(pages, faults), intercommunalities: new Set(intercommunalities) };
  const contacts = read('contacts.yml', (text) => {
    const { contacts: value, faults: found } = readContacts(text, 'contacts.yml', refs);
    return value ? { value, faults: found } : { faults: found };
  });
  const profile = file('profil.yml', profileSchema);
  if (!lexicon || !intents || !sources || !contacts || !profile || !themes) return { faults };
  const corpus: Corpus = {
    pages,
    lexicon: { abbreviations: lexicon.abreviations, notions: lexicon.notions },
    intents: new Map(Object.entries(intents)),
    sources: new Map(
      Object.entries(sources).map(([id, s]) => [id, { title: s.titre, url: s.url, readOn: s.lue_le }]),
    ),
    ...contacts,
    intercommunalities,
    programme: profile.programme,
    territory: profile.territoire,
    regions: profile.regions,
    projectThemes: toProjectThemes(themes),
    warnings: { ordered: profile.mises_en_garde.commande, otherAids: profile.mises_en_garde.autres_aides },
    welcomePages: profile.accueil.pages,
  };
  return { corpus, faults };
}

/** What further folders list in a `sources.yml` of their own; an id that is taken already is a fault. */
function furtherSources(folders: readonly string[], own: Sources, faults: Fault[]): Sources {
  const added: Record<string, Sources[string]> = {};
  for (const path of folders
    .map((folder) => join(folder, 'sources.yml'))
    .filter((name) => existsSync(name))) {
    const { value = {}, faults: found } = readYaml(readFileSync(path, 'utf8'), sourcesSchema, path, 1);
    faults.push(...found);
    for (const [id, source] of Object.entries(value)) {
      if (id in own || id in added) {
        const message = `une autre source porte déjà l'identifiant ${id}`;
        faults.push({ file: path, line: 1, level: 'erreur', message });
      } else added[id] = source;
    }
  }
  return added;
}

/** What contacts may name of pages. A page that could not be read exists all the same: its own fault is told already. */
function refsOf(
  pages: ReadonlyMap<string, Page>,
  faults: readonly Fault[],
): { themes: ReadonlySet<string>; pageIds: ReadonlySet<string> } {
  const themes = [...pages.values()].flatMap((page) => [page.theme, ...(page.aid?.themes ?? [])]);
  const broken = faults.map((fault) => fault.file.replace(/(?:\.en)?\.md$/, ''));
  return { themes: new Set(themes), pageIds: new Set([...pages.keys(), ...broken]) };
}
