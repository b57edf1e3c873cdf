import { join } from 'node:path';
import type { Config } from './config';
import type { Delivery } from './delivery/delivery';
import { createDispatcher, type Dispatcher } from './delivery/dispatcher';
import { createFolderCarrier } from './delivery/folderCarrier';
import { createFolderDelivery } from './delivery/folderDelivery';
import { createLeadMail } from './delivery/leadMail';
import type { MailCarrier } from './delivery/mailCarrier';
import type { MailDeps, MailIdentity } from './delivery/mailMessage';
import { createSmtpCarrier } from './delivery/smtpCarrier';
import { createSmtpDelivery } from './delivery/smtpDelivery';
import { createTeamsDelivery, type TeamsDeliveryDeps } from './delivery/teams/teamsDelivery';
import { createWebhookDelivery } from './delivery/webhookDelivery';
import type { Corpus } from './knowledge/corpus';
import type { PageNames } from './leads/callSheet';
import { createDeadAlert } from './leads/deadAlert';
import type { ContactOf } from './leads/leadContact';
import type { LeadLinks } from './leads/leadLinks';
import type { Recipient } from './leads/recipients';
import type { Log } from './shared/log';
import type { World } from './shared/world';
import { createLeadRepository } from './storage/leadRepository';
import type { OpenDatabase } from './storage/openDatabase';
import { createOutboxRepository } from './storage/outboxRepository';

/** What messages speak of, and who hears of those that were given up. */
export interface MessageParts {
  readonly links: LeadLinks;
  readonly names: PageNames;
  readonly contactOf: ContactOf;
  readonly operator: Recipient | undefined;
  /** Undefined: no cards in Teams. */
  readonly teams?: Omit<TeamsDeliveryDeps, 'clock'> | undefined;
}

/**
 * The dispatcher with the ways that are configured: a mail server, or a folder of `.eml` files under DATA_DIR; and a
 * webhook.
 */
export function composeDispatcher(
  config: Config,
  corpus: Corpus,
  db: OpenDatabase,
  { clock, ids, log }: World,
  { links, names, contactOf, operator, teams }: MessageParts,
): Dispatcher {
  const { privacy } = config.mail;
  const mail: MailDeps = {
    identity: mailIdentity(config),
    write: createLeadMail({
      ...names,
      programme: corpus.programme,
      links,
      contactOf,
      promiseDays: config.leadDays.callBack,
      privacy,
    }),
    contactOf,
    privacy,
  };
  const deliveries: Delivery[] = [
    config.mail.smtpUrl
      ? createSmtpDelivery({ smtpUrl: config.mail.smtpUrl, mail, clock })
      : createFolderDelivery({ folder: join(config.dataDir, 'mail'), mail, clock, log }),
  ];
  if (config.webhook) {
    deliveries.push(createWebhookDelivery({ ...names, ...config.webhook, links, clock, fetch }));
  }
  if (teams) deliveries.push(createTeamsDelivery({ ...teams, clock }));
  return createDispatcher({
    outbox: createOutboxRepository(db, createDeadAlert({ operator, ids })),
    leads: createLeadRepository(db),
    deliveries,
    clock,
    log,
  });
}

/** Sender and host of every mail. */
export function mailIdentity(config: Config): MailIdentity {
  const host = config.publicUrl ? new URL(config.publicUrl).hostname : 'localhost';
  return { from: config.mail.from ?? `assistant@${host}`, host };
}

/** The way of mails that are about no lead: the mail server that is configured, or the folder of `.eml` files. */
export const mailCarrier = (config: Config, log: Log): MailCarrier =>
  config.mail.smtpUrl
    ? createSmtpCarrier(config.mail.smtpUrl)
    : createFolderCarrier({ folder: join(config.dataDir, 'mail'), event: 'LETTER_WRITTEN', log });
