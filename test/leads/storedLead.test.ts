import { leadCodec } from '../../src/leads/storedLead';
import { jeannesLead } from '../support/people';

it('gives back the lead that it stored', () => {
  expect(leadCodec.decode(leadCodec.encode(jeannesLead()), 'lead-1')).toEqual(jeannesLead());
});

it('gives back a lead without the optional fields', () => {
  const lead = jeannesLead({ email: undefined, message: undefined, questions: [] });
  expect(leadCodec.decode(leadCodec.encode(lead), 'lead-1')).toEqual(lead);
});

it('does not store a lead that nobody could call back', () => {
  expect(() => leadCodec.encode(jeannesLead({ email: undefined, phone: undefined }))).toThrow(/call back/);
});

it.each(['{', '{}', '{"version":2,"lead":{}}'])(
  'names a lead that it cannot read, without its content: %s',
  (text) => {
    expect(() => leadCodec.decode(text, 'lead-1')).toThrow(/^LEAD_UNREADABLE: lead lead-1 /);
  },
);
