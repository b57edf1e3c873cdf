import { normaliseReference } from '../shared/ids';
import type { Clock } from '../shared/time';
import { comparableContact, contactsOf } from './contactMatch';
import type { ConversationTraces, WatchTraces } from './conversationTraces';
import { createEraseLead, type EraseLeadDeps } from './eraseLead';
import type { LeadFile } from './leadFile';
import type { LeadRepository } from './leadRepository';
import type { ErasureReceipt } from './leadServices';

/** Whose data: exactly one of them. */
export type DataSubject =
  | { readonly kind: 'reference'; readonly reference: string }
  /** An e-mail address or a phone number, in any form in which people write them. */
  | { readonly kind: 'contact'; readonly contact: string };

/** What an operator does when somebody asks for their data in writing. */
export interface PersonalData {
  /** Every lead of this person; none when the contact can be read neither as an e-mail address nor as a phone number. */
  find(subject: DataSubject): Promise<readonly LeadFile[]>;
  /** Erases those leads and what is kept of the conversations that they came from; recipients are asked to delete their mail. */
  erase(subject: DataSubject): Promise<ErasureReceipt>;
}

/** Builds the search and erasure by person. Every lead is read: it is meant for a command, not for a page. */
export function createPersonalData(
  deps: EraseLeadDeps & {
    readonly leads: Pick<LeadRepository, 'list' | 'file' | 'findByReference' | 'erase'>;
    readonly traces: ConversationTraces;
    readonly watches: Pick<WatchTraces, 'erase'>;
    readonly clock: Clock;
  },
): PersonalData {
  const { leads, traces, watches, clock } = deps;
  const eraseLead = createEraseLead(deps);

  const find = async (subject: DataSubject): Promise<readonly LeadFile[]> => {
    if (subject.kind === 'reference') {
      const lead = await leads.findByReference(normaliseReference(subject.reference));
      const file = lead && (await leads.file(lead.id));
      return file ? [file] : [];
    }
    const contact = comparableContact(subject.contact);
    if (contact === undefined) return [];
    const all = await leads.list({ limit: Number.MAX_SAFE_INTEGER });
    return all.filter(({ lead }) => contactsOf(lead).includes(contact));
  };

  return {
    find,
    async erase(subject) {
      const at = clock();
      const files = await find(subject);
      let questions = 0;
      let told = 0;
      for (const file of files) {
        await eraseLead(file, { kind: 'operator' }, at);
        told += await watches.erase(file.lead.conversationId);
        questions += await traces.erase(file.lead.conversationId);
      }
      return { at, questions, watches: told, references: files.map(({ lead }) => lead.reference) };
    },
  };
}
