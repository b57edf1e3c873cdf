import { languages, type Language } from './language';
import { stem } from './stem';
import { stopWords } from './stopWords';
import { tokenise } from './tokenise';

/** What editors write in `lexique.yml`. */
export interface LexiconSource {
  /** Spoken, SMS and phonetic spellings → the words they stand for ("cb" → "combien", "koi" → "quoi"). */
  readonly abbreviations: Readonly<Record<string, string>>;
  /** A notion → every way to name it, French and English, of one or several words. */
  readonly notions: Readonly<Record<string, readonly string[]>>;
}

/** A notion found in a text: its name, and where it stands in the sequence of stems. */
export interface NotionMatch {
  readonly notion: string;
  readonly start: number;
  readonly length: number;
}

/** Editors' synonyms, ready to be applied. The same lexicon must serve index and query. */
export interface Lexicon {
  /** Replaces abbreviations by their words. */
  readonly expand: (words: readonly string[]) => string[];
  /** Every notion named in a sequence of stems; longer forms win over shorter ones inside them. */
  readonly find: (stems: readonly string[]) => NotionMatch[];
  /** Folded words of all forms: part of the vocabulary against which spelling is corrected. */
  readonly words: ReadonlySet<string>;
}

interface Form {
  readonly notion: string;
  readonly stems: readonly string[];
}

/** Prepares a lexicon: forms are stemmed in both languages, since a visitor's language may be mistaken. */
export function compileLexicon(source: LexiconSource): Lexicon {
  const abbreviations = new Map(
    Object.entries(source.abbreviations).map(([short, long]) => [tokenise(short).join(' '), tokenise(long)]),
  );
  /** First word of an abbreviation → number of words of the longest that begins so. */
  const longest = new Map<string, number>();
  for (const key of abbreviations.keys()) {
    const parts = key.split(' ');
    const first = parts[0] ?? '';
    longest.set(first, Math.max(parts.length, longest.get(first) ?? 0));
  }
  const expand = (words: readonly string[]): string[] => {
    const out: string[] = [];
    for (let i = 0; i < words.length;) {
      let taken = 0;
      for (
        let length = Math.min(longest.get(words[i] ?? '') ?? 0, words.length - i);
        length > 0 && !taken;
        length -= 1
      ) {
        const long = abbreviations.get(words.slice(i, i + length).join(' '));
        if (long) {
          out.push(...long);
          taken = length;
        }
      }
      if (!taken) out.push(words[i] ?? '');
      i += taken || 1;
    }
    return out;
  };

  const byFirst = new Map<string, Form[]>();
  const words = new Set<string>();
  const known = new Set<string>();
  const add = (notion: string, form: string, language: Language): void => {
    const tokens = expand(tokenise(form));
    for (const token of tokens) words.add(token);
    // Inner stop words are optional ("chef de projet" = "chef projet"), as visitors drop them.
    const content = tokens.filter((token) => !stopWords.has(token));
    const stems = (content.length > 0 ? content : tokens).map((token) => stem(token, language));
    const key = `${notion}:${stems.join(' ')}`;
    const first = stems[0];
    if (first === undefined || known.has(key)) return;
    known.add(key);
    byFirst.set(first, [...(byFirst.get(first) ?? []), { notion, stems }]);
  };
  for (const [notion, forms] of Object.entries(source.notions)) {
    for (const form of forms) for (const language of languages) add(notion, form, language);
  }
  for (const forms of byFirst.values()) forms.sort((a, b) => b.stems.length - a.stems.length);

  const find = (stems: readonly string[]): NotionMatch[] => {
    const found: NotionMatch[] = [];
    let coveredUntil = 0;
    for (let start = 0; start < stems.length; start += 1) {
      let longest = 0;
      for (const form of byFirst.get(stems[start] ?? '') ?? []) {
        const length = form.stems.length;
        // A form inside a longer one names something else: "chaleur" in "chaleur fatale".
        if (length < longest || start + length <= coveredUntil) continue;
        if (!form.stems.every((s, k) => stems[start + k] === s)) continue;
        longest = length;
        found.push({ notion: form.notion, start, length });
      }
      coveredUntil = Math.max(coveredUntil, start + longest);
    }
    return found;
  };
  return { expand, find, words };
}
