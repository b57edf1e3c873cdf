import { join } from 'node:path';
import type { Config } from './config';
import { createDispatcher, type Dispatcher } from './delivery/dispatcher';
import { createFolderDelivery } from './delivery/folderDelivery';
import { createSmtpDelivery } from './delivery/smtpDelivery';
import type { Corpus } from './knowledge/corpus';
import type { Recipient } from './leads/recipients';
import type { World } from './shared/world';
import { createLeadRepository } from './storage/leadRepository';
import type { openDatabase } from './storage/openDatabase';
import { createOutboxRepository } from './storage/outboxRepository';

/** The dispatcher with the way that is configured: a mail server, or a folder of `.eml` files under DATA_DIR. */
export function composeDispatcher(
  config: Config,
  corpus: Corpus,
  db: ReturnType<typeof openDatabase>,
  { clock, log }: World,
): Dispatcher {
  const host = config.publicUrl ? new URL(config.publicUrl).hostname : 'localhost';
  const identity = {
    from: config.mail.from ?? `assistant@${host}`,
    programme: corpus.programme.fr,
    host,
  };
  const delivery = config.mail.smtpUrl
    ? createSmtpDelivery({ smtpUrl: config.mail.smtpUrl, identity, clock })
    : createFolderDelivery({ folder: join(config.dataDir, 'mail'), identity, clock, log });
  return createDispatcher({
    outbox: createOutboxRepository(db),
    leads: createLeadRepository(db),
    deliveries: [delivery],
    clock,
    log,
  });
}

/** Who gets leads: the contact of the knowledge, at the address that the configuration may replace. */
export function recipientOf(corpus: Corpus, config: Config): Recipient {
  const { id, name, email } = corpus.contact;
  return { id, name, email: config.mail.leadTo ?? email };
}
