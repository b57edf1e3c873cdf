import { z } from 'zod/v4';
import { languages, type Language } from '../text/language';
import { stem } from '../text/stem';
import { stopWords } from '../text/stopWords';
import { tokenise } from '../text/tokenise';
import type { Fault } from './fault';
import type { Page } from './page';

/** The file of the themes of projects. */
export const projectThemesFile = 'themes.yml';

const words = z.array(z.string().min(2)).min(1);

/** `themes.yml`: what projects are about, by the ids that schemes bear. */
export const projectThemesSchema = z.record(
  z.string().regex(/^[a-z0-9-]+$/),
  z.strictObject({
    fr: z.string().min(2),
    en: z.string().min(2),
    mots: z.strictObject({ fr: words, en: words }),
    pages: z.array(z.string()).default([]),
    plus_large: z.array(z.string()).default([]),
  }),
);

/** What a project may be about. */
export interface ProjectTheme {
  readonly id: string;
  readonly label: Readonly<Record<Language, string>>;
  /** What visitors say of it; the words of one entry may stand apart and in another order. */
  readonly words: Readonly<Record<Language, readonly string[]>>;
  /** Pages of needs that are about it. */
  readonly pages: readonly string[];
  /** Ids of the themes to look in next. */
  readonly broader: readonly string[];
}

export type ProjectThemes = ReadonlyMap<string, ProjectTheme>;

/** The themes as the file gives them, in its order. */
export const toProjectThemes = (file: z.infer<typeof projectThemesSchema>): ProjectThemes =>
  new Map(
    Object.entries(file).map(([id, { fr, en, mots, pages, plus_large }]) => [
      id,
      { id, label: { fr, en }, words: mots, pages, broader: plus_large },
    ]),
  );

/** Themes and pages that do not know each other. Nothing is said of a folder without themes. */
export function projectThemeFaults(themes: ProjectThemes, pages: ReadonlyMap<string, Page>): Fault[] {
  if (themes.size === 0) return [];
  const faults: Fault[] = [];
  const fault = (file: string, message: string): void => {
    faults.push({ file, line: 1, level: 'erreur', message });
  };
  const used = new Set<string>();
  for (const { aid, file } of pages.values()) {
    for (const theme of aid?.themes ?? []) {
      used.add(theme);
      if (!themes.has(theme))
        fault(file, `aide.themes : ce thème n'est pas dans ${projectThemesFile} : ${theme}`);
    }
  }
  for (const { id, pages: about, broader } of themes.values()) {
    if (!used.has(id)) fault(projectThemesFile, `${id} : aucune aide ne porte ce thème`);
    for (const page of about.filter((one) => !pages.has(one))) {
      fault(projectThemesFile, `${id}.pages : cette page n'existe pas : ${page}`);
    }
    for (const theme of broader.filter((one) => !themes.has(one))) {
      fault(projectThemesFile, `${id}.plus_large : ce thème n'existe pas : ${theme}`);
    }
  }
  return faults;
}

/** The themes that a text speaks of, in the order of the file; one that only widens another is left out. */
export type FindThemes = (text: string) => readonly string[];

/** Prepares the recognition of themes in visitors' words; articles, plurals and accents do not matter. */
export function createFindThemes(themes: ProjectThemes): FindThemes {
  const stemsOf = (text: string, language: Language): string[] =>
    tokenise(text)
      .filter((word) => !stopWords.has(word))
      .map((word) => stem(word, language));
  const entries = [...themes.values()].map(({ id, words: said }) => ({
    id,
    phrases: languages.flatMap((language) =>
      said[language].map((phrase) => ({ language, stems: stemsOf(phrase, language) })),
    ),
  }));
  return (text) => {
    const inText = { fr: new Set(stemsOf(text, 'fr')), en: new Set(stemsOf(text, 'en')) };
    const found = entries
      .filter(({ phrases }) =>
        phrases.some(
          ({ language, stems }) => stems.length > 0 && stems.every((one) => inText[language].has(one)),
        ),
      )
      .map(({ id }) => id);
    const widened = new Set(found.flatMap((id) => themes.get(id)?.broader ?? []));
    const narrow = found.filter((id) => !widened.has(id));
    // Two that widen each other are both meant.
    return narrow.length > 0 ? narrow : found;
  };
}
