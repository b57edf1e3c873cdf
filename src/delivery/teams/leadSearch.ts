import type { LeadRepository } from '../../leads/leadRepository';
import type { ContactOf } from '../../leads/leadContact';
import type { LeadFile } from '../../leads/leadFile';
import type { RecipientChatRepository } from '../../leads/recipientChat';
import { adaptiveCard, type FoundCard } from '../../shared/adaptiveCard';
import { line } from './cardParts';
import { leadCardTexts as texts } from './leadCard.fr';
import { standing } from './standing';

/**
 * Leads of a recipient whose reference, company or place holds some words; the youngest without words. Nothing for whoever is no recipient. The
 * cards hold no way to reach anybody, since they may be passed on in any chat.
 */
export type SearchLeads = (userId: string, query: string) => Promise<readonly FoundCard[]>;

/** Leads in one list. */
const maxFound = 5;

export function createSearchLeads(deps: {
  readonly leads: Pick<LeadRepository, 'list'>;
  readonly chats: Pick<RecipientChatRepository, 'ofUser'>;
  readonly contactOf: ContactOf;
}): SearchLeads {
  return async (userId, query) => {
    const chat = await deps.chats.ofUser(userId);
    if (!chat) return [];
    const wanted = query.trim().toLowerCase();
    const own = ({ recipientIds, assigneeId }: LeadFile): boolean =>
      recipientIds.includes(chat.recipientId) || assigneeId === chat.recipientId;
    const files = await deps.leads.list({});
    return files
      .filter((file) => own(file) && wordsOf(file).includes(wanted))
      .slice(0, maxFound)
      .map((file) => {
        const title = texts.title(file.lead.reference, file.lead.company);
        const text = standing(file, deps.contactOf);
        const body = [
          line(title, { weight: 'bolder' }),
          line(text),
          line(texts.since(file.lead.createdAt), { isSubtle: true }),
        ];
        return { title, text, card: adaptiveCard(body) };
      });
  };
}

const wordsOf = ({ lead }: LeadFile): string =>
  [lead.reference, lead.company, lead.site?.place ?? ''].join('\n').toLowerCase();
