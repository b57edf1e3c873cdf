import type { Response } from 'restify';
import { queryParameter, type Route } from '../../http/route';
import type { Page } from '../../knowledge/page';
import { fold } from '../../text/normalise';
import type { DeskNotice, RespondDesk } from '../deskPage';
import { respondElsewhere, type Guard } from '../guard';
import type { DeskSession } from '../signIn/session';
import { editorRoutes } from './editorRoutes';
import type { KnowledgeDesk } from './knowledgeDesk';
import { PageHistory } from './pageHistory';
import { PageList } from './pageList';
import { pageTexts as texts } from './pages.fr';

/** `/suivi/pages…`: the knowledge, page by page. */
export function pageRoutes(desk: KnowledgeDesk, guard: Guard, respond: RespondDesk): readonly Route[] {
  const { live, publishing, versions } = desk;
  const section = '/suivi/pages';
  const byOf = ({ account }: DeskSession, reason: string) => ({
    author: { name: account.name, email: account.email },
    reason,
  });

  const showList = async (
    response: Response,
    session: DeskSession,
    chosen: { readonly search: string; readonly dueOnly: boolean; readonly notice?: DeskNotice },
  ): Promise<void> => {
    const today = desk.today();
    const { search, dueOnly, notice } = chosen;
    // Imported pages are renewed together by another import.
    const own = [...live.corpus().pages.values()].filter(({ aid }) => !aid?.importation);
    const due = own.filter(({ nextCheckOn }) => nextCheckOn < today);
    const words = fold(search).split(/\s+/).filter(Boolean);
    const pages = (dueOnly ? due : own)
      .filter((page) =>
        words.every((word) => fold(`${page.fr.title} ${page.id} ${page.theme}`).includes(word)),
      )
      .sort((a, b) => a.nextCheckOn.localeCompare(b.nextCheckOn) || a.id.localeCompare(b.id));
    const published = new Set((await versions.current()).map(({ page }) => page.id));
    const use = await desk.pageUse();
    const leftOut = live.current().leftOut ?? [];
    respond(response, 200, {
      title: texts.list.title,
      session,
      section,
      notice,
      content: (
        <PageList
          {...{ pages, search, dueOnly, dueCount: due.length, use, published, leftOut, today, session }}
        />
      ),
    });
  };
  const showHistory = async (
    response: Response,
    status: number,
    session: DeskSession,
    pageId: string,
    notice?: DeskNotice,
  ): Promise<void> => {
    const history = await versions.history(pageId);
    const page: Page | undefined = live.corpus().pages.get(pageId);
    if (history.length === 0 && !page) {
      guard.refuse(response, session);
      return;
    }
    const origin = desk.originOf(pageId);
    respond(response, status, {
      title: texts.history.title(page?.fr.title ?? pageId),
      session,
      section,
      notice,
      content: <PageHistory {...{ pageId, versions: history, origin, session }} />,
    });
  };

  return [
    guard.page('/suivi/pages', 'knowledge', (request, response, session) =>
      showList(response, session, {
        search: (queryParameter(request, 'q') ?? '').trim().slice(0, 200),
        dueOnly: queryParameter(request, 'tri') === 'a-verifier',
      }),
    ),
    guard.page('/suivi/pages/historique', 'knowledge', (request, response, session) =>
      showHistory(response, 200, session, queryParameter(request, 'id') ?? ''),
    ),
    guard.form('/suivi/pages/retour', 'knowledge', async (_request, response, session, form) => {
      const pageId = form.get('id') ?? '';
      const by = byOf(session, texts.history.revert);
      const to = Number(form.get('vers'));
      const outcome = await publishing.revert(pageId, to, Number(form.get('base')), by);
      if (!outcome) {
        guard.refuse(response, session);
        return;
      }
      const refused =
        outcome.kind === 'invalid' ? outcome.faults.map(({ message }) => message).join(' · ') : '';
      const notice: DeskNotice =
        outcome.kind === 'published'
          ? { kind: 'done', text: texts.history.reverted }
          : {
              kind: 'fault',
              text: outcome.kind === 'stale' ? texts.editor.stale : `${texts.history.refused} ${refused}`,
            };
      await showHistory(response, outcome.kind === 'published' ? 200 : 409, session, pageId, notice);
    }),
    guard.form('/suivi/pages/verifiee', 'knowledge', async (_request, response, session, form) => {
      const pageId = form.get('id') ?? '';
      const title = live.corpus().pages.get(pageId)?.fr.title ?? pageId;
      const outcome = await publishing.verify(pageId, desk.today(), byOf(session, texts.verify.button));
      if (!outcome) {
        guard.refuse(response, session);
        return;
      }
      const notice: DeskNotice =
        outcome.kind === 'published'
          ? { kind: 'done', text: texts.verify.done(title) }
          : { kind: 'fault', text: outcome.kind === 'stale' ? texts.editor.stale : texts.editor.invalid };
      await showList(response, session, { search: '', dueOnly: false, notice });
    }),
    guard.page('/suivi/pages/publications.patch', 'knowledge', async (_request, response) => {
      response.sendRaw(200, await desk.patch(), {
        'Content-Type': 'text/x-diff; charset=utf-8',
        'Content-Disposition': 'attachment; filename="publications.patch"',
        'Cache-Control': 'no-store',
      });
    }),
    ...editorRoutes(desk, guard, respond, {
      byOf,
      published: (response, pageId) =>
        respondElsewhere(response, `/suivi/pages/edition?id=${encodeURIComponent(pageId)}&publie=oui`),
    }),
  ];
}
