import type { Lead } from './lead';

/** What the first call should find out. The wording stands with the other French sentences of the call sheet. */
export const worthAsking = [
  'registration',
  'size',
  'site',
  'timing',
  'cost',
  'stage',
  'earlierAids',
  'otherAdvisers',
  'decider',
] as const;
export type WorthAsking = (typeof worthAsking)[number];

/** How many questions a call sheet proposes. */
const howMany = 3;

/** An amount of money, in French or English. */
const amount = /\d[\d\s.,]*\s*(?:k€|m€|€|k?\s?euros?|millions?|eur\b)|€\s*\d/i;
/** A date, a delay or a season, in French or English. */
const time =
  /\b(?:20\d\d|janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre|january|february|march|april|june|july|august|september|october|november|december|jours?|semaines?|mois|trimestres?|ans?|années?|days?|weeks?|months?|quarters?|years?|urgent\w*|demain|tomorrow)\b|d[’']ici|\bavant\s+(?:le|la|l[’']|fin)/iu;

/**
 * The three questions that a first call should ask, by what the lead does not tell: first what decides which schemes
 * come into question (registration, size, site, timing, cost), then what is always good to know. The same lead always
 * gives the same three.
 *
 * Amounts and dates are looked for by their form in the visitor's words; one that is written out may be asked again.
 */
export function questionsWorthAsking(lead: Lead): readonly WorthAsking[] {
  const said = [lead.need, lead.message, ...lead.questions.map(({ question }) => question)].join('\n');
  const told = new Set(lead.project?.facts.map(({ about }) => about));
  const publicBody = lead.companyLookup === 'publicBody';
  const open: Readonly<Record<WorthAsking, boolean>> = {
    registration: lead.companyLookup === 'notRegistered',
    size:
      lead.companyFacts?.sizeBand === undefined &&
      !told.has('size') &&
      !publicBody &&
      lead.companyLookup !== 'notRegistered',
    site: (lead.site === undefined || lead.site.kind === 'unknown') && !told.has('site'),
    timing: !time.test(said),
    cost: !amount.test(said) && !told.has('cost'),
    stage: !told.has('stage'),
    earlierAids: !publicBody && lead.project?.otherAids === undefined,
    otherAdvisers: true,
    decider: true,
  };
  return worthAsking.filter((question) => open[question]).slice(0, howMany);
}
