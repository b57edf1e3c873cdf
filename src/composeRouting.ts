import type { Config } from './config';
import type { Corpus } from './knowledge/corpus';
import { createRouting, type Routing } from './leads/routing';
import type { Recipient } from './leads/recipients';

/** Schemes open and close, absences begin and end, and working days are counted by the days of this zone. */
export const timeZone = 'Europe/Paris';

/**
 * Who gets leads, as the knowledge says; `LEAD_EMAIL_TO` takes the place of the default recipient's address.
 * @param live the pages that serve now; who gets leads is read once
 */
export function composeRouting(live: () => Corpus, config: Config): Routing {
  const corpus = live();
  const toRecipient = ({ id, name, email }: Recipient): Recipient => ({
    id,
    name,
    email: id === corpus.contact.id ? (config.mail.leadTo ?? email) : email,
  });
  const [first, ...others] = corpus.recipients;
  return createRouting({
    recipients: [toRecipient(first), ...others.map(toRecipient)],
    rules: corpus.rules,
    absences: corpus.absences,
    defaultId: corpus.contact.id,
    escalationId: corpus.escalationId,
    themesOf(pageId) {
      const page = live().pages.get(pageId);
      return page ? [page.theme, ...(page.aid?.themes ?? [])] : [];
    },
    timeZone,
  });
}
