import type { Response } from 'restify';
import { z } from 'zod/v4';
import { queryParameter, type Route } from '../../http/route';
import { groupStates, type GroupState } from '../../knowledge/questionGroups';
import type { DeskNotice, RespondDesk } from '../deskPage';
import type { Guard } from '../guard';
import type { DeskSession } from '../signIn/session';
import type { KnowledgeDesk } from './knowledgeDesk';
import { questionTexts as texts } from './questions.fr';
import { groupPageSize, QuestionsPage } from './questionsPage';

const decision = z.object({ groupe: z.string().max(100), etat: z.enum(['outOfScope', 'ignored', 'new']) });

/** `/suivi/questions`: what the assistant could not answer. */
export function questionRoutes(desk: KnowledgeDesk, guard: Guard, respond: RespondDesk): readonly Route[] {
  const { groups, live } = desk;
  const show = async (
    response: Response,
    status: number,
    session: DeskSession,
    {
      state,
      page,
      notice,
    }: { readonly state: GroupState; readonly page: number; readonly notice?: DeskNotice },
  ): Promise<void> => {
    // What came since is grouped now; a rush of it is left for the next look and for the hourly round.
    await groups.assignNew();
    const [counts, { groups: listed, total }] = await Promise.all([
      groups.count(),
      groups.list({ state, page, pageSize: groupPageSize }),
    ]);
    const titleOf = (id: string): string | undefined => live.corpus().pages.get(id)?.fr.title;
    respond(response, status, {
      title: texts.title,
      session,
      section: '/suivi/questions',
      notice,
      live: true,
      content: <QuestionsPage {...{ state, page, counts, groups: listed, total, titleOf, session }} />,
    });
  };

  return [
    guard.page('/suivi/questions', 'knowledge', async (request, response, session) => {
      const slug = queryParameter(request, 'etat');
      const page = Number(queryParameter(request, 'page') ?? 1);
      await show(response, 200, session, {
        state: groupStates.find((state) => texts.states[state].slug === slug) ?? 'new',
        page: Number.isInteger(page) && page > 0 ? page : 1,
      });
    }),
    guard.form('/suivi/questions', 'knowledge', async (_request, response, session, form) => {
      const asked = decision.safeParse(Object.fromEntries(form)).data;
      const group = asked && (await groups.find(asked.groupe));
      if (!asked || !group) {
        const notice: DeskNotice = { kind: 'fault', text: texts.gone };
        await show(response, 404, session, { state: 'new', page: 1, notice });
        return;
      }
      await groups.decide(group.id, { state: asked.etat, by: session.account.name, at: desk.clock() });
      await show(response, 200, session, {
        state: group.state,
        page: 1,
        notice: { kind: 'done', text: texts.done },
      });
    }),
  ];
}
