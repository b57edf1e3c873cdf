import type { Actor, LeadFile } from '../../leads/leadFile';
import type { DeskSession } from '../signIn/session';

/** Whether a lead went to a recipient, or is followed by them. */
const isRecipient = (file: LeadFile, id: string | undefined): boolean =>
  id !== undefined && (file.recipientIds.includes(id) || file.assigneeId === id);

/** Whether whoever is signed in may see a lead. Who has just handed it on still may: to take that back. */
export function maySee(file: LeadFile, { account }: DeskSession): boolean {
  const last = file.steps.at(-1)?.actor;
  const ownStep = last?.kind === 'recipient' && last.id === account.recipientId;
  return account.owner || ownStep || isRecipient(file, account.recipientId);
}

/** As whom they act. Owners act on leads that are not theirs as whoever looks after the service. */
export const actorOf = (file: LeadFile, { account }: DeskSession): Actor =>
  account.recipientId !== undefined && isRecipient(file, account.recipientId)
    ? { kind: 'recipient', id: account.recipientId }
    : { kind: 'operator' };

/** As whom they take a step back. Whoever declined or handed over is no recipient any more, and takes back their own step all the same. */
export function undoerOf(file: LeadFile, session: DeskSession): Actor {
  const last = file.steps.at(-1)?.actor;
  const own = last?.kind === 'recipient' && last.id === session.account.recipientId;
  return own ? last : actorOf(file, session);
}
