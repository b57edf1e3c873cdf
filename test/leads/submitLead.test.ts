import type { Lead } from '../../src/leads/lead';
import type { LeadRepository, RecordOutcome } from '../../src/leads/leadRepository';
import type { OutboxEntry } from '../../src/leads/outbox';
import { createSubmitLead } from '../../src/leads/submitLead';
import { fakeClock } from '../support/fakeClock';
import { jeannesDraft, paulMartin } from '../support/people';

/** A repository that answers what it is told, in turn, and keeps what it was given. */
function scripted(...answers: (RecordOutcome | Error)[]) {
  const given: { lead: Lead; submissionId: string; entries: readonly OutboxEntry[] }[] = [];
  const repository: LeadRepository = {
    async record(lead, submissionId, entries) {
      given.push({ lead, submissionId, entries });
      const answer = answers.shift() ?? { kind: 'referenceTaken' };
      if (answer instanceof Error) throw answer;
      return answer;
    },
    find: () => Promise.resolve(undefined),
    findByReference: () => Promise.resolve(undefined),
  };
  let made = 0;
  const ids = { uuid: () => `id-${(made += 1)}`, reference: () => `REFERENCE-${(made += 1)}` };
  const claire = { ...paulMartin, id: 'claire' };
  const submit = createSubmitLead({
    repository,
    clock: fakeClock().clock,
    ids,
    recipients: () => [paulMartin, claire],
  });
  return { submit: () => submit({ submissionId: 'form-1', draft: jeannesDraft() }), given };
}

it('hands over the lead together with one due entry for each recipient', async () => {
  const { submit, given } = scripted({ kind: 'recorded' });
  const outcome = await submit();
  expect(given).toHaveLength(1);
  const { lead, submissionId, entries } = given[0]!;
  expect(outcome).toEqual({ kind: 'recorded', reference: lead.reference });
  expect(submissionId).toBe('form-1');
  expect(lead).toMatchObject(jeannesDraft());
  expect(entries.map((entry) => [entry.recipient.id, entry.leadId, entry.state, entry.attempts])).toEqual([
    ['contact', lead.id, 'due', 0],
    ['claire', lead.id, 'due', 0],
  ]);
});

it('takes another reference when one is taken', async () => {
  const { submit, given } = scripted({ kind: 'referenceTaken' }, { kind: 'recorded' });
  const outcome = await submit();
  expect(outcome).toEqual({ kind: 'recorded', reference: given[1]!.lead.reference });
  expect(given[1]!.lead.reference).not.toBe(given[0]!.lead.reference);
});

it('gives up with LEAD_NOT_STORED when every reference is taken', async () => {
  const { submit, given } = scripted();
  await expect(submit()).rejects.toMatchObject({ code: 'LEAD_NOT_STORED' });
  expect(given).toHaveLength(5);
});

it('gives the first reference for a form that was submitted before', async () => {
  const { submit } = scripted({ kind: 'alreadyRecorded', reference: 'ACDE-FGHJ' });
  await expect(submit()).resolves.toEqual({ kind: 'alreadyRecorded', reference: 'ACDE-FGHJ' });
});

it('throws LEAD_NOT_STORED with the cause when the database refuses', async () => {
  const full = new Error('database or disk is full');
  const { submit } = scripted(full);
  await expect(submit()).rejects.toMatchObject({ code: 'LEAD_NOT_STORED', cause: full });
});
