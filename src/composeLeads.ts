import { join } from 'node:path';
import { composeDispatcher } from './composeDelivery';
import { composeRelay, type RelaySides } from './composeRelay';
import { composeRecipientChats } from './composeRecipientChats';
import { composeWatchPrivacy } from './composeNotices';
import { composeRouting, timeZone } from './composeRouting';
import { composeWays } from './composeWays';
import type { Config } from './config';
import type { Dispatcher } from './delivery/dispatcher';
import type { Lanes } from './delivery/lanes';
import { createForgetMails } from './delivery/forgetMails';
import { createLeadLinks } from './delivery/leadLinks';
import type { Corpus } from './knowledge/corpus';
import type { PageNames } from './leads/callSheet';
import { createFindStatus } from './leads/findStatus';
import { createFollowLead, undoMs } from './leads/followLead';
import type { ContactOf } from './leads/leadContact';
import type { LeadLinks } from './leads/leadLinks';
import type { LeadRepository } from './leads/leadRepository';
import type { FindStatus, FollowLead, VisitorPrivacy } from './leads/leadServices';
import { companyRecipientId, operatorRecipientId } from './leads/recipients';
import { createReminders } from './leads/reminders';
import { createRetention } from './leads/retention';
import type { Routing } from './leads/routing';
import { createSubmitLead, type SubmitLead } from './leads/submitLead';
import { createVisitorPrivacy } from './leads/visitorPrivacy';
import { workingDaysBetween } from './shared/workingDays';
import type { World } from './shared/world';
import { createConversationTraces } from './storage/conversationTraces';
import { createRecipientChatRepository } from './storage/recipientChatRepository';
import { createLeadRepository } from './storage/leadRepository';
import type { OpenDatabase } from './storage/openDatabase';

/** The lead's way, from the form to its end. */
export interface LeadServices {
  readonly leads: LeadRepository;
  readonly routing: Routing;
  readonly links: LeadLinks;
  readonly names: PageNames;
  readonly contactOf: ContactOf;
  readonly submitLead: SubmitLead;
  readonly followLead: FollowLead;
  readonly findStatus: FindStatus;
  readonly visitorPrivacy: VisitorPrivacy;
  readonly dispatcher: Dispatcher;
  /** Carries the messages of live relays; undefined where nobody can be reached. */
  readonly relayDispatcher: Lanes | undefined;
  /** What recipients do in Teams. */
  readonly recipients: ReturnType<typeof composeRecipientChats>;
  /** Tells whoever is to be reminded by now. Throws what the database throws. */
  readonly remind: () => Promise<void>;
  /** Erases leads whose time is up. Throws what the database throws. */
  readonly forgetOld: () => Promise<void>;
}

/**
 * Joins everything about leads. It starts nothing.
 * @param live the pages that serve now; people and programme are read once
 * @param key signs the links in messages
 * @param sides recipients' chats and the visitors' pages; undefined: nobody is written to there
 */
export function composeLeads(
  config: Config,
  live: () => Corpus,
  db: OpenDatabase,
  key: Buffer,
  world: World,
  sides?: RelaySides,
): LeadServices {
  const { clock, ids } = world;
  const corpus = live();
  const publicUrl = config.publicUrl ?? `http://localhost:${config.port}`;
  const leads = createLeadRepository(db);
  const routing = composeRouting(live, config);
  const links = createLeadLinks({ publicUrl, key, clock });
  const names = namesIn(live);
  const contactOf = contactsOf(corpus);
  const operator = config.mail.operator
    ? { id: operatorRecipientId, name: operatorRecipientId, email: config.mail.operator }
    : undefined;
  const cards = { ...names, links, contactOf, recipients: routing.all, undoMs };
  const chats = createRecipientChatRepository(db);
  const dispatcher = composeDispatcher(config, corpus, db, world, {
    links,
    names,
    contactOf,
    operator,
    teams: sides && {
      ...cards,
      messenger: sides.messenger,
      chats,
      programme: corpus.programme,
      promiseDays: config.leadDays.callBack,
    },
  });

  const { recipient, escalationRecipient } = routing;
  const reached = composeWays(config, corpus, chats, recipient);
  const common = { leads, clock, ids, recipient, escalationRecipient, operator, ...reached };
  const erasing = { ...common, forgetCopies: createForgetMails(join(config.dataDir, 'mail')) };

  const record = createSubmitLead({ ...common, repository: leads, recipients: routing.recipientsFor });
  const follow = createFollowLead(common);
  const privacy = createVisitorPrivacy({
    ...erasing,
    traces: createConversationTraces(db),
    watches: composeWatchPrivacy(config, db, clock),
  });
  const reminders = createReminders({
    ...common,
    workingDaysBetween: (from, to) => workingDaysBetween(from, to, timeZone),
    days: {
      remind: config.leadDays.reminder,
      escalate: config.leadDays.escalation,
      tellDelay: config.leadDays.delay,
    },
  });
  const retention = createRetention({
    ...erasing,
    periods: { closedMonths: config.retention.leadMonths, openMonths: config.retention.openLeadMonths },
  });
  const thenDispatch = async <T>(outcome: Promise<T>): Promise<T> => {
    const value = await outcome;
    dispatcher.wake();
    return value;
  };

  const followLead: FollowLead = (leadId, actor, act) => thenDispatch(follow(leadId, actor, act));

  const relays = composeRelay(db, world, {
    sides,
    chats,
    followLead,
    nameOf: (id) => contactOf(id).name,
  });

  return {
    leads,
    routing,
    links,
    names,
    contactOf,
    dispatcher,
    submitLead: (submission) => thenDispatch(record(submission)),
    followLead,
    recipients: composeRecipientChats({ ...cards, chats, leads, followLead, relay: relays.relay, clock }),
    relayDispatcher: relays.dispatcher,
    findStatus: createFindStatus(leads),
    visitorPrivacy: { ...privacy, erase: (conversationId) => thenDispatch(privacy.erase(conversationId)) },
    async remind() {
      if ((await reminders.runOnce(clock())) > 0) dispatcher.wake();
    },
    async forgetOld() {
      await retention.runOnce(clock());
    },
  };
}

function namesIn(live: () => Corpus): PageNames {
  return {
    titleOf: (pageId) => live().pages.get(pageId)?.fr.title,
    schemeOf(pageId) {
      const { pages, sources } = live();
      const page = pages.get(pageId);
      return page?.aid
        ? { title: page.fr.title, url: page.aid.url ?? sources.get(page.sources[0] ?? '')?.url }
        : undefined;
    },
  };
}

/** Nobody, and who has left the list, is the contact of the programme. */
function contactsOf({ recipients, contact }: Corpus): ContactOf {
  return (id) => recipients.find((one) => one.id === id && id !== companyRecipientId) ?? contact;
}
