import type { Request, Response } from 'restify';
import { languageOf, type Language } from '../../../web/texts';
import type { NoticeLinks } from '../../notices/noticeLinks';
import type { ShownWatch, WatchDesk } from '../../notices/watchDesk';
import { respondLeadPage } from '../leadPageLayout';
import { askPage, donePage, noticePageTextsOf } from '../noticePage';
import { readForm } from '../readForm';
import { queryParameter, type Route } from '../route';
import type { Site } from '../site';

/** What the pages of notices need. */
export interface NoticeRouteDeps {
  readonly site: Site;
  readonly watchDesk: WatchDesk;
  readonly noticeLinks: Pick<NoticeLinks, 'read'>;
}

type Act = 'confirm' | 'stop';

/**
 * `/alertes/confirmer` and `/alertes/arreter`: the links of letters. Opening a page changes nothing, since mail scanners open links; sending its form does.
 * A stop needs nothing but its address, so that mail programs can send it with one click (RFC 8058).
 */
export function noticeRoutes({ site, watchDesk, noticeLinks }: NoticeRouteDeps): readonly Route[] {
  const idIn = (act: Act, token: string): string | undefined => {
    const grant = noticeLinks.read(token);
    return grant?.act === act ? grant.watchId : undefined;
  };

  function badLink(response: Response, language: Language, act: Act): void {
    const text = noticePageTextsOf(language).badLink;
    respondLeadPage(response, 404, site, donePage(language, act, { kind: 'fault', text }));
  }

  function confirmed(response: Response, { watch, scheme }: ShownWatch): void {
    const { language } = watch;
    const texts = noticePageTextsOf(language);
    const text = texts.confirm.done(scheme?.title[language] ?? texts.thisScheme);
    respondLeadPage(response, 200, site, donePage(language, 'confirm', { kind: 'done', text }));
  }

  function stopped(response: Response, language: Language): void {
    const { done } = noticePageTextsOf(language).stop;
    respondLeadPage(response, 200, site, donePage(language, 'stop', { kind: 'done', text: done }));
  }

  return [
    {
      method: 'get',
      path: '/alertes/confirmer',
      async handle(request, response) {
        const token = queryParameter(request, 'cle') ?? '';
        const id = idIn('confirm', token);
        const shown = id === undefined ? undefined : await watchDesk.find(id);
        if (!shown) badLink(response, languageFor(request), 'confirm');
        else if (shown.watch.confirmedAt) confirmed(response, shown);
        else respondLeadPage(response, 200, site, askPage('confirm', shown, token));
      },
    },
    {
      method: 'post',
      path: '/alertes/confirmer',
      async handle(request, response) {
        const form = await readForm(request, response);
        if (!form) return;
        const id = idIn('confirm', form.get('cle') ?? '');
        const shown = id === undefined ? undefined : await watchDesk.confirm(id);
        if (shown) confirmed(response, shown);
        else badLink(response, languageFor(request), 'confirm');
      },
    },
    {
      method: 'get',
      path: '/alertes/arreter',
      async handle(request, response) {
        const token = queryParameter(request, 'cle') ?? '';
        const id = idIn('stop', token);
        if (id === undefined) {
          badLink(response, languageFor(request), 'stop');
          return;
        }
        const shown = await watchDesk.find(id);
        if (shown) respondLeadPage(response, 200, site, askPage('stop', shown, token));
        else stopped(response, languageFor(request));
      },
    },
    {
      method: 'post',
      path: '/alertes/arreter',
      async handle(request, response) {
        const id = idIn('stop', queryParameter(request, 'cle') ?? '');
        if (id === undefined) {
          badLink(response, languageFor(request), 'stop');
          return;
        }
        const language = (await watchDesk.find(id))?.watch.language ?? languageFor(request);
        await watchDesk.stop(id);
        stopped(response, language);
      },
    },
  ];
}

/** As the browser prefers. */
const languageFor = (request: Request): Language => languageOf(request.headers['accept-language']);
