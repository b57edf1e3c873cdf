import { leadCodec } from '../../src/leads/storedLead';
import { jeannesLead } from '../support/people';

it('gives back the lead that it stored', () => {
  expect(leadCodec.decode(leadCodec.encode(jeannesLead()), 'lead-1')).toEqual(jeannesLead());
});

it('gives back a lead without the optional fields', () => {
  const lead = jeannesLead({ email: undefined, message: undefined, questions: [] });
  expect(leadCodec.decode(leadCodec.encode(lead), 'lead-1')).toEqual(lead);
});

it('gives back what a registry said of the company, and the site', () => {
  const lead = jeannesLead({
    companyLookup: 'found',
    companyFacts: {
      siren: '123456782',
      name: 'MECANIQUE DUPONT',
      sizeBand: '20 à 49 salariés',
      active: true,
    },
    site: { place: 'Bourg', kind: 'inside', communeCode: '76000', intercommunality: 'Grand Bourg' },
    preferredWay: 'phone',
    preferredTime: 'plutôt le matin',
  });
  expect(leadCodec.decode(leadCodec.encode(lead), 'lead-1')).toEqual(lead);
});

it('reads a lead of the first release, when companies were not looked up', () => {
  const { companyLookup, schemes, ...first } = jeannesLead();
  const stored = JSON.stringify({ version: 1, lead: first });
  expect([companyLookup, schemes]).toEqual(['notAsked', ['aides-machine']]);
  expect(leadCodec.decode(stored, 'lead-1')).toEqual(jeannesLead({ schemes: [] }));
});

it('does not store a lead that nobody could call back', () => {
  expect(() => leadCodec.encode(jeannesLead({ email: undefined, phone: undefined }))).toThrow(/call back/);
});

it.each(['{', '{}', '{"version":3,"lead":{}}'])(
  'names a lead that it cannot read, without its content: %s',
  (text) => {
    expect(() => leadCodec.decode(text, 'lead-1')).toThrow(/^LEAD_UNREADABLE: lead lead-1 /);
  },
);
