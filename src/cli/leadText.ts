import type { Actor, LeadFile, LeadStep } from '../leads/leadFile';
import type { OutboxEntry } from '../leads/outbox';
import { outcomeNames, stateNames } from '../desk/export/leadTable.fr';
import { stepNames } from './leads.fr';

/** One lead a line, for a terminal. */
export function leadLine({ lead, state, outcome, assigneeId }: LeadFile): string {
  const where = [stateNames[state], outcome && outcomeNames[outcome], assigneeId].filter(Boolean).join(', ');
  return [lead.reference, lead.createdAt.toISOString().slice(0, 10), lead.company, where].join('  ');
}

/** A lead with its history and its messages, for a terminal. Holds personal data. */
export function leadText(file: LeadFile, entries: readonly OutboxEntry[]): string {
  const { lead } = file;
  const facts = [
    leadLine(file),
    [lead.name, lead.email, lead.phone].filter(Boolean).join(' · '),
    lead.site && [lead.site.place, lead.site.intercommunality].filter(Boolean).join(' · '),
    lead.need,
    lead.message,
  ];
  return [...facts.filter(Boolean), '', ...file.steps.map(stepLine), '', ...entries.map(entryLine)].join(
    '\n',
  );
}

function stepLine(step: LeadStep): string {
  const details = [step.outcome && outcomeNames[step.outcome], step.rating, step.note].filter(Boolean);
  const who = [actorName(step.actor), step.assigneeId && `→ ${step.assigneeId}`].filter(Boolean).join(' ');
  return [`${step.number}.`, moment(step.at), stepNames[step.kind], who, ...details].join('  ');
}

const entryLine = (entry: OutboxEntry): string =>
  [moment(entry.createdAt), entry.message, entry.kind, entry.recipient.id, entry.state].join('  ');

const moment = (at: Date): string => at.toISOString().slice(0, 16).replace('T', ' ');

const actorName = (actor: Actor): string => (actor.kind === 'recipient' ? actor.id : actor.kind);
