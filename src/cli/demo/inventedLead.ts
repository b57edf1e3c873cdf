import type { LeadDraft, LeadQuestion } from '../../leads/lead';
import type { Commune } from '../../territory/commune';
import type { Chance } from './chance';
import { inventedCompanies, inventedNeeds, inventedPeople } from './invented.fr';

const sizeBands = [
  '6 à 9 salariés',
  '10 à 19 salariés',
  '20 à 49 salariés',
  '50 à 99 salariés',
  '250 à 499 salariés',
] as const;

/** A request of a company that does not exist. Its number and address are of the ranges that are kept for fiction. */
export function inventedDraft(
  chance: Chance,
  given: {
    readonly conversationId: string;
    readonly at: Date;
    readonly communes: readonly [Commune, ...Commune[]];
    readonly questions: readonly LeadQuestion[];
    readonly schemes: readonly string[];
  },
): LeadDraft {
  const { conversationId, at, communes, questions, schemes } = given;
  const company = `${chance.of(inventedCompanies.first)} ${chance.of(inventedCompanies.second)}`;
  const name = `${chance.of(inventedPeople.first)} ${chance.of(inventedPeople.last)}`;
  // Large communes come first in the list, and more companies are there.
  const commune = communes[Math.floor(communes.length * chance.next() ** 4)] ?? communes[0];
  const found = chance.happens(0.8);
  return {
    language: chance.happens(0.1) ? 'en' : 'fr',
    channelId: chance.happens(0.8) ? 'directline' : 'msteams',
    conversationId,
    name,
    company,
    companyLookup: found ? 'found' : 'notFound',
    ...(found
      ? {
          companyFacts: {
            siren: `000${chance.between(100_000, 999_999)}`,
            name: company.toUpperCase(),
            sizeBand: chance.of(sizeBands),
            communeCode: commune.code,
            commune: commune.name,
            active: true,
          },
        }
      : {}),
    site: {
      place: commune.name,
      kind: 'inside',
      communeCode: commune.code,
      intercommunality: commune.intercommunality,
    },
    email: `${name
      .toLowerCase()
      .normalize('NFD')
      .replace(/[^a-z]+/g, '.')}@example.org`,
    // 02 61 91 00 00 to 02 61 91 99 99 are kept for works of fiction (Arcep, decision 2018-0881).
    phone: `+3326191${String(chance.between(0, 9999)).padStart(4, '0')}`,
    preferredWay: chance.of(['phone', 'phone', 'email', 'meeting']),
    need: chance.of(inventedNeeds),
    consentAt: at,
    questions,
    schemes,
  };
}
