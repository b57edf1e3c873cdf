import { join } from 'node:path';
import type { Config } from './config';
import { createConversations } from './directline/conversations';
import { createLocalConnector } from './directline/localConnector';
import { readSigningKey } from './directline/signingKey';
import { createStreams } from './directline/streams';
import { createTokens } from './directline/tokens';
import type { Corpus } from './knowledge/corpus';
import type { World } from './shared/world';
import { createDirectLineRepository } from './storage/directLineRepository';
import type { OpenDatabase } from './storage/openDatabase';

/** The website's conversations: where they are kept, who shows them, and how they are written to. It starts nothing. */
export function composeWebsite(
  { dataDir }: Config,
  { programme }: Corpus,
  db: OpenDatabase,
  { clock, ids }: World,
) {
  const bot = { id: 'assistant', name: programme.fr };
  const store = createDirectLineRepository(db);
  const streams = createStreams();
  const conversations = createConversations({ store, streams, clock });
  return {
    bot,
    store,
    streams,
    conversations,
    tokens: createTokens(readSigningKey(join(dataDir, 'directline.key')), clock),
    localConnector: createLocalConnector({ conversations, bot, ids }),
  };
}
