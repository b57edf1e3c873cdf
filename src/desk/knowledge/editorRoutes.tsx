import { renderToString } from 'preact-render-to-string';
import type { Response } from 'restify';
import { respondHtml } from '../../http/respond';
import { queryParameter, type Route } from '../../http/route';
import type { DraftFault } from '../../knowledge/checkDraft';
import type { PublishedBy } from '../../knowledge/publishing';
import type { DeskNotice, RespondDesk } from '../deskPage';
import type { Guard } from '../guard';
import type { DeskSession } from '../signIn/session';
import { DraftFindings, type Findings } from './draftFindings';
import { maxPageForm, type KnowledgeDesk } from './knowledgeDesk';
import { PageEditor } from './pageEditor';
import { newPageForm, readPageForm, type PageForm } from './pageForm';
import { pageTexts } from './pages.fr';

const texts = pageTexts.editor;

/** `/suivi/pages/edition`: a page is written, checked, tried against the questions that were asked, and published. */
export function editorRoutes(
  desk: KnowledgeDesk,
  guard: Guard,
  respond: RespondDesk,
  deps: {
    readonly byOf: (session: DeskSession, reason: string) => PublishedBy;
    readonly published: (response: Response, pageId: string) => void;
  },
): readonly Route[] {
  const { publishing, live, groups } = desk;

  const findings = async (form: PageForm): Promise<Findings> => {
    const { faults, rivals, page, corpus } = await publishing.check(form.draft);
    return {
      faults,
      rivals,
      preview: page && desk.preview(page, corpus, 'fr'),
      english: page?.en && desk.preview(page, corpus, 'en'),
    };
  };
  const show = (
    response: Response,
    status: number,
    session: DeskSession,
    form: PageForm,
    told: {
      readonly notice?: DeskNotice | undefined;
      readonly found?: Findings | undefined;
      readonly faults?: readonly DraftFault[];
    } = {},
  ): void => {
    const { id, draft } = form;
    respond(response, status, {
      title: id === undefined ? texts.newTitle : texts.editTitle(draft.fr.title || id),
      session,
      section: '/suivi/pages',
      notice: told.notice,
      content: (
        <>
          {id === undefined ? undefined : (
            <p>
              <a href={`/suivi/pages/historique?id=${encodeURIComponent(id)}`}>{texts.history}</a>
            </p>
          )}
          <PageEditor
            form={form}
            session={session}
            faults={told.faults ?? told.found?.faults ?? []}
            sources={live.corpus().sources}
          >
            {told.found ? <DraftFindings {...told.found} /> : undefined}
          </PageEditor>
        </>
      ),
    });
  };

  const publish = async (response: Response, session: DeskSession, form: PageForm): Promise<void> => {
    if (form.reason === '') {
      const faults = [{ field: 'motif', message: texts.reasonMissing }];
      const notice: DeskNotice = { kind: 'fault', text: texts.reasonMissing };
      show(response, 422, session, form, { notice, faults });
      return;
    }
    const outcome = await publishing.publish(form.draft, form.base, deps.byOf(session, form.reason));
    if (outcome.kind === 'published') {
      if (form.groupId !== undefined) {
        await groups.decide(form.groupId, {
          state: 'answered',
          pageId: form.draft.id,
          by: session.account.name,
          at: desk.clock(),
        });
      }
      deps.published(response, form.draft.id);
    } else {
      const stale = outcome.kind === 'stale';
      const notice: DeskNotice = { kind: 'fault', text: stale ? texts.stale : texts.invalid };
      show(response, stale ? 409 : 422, session, form, { notice, found: await findings(form) });
    }
  };

  return [
    guard.page('/suivi/pages/edition', 'knowledge', async (request, response, session) => {
      const id = queryParameter(request, 'id');
      const groupId = queryParameter(request, 'groupe');
      if (id === undefined) {
        const group = groupId === undefined ? undefined : await groups.find(groupId);
        show(response, 200, session, newPageForm(desk.today(), group));
        return;
      }
      const opened = await publishing.open(id);
      if (!opened) {
        guard.refuse(response, session);
        return;
      }
      const form: PageForm = { id, draft: opened.draft, base: opened.base, groupId: undefined, reason: '' };
      const done = queryParameter(request, 'publie') === 'oui';
      const notice: DeskNotice | undefined = done ? { kind: 'done', text: texts.published } : undefined;
      show(response, 200, session, form, { notice, found: done ? await findings(form) : undefined });
    }),
    guard.form(
      '/suivi/pages/edition',
      'knowledge',
      async (_request, response, session, sent) => {
        const form = readPageForm(sent);
        const act = sent.get('geste');
        if (act === 'publier') {
          await publish(response, session, form);
          return;
        }
        const found = await findings(form);
        const replayed = act === 'rejouer' && found.faults.length === 0;
        const replay = replayed ? await desk.replay(await publishing.pageOf(form.draft)) : undefined;
        show(response, 200, session, form, { found: { ...found, replay } });
      },
      maxPageForm,
    ),
    // What the script of the page asks while somebody types.
    guard.form(
      '/suivi/pages/controle',
      'knowledge',
      async (_request, response, _session, sent) => {
        const found = await findings(readPageForm(sent));
        respondHtml(response, 200, renderToString(<DraftFindings {...found} />), {
          'Cache-Control': 'no-store',
        });
      },
      maxPageForm,
    ),
  ];
}
