import type { LeadFile } from './leadFile';
import type { ContactOf, LeadContact } from './leadContact';

/** Who calls the company: whoever took its request, else the first of those it was sent to. */
export function whoCalls(file: LeadFile, contactOf: ContactOf): LeadContact {
  return contactOf(file.assigneeId ?? file.recipientIds[0]);
}
