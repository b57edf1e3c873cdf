import { languageOf } from '../../../web/texts';
import { backwardTimetable } from '../../aids/backwardTimetable';
import { dayIn, type Clock } from '../../shared/time';
import { pathParameter, queryParameter, type Route } from '../route';
import { respondError } from '../respond';
import { calendarTextsOf, schemeCalendar, type CalendarScheme } from '../schemeCalendar';

/** What the calendars of schemes need. */
export interface CalendarDeps {
  /** The scheme of a page; undefined: there is no such page, or it is about no scheme. */
  readonly schemeOf: (pageId: string) => CalendarScheme | undefined;
  /** Schemes close by the days of this zone. */
  readonly timeZone: string;
  /** Right of the @ in the entries' ids. */
  readonly host: string;
  readonly clock: Clock;
}

/**
 * `GET /aides/:id/calendrier.ics`: the days before a scheme closes on which to ask for quotes, decide and file, for a calendar program. French;
 * `?lang=en` for English. 404 unless the scheme is open today and closes on a known day. The folder of the page is part of the address, so that
 * imported schemes have theirs.
 */
export function calendarRoute({ schemeOf, timeZone, host, clock }: CalendarDeps): Route {
  return {
    method: 'get',
    path: '/:folder/:id/calendrier.ics',
    async handle(request, response) {
      const language = languageOf(queryParameter(request, 'lang'));
      const name = pathParameter(request, 'id');
      const scheme = schemeOf(`${pathParameter(request, 'folder')}/${name}`);
      const now = clock();
      const steps = scheme && backwardTimetable(scheme.dates, dayIn(timeZone, now));
      const texts = calendarTextsOf(language);
      if (!steps) {
        respondError(response, 404, 'REQUEST_INVALID', texts.missing);
        return;
      }
      response.sendRaw(200, schemeCalendar(scheme, steps, language, { host, now }), {
        'Content-Type': 'text/calendar; charset=utf-8',
        'Content-Disposition': `attachment; filename="${texts.file}-${scheme.id.split('/').at(-1) ?? ''}.ics"`,
        'Cache-Control': 'no-cache',
      });
    },
  };
}
