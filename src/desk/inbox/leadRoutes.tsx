import type { Request, Response } from 'restify';
import { readRecipientForm } from '../../http/readAct';
import { pathParameter, queryParameter, type Route } from '../../http/route';
import { actImpossible } from '../../http/routes/sheet';
import { actsFor, sheetActs } from '../../http/sheetActs';
import { noticeOf, undoOffer, type SheetView } from '../../http/sheetPage';
import { sheetTexts } from '../../http/sheetPage.fr';
import type { LeadFile } from '../../leads/leadFile';
import { normaliseReference } from '../../shared/ids';
import { Html, type DeskNotice, type RespondDesk } from '../deskPage';
import type { Guard } from '../guard';
import type { DeskSession } from '../signIn/session';
import { inboxTexts as texts } from './inbox.fr';
import { scopeOf, type InboxDeps } from './inboxDeps';
import { actorOf, maySee, undoerOf } from './leadRights';
import { LeadContent } from './leadView';

/** `/suivi/demandes/…`: a lead with its call sheet, what can be done, and how its messages fared. */
export function leadRoutes(deps: InboxDeps, guard: Guard, respond: RespondDesk): readonly Route[] {
  const { inbox, leads, outbox, access } = deps;

  /** Undefined: no such lead, or not this account's; nobody learns which. */
  const fileOf = async (request: Request, session: DeskSession): Promise<LeadFile | undefined> => {
    const lead = await leads.findByReference(normaliseReference(pathParameter(request, 'reference')));
    const file = lead && (await leads.file(lead.id));
    return file && maySee(file, session) ? file : undefined;
  };

  const sheetOf = (file: LeadFile, session: DeskSession): SheetView => ({
    file,
    actor: actorOf(file, session),
    recipients: deps.recipients(),
    names: deps.names,
    form: {
      to: `/suivi/demandes/${file.lead.reference}`,
      hidden: { jeton: session.csrfToken },
    },
  });

  const showLead = async (
    response: Response,
    status: number,
    session: DeskSession,
    sheet: SheetView,
    options: { readonly notice?: DeskNotice | undefined; readonly forPrint?: boolean } = {},
  ): Promise<void> => {
    const { lead } = sheet.file;
    const [entries, attempts, sameCompany] = await Promise.all([
      outbox.of(lead.id),
      outbox.lastAttempts(lead.id),
      inbox.ofSameCompany(scopeOf(session, deps), lead.id),
    ]);
    respond(response, status, {
      title: sheetTexts.title(lead.reference, lead.company),
      session,
      section: '/suivi',
      live: true,
      ...options,
      content: <LeadContent {...{ sheet, session, entries, attempts, sameCompany }} />,
    });
  };

  return [
    guard.page('/suivi/demandes/:reference', 'leads', async (request, response, session) => {
      const file = await fileOf(request, session);
      if (!file) {
        guard.refuse(response, session);
        return;
      }
      await access.record(session, { kind: 'lead', subject: file.lead.reference });
      const sheet = sheetOf(file, session);
      const act = sheetActs.find((one) => one === queryParameter(request, 'action'));
      const impossible = act !== undefined && !actsFor(sheet).includes(act);
      const notice = impossible ? actImpossible(sheet, act) : undefined;
      const forPrint = queryParameter(request, 'vue') === 'impression';
      await showLead(response, 200, session, { ...sheet, act }, { notice, forPrint });
    }),

    guard.form('/suivi/demandes/:reference', 'leads', async (request, response, session, form) => {
      const file = await fileOf(request, session);
      if (!file) {
        guard.refuse(response, session);
        return;
      }
      const tryAgain = (status: number, now: LeadFile, text: string) => {
        const act = sheetActs.find((one) => one === form.get('action'));
        const sheet = { ...sheetOf(now, session), act, typed: form };
        return showLead(response, status, session, sheet, { notice: { kind: 'fault', text } });
      };
      const act = readRecipientForm(form);
      if (!act) {
        await tryAgain(422, file, sheetTexts.refusals.invalid);
        return;
      }
      const actor = act.kind === 'undo' ? undoerOf(file, session) : actorOf(file, session);
      const outcome = await deps.followLead(file.lead.id, actor, act);
      if (outcome.kind === 'unknownLead') guard.refuse(response, session);
      else if (outcome.kind === 'refused') {
        const status = outcome.because === 'invalid' ? 422 : 409;
        await tryAgain(status, outcome.file, sheetTexts.refusals[outcome.because]);
      } else {
        const sheet = sheetOf(outcome.file, session);
        const { kind, text } =
          outcome.kind === 'done'
            ? noticeOf(outcome.file, act.kind)
            : ({ kind: 'done', text: sheetTexts.alreadyDone } as const);
        const undoUntil = outcome.kind === 'done' ? outcome.undoUntil : undefined;
        const offer = undoOffer({ form: sheet.form, undoUntil });
        const after = offer && <Html html={offer} />;
        await showLead(response, 200, session, sheet, { notice: { kind, text, after } });
      }
    }),

    guard.form('/suivi/demandes/:reference/renvoyer', 'leads', async (request, response, session) => {
      const file = await fileOf(request, session);
      if (!file) {
        guard.refuse(response, session);
        return;
      }
      const count = await outbox.retry(file.lead.id, deps.clock());
      deps.wake();
      const notice: DeskNotice = { kind: 'done', text: texts.lead.resent(count) };
      await showLead(response, 200, session, sheetOf(file, session), { notice });
    }),
  ];
}
