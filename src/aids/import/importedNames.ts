import { fold } from '../../text/normalise';
import { oneLine } from './importedWords';

const maxTitle = 80;
const maxButton = 32;
const maxQuestion = 600;

/** What a scheme is called on a page and on a button. */
export interface ImportedName {
  readonly title: string;
  readonly button: string;
}

/** What a name is made of: the catalogue's title, and what tells two of the same title apart, best first. */
export interface NameParts {
  readonly title: string;
  readonly tellApart: readonly string[];
}

/**
 * Titles of at most 80 characters and buttons of at most 32, each once: a button that two would share leaves out its first words, and schemes that the catalogue
 * gives one title say in brackets what tells them apart. The same list gives the same names.
 */
export function importedNames(parts: readonly NameParts[]): readonly ImportedName[] {
  const titles = unique(parts, maxTitle);
  const buttons = unique(
    parts.map(({ title, tellApart }) => ({ title: title.replace(/["“”]|« ?| ?»/g, ''), tellApart })),
    maxButton,
  );
  return titles.map((title, i) => ({ title, button: buttons[i] ?? title }));
}

function unique(parts: readonly NameParts[], max: number): string[] {
  const key = (name: string): string => fold(name);
  const wanted = parts.map(({ title }) => shortened(oneLine(title), max));
  const uses = new Map<string, number>();
  for (const name of wanted) uses.set(key(name), (uses.get(key(name)) ?? 0) + 1);
  const taken = new Set(wanted.map(key).filter((name) => uses.get(name) === 1));
  return wanted.map((name, i) => {
    if (uses.get(key(name)) === 1) return name;
    const { title = '', tellApart = [] } = parts[i] ?? {};
    const rivals = parts.filter((_, n) => n !== i && key(wanted[n] ?? '') === key(name));
    const candidates = [
      ...withoutFirstWords(oneLine(title), max),
      ...tellApart
        .filter((mark) => rivals.every((rival) => !rival.tellApart.includes(mark)))
        .map((mark) => withMark(oneLine(title), mark, max)),
    ];
    let free = candidates.find((one) => !taken.has(key(one)));
    for (let n = 2; free === undefined; n += 1) {
      const numbered = withMark(oneLine(title), String(n), max);
      if (!taken.has(key(numbered))) free = numbered;
    }
    taken.add(key(free));
    return free;
  });
}

/** "Géothermie de surface et…" of a longer "Investissement Géothermie de surface et …"; none of a title that needs no cut. */
function withoutFirstWords(title: string, max: number): string[] {
  if (title.length <= max) return [];
  const words = title.split(' ');
  return [1, 2].map((count) => {
    const rest = words.slice(count).join(' ');
    return shortened(rest.charAt(0).toUpperCase() + rest.slice(1), max);
  });
}

/** A title with what tells it apart in brackets; the title gives way. */
function withMark(title: string, mark: string, max: number): string {
  const brackets = ` (${shortened(mark, max - 9)})`;
  return `${shortened(title, max - brackets.length)}${brackets}`;
}

/** Cut after a word, with an ellipsis, when it is longer than `max` characters. */
export function shortened(text: string, max: number): string {
  if (text.length <= max) return text;
  const room = text.slice(0, max - 1);
  const end = text.charAt(max - 1) === ' ' ? room.length : room.lastIndexOf(' ');
  const kept = (end > max / 3 ? room.slice(0, end) : room).replace(/[\s,;:.'’"«(–-]+$/u, '');
  // "Aide aux…" says less than "Aide…".
  return `${kept.replace(/(?:\s(?:et|ou|de|du|des|d|la|le|les|l|à|au|aux|en|pour|sur|dans))+$/u, '')}…`;
}

/** Short names by which people call a scheme: its title when it is a name, and an acronym that the title gives in brackets. */
export function shortNames(title: string): readonly string[] {
  const name = oneLine(title);
  const acronym = /\(([A-Z][A-Z0-9-]{1,9})\)/.exec(name)?.[1];
  const bare = name.replace(/\s*\([^)]*\)/g, '').trim();
  return [...new Set([bare, ...(acronym ? [acronym] : [])])].filter((one) => one.length <= 60);
}

/** Ways to ask for a scheme by its name, its promise and its operator. */
export function questionsAbout(name: string, promise: string, operator: string): readonly string[] {
  return [
    `c'est quoi ${name} ?`,
    `${name} : qui peut en bénéficier ?`,
    `combien peut-on obtenir avec ${name} ?`,
    `comment demander ${name} ?`,
    `jusqu'à quand peut-on demander ${name} ?`,
    `${name} ${operator}`,
    `${name} : à quelles conditions ?`,
    `what is ${name}?`,
    ...(promise.length <= maxQuestion ? [promise] : []),
  ];
}
