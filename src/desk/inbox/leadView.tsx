import type { LeadFile } from '../../leads/leadFile';
import type { LastAttempt, OutboxEntry } from '../../leads/outbox';
import { companyRecipientId } from '../../leads/recipients';
import { momentHtml } from '../../http/momentHtml';
import { sheetBody, type SheetView } from '../../http/sheetPage';
import { DeskForm, Html } from '../deskPage';
import type { DeskSession } from '../signIn/session';
import { inboxTexts as texts } from './inbox.fr';

/** What the page of a lead shows. */
export interface LeadView {
  readonly sheet: SheetView;
  readonly session: DeskSession;
  readonly entries: readonly OutboxEntry[];
  readonly attempts: ReadonlyMap<string, LastAttempt>;
  readonly sameCompany: readonly LeadFile[];
}

/** The call sheet with what can be done, how its messages fared, and what the company asked before. */
export function LeadContent({ sheet, session, entries, attempts, sameCompany }: LeadView) {
  const { reference } = sheet.file.lead;
  const failed = entries.some(({ state }) => state === 'dead' || state === 'refused');
  const own = texts.lead;
  return (
    <>
      <p class="buttons">
        <a class="button quiet" href="/suivi">
          {own.back}
        </a>
        <a class="button quiet" href={`/suivi/demandes/${reference}?vue=impression`}>
          {own.printView}
        </a>
        <button class="quiet" data-print hidden>
          {own.print}
        </button>
      </p>
      <Html html={sheetBody(sheet)} />
      {sameCompany.length === 0 ? undefined : (
        <section>
          <h2>{own.sameCompany}</h2>
          <ul>
            {sameCompany.map(({ lead }) => (
              <li key={lead.id}>
                <a href={`/suivi/demandes/${lead.reference}`}>{lead.reference}</a>{' '}
                <Html inline html={momentHtml(lead.createdAt, 'fr')} />
              </li>
            ))}
          </ul>
        </section>
      )}
      <section>
        <h2>{own.deliveries}</h2>
        {entries.length === 0 ? <p>{own.noDeliveries}</p> : undefined}
        <ul>
          {entries.map((entry) => (
            <Delivery key={entry.id} entry={entry} attempt={attempts.get(entry.id)} />
          ))}
        </ul>
        {failed ? (
          <DeskForm to={`/suivi/demandes/${reference}/renvoyer`} session={session}>
            <button class="quiet">{own.resend}</button>
          </DeskForm>
        ) : undefined}
      </section>
    </>
  );
}

function Delivery({
  entry,
  attempt,
}: {
  readonly entry: OutboxEntry;
  readonly attempt: LastAttempt | undefined;
}) {
  const { recipient, state } = entry;
  const own = texts.lead;
  const to = recipient.id === companyRecipientId ? own.company : recipient.name || recipient.id;
  const failed = state !== 'delivered' && attempt?.code !== undefined;
  return (
    <li>
      {own.delivery(entry.message, to, entry.kind)} :{' '}
      <span class={state === 'dead' || state === 'refused' ? 'late' : undefined}>
        {own.deliveryState(state, entry.attempts)}
      </span>
      {failed ? ` – ${own.reason} : ${[attempt.code, attempt.detail].filter(Boolean).join(', ')}` : undefined}{' '}
      <Html inline html={momentHtml(attempt?.finishedAt ?? entry.dueAt, 'fr')} />
    </li>
  );
}
