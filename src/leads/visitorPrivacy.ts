import type { Clock } from '../shared/time';
import type { ConversationTraces, WatchTraces } from './conversationTraces';
import { createEraseLead, type EraseLeadDeps } from './eraseLead';
import type { LeadRepository } from './leadRepository';
import type { VisitorPrivacy } from './leadServices';

/** Builds what one conversation's visitor can ask about their own data. See `VisitorPrivacy`. */
export function createVisitorPrivacy(
  deps: EraseLeadDeps & {
    readonly leads: Pick<LeadRepository, 'list' | 'erase'>;
    readonly traces: ConversationTraces;
    readonly watches: WatchTraces;
    readonly clock: Clock;
  },
): VisitorPrivacy {
  const { leads, traces, watches, clock } = deps;
  const eraseLead = createEraseLead(deps);
  const leadsOf = (conversationId: string) => leads.list({ conversationId, limit: Number.MAX_SAFE_INTEGER });

  return {
    async of(conversationId) {
      return {
        questions: await traces.countQuestions(conversationId),
        watches: await watches.count(conversationId),
        leads: await leadsOf(conversationId),
      };
    },

    async erase(conversationId) {
      const at = clock();
      const files = await leadsOf(conversationId);
      for (const file of files) await eraseLead(file, { kind: 'company' }, at);
      const told = await watches.erase(conversationId);
      const questions = await traces.erase(conversationId);
      return { at, questions, watches: told, references: files.map(({ lead }) => lead.reference) };
    },
  };
}
