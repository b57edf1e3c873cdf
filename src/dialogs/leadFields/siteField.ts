import type { LeadSite } from '../../leads/lead';
import type { Commune } from '../../territory/commune';
import type { FindSite, SiteOutcome } from '../../territory/site';
import { fold } from '../../text/normalise';
import { chosenOption } from './chosenOption';
import { maxShort, type FieldContext, type LeadField, type Reading } from './leadField';

/** What comes before a place when people answer in a sentence. */
const introduction =
  /^(?:(?:c['’]est|il est|elle est|on est|nous sommes|je suis|le projet est|ce sera|it is|it['’]s|we are)\s+)?(?:(?:situés?|situées?|basés?|basées?|located|based)\s+)?(?:(?:à|a|au|aux|en|dans|sur|près de|in|at|near)\s+)/i;
/** Unknown places from which the answer is taken as it is. */
const attemptsToTaking = 1;

/** Where the project is, by the commune's name or its postcode; known when the registry says where the company is. */
export const siteField: LeadField = {
  optional: true,
  free: false,
  isKnown: ({ site }) => site !== undefined,
  read(typed, context) {
    if (typed.length < 2 || typed.length > maxShort) return { kind: 'invalid' };
    const whole = context.findSite(typed);
    const outcome = whole.kind === 'unknown' ? context.findSite(typed.replace(introduction, '')) : whole;
    if (outcome.kind === 'ambiguous') {
      const options = outcome.communes.map((commune) => withPostcodeFirst(commune, typed));
      return { kind: 'askBack', choice: { kind: 'commune', options } };
    }
    if (outcome.kind !== 'unknown') return told(outcome, context);
    // Twice the same unknown place is one that no list holds: abroad, or a hamlet.
    return context.attempts >= attemptsToTaking
      ? {
          kind: 'given',
          values: { site: { place: typed, kind: 'unknown' } },
          remark: context.texts.form.placeTaken(typed),
        }
      : { kind: 'invalid' };
  },
  choose(typed, choice, context) {
    if (choice.kind !== 'commune') return undefined;
    if (fold(typed) === fold(context.texts.buttons.noneOfThem)) return { kind: 'invalid' };
    const chosen = chosenOption(typed, choice.options, communeTitle);
    return chosen && told(outcomeFor(chosen), context);
  },
};

/** A commune as a button: homonyms are told apart by their postcode. */
export function communeTitle(commune: Commune): string {
  const [postcode] = commune.postcodes;
  return postcode ? `${commune.name} (${postcode})` : commune.name;
}

/** Whoever typed a postcode looks for that one, not for another of the same commune. */
function withPostcodeFirst(commune: Commune, typed: string): Commune {
  const postcode = commune.postcodes.find((one) => typed.includes(one));
  return postcode ? { ...commune, postcodes: [postcode] } : commune;
}

/** The site in a commune that a registry names; by its code too, since names have homonyms and a code may also be a postcode. */
export function siteOfCommune(
  code: string,
  name: string | undefined,
  findSite: FindSite,
): LeadSite | undefined {
  for (const typed of [name, code]) {
    const outcome = typed ? findSite(typed) : undefined;
    if (outcome === undefined || outcome.kind === 'unknown') continue;
    const communes = outcome.kind === 'ambiguous' ? outcome.communes : [outcome.commune];
    const commune = communes.find((one) => one.code === code);
    if (commune) return siteOf(outcomeFor(commune));
  }
  return undefined;
}

function outcomeFor(commune: Commune): SiteOutcome {
  const { intercommunality } = commune;
  return intercommunality === undefined
    ? { kind: 'outside', commune }
    : { kind: 'inside', commune, intercommunality };
}

/** A found place as the lead keeps it; undefined when it is not one. */
export function siteOf(outcome: SiteOutcome): LeadSite | undefined {
  if (outcome.kind !== 'inside' && outcome.kind !== 'outside') return undefined;
  return {
    place: outcome.commune.name,
    kind: outcome.kind,
    communeCode: outcome.commune.code,
    intercommunality: outcome.kind === 'inside' ? outcome.intercommunality : undefined,
  };
}

function told(outcome: SiteOutcome, { texts, contact }: FieldContext): Reading {
  const site = siteOf(outcome);
  if (!site) return { kind: 'invalid' };
  const remark =
    site.kind === 'inside'
      ? texts.form.inside(site.place, site.intercommunality ?? '')
      : texts.form.outside(site.place, contact);
  return { kind: 'given', values: { site }, remark };
}
