import type { BotAdapter, TurnLogic } from '../bot/botAdapter';
import type { DirectLine } from '../directline/directLine';
import type { TokenIssuer } from '../directline/tokenIssuer';
import type { Log } from '../shared/log';
import type { LeadRouteDeps } from './leadRouteDeps';
import type { Origins } from './origins';
import type { Route } from './route';
import { assetsRoute } from './routes/assets';
import { calendarRoute, type CalendarDeps } from './routes/calendar';
import { chatRoute } from './routes/chat';
import { directLineRoutes } from './routes/directLine';
import { healthRoute, readyRoute, type Readiness } from './routes/health';
import { homeRoute } from './routes/home';
import { messagesRoute } from './routes/messages';
import { noticeRoutes, type NoticeRouteDeps } from './routes/notices';
import { sheetRoutes } from './routes/sheet';
import { statusRoutes } from './routes/status';
import { webchatTokenRoute } from './routes/webchatToken';
import { widgetRoute } from './routes/widget';
import type { Site } from './site';
import type { WebAssets } from './webAssets';

export interface RouteDeps {
  readonly site: Site;
  readonly assets: WebAssets;
  readonly origins: Origins;
  readonly adapter: BotAdapter;
  readonly logic: TurnLogic;
  readonly directLine: DirectLine;
  readonly issuer: TokenIssuer;
  /** Where Azure's Direct Line is, when it serves the page: the page may then connect there. */
  readonly directLineUrls: readonly string[];
  readonly readiness: () => Promise<Readiness>;
  /** What the pages of companies and recipients need, besides the site. */
  readonly leadPages: Omit<LeadRouteDeps, 'site'>;
  /** What the pages of notices need, besides the site. */
  readonly noticePages: Omit<NoticeRouteDeps, 'site'>;
  readonly calendars: CalendarDeps;
  /** Further addresses: the desk's. */
  readonly further: readonly Route[];
  readonly log: Log;
}

/** Every address of the service. */
export function createRoutes(deps: RouteDeps): readonly Route[] {
  const { site, assets } = deps;
  const leadPages = { ...deps.leadPages, site };
  return [
    homeRoute(site),
    chatRoute(deps),
    assetsRoute(assets),
    widgetRoute(assets),
    webchatTokenRoute(deps),
    messagesRoute(deps),
    ...directLineRoutes(deps.directLine, deps.origins),
    ...statusRoutes(leadPages),
    ...sheetRoutes(leadPages),
    ...noticeRoutes({ ...deps.noticePages, site }),
    calendarRoute(deps.calendars),
    ...deps.further,
    healthRoute(),
    readyRoute(deps.readiness),
  ];
}
