import { join } from 'node:path';
import { mailCarrier, mailIdentity } from './composeDelivery';
import { upkeepReportOf } from './composeUpkeepReport';
import { timeZone } from './composeRouting';
import type { Config } from './config';
import { createForgetMails } from './delivery/forgetMails';
import { createLetterDispatcher, type LetterDispatcher } from './delivery/letterDispatcher';
import { watchFilePrefix } from './delivery/letterMessage';
import { createNoticeLinks } from './delivery/noticeLinks';
import type { CalendarDeps } from './http/routes/calendar';
import { aidDates } from './knowledge/aidDates';
import type { Corpus } from './knowledge/corpus';
import { createSendAidList, type SendAidList } from './notices/aidList';
import { createProposeCorrection, type ProposeCorrection } from './notices/correction';
import { createMonthlyReport } from './notices/monthlyReport';
import type { NoticeLinks } from './notices/noticeLinks';
import type { Letter } from './notices/letter';
import { createRequestNotice, type RequestNotice } from './notices/requestNotice';
import { createTellWatches } from './notices/tellWatches';
import type { WatchedScheme } from './notices/watch';
import { createWatchDesk, type WatchDesk } from './notices/watchDesk';
import { createWatchPrivacy, type WatchPrivacy } from './notices/watchPrivacy';
import { days, type Clock } from './shared/time';
import type { World } from './shared/world';
import { createLetterRepository } from './storage/letterRepository';
import type { OpenDatabase } from './storage/openDatabase';
import { createReportMonths } from './storage/reportMonths';
import { createWatchRepository } from './storage/watchRepository';

/** Everything about watches of schemes, and the monthly report. */
export interface NoticeServices {
  readonly requestNotice: RequestNotice;
  readonly sendAidList: SendAidList;
  readonly proposeCorrection: ProposeCorrection;
  readonly watchDesk: WatchDesk;
  readonly noticeLinks: NoticeLinks;
  /** The address of a scheme's backward timetable; undefined: the page is not where that address can name it. */
  readonly calendarLink: (pageId: string) => string | undefined;
  /** What the backward timetables of schemes are made of. */
  readonly calendars: CalendarDeps;
  /** Keeps a letter durably and tries it at once. */
  readonly sendLetter: (letter: Letter) => Promise<void>;
  readonly dispatcher: LetterDispatcher;
  /** Writes the letters that are due by now, the monthly report among them. Throws what the database throws. */
  readonly tell: () => Promise<void>;
  /** Deletes what has lasted long enough, and cuts old links to conversations. Throws what the database throws. */
  readonly forgetOld: () => Promise<void>;
}

/** Days for which a letter that was given up stays to be looked at. */
const deadLetterDays = 30;

/**
 * Joins everything about notices. It starts nothing.
 * @param key signs the links in letters
 * @param projectLead who gets the monthly report
 */
export function composeNotices(
  config: Config,
  live: () => Corpus,
  db: OpenDatabase,
  key: Buffer,
  { clock, ids, log }: World,
  projectLead: () => { readonly name: string; readonly email: string },
): NoticeServices {
  const publicUrl = config.publicUrl ?? `http://localhost:${config.port}`;
  const watches = createWatchRepository(db);
  const letters = createLetterRepository(db);
  const keptDays = config.retention.noticeDays;
  const schemeOf = schemesIn(live);
  const calendarLink = (pageId: string): string | undefined =>
    pageId.split('/').length === 2 ? `${publicUrl}/${pageId}/calendrier.ics` : undefined;
  const noticeLinks = createNoticeLinks({ publicUrl, key, clock });
  const dispatcher = createLetterDispatcher({
    letters,
    carrier: mailCarrier(config, log),
    mail: {
      identity: mailIdentity(config),
      deskUrl: `${publicUrl}/suivi`,
      programme: live().programme,
      links: noticeLinks,
      calendarLink,
    },
    clock,
    log,
  });
  const sendAidList = createSendAidList({ letters, clock, ids });
  const proposeCorrection = createProposeCorrection({
    letters,
    pageOf: (id) => {
      const page = live().pages.get(id);
      return page && { title: page.fr.title, file: page.file };
    },
    to: projectLead,
    clock,
    ids,
  });
  const request = createRequestNotice({ watches, schemeOf, clock, ids });
  const tellWatches = createTellWatches({ watches, schemeOf, ids, timeZone, keptDays });
  const monthlyReport = createMonthlyReport({
    months: createReportMonths(db),
    to: projectLead,
    report: (today) => upkeepReportOf(live(), config.dataDir, today),
    ids,
    timeZone,
  });
  const privacy = composeWatchPrivacy(config, db, clock);
  const ago = (count: number): Date => new Date(clock().getTime() - days(count));

  return {
    async requestNotice(wish) {
      const outcome = await request(wish);
      dispatcher.wake();
      return outcome;
    },
    async proposeCorrection(correction) {
      const outcome = await proposeCorrection(correction);
      dispatcher.wake();
      return outcome;
    },
    async sendLetter(letter) {
      await letters.add(letter);
      dispatcher.wake();
    },
    async sendAidList(wish) {
      await sendAidList(wish);
      dispatcher.wake();
    },
    watchDesk: createWatchDesk({
      watches,
      schemeOf,
      forgetCopies: forgetCopiesIn(config),
      clock,
      timeZone,
    }),
    noticeLinks,
    calendarLink,
    calendars: { schemeOf, timeZone, host: mailIdentity(config).host, clock },
    dispatcher,
    async tell() {
      const told = await tellWatches.runOnce(clock());
      const reported = await monthlyReport.runOnce(clock());
      if (told > 0 || reported) dispatcher.wake();
    },
    async forgetOld() {
      await privacy.forgetOld();
      await watches.detachBefore(ago(config.retention.conversationDays));
      await letters.deleteDeadBefore(ago(deadLetterDays));
    },
  };
}

/** What people and commands ask of watches as personal data. */
export const composeWatchPrivacy = (config: Config, db: OpenDatabase, clock: Clock): WatchPrivacy =>
  createWatchPrivacy({
    watches: createWatchRepository(db),
    forgetCopies: forgetCopiesIn(config),
    clock,
    keptDays: config.retention.noticeDays,
  });

function forgetCopiesIn({ dataDir }: Config): (watchId: string) => Promise<void> {
  const forget = createForgetMails(join(dataDir, 'mail'));
  return (watchId) => forget(watchFilePrefix(watchId));
}

function schemesIn(live: () => Corpus): (pageId: string) => WatchedScheme | undefined {
  return (pageId) => {
    const { pages, sources } = live();
    const page = pages.get(pageId);
    if (!page?.aid) return undefined;
    const { operateur, url } = page.aid;
    return {
      id: page.id,
      title: { fr: page.fr.title, en: page.en?.title ?? page.fr.title },
      operator: operateur,
      url: url ?? sources.get(page.sources[0] ?? '')?.url,
      dates: aidDates(page.aid),
    };
  };
}
