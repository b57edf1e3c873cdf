import { distance } from 'fastest-levenshtein';
import type { CorrectWord } from './analyse';
import { phoneticKey } from './phonetic';

/** Shortest word that is corrected by a changed letter: below it, most words are one letter from an unrelated one. */
const minLength = 4;
/** Letters from which two mistakes are forgiven. */
const twoMistakesFrom = 9;
/** A word met this many times more often than an unsure one is taken to be what was meant. */
const muchMoreFrequent = 20;

const glued = /^(?:l|d|j|m|t|s|n|c|qu)(?=[aeiouyh])/;

/**
 * Corrects words of a question against the words that the knowledge itself uses (SymSpell's deletion index, then sound).
 * @param frequency folded word → number of texts that hold it
 */
export function createSpelling(frequency: ReadonlyMap<string, number>): CorrectWord {
  // Each table is made when a first word needs it: most questions hold no mistake, and one mistake needs one letter's table.
  const correctable: string[] = [];
  const byLetter = new Map<string, Deletions>();
  let sounds: ReadonlyMap<string, string> | undefined;
  const words = (): readonly string[] => {
    if (correctable.length === 0) {
      for (const [word, count] of frequency) {
        if (count >= 2 && word.length >= minLength && !/\d/.test(word)) correctable.push(word);
      }
    }
    return correctable;
  };
  const deletionsOf = (letter: string): Deletions => {
    const known = byLetter.get(letter);
    if (known) return known;
    const made = deletionTable(words().filter((word) => word.startsWith(letter)));
    byLetter.set(letter, made);
    return made;
  };
  const soundingLike = (word: string): string | undefined => {
    sounds ??= soundTable(words(), frequency);
    return sounds.get(phoneticKey(word));
  };
  const count = (word: string): number => frequency.get(word) ?? 0;

  const nearest = (word: string): string | undefined => {
    const allowed = word.length >= twoMistakesFrom ? 2 : 1;
    const deletions = deletionsOf(word.charAt(0));
    let best: string | undefined;
    let bestCost = Infinity;
    const consider = (candidate: string): void => {
      const edits = distance(word, candidate);
      // A transposition counts as two edits in Levenshtein's distance, and as one mistake of the hand.
      const mistakes = edits === 2 && isTransposition(word, candidate) ? 1 : edits;
      if (mistakes > allowed) return;
      const cost = mistakes - Math.min(0.9, Math.log10(1 + count(candidate)) / 4);
      if (cost < bestCost) {
        bestCost = cost;
        best = candidate;
      }
    };
    for (const candidate of deletions.get(word) ?? []) consider(candidate);
    for (let i = 0; i < word.length; i += 1) {
      for (const candidate of deletions.get(word.slice(0, i) + word.slice(i + 1)) ?? []) consider(candidate);
    }
    return best;
  };

  return (word) => {
    const known = count(word);
    if (known >= 2 || word.length < minLength || /\d/.test(word)) return [word];
    const corrected = nearest(word);
    if (known > 0)
      return corrected && count(corrected) > known * muchMoreFrequent ? [word, corrected] : [word];
    const bare = word.replace(glued, '');
    if (bare !== word && bare.length >= 3 && count(bare) >= 2) return [bare];
    if (corrected) return [corrected];
    const alike = soundingLike(word);
    if (alike) return [alike];
    if (bare !== word) {
      const correctedBare = bare.length >= minLength ? (nearest(bare) ?? soundingLike(bare)) : undefined;
      if (correctedBare) return [correctedBare];
    }
    return split(word, count) ?? [word];
  };
}

/** A word with one letter less → the words it may come from, themselves included. */
type Deletions = ReadonlyMap<string, readonly string[]>;

function deletionTable(words: readonly string[]): Deletions {
  const deletions = new Map<string, string[]>();
  const note = (key: string, word: string): void => {
    const list = deletions.get(key);
    if (list) list.push(word);
    else deletions.set(key, [word]);
  };
  for (const word of words) {
    note(word, word);
    for (let i = 0; i < word.length; i += 1) note(word.slice(0, i) + word.slice(i + 1), word);
  }
  return deletions;
}

/** A sound → the most frequent word that has it. */
function soundTable(
  words: readonly string[],
  frequency: ReadonlyMap<string, number>,
): ReadonlyMap<string, string> {
  const count = (word: string): number => frequency.get(word) ?? 0;
  const sounds = new Map<string, string>();
  for (const word of words) {
    const sound = phoneticKey(word);
    const rival = sounds.get(sound);
    if (sound.length >= 3 && (!rival || count(rival) < count(word))) sounds.set(sound, word);
  }
  return sounds;
}

/** Two known words written as one ("jeveux", "desaides"); the split whose rarer half is most frequent. */
function split(word: string, count: (word: string) => number): readonly string[] | undefined {
  let best: readonly string[] | undefined;
  let bestCount = 2;
  for (let i = 2; i <= word.length - 3; i += 1) {
    const halves = [word.slice(0, i), word.slice(i)];
    const rarer = Math.min(...halves.map(count));
    if (rarer > bestCount) {
      bestCount = rarer;
      best = halves;
    }
  }
  return best;
}

function isTransposition(a: string, b: string): boolean {
  if (a.length !== b.length) return false;
  const i = a.split('').findIndex((letter, k) => letter !== b[k]);
  return a[i] === b[i + 1] && a[i + 1] === b[i] && a.slice(i + 2) === b.slice(i + 2);
}
