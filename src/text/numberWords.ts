import { fold } from './normalise';

const units: Readonly<Record<string, number>> = {
  deux: 2,
  trois: 3,
  quatre: 4,
  cinq: 5,
  six: 6,
  sept: 7,
  huit: 8,
  neuf: 9,
  dix: 10,
  onze: 11,
  douze: 12,
  treize: 13,
  quatorze: 14,
  quinze: 15,
  seize: 16,
  vingt: 20,
  trente: 30,
  quarante: 40,
  cinquante: 50,
  soixante: 60,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  eleven: 11,
  twelve: 12,
  fifteen: 15,
  twenty: 20,
  thirty: 30,
  forty: 40,
  fifty: 50,
  sixty: 60,
  seventy: 70,
  eighty: 80,
  ninety: 90,
};
const hundreds = /^(?:cents?|hundred)$/;
const thousands = /^(?:mille|thousand)$/;
const isNumber = (word: string): boolean => word in units || hundreds.test(word) || thousands.test(word);

/**
 * A text, folded, in which numbers written as words stand as digits: "deux cent cinquante" becomes "250", "une quarantaine" "40". "Un" stays a word, as
 * do millions, which amounts are read with. "Four" stays French.
 */
export function withDigits(text: string): string {
  const words = fold(text)
    .replace(/[\u2018\u2019]/g, "'")
    .replace(/\bquatre[- ]vingts?/g, 'huitante')
    .split(/(?<=[a-z])-(?=[a-z])|\s+/);
  const out: string[] = [];
  let value: { total: number; part: number } | undefined;
  const flush = (): void => {
    if (value) out.push(String(value.total + value.part));
    value = undefined;
  };
  words.forEach((word, i) => {
    const [bare = '', after = ''] = /^(.*?)([.,;:!?]*)$/.exec(word)?.slice(1) ?? [];
    // "Nos four 4": a French oven, unless English words stand around it.
    const oven =
      bare === 'four' && !/^(?:employees?|people|staff|hundred|thousand|million)/.test(words[i + 1] ?? '');
    // "100 mille" is one amount, of which "mille" is the scale.
    const scale = !value && thousands.test(bare) && /\d$/.test(out.at(-1) ?? '');
    if (bare === 'huitante' || (isNumber(bare) && !oven && !scale)) {
      value ??= { total: 0, part: 0 };
      if (hundreds.test(bare)) value.part = Math.max(1, value.part) * 100;
      else if (thousands.test(bare)) {
        value.total += Math.max(1, value.part) * 1000;
        value.part = 0;
      } else value.part += bare === 'huitante' ? 80 : (units[bare] ?? 0);
      if (after) {
        flush();
        out[out.length - 1] = `${out.at(-1) ?? ''}${after}`;
      }
      return;
    }
    if (value && (bare === 'et' || bare === 'and') && isNumber(words[i + 1] ?? '')) return;
    flush();
    const group = groups[bare];
    out.push(group === undefined ? word : `${group}${after}`);
  });
  flush();
  return out.join(' ');
}

const groups: Readonly<Record<string, number>> = {
  dizaine: 10,
  douzaine: 12,
  quinzaine: 15,
  vingtaine: 20,
  trentaine: 30,
  quarantaine: 40,
  cinquantaine: 50,
  soixantaine: 60,
  centaine: 100,
};
