import type { Lead, LeadDraft } from '../../src/leads/lead';
import type { LeadStep } from '../../src/leads/leadFile';
import type { LeadRepository, RecordOutcome } from '../../src/leads/leadRepository';
import type { OutboxEntry } from '../../src/leads/outbox';
import { createSubmitLead } from '../../src/leads/submitLead';
import { fakeClock } from '../support/fakeClock';
import { claireDurand, jeannesDraft, paulMartin } from '../support/people';

/** A repository that answers what it is told, in turn, and keeps what it was given. */
function scripted(...answers: (RecordOutcome | Error)[]) {
  const given: { lead: Lead; submissionId: string; step: LeadStep; entries: readonly OutboxEntry[] }[] = [];
  const repository: Pick<LeadRepository, 'record'> = {
    async record(lead, submissionId, step, _recipientIds, entries) {
      given.push({ lead, submissionId, step, entries });
      const answer = answers.shift() ?? { kind: 'referenceTaken' };
      if (answer instanceof Error) throw answer;
      return answer;
    },
  };
  let made = 0;
  const ids = { uuid: () => `id-${(made += 1)}`, reference: () => `REFERENCE-${(made += 1)}` };
  const submit = createSubmitLead({
    repository,
    clock: fakeClock().clock,
    ids,
    recipients: () => [paulMartin, claireDurand],
    ways: ({ id }) => (id === 'claire' ? ['email', 'webhook'] : ['email']),
  });
  return {
    submit: (changes: Partial<LeadDraft> = {}) =>
      submit({ submissionId: 'form-1', draft: jeannesDraft(changes) }),
    given,
  };
}

it('hands over the lead with its first step, a call sheet for each recipient and way, and a receipt', async () => {
  const { submit, given } = scripted({ kind: 'recorded' });
  const outcome = await submit();
  expect(given).toHaveLength(1);
  const { lead, submissionId, step, entries } = given[0]!;
  expect(outcome).toEqual({ kind: 'recorded', reference: lead.reference });
  expect(submissionId).toBe('form-1');
  expect(lead).toMatchObject(jeannesDraft());
  expect(step).toMatchObject({
    number: 1,
    kind: 'recorded',
    state: 'new',
    recipientIds: ['contact', 'claire'],
  });
  expect(
    entries.map(({ message, kind, recipient }) => [message, kind, recipient.id, recipient.email]),
  ).toEqual([
    ['callSheet', 'email', 'contact', 'paul.martin@example.org'],
    ['callSheet', 'email', 'claire', 'claire.durand@example.org'],
    ['callSheet', 'webhook', 'claire', 'claire.durand@example.org'],
    ['receipt', 'email', 'company', 'jeanne.dupont@example.fr'],
  ]);
  for (const entry of entries) {
    expect(entry).toMatchObject({ leadId: lead.id, occasion: step.id, state: 'due', attempts: 0 });
  }
});

it('sends no receipt to a company that gave a phone number only', async () => {
  const { submit, given } = scripted({ kind: 'recorded' });
  await submit({ email: undefined });
  expect(given[0]?.entries.map((entry) => entry.message)).toEqual(['callSheet', 'callSheet', 'callSheet']);
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
