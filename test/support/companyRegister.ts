import type { CompanyDirectory } from '../../src/leads/companyDirectory';
import type { CompanyFacts } from '../../src/leads/lead';

const company = (facts: Partial<CompanyFacts> & Pick<CompanyFacts, 'siren' | 'name'>): CompanyFacts => ({
  active: true,
  ...facts,
});

/** Companies of no registry but this one. */
const companies: readonly CompanyFacts[] = [
  company({
    siren: '552100554',
    siret: '55210055400013',
    name: 'TOLERIE DU CAILLY',
    activityCode: '25.62B',
    sizeBand: '20 à 49 salariés',
    communeCode: '76384',
    commune: 'LILLEBONNE',
  }),
  company({ siren: '404833048', name: 'FONDERIE MARTEL', communeCode: '76540', commune: 'ROUEN' }),
  company({ siren: '732829320', name: 'FONDERIE MARTEL ET FILS', communeCode: '69123', commune: 'LYON' }),
];

/** A small registry: found by number, or by words of the name. */
export function companyRegister(state: 'up' | 'down' | 'off'): CompanyDirectory {
  return {
    async search(query) {
      if (state === 'down') return { kind: 'unavailable' };
      if (state === 'off') return { kind: 'off' };
      const words = query.toUpperCase();
      const [first, ...others] = companies.filter(
        ({ siren, siret, name }) => query === siren || query === siret || name.includes(words),
      );
      return first ? { kind: 'found', companies: [first, ...others] } : { kind: 'notFound' };
    },
  };
}
