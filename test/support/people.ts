import type { Lead, LeadDraft } from '../../src/leads/lead';
import type { LeadFile, LeadStep } from '../../src/leads/leadFile';
import type { OutboxEntry } from '../../src/leads/outbox';
import type { Recipient } from '../../src/leads/recipients';

/** The human who gets the leads. */
export const paulMartin: Recipient = { id: 'contact', name: 'Paul Martin', email: 'paul.martin@example.org' };

/** A colleague who gets some of them too. */
export const claireDurand: Recipient = {
  id: 'claire',
  name: 'Claire Durand',
  email: 'claire.durand@example.org',
};

/** The stand-in of last resort. */
export const olgaPetit: Recipient = { id: 'olga', name: 'Olga Petit', email: 'olga.petit@example.org' };

/** What Jeanne Dupont of Mécanique Dupont asks for. */
export const jeannesDraft = (changes: Partial<LeadDraft> = {}): LeadDraft => ({
  language: 'fr',
  channelId: 'directline',
  conversationId: 'conversation-1',
  name: 'Jeanne Dupont',
  company: 'Mécanique Dupont & Fils',
  companyLookup: 'notAsked',
  email: 'jeanne.dupont@example.fr',
  phone: '+33123456789',
  message: 'Je cherche un terrain.\nPlutôt <grand>.',
  consentAt: new Date('2026-03-02T08:59:30.000Z'),
  questions: [
    { question: 'Quelles aides pour une machine ?', pageId: 'aides-machine' },
    { question: 'Et pour mon chat ?' },
  ],
  schemes: ['aides-machine'],
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

/** The first step of Jeanne's lead. */
export const jeannesStep = (changes: Partial<LeadStep> = {}): LeadStep => ({
  id: 'step-1',
  leadId: 'lead-1',
  number: 1,
  at: new Date('2026-03-02T09:00:00.000Z'),
  kind: 'recorded',
  actor: { kind: 'system' },
  state: 'new',
  recipientIds: ['contact'],
  ...changes,
});

/** Jeanne's lead with its history so far. */
export const jeannesFile = (changes: Partial<LeadFile> = {}): LeadFile => ({
  lead: jeannesLead(),
  state: 'new',
  recipientIds: ['contact'],
  version: 1,
  steps: [jeannesStep()],
  ...changes,
});

/** The entry that carries Jeanne's lead to Paul Martin, at its first attempt. */
export const jeannesEntry = (changes: Partial<OutboxEntry> = {}): OutboxEntry => ({
  id: 'entry-1',
  leadId: 'lead-1',
  kind: 'email',
  message: 'callSheet',
  occasion: 'step-1',
  recipient: paulMartin,
  state: 'leased',
  attempts: 1,
  createdAt: new Date('2026-03-02T09:00:00.000Z'),
  dueAt: new Date('2026-03-02T09:00:00.000Z'),
  ...changes,
});
