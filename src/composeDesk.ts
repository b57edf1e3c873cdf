import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { composeDeskAccess } from './composeDeskAccess';
import { composeKnowledgeDesk } from './composeKnowledgeDesk';
import type { LeadServices } from './composeLeads';
import type { NoticeServices } from './composeNotices';
import type { PublicationServices } from './composePublication';
import { timeZone } from './composeRouting';
import type { Config } from './config';
import { createRespondDesk } from './desk/deskPage';
import { createGuard } from './desk/guard';
import { inboxRoutes } from './desk/inbox/inboxRoutes';
import { pageRoutes } from './desk/knowledge/pageRoutes';
import { questionRoutes } from './desk/knowledge/questionRoutes';
import { accessRoutes } from './desk/signIn/accessPage';
import { apiRoutes } from './http/api/apiRoutes';
import type { Route } from './http/route';
import type { WebAssets } from './http/webAssets';
import { dayIn } from './shared/time';
import { workingDaysBefore, workingDaysBetween } from './shared/workingDays';
import type { World } from './shared/world';
import { createLeadFeed } from './storage/leadFeedRepository';
import { createLeadInbox } from './storage/leadInboxRepository';
import type { OpenDatabase } from './storage/openDatabase';
import { createOutboxRepository } from './storage/outboxRepository';

/** The web desk of recipients and editors. */
export interface Desk {
  readonly routes: readonly Route[];
  /** @param service.url where the service listens */
  start(service: { readonly url: string }): Promise<void>;
  /** Makes older leads findable, groups new questions, and deletes what has lasted long enough. Throws what the database throws. */
  tidy(): Promise<void>;
}

/** Joins everything of the desk. It starts nothing. */
export function composeDesk(
  config: Config,
  db: OpenDatabase,
  world: World,
  parts: {
    readonly assets: WebAssets;
    readonly publication: PublicationServices;
    readonly lead: LeadServices;
    readonly notices: NoticeServices;
  },
): Desk {
  const { clock } = world;
  const { publication, lead, notices, assets } = parts;
  const { live } = publication;
  const corpus = live.corpus();
  const respond = createRespondDesk({ programme: corpus.programme.fr, assets });
  const signIn = composeDeskAccess(config, live.corpus, db, world, {
    renderPage: respond,
    sendLetter: notices.sendLetter,
  });
  const { access } = signIn;
  const guard = createGuard({ access, respond });
  const inbox = createLeadInbox(db);
  const knowledge = composeKnowledgeDesk(db, world, {
    publication,
    sources: () => readFileSync(join(config.knowledgeDirs[0] ?? '', 'sources.yml'), 'utf8'),
    calendarLink: notices.calendarLink,
  });
  const { leads, followLead, names, routing, dispatcher } = lead;

  return {
    routes: [
      ...signIn.routes,
      ...inboxRoutes(
        {
          inbox,
          leads,
          followLead,
          names,
          outbox: createOutboxRepository(db),
          recipients: routing.all,
          intercommunalities: corpus.intercommunalities,
          promiseDays: config.leadDays.callBack,
          workingDaysSince: (moment) => workingDaysBetween(moment, clock(), timeZone),
          workingDaysAgo: (count) => new Date(workingDaysBefore(dayIn(timeZone, clock()), count)),
          wake: () => {
            dispatcher.wake();
          },
          clock,
          access,
        },
        guard,
        respond,
      ),
      ...questionRoutes(knowledge, guard, respond),
      ...pageRoutes(knowledge, guard, respond),
      ...accessRoutes(signIn.accesses, guard, respond),
      ...(config.apiToken === undefined
        ? []
        : apiRoutes({
            feed: createLeadFeed(db),
            names,
            token: config.apiToken,
            publicUrl: config.publicUrl ?? `http://localhost:${config.port}`,
            clock,
          })),
    ],
    start: signIn.start,
    async tidy() {
      while ((await inbox.indexOlder()) > 0);
      await knowledge.groups.forgetEmpty();
      while ((await knowledge.groups.assignNew()) > 0);
      await signIn.forgetOld();
    },
  };
}
