import type { Page } from '../../knowledge/page';
import type { LeftOutPage } from '../../knowledge/overlay';
import { DeskForm } from '../deskPage';
import type { DeskSession } from '../signIn/session';
import type { PageUse } from './knowledgeDesk';
import { pageTexts } from './pages.fr';

const texts = pageTexts.list;

/** What the list of pages shows. */
export interface PageListView {
  readonly pages: readonly Page[];
  readonly search: string;
  readonly dueOnly: boolean;
  readonly dueCount: number;
  readonly use: ReadonlyMap<string, PageUse>;
  readonly published: ReadonlySet<string>;
  readonly leftOut: readonly LeftOutPage[];
  readonly today: string;
  readonly session: DeskSession;
}

/** A French day: 24/11/2026. */
const day = (iso: string): string => iso.split('-').reverse().join('/');

/** All pages with their dates and how they are used. */
export function PageList(view: PageListView) {
  const { pages, search, dueOnly, dueCount, leftOut } = view;
  return (
    <>
      <p class="buttons">
        <a class="button" href="/suivi/pages/edition">
          {texts.write}
        </a>
        <a class="button quiet" href="/suivi/pages/publications.patch">
          {texts.patch}
        </a>
      </p>
      {leftOut.length === 0 ? undefined : (
        <div class="notice fault" role="alert">
          <p>{texts.leftOut}</p>
          <ul>
            {leftOut.map(({ id, faults }) => (
              <li key={id}>
                <a href={editorAddress(id)}>{id}</a> : {faults.map(({ message }) => message).join(' · ')}
              </li>
            ))}
          </ul>
        </div>
      )}
      <form method="get" action="/suivi/pages" class="filters" role="search">
        <p class="field grow">
          <label for="q">
            {texts.filter} <span class="hint">{texts.filterHint}</span>
          </label>
          <input type="search" id="q" name="q" value={search} autocomplete="off" />
        </p>
        {dueOnly ? <input type="hidden" name="tri" value="a-verifier" /> : undefined}
        <button class="quiet">{texts.button}</button>
        {dueOnly ? (
          <a href="/suivi/pages">{texts.all}</a>
        ) : (
          <a href="/suivi/pages?tri=a-verifier">{texts.dueOnly(dueCount)}</a>
        )}
      </form>
      <p role="status">{pages.length === 0 ? texts.none : texts.found(pages.length)}</p>
      <Table {...view} />
    </>
  );
}

/** Where a page is edited. */
export const editorAddress = (id: string): string => `/suivi/pages/edition?id=${encodeURIComponent(id)}`;

function Table({ pages, use, published, today, session }: PageListView) {
  const { columns } = texts;
  if (pages.length === 0) return null;
  return (
    <div class="table" tabIndex={0} role="region" aria-label={texts.title}>
      <table>
        <thead>
          <tr>
            <th scope="col">{columns.page}</th>
            <th scope="col">{columns.verified}</th>
            <th scope="col">{columns.next}</th>
            <th scope="col">{columns.closes}</th>
            <th scope="col" class="number">
              {columns.hits}
            </th>
            <th scope="col" class="number">
              {columns.useful}
            </th>
            <td />
          </tr>
        </thead>
        <tbody>
          {pages.map((page) => {
            const { hits = 0, useful = 0, notUseful = 0 } = use.get(page.id) ?? {};
            const rated = useful + notUseful;
            const marks = [
              page.theme,
              published.has(page.id) && texts.own,
              page.en === undefined && texts.french,
            ];
            return (
              <tr key={page.id}>
                <th scope="row">
                  <a href={editorAddress(page.id)}>{page.fr.title}</a>
                  <br />
                  <span class="small soft">{marks.filter(Boolean).join(' · ')}</span>
                </th>
                <td>{day(page.verifiedOn)}</td>
                <td>
                  {day(page.nextCheckOn)}
                  {page.nextCheckOn < today ? <strong class="late"> {texts.late}</strong> : undefined}
                </td>
                <td>{page.aid?.fermeture ? day(page.aid.fermeture) : ''}</td>
                <td class="number">{hits}</td>
                <td class="number">
                  {rated === 0 ? '–' : `${Math.round((useful / rated) * 100)} % (${rated})`}
                </td>
                <td>
                  <DeskForm to="/suivi/pages/verifiee" session={session} hidden={{ id: page.id }}>
                    <button class="quiet small" aria-label={`${pageTexts.verify.button} : ${page.fr.title}`}>
                      {pageTexts.verify.button}
                    </button>
                  </DeskForm>
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}
