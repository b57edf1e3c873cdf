import type { Site } from './http/site';
import type { Corpus } from './knowledge/corpus';

/** For whom the pages speak, as the knowledge says. */
export function siteOf(corpus: Corpus, conversationRetentionDays: number): Site {
  const { name, role, email, phone, address } = corpus.contact;
  return {
    programme: corpus.programme,
    contact: { name, role, email, phone, address },
    conversationRetentionDays,
  };
}
