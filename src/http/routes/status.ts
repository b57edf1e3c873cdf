import type { Request, Response } from 'restify';
import { languageOf, type Language } from '../../../web/texts';
import { announcedFile } from '../../leads/announcedFile';
import type { LeadFile } from '../../leads/leadFile';
import { whoCalls } from '../../leads/whoCalls';
import { normaliseReference } from '../../shared/ids';
import { respondLeadPage, type Notice } from '../leadPageLayout';
import type { LeadRouteDeps } from '../leadRouteDeps';
import { readCompanyAct } from '../readAct';
import { readForm } from '../readForm';
import { pathParameter, queryParameter, type Route } from '../route';
import { createTriesLimit } from '../triesLimit';
import { askContactPage, statusPage, statusTextsOf } from '../statusPage';

/**
 * `/demande/:reference`: how a company's request stands. By the link of its mails at once; without, the e-mail or phone
 * given with the request is asked for, and every wrong pair gets the same answer. The company may withdraw and rate.
 * Opening a page changes nothing.
 */
export function statusRoutes(deps: LeadRouteDeps): readonly Route[] {
  const { site, links, leads, clock } = deps;
  const limit = createTriesLimit({ clock });

  /** The lead that a link's token shows to a company. */
  async function fileOf(token: string, request: Request): Promise<LeadFile | undefined> {
    const grant = links.read(token);
    if (grant?.kind !== 'company') return undefined;
    const file = await leads.file(grant.leadId);
    return file?.lead.reference === referenceIn(request) ? file : undefined;
  }

  function show(
    response: Response,
    status: number,
    file: LeadFile,
    more: { token: string; notice?: Notice; rating?: string | undefined },
  ): void {
    const seen = announcedFile(file, clock());
    const page = statusPage({
      file: seen,
      contact: whoCalls(seen, deps.contactOf),
      nameOf: (id) => deps.contactOf(id).name,
      promiseDays: deps.promiseDays,
      ...more,
    });
    respondLeadPage(response, status, site, page);
  }

  function ask(
    request: Request,
    response: Response,
    status: number,
    language: Language,
    fault?: string,
  ): void {
    const notice: Notice | undefined = fault === undefined ? undefined : { kind: 'fault', text: fault };
    const page = askContactPage({ language, reference: referenceIn(request), notice });
    respondLeadPage(response, status, site, page);
  }

  async function act(request: Request, response: Response, form: ReadonlyMap<string, string>): Promise<void> {
    const token = form.get('cle') ?? '';
    const file = await fileOf(token, request);
    if (!file) {
      const language = languageFor(request);
      ask(request, response, 404, language, statusTextsOf(language).ask.badLink);
      return;
    }
    const texts = statusTextsOf(file.lead.language);
    const wanted = readCompanyAct(form);
    if (!wanted) {
      show(response, 422, file, { token, notice: { kind: 'fault', text: texts.missing } });
      return;
    }
    const outcome = await deps.followLead(file.lead.id, { kind: 'company' }, wanted);
    if (outcome.kind === 'unknownLead') {
      ask(request, response, 404, file.lead.language, texts.ask.badLink);
    } else if (outcome.kind === 'refused') {
      show(response, 409, outcome.file, { token, notice: { kind: 'fault', text: texts.refused } });
    } else {
      const done = wanted.kind === 'withdraw' ? texts.withdraw.done : texts.rating.done;
      show(response, 200, outcome.file, { token, notice: { kind: 'done', text: done } });
    }
  }

  return [
    {
      method: 'get',
      path: '/demande/:reference',
      async handle(request, response) {
        const token = queryParameter(request, 'cle');
        const language = languageFor(request);
        if (token === undefined) {
          ask(request, response, 200, language);
          return;
        }
        const file = await fileOf(token, request);
        if (file) show(response, 200, file, { token, rating: queryParameter(request, 'avis') });
        else ask(request, response, 404, language, statusTextsOf(language).ask.badLink);
      },
    },
    {
      method: 'post',
      path: '/demande/:reference',
      async handle(request, response) {
        const form = await readForm(request, response);
        if (!form) return;
        if (form.has('action')) {
          await act(request, response, form);
          return;
        }
        const reference = referenceIn(request);
        // Too many wrong pairs look like one more: nobody learns more by trying on. The link of the mail still works.
        const file = limit.isReached(reference)
          ? undefined
          : await deps.findStatus(reference, form.get('contact') ?? '');
        if (file) {
          // To the same page by its own link, so that reloading it asks for nothing.
          const { pathname, search } = new URL(links.company(file.lead));
          response.sendRaw(303, '', {
            Location: `${pathname}${search}`,
            'Cache-Control': 'no-store',
            'Referrer-Policy': 'no-referrer',
          });
          return;
        }
        limit.failed(reference);
        const language = languageOf(form.get('lang'));
        ask(request, response, 404, language, statusTextsOf(language).ask.wrong);
      },
    },
  ];
}

const referenceIn = (request: Request): string =>
  normaliseReference(pathParameter(request, 'reference')).slice(0, 20);

/** As asked for, else as the browser prefers. */
const languageFor = (request: Request): Language =>
  languageOf(queryParameter(request, 'lang') ?? request.headers['accept-language']);
