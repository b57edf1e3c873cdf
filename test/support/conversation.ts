import { join } from 'node:path';
import type { Kysely } from 'kysely';
import { createAssistant } from '../../src/bot/assistant';
import { createDirectTurns } from '../../src/bot/directTurns';
import { catalogueOf } from '../../src/composeAids';
import { composeRecipientChats } from '../../src/composeRecipientChats';
import { createCountSteps } from '../../src/figures/countSteps';
import { createLeadLinks } from '../../src/delivery/leadLinks';
import type { Knowledge } from '../../src/knowledge/knowledge';
import { createFindStatus } from '../../src/leads/findStatus';
import { createFollowLead, undoMs } from '../../src/leads/followLead';
import { createLiveRelay } from '../../src/leads/liveRelay';
import { createSubmitLead } from '../../src/leads/submitLead';
import { createVisitorPrivacy } from '../../src/leads/visitorPrivacy';
import { createProposeCorrection } from '../../src/notices/correction';
import { createSendAidList } from '../../src/notices/aidList';
import { createRequestNotice } from '../../src/notices/requestNotice';
import { createWatchPrivacy } from '../../src/notices/watchPrivacy';
import type { Ids } from '../../src/shared/ids';
import type { Log } from '../../src/shared/log';
import type { Clock } from '../../src/shared/time';
import { createBotStorage } from '../../src/storage/botStorage';
import { createConversationTraces } from '../../src/storage/conversationTraces';
import { createLetterRepository } from '../../src/storage/letterRepository';
import { createLeadRepository } from '../../src/storage/leadRepository';
import { createRecipientChatRepository } from '../../src/storage/recipientChatRepository';
import { createRelayRepository } from '../../src/storage/relayRepository';
import { createQuestionRepository } from '../../src/storage/questionRepository';
import type { Database } from '../../src/storage/schema';
import { createStepCountRepository } from '../../src/storage/stepCountRepository';
import { createWatchRepository } from '../../src/storage/watchRepository';
import { createFindSite } from '../../src/territory/findSite';
import { readCommunes } from '../../src/territory/readCommunes';
import { companyRegister } from './companyRegister';

const communes = join(__dirname, '../../knowledge/territoire/communes.csv');
const findSite = createFindSite(() => readCommunes(communes));

/** What a conversation stands on. */
export interface ConversationDeps {
  readonly db: Kysely<Database>;
  readonly knowledge: Knowledge;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly log: Log;
  /** In the Bot Framework's words; the website by default. */
  readonly channel?: string | undefined;
  /** The registry of companies: there by default. */
  readonly registry?: 'up' | 'down' | 'off' | undefined;
  /** All by default. */
  readonly allowedTenants?: readonly string[] | undefined;
}

/** The assistant as it runs, over a real database; the registry of companies is a small one of the tests. */
export function openConversation({
  db,
  knowledge,
  clock,
  ids,
  log,
  channel,
  registry,
  allowedTenants,
}: ConversationDeps) {
  const leads = createLeadRepository(db);
  const watches = createWatchRepository(db);
  const { contact } = knowledge.corpus;
  const catalogue = catalogueOf(knowledge.corpus);
  const recipient = { id: contact.id, name: contact.name, email: contact.email };
  const followLead = createFollowLead({
    leads,
    clock,
    ids,
    recipient: () => recipient,
    escalationRecipient: () => recipient,
  });
  const chats = createRecipientChatRepository(db);
  const relay = createLiveRelay({
    relays: createRelayRepository(db),
    isPresent: () => true,
    showWriting: async () => undefined,
    nameOf: () => contact.name,
    followLead,
    clock,
    ids,
    wake: () => undefined,
  });
  const links = createLeadLinks({ publicUrl: 'https://example.org', key: Buffer.alloc(32, 7), clock });
  const { logic, dialog } = createAssistant({
    allowedTenants,
    recipients: composeRecipientChats({
      chats,
      leads,
      relay,
      followLead,
      clock,
      links,
      contactOf: () => contact,
      recipients: () => [recipient],
      undoMs,
      titleOf: () => undefined,
      schemeOf: () => undefined,
    }),
    knowledge: () => knowledge,
    storage: createBotStorage({ db, clock, ids }),
    submitLead: createSubmitLead({ repository: leads, clock, ids, recipients: () => [recipient] }),
    questionLog: createQuestionRepository(db),
    clock,
    ids,
    log,
    today: () => '2026-11-24',
    companyDirectory: companyRegister(registry ?? 'up'),
    findSite,
    findStatus: createFindStatus(leads),
    visitorPrivacy: createVisitorPrivacy({
      leads,
      traces: createConversationTraces(db),
      watches: createWatchPrivacy({ watches, clock, keptDays: 365, forgetCopies: async () => undefined }),
      clock,
      ids,
      recipient: () => recipient,
    }),
    requestNotice: createRequestNotice({
      watches,
      schemeOf: (id) => {
        const page = knowledge.corpus.pages.get(id);
        if (!page?.aid) return undefined;
        const title = { fr: page.fr.title, en: page.en?.title ?? page.fr.title };
        return { id, title, operator: page.aid.operateur, dates: { permanent: page.aid.permanent } };
      },
      clock,
      ids,
    }),
    sendAidList: createSendAidList({ letters: createLetterRepository(db), clock, ids }),
    countSteps: createCountSteps({
      stepCounts: createStepCountRepository(db),
      clock,
      timeZone: 'Europe/Paris',
      log,
    }),
    proposeCorrection: createProposeCorrection({
      letters: createLetterRepository(db),
      pageOf: (id) => {
        const page = knowledge.corpus.pages.get(id);
        return page && { title: page.fr.title, file: page.file };
      },
      to: () => contact,
      clock,
      ids,
    }),
    catalogue: () => catalogue,
    calendarLink: (pageId) => `https://example.org/${pageId}/calendrier.ics`,
    links,
    contactOf: () => contact,
    promiseDays: 2,
    retentionMonths: 24,
    timeZone: 'Europe/Paris',
  });
  return {
    turns: createDirectTurns(logic, channel),
    /** As with a channel: a failed turn ends in an apology, which may fail as well. */
    forgivingTurns: createDirectTurns(logic, channel, (context) =>
      dialog.apologise(context).catch(() => undefined),
    ),
    followLead,
    leads,
    chats,
  };
}
