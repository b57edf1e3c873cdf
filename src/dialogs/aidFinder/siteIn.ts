import type { LeadSite } from '../../leads/lead';
import type { FindSite } from '../../territory/site';
import { siteOf } from '../leadFields/siteField';

/** A place may be up to so many words long. */
const longest = 6;
/** Shortest place that is believed without a capital letter; there are communes called "Eu" and "Bois". */
const shortestSmall = 5;
/** Words before a place that leave little doubt. */
const introduces =
  /^(?:à|a|au|aux|vers|sur|near|in|at|from|de|du|d|commune|ville|site|usine|basée?s?|située?s?|installée?s?)$/i;
/** Written with a capital letter and no place, or a place elsewhere than is meant. */
const noPlace =
  /^(?:Seine|La Seine|Normandie|France|Europe|Paris Seine|État|Région|PME|TPE|ETI|SAS|SARL|SA|CCI|ADEME|Bpifrance|CO2|Nous|On|Je|Le|La|Les|Une?|Bonjour|Notre|Mon|Ma|We|Our|The|I)$/;

/** The commune that a sentence names, the programme's before others; undefined: none is named clearly. */
export function siteIn(text: string, findSite: FindSite): LeadSite | undefined {
  const alone = new Set(text.split(/[,;:()!?.]+/).map((part) => part.trim()));
  const words = text
    .normalize('NFC')
    .replace(/[’]/g, "'")
    .split(/[\s,;:()!?]+|(?<=\b[dlDL])'|\.(?:\s|$)/)
    .filter(Boolean);
  let outside: LeadSite | undefined;
  for (let at = 0; at < words.length; at += 1) {
    const introduced = introduces.test(words[at - 1] ?? '');
    const capital = /^\p{Lu}/u.test(words[at] ?? '');
    const postcode = /^\d{5}$/.test(words[at] ?? '');
    if (!capital && !introduced && !postcode) continue;
    for (let count = Math.min(longest, words.length - at); count > 0; count -= 1) {
      const place = words.slice(at, at + count).join(' ');
      const site = noPlace.test(place) ? undefined : found(place, findSite);
      if (site?.kind === 'inside' && (capital || postcode || place.length >= shortestSmall)) return site;
      // Elsewhere there is a commune of nearly every name: only one that is written and introduced as a place is believed.
      if (site?.kind === 'outside' && ((capital && (introduced || alone.has(place))) || postcode))
        outside ??= site;
    }
  }
  return outside;
}

/** Only of this very name: a guess at a slip of the pen is not believed in the middle of a sentence. */
function found(place: string, findSite: FindSite): LeadSite | undefined {
  const outcome = findSite(place);
  if (outcome.kind !== 'ambiguous') return siteOf(outcome);
  const inside = outcome.communes.filter(({ intercommunality }) => intercommunality);
  const [only] = inside;
  const exact = only && inside.length === 1 && only.name.toLowerCase() === place.toLowerCase();
  return exact
    ? siteOf({ kind: 'inside', commune: only, intercommunality: only.intercommunality ?? '' })
    : undefined;
}
