import { fold } from '../text/normalise';
import type { Lead } from './lead';
import { phoneForPeople } from './phoneForPeople';

/** What a lead can be found by, in lower case without accents: reference, company, person, numbers, place and everything that was written. */
export function searchTextOf(lead: Lead): string {
  const { companyFacts: facts, site } = lead;
  const words = [
    lead.reference,
    lead.reference.replace('-', ''),
    lead.company,
    facts?.name,
    facts?.siren,
    facts?.siret,
    lead.name,
    lead.email,
    lead.phone &&
      `${lead.phone} ${phoneForPeople(lead.phone)} ${phoneForPeople(lead.phone).replace(/\s/g, '')}`,
    site?.place,
    site?.intercommunality,
    lead.need,
    lead.message,
    ...lead.questions.map(({ question }) => question),
    ...(lead.project?.facts.map(({ text }) => text) ?? []),
  ];
  return fold(words.filter(Boolean).join('\n'));
}

/** The words of a search, each of which must be found; numbers are joined as people group them (« 123 456 789 »). */
export function searchWords(typed: string): readonly string[] {
  const joined = fold(typed.slice(0, 200)).replace(/(?<=\d)[\s.]+(?=\d)/g, '');
  return joined.split(/\s+/).filter(Boolean).slice(0, 8);
}

/** What two leads of one company have in common: its register number, else its name as far as spelling is the same. Undefined: nothing to compare. */
export function companyKeyOf({ company, companyFacts }: Lead): string | undefined {
  if (companyFacts) return companyFacts.siren;
  return fold(company).replace(/[^\p{L}\p{N}]+/gu, '') || undefined;
}
