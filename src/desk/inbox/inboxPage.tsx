import { momentHtml } from '../../http/momentHtml';
import type { LeadFile } from '../../leads/leadFile';
import { inboxTabs, type InboxTab } from '../../leads/leadInbox';
import { lifeCycleTexts } from '../../leads/lifeCycleTexts.fr';
import { Html } from '../deskPage';
import { inboxTexts as texts } from './inbox.fr';
import { inboxAddress, inboxPageSize, type InboxAddress } from './inboxAddress';

/** What the inbox shows. */
export interface InboxView {
  readonly address: InboxAddress;
  readonly counts: Readonly<Record<InboxTab, number>>;
  readonly files: readonly LeadFile[];
  readonly total: number;
  readonly intercommunalities: readonly string[];
  readonly nameOf: (recipientId: string) => string;
  /** Working days since a moment. */
  readonly workingDaysSince: (moment: Date) => number;
  /** Within how many working days a company is called back. */
  readonly promiseDays: number;
}

/** The list of leads: what waits comes first, and nothing more is needed to act on it than one click. */
export function InboxPage(view: InboxView) {
  const { address, files, total } = view;
  const filtered = address.search !== '' || address.intercommunality !== '';
  return (
    <>
      <Tabs {...view} />
      <Filters {...view} />
      {filtered ? <p role="status">{texts.found(total)}</p> : undefined}
      {files.length === 0 ? (
        <p>{filtered ? texts.nothingFound : texts.tabs[address.tab].none}</p>
      ) : (
        <ol class="rows">
          {files.map((file) => (
            <Row key={file.lead.id} file={file} view={view} />
          ))}
        </ol>
      )}
      <Pages address={address} total={total} />
      {total === 0 ? undefined : (
        <p class="small">
          {texts.export.label}{' '}
          <a href={inboxAddress(address, { page: 1 }, '/suivi/export/demandes.csv')}>{texts.export.csv}</a>{' '}
          <a href={inboxAddress(address, { page: 1 }, '/suivi/export/demandes.xlsx')}>{texts.export.xlsx}</a>
        </p>
      )}
    </>
  );
}

function Tabs({ address, counts }: InboxView) {
  return (
    <nav aria-label={texts.tabsLabel}>
      <ul class="tabs">
        {inboxTabs.map((tab) => (
          <li key={tab}>
            <a
              href={inboxAddress(address, { tab, page: 1 })}
              aria-current={tab === address.tab ? 'page' : undefined}
            >
              {texts.tabs[tab].label} <span class="count">({counts[tab]})</span>
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function Filters({ address, intercommunalities }: InboxView) {
  const { search } = texts;
  return (
    <form method="get" action="/suivi" class="filters" role="search">
      {address.tab === 'toTake' ? undefined : (
        <input type="hidden" name="tri" value={texts.tabs[address.tab].slug} />
      )}
      <p class="field grow">
        <label for="q">
          {search.label} <span class="hint">{search.hint}</span>
        </label>
        <input type="search" id="q" name="q" value={address.search} autocomplete="off" />
      </p>
      {intercommunalities.length === 0 ? undefined : (
        <p class="field">
          <label for="ou">{search.area}</label>
          <select id="ou" name="ou">
            <option value="">{search.everywhere}</option>
            {intercommunalities.map((name) => (
              <option key={name} value={name} selected={name === address.intercommunality}>
                {name}
              </option>
            ))}
          </select>
        </p>
      )}
      <button class="quiet">{search.button}</button>
      {address.search === '' && address.intercommunality === '' ? undefined : (
        <a href={inboxAddress(address, { search: '', intercommunality: '', page: 1 })}>{search.reset}</a>
      )}
    </form>
  );
}

function Row({ file, view }: { readonly file: LeadFile; readonly view: InboxView }) {
  const { lead } = file;
  const about = lead.need ?? lead.message ?? lead.questions.at(-1)?.question;
  const what = [lead.site?.place, lead.companyFacts?.sizeBand, lead.language === 'en' && texts.row.language];
  return (
    <li>
      <p class="first">
        <a href={`/suivi/demandes/${lead.reference}`}>{lead.company}</a>
      </p>
      {about === undefined ? undefined : <p>{shortened(about)}</p>}
      <p class="small soft">{[lead.reference, ...what].filter(Boolean).join(' · ')}</p>
      <p class="small">
        <Standing file={file} view={view} />
      </p>
    </li>
  );
}

function Standing({ file, view }: { readonly file: LeadFile; readonly view: InboxView }) {
  const { row } = texts;
  const received = <Html inline html={momentHtml(file.lead.createdAt, 'fr')} />;
  if (file.state === 'closed') {
    return (
      <>
        {row.closed(lifeCycleTexts.outcomes[file.outcome ?? 'helped'])} · {received}
      </>
    );
  }
  if (file.state === 'taken') {
    return (
      <>
        {row.taken(view.nameOf(file.assigneeId ?? ''))} · {received}
      </>
    );
  }
  const days = view.workingDaysSince(file.lead.createdAt);
  return (
    <>
      {row.waiting(days)}
      {days > view.promiseDays ? <strong class="late"> · {row.late}</strong> : undefined} · {received}
    </>
  );
}

function Pages({ address, total }: { readonly address: InboxAddress; readonly total: number }) {
  const { pages } = texts;
  const { page } = address;
  if (total <= inboxPageSize) return null;
  return (
    <nav aria-label={pages.label}>
      <ul class="tabs">
        {page > 1 ? (
          <li>
            <a href={inboxAddress(address, { page: page - 1 })}>{pages.previous}</a>
          </li>
        ) : undefined}
        {page * inboxPageSize < total ? (
          <li>
            <a href={inboxAddress(address, { page: page + 1 })}>{pages.next}</a>
          </li>
        ) : undefined}
      </ul>
    </nav>
  );
}

const longest = 180;
const shortened = (text: string): string =>
  text.length > longest ? `${text.slice(0, longest).trimEnd()}…` : text;
