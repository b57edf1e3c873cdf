const number =
  '(\\d{1,3}(?:[ .\\u00a0\\u202f]\\d{3})+(?:,\\d+)?|\\d{1,3}(?:,\\d{3})+(?!\\d)|\\d+(?:[.,]\\d+)?)';
const scale = '(milliards?|billions?|millions?|md|mio|mn|thousand|mille|k|m)?';
const before = new RegExp(`(?:€|eur|eur )\\s*${number}\\s*${scale}\\b`);
const after = new RegExp(`${number}\\s*${scale}\\s*(?:d'|de |of )?(?:€|e\\b|euros?\\b|eur\\b|balles\\b)`);
/** Without a currency, only what nothing else is counted in. */
const bare = new RegExp(
  `${number}\\s*(millions?|mille|k|m)\\b(?!\\s*(?:habitants|tonnes|de tonnes|kwh|mwh|litres|m2|m3|unites|pieces))`,
);

/** What an amount is when it is not the project's cost. */
const other =
  /(?:chiffre d'affaires?|\bca\b|turnover|revenue|facture|economi\w*|economies|gagner|save|saving|loyer|capital|dettes?|impots?|subvention de|aide de|grant of|salaire|benefice|resultat|marge|bill)(?: [a-z']{1,9}){0,4} ?$/;

const scales: Readonly<Record<string, number>> = {
  k: 1e3,
  mille: 1e3,
  thousand: 1e3,
  m: 1e6,
  mn: 1e6,
  mio: 1e6,
  million: 1e6,
  md: 1e9,
  milliard: 1e9,
  billion: 1e9,
};
/** Smaller sums are prices or typing slips, not projects. */
const smallest = 500;

/** The cost of the project, in euros, that a sentence tells; the last one counts, since people correct themselves forwards. @param said folded, numbers as digits */
export function costIn(said: string): number | undefined {
  const found: { at: number; euros: number }[] = [];
  for (const pattern of [before, after, bare]) {
    for (const match of said.matchAll(new RegExp(pattern, 'g'))) {
      if (other.test(said.slice(Math.max(0, match.index - 45), match.index))) continue;
      const euros = valueOf(match[1] ?? '', match[2]);
      if (euros >= smallest) found.push({ at: match.index, euros });
    }
    // Who names a currency once means the other figures for something else.
    if (found.length > 0) break;
  }
  return found.sort((a, b) => a.at - b.at).at(-1)?.euros;
}

function valueOf(digits: string, unit: string | undefined): number {
  const grouped = /^\d{1,3}(?:[ .\u00a0\u202f]\d{3})+|^\d{1,3}(?:,\d{3})+$/.test(digits);
  const plain = grouped ? digits.replace(/[ .,\u00a0\u202f](?=\d{3})/g, '') : digits;
  const factor = scales[(unit ?? '').replace(/s$/, '')] ?? 1;
  return Math.round(Number(plain.replace(',', '.')) * factor);
}
