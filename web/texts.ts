import { texts as en } from './texts.en';
import { texts as fr } from './texts.fr';

/** The languages of the pages. */
export type Language = 'fr' | 'en';

/** Everything the pages say that is not said by the bot. `{name}` stands for a value: see `fill`. */
export type Texts = typeof fr;

const all: Readonly<Record<Language, Texts>> = { fr, en };

/** The texts of a language. */
export function textsOf(language: Language): Texts {
  return all[language];
}

/** French unless English is asked for. */
export function languageOf(wanted: string | null | undefined): Language {
  return wanted?.toLowerCase().startsWith('en') ? 'en' : 'fr';
}

/** Puts values in the place of their `{name}`. */
export function fill(text: string, values: Readonly<Record<string, string | number>>): string {
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));
}
