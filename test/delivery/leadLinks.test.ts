import jwt from 'jsonwebtoken';
import { createLeadLinks } from '../../src/delivery/leadLinks';
import { days } from '../../src/shared/time';
import { fakeClock } from '../support/fakeClock';

const key = Buffer.alloc(32, 1);
const lead = { id: 'lead-1', reference: 'ACDE-FGHJ' };
function setUp() {
  const time = fakeClock();
  return { time, links: createLeadLinks({ publicUrl: 'https://a.example.org', key, clock: time.clock }) };
}
const tokenOf = (link: string): string => new URL(link).searchParams.get('cle')!;

it('gives a company the right to its own request, and a recipient theirs', () => {
  const { links } = setUp();
  const company = links.company(lead);
  expect(company).toMatch(/^https:\/\/a\.example\.org\/demande\/ACDE-FGHJ\?cle=[\w.-]+$/);
  expect(links.read(tokenOf(company))).toEqual({ kind: 'company', leadId: 'lead-1' });
  const recipient = links.recipient(lead, 'paul');
  expect(recipient).toMatch(/^https:\/\/a\.example\.org\/fiche\/ACDE-FGHJ\?cle=[\w.-]+$/);
  expect(links.read(tokenOf(recipient))).toEqual({
    kind: 'recipient',
    leadId: 'lead-1',
    recipientId: 'paul',
  });
  expect(links.recipient(lead, 'paul', 'close')).toMatch(/&action=close$/);
});

it('ends after 180 days', () => {
  const { links, time } = setUp();
  const token = tokenOf(links.company(lead));
  time.advance(days(180) - 1000);
  expect(links.read(token)).toBeDefined();
  time.advance(1000);
  expect(links.read(token)).toBeUndefined();
});

it('takes nothing that it has not signed', () => {
  const { links } = setUp();
  const token = tokenOf(links.company(lead));
  const exp = 4_000_000_000;
  for (const forged of [
    '',
    'nonsense',
    token.slice(0, -2),
    jwt.sign({ aud: 'lead-company', sub: 'lead-1', exp }, Buffer.alloc(32, 2)),
    jwt.sign({ aud: 'lead-company', sub: 'lead-1', exp }, '', { algorithm: 'none' }),
    jwt.sign({ aud: 'lead-company', sub: 'lead-1', exp }, key, { algorithm: 'HS512' }),
    // Signed by the same key for another purpose, or without what it must say.
    jwt.sign({ aud: 'other', sub: 'lead-1', exp }, key),
    jwt.sign({ conversation: 'c', user: 'u', use: 'conversation', exp }, key),
    jwt.sign({ aud: 'lead-recipient', sub: 'lead-1', exp }, key),
    jwt.sign({ aud: 'lead-company', sub: 'lead-1' }, key),
  ]) {
    expect(links.read(forged)).toBeUndefined();
  }
});
