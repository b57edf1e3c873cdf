import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod/v4';
import type { LexiconSource } from '../text/lexicon';
import type { Fault } from './fault';
import { readYaml } from './frontMatter';
import type { Page } from './page';
import { readPages } from './readPages';

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
const contactsSchema = z.strictObject({
  defaut: z.string(),
  destinataires: z.record(
    z.string(),
    z.strictObject({
      nom: z.string(),
      fonction: bilingual,
      telephone: z.string(),
      courriel: z.email({ error: 'adresse électronique attendue' }),
      adresse: z.string(),
    }),
  ),
});
const profileSchema = z.strictObject({
  programme: bilingual,
  territoire: bilingual,
  accueil: z.strictObject({ pages: z.array(z.string()).max(5) }),
});

/** Where a statement comes from: shown in the proof line. */
export interface Source {
  readonly title: string;
  readonly url: string;
  /** ISO date on which the source was read. */
  readonly readOn: string;
}

/** The human behind the assistant, as visitors may know them. */
export interface Contact {
  readonly id: string;
  readonly name: string;
  readonly role: { readonly fr: string; readonly en: string };
  readonly phone: string;
  readonly email: string;
  readonly address: string;
}

/** Everything a knowledge folder says, checked. */
export interface Corpus {
  readonly pages: ReadonlyMap<string, Page>;
  readonly lexicon: LexiconSource;
  /** Intent → example utterances per language. */
  readonly intents: ReadonlyMap<string, { readonly fr: readonly string[]; readonly en: readonly string[] }>;
  readonly sources: ReadonlyMap<string, Source>;
  readonly contact: Contact;
  readonly programme: { readonly fr: string; readonly en: string };
  readonly territory: { readonly fr: string; readonly en: string };
  /** Pages offered with the greeting. */
  readonly welcomePages: readonly string[];
}

/**
 * Reads knowledge folders; pages of later folders are added to those of the first, which alone holds lexicon, intents, sources, contacts and profile.
 * @returns all faults of all files together, and what could be read: with an error among the faults it must not be served. No corpus when one of the
 * folder's own files is missing or unreadable
 */
export function loadCorpus(folders: readonly string[]): { corpus?: Corpus; faults: Fault[] } {
  const main = folders[0] ?? '';
  const faults: Fault[] = [];
  const pages = new Map<string, Page>();
  for (const folder of folders) {
    if (!existsSync(folder)) {
      faults.push({ file: folder, line: 1, level: 'erreur', message: "ce dossier de connaissances n'existe pas" });
      continue;
    }
    const read = readPages(folder);
    faults.push(...read.faults);
    for (const page of read.pages) {
      const rival = pages.get(page.id);
      if (rival) {
        faults.push({ file: page.file, line: 1, level: 'erreur', message: `une autre page porte déjà l'identifiant ${page.id}` });
      } else pages.set(page.id, page);
    }
  }
  const file = <T>(name: string, schema: z.ZodType<T>): T | undefined => {
    const path = join(main, name);
    if (!existsSync(path)) {
      faults.push({ file: name, line: 1, level: 'erreur', message: 'fichier absent' });
      return undefined;
    }
    const read = readYaml(readFileSync(path, 'utf8'), schema, name, 1);
    faults.push(...read.faults);
    return read.value;
  };
  const lexicon = file('lexique.yml', lexiconSchema);
  const intents = file('intents.yml', intentsSchema);
  const sources = file('sources.yml', sourcesSchema);
  const contacts = file('contacts.yml', contactsSchema);
  const profile = file('profil.yml', profileSchema);
  const recipient = contacts?.destinataires[contacts.defaut];
  if (contacts && !recipient) {
    faults.push({ file: 'contacts.yml', line: 1, level: 'erreur', message: `defaut : aucun destinataire « ${contacts.defaut} »` });
  }
  if (!lexicon || !intents || !sources || !contacts || !recipient || !profile) return { faults };
  const corpus: Corpus = {
    pages,
    lexicon: { abbreviations: lexicon.abreviations, notions: lexicon.notions },
    intents: new Map(Object.entries(intents)),
    sources: new Map(
      Object.entries(sources).map(([id, s]) => [id, { title: s.titre, url: s.url, readOn: s.lue_le }]),
    ),
    contact: {
      id: contacts.defaut,
      name: recipient.nom,
      role: recipient.fonction,
      phone: recipient.telephone,
      email: recipient.courriel,
      address: recipient.adresse,
    },
    programme: profile.programme,
    territory: profile.territoire,
    welcomePages: profile.accueil.pages,
  };
  return { corpus, faults };
}
