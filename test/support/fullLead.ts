import type { Lead } from '../../src/leads/lead';
import { jeannesLead } from './people';

/** Jeanne's lead with everything that a lead can tell. */
export const fullLead = (changes: Partial<Lead> = {}): Lead =>
  jeannesLead({
    need: 'J’aimerais une presse neuve pour mon atelier, et de la place autour.',
    companyLookup: 'found',
    companyFacts: {
      siren: '552100554',
      siret: '55210055400013',
      name: 'MECANIQUE DUPONT ET FILS',
      activityCode: '25.62B',
      sizeBand: '20 à 49 salariés',
      legalCategory: '5710',
      createdOn: '1998-04-01',
      commune: 'Forgeville',
      active: true,
    },
    site: { place: 'Forgeville', kind: 'inside', communeCode: '00000', intercommunality: 'CA des Forges' },
    preferredWay: 'phone',
    preferredTime: 'plutôt le matin',
    ...changes,
  });
