import { momentHtml } from '../../http/momentHtml';
import { groupStates, type GroupState, type QuestionGroup } from '../../knowledge/questionGroups';
import { DeskForm, Html } from '../deskPage';
import type { DeskSession } from '../signIn/session';
import { questionTexts as texts } from './questions.fr';

/** Groups on one page. */
export const groupPageSize = 20;

/** What the list of groups shows. */
export interface QuestionsView {
  readonly state: GroupState;
  readonly page: number;
  readonly counts: Readonly<Record<GroupState, number>>;
  readonly groups: readonly QuestionGroup[];
  readonly total: number;
  readonly titleOf: (pageId: string) => string | undefined;
  readonly session: DeskSession;
}

/** The address of a list. */
export const questionsAddress = (state: GroupState, page = 1): string => {
  const params = new URLSearchParams({
    ...(state === 'new' ? {} : { etat: texts.states[state].slug }),
    ...(page === 1 ? {} : { page: String(page) }),
  }).toString();
  return params === '' ? '/suivi/questions' : `/suivi/questions?${params}`;
};

/** What the assistant could not answer, most asked first, each with what can be done about it. */
export function QuestionsPage(view: QuestionsView) {
  const { state, counts, groups, page, total } = view;
  return (
    <>
      <p class="soft">{texts.explain}</p>
      <nav aria-label={texts.tabsLabel}>
        <ul class="tabs">
          {groupStates.map((one) => (
            <li key={one}>
              <a href={questionsAddress(one)} aria-current={one === state ? 'page' : undefined}>
                {texts.states[one].label} <span class="count">({counts[one]})</span>
              </a>
            </li>
          ))}
        </ul>
      </nav>
      {groups.length === 0 ? <p>{texts.states[state].none}</p> : undefined}
      <ol class="rows">
        {groups.map((group) => (
          <Group key={group.id} group={group} view={view} />
        ))}
      </ol>
      {total > groupPageSize ? (
        <nav aria-label={texts.pages.label}>
          <ul class="tabs">
            {page > 1 ? (
              <li>
                <a href={questionsAddress(state, page - 1)}>{texts.pages.previous}</a>
              </li>
            ) : undefined}
            {page * groupPageSize < total ? (
              <li>
                <a href={questionsAddress(state, page + 1)}>{texts.pages.next}</a>
              </li>
            ) : undefined}
          </ul>
        </nav>
      ) : undefined}
    </>
  );
}

function Group({ group, view }: { readonly group: QuestionGroup; readonly view: QuestionsView }) {
  const { id, wordings, count, notUseful, state, pageId, decided } = group;
  const first = wordings[0]?.question ?? '';
  return (
    <li>
      <p class="first" lang={group.language}>
        « {first} »
      </p>
      <p class="small soft">
        {texts.asked(count)}
        {notUseful > 0 ? `, ${texts.notUseful(notUseful)}` : ''}
        {group.language === 'en' ? ` · ${texts.english}` : ''} · {texts.last} :{' '}
        <Html inline html={momentHtml(group.lastAt, 'fr')} />
      </p>
      {pageId === undefined ? undefined : (
        <p class="small">
          {texts.answeredBy} :{' '}
          <a href={`/suivi/pages/edition?id=${encodeURIComponent(pageId)}`}>
            {view.titleOf(pageId) ?? pageId}
          </a>
        </p>
      )}
      {decided ? <p class="small soft">{texts.decided(decided.by)}</p> : undefined}
      {wordings.length > 1 ? (
        <details>
          <summary>{texts.wordings(wordings.length)}</summary>
          <ul>
            {wordings.map((one) => (
              <li key={one.question} lang={group.language}>
                {one.question} <span class="soft">×&nbsp;{one.count}</span>
              </li>
            ))}
          </ul>
        </details>
      ) : undefined}
      <div class="buttons">
        <a class="button" href={`/suivi/pages/edition?groupe=${id}`} aria-label={`${texts.write} : ${first}`}>
          {texts.write}
        </a>
        {(['outOfScope', 'ignored', 'new'] as const)
          .filter((next) => next !== state)
          .filter((next) => next !== 'new' || state !== 'answered')
          .map((next) => (
            <DeskForm
              key={next}
              to="/suivi/questions"
              session={view.session}
              hidden={{ groupe: id, etat: next }}
            >
              <button class="quiet" aria-label={`${texts.decide[next]} : ${first}`}>
                {texts.decide[next]}
              </button>
            </DeskForm>
          ))}
      </div>
    </li>
  );
}
