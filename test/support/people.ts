import type { Lead, LeadDraft } from '../../src/leads/lead';
import type { OutboxEntry } from '../../src/leads/outbox';
import type { Recipient } from '../../src/leads/recipients';

/** The human who gets the leads. */
export const paulMartin: Recipient = { id: 'contact', name: 'Paul Martin', email: 'paul.martin@example.org' };

/** What Jeanne Dupont of Mécanique Dupont asks for. */
export const jeannesDraft = (changes: Partial<LeadDraft> = {}): LeadDraft => ({
  language: 'fr',
  channelId: 'directline',
  conversationId: 'conversation-1',
  name: 'Jeanne Dupont',
  company: 'Mécanique Dupont & Fils',
  email: 'jeanne.dupont@example.fr',
  phone: '+33123456789',
  message: 'Je cherche un terrain.\nPlutôt <grand>.',
  consentAt: new Date('2026-03-02T08:59:30.000Z'),
  questions: [
    { question: 'Quelles aides pour une machine ?', pageId: 'aides-machine' },
    { question: 'Et pour mon chat ?' },
  ],
  ...changes,
});

/** Jeanne's lead, as recorded. */
export const jeannesLead = (changes: Partial<Lead> = {}): Lead => ({
  ...jeannesDraft(),
  id: 'lead-1',
  reference: 'ACDE-FGHJ',
  createdAt: new Date('2026-03-02T09:00:00.000Z'),
  ...changes,
});

/** The entry that carries Jeanne's lead to Paul Martin, at its first attempt. */
export const jeannesEntry = (changes: Partial<OutboxEntry> = {}): OutboxEntry => ({
  id: 'entry-1',
  leadId: 'lead-1',
  kind: 'email',
  recipient: paulMartin,
  state: 'leased',
  attempts: 1,
  createdAt: new Date('2026-03-02T09:00:00.000Z'),
  dueAt: new Date('2026-03-02T09:00:00.000Z'),
  ...changes,
});
