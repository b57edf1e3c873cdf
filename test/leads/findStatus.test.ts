import { createFindStatus } from '../../src/leads/findStatus';
import { fakeClock } from '../support/fakeClock';
import { openLeadStore, type LeadStore } from '../support/leadStore';
import { jeannesDraft } from '../support/people';
import { tempFolder } from '../support/tempFolder';

let store: LeadStore;
let reference: string;
beforeEach(async () => {
  store = await openLeadStore(tempFolder(), fakeClock().clock);
  ({ reference } = await store.submit({ submissionId: 'form-1', draft: jeannesDraft() }));
});
afterEach(() => store.db.destroy());

it.each(['jeanne.dupont@example.fr', ' Jeanne.DUPONT@Example.fr ', '01 23 45 67 89', '+33 1 23 45 67 89'])(
  'tells how a request stands to whoever knows its reference and %j',
  async (contact) => {
    const typed = ` ${reference.toLowerCase().replace('-', ' ')}`;
    expect(await createFindStatus(store.leads)(typed, contact)).toMatchObject({
      lead: { reference },
      state: 'new',
    });
  },
);

it.each([
  ['another contact', undefined, 'paul@example.fr'],
  ['no contact', undefined, ''],
  ['something that is none', undefined, 'Jeanne'],
  ['another reference', 'AAAA-AAAA', 'jeanne.dupont@example.fr'],
  ['no reference', '', 'jeanne.dupont@example.fr'],
])('says nothing for %s', async (_, typed, contact) => {
  expect(await createFindStatus(store.leads)(typed ?? reference, contact)).toBeUndefined();
});

it('does not take a missing phone for a match', async () => {
  const submission = { submissionId: 'form-2', draft: jeannesDraft({ phone: undefined }) };
  const second = await store.submit(submission);
  expect(await createFindStatus(store.leads)(second.reference, '')).toBeUndefined();
});
