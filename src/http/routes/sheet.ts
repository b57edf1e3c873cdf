import type { Request, Response } from 'restify';
import type { LeadFile } from '../../leads/leadFile';
import { normaliseReference } from '../../shared/ids';
import { respondLeadPage } from '../leadPageLayout';
import type { LeadRouteDeps } from '../leadRouteDeps';
import { readRecipientForm } from '../readAct';
import { readForm } from '../readForm';
import { pathParameter, queryParameter, type Route } from '../route';
import { actsFor, sheetActs, type SheetAct } from '../sheetActs';
import { badLinkPage, noticeOf, sheetPage, type SheetView } from '../sheetPage';
import { sheetTexts as texts } from '../sheetPage.fr';

/**
 * `/fiche/:reference`: the call sheet for the recipient who holds the link. Buttons in mails open it with `action`, and
 * it then asks; only a form sent by POST changes anything.
 */
export function sheetRoutes(deps: LeadRouteDeps): readonly Route[] {
  /** What a token shows; undefined: it is useless, or the lead has been erased. */
  async function viewOf(token: string, request: Request): Promise<SheetView | undefined> {
    const grant = deps.links.read(token);
    if (grant?.kind !== 'recipient') return undefined;
    const file = await deps.leads.file(grant.leadId);
    if (file?.lead.reference !== normaliseReference(pathParameter(request, 'reference'))) return undefined;
    return {
      file,
      actor: { kind: 'recipient', id: grant.recipientId },
      recipients: deps.recipients(),
      form: { to: `/fiche/${file.lead.reference}`, hidden: { cle: token } },
      names: deps.names,
    };
  }

  const show = (response: Response, status: number, view: SheetView): void =>
    respondLeadPage(response, status, deps.site, sheetPage(view));
  const refuseLink = (response: Response): void => respondLeadPage(response, 404, deps.site, badLinkPage);

  return [
    {
      method: 'get',
      path: '/fiche/:reference',
      async handle(request, response) {
        const view = await viewOf(queryParameter(request, 'cle') ?? '', request);
        if (!view) {
          refuseLink(response);
          return;
        }
        const act = sheetActs.find((one) => one === queryParameter(request, 'action'));
        const impossible = act !== undefined && !actsFor(view).includes(act);
        show(response, 200, { ...view, act, notice: impossible ? actImpossible(view, act) : undefined });
      },
    },
    {
      method: 'post',
      path: '/fiche/:reference',
      async handle(request, response) {
        const form = await readForm(request, response);
        if (!form) return;
        const view = await viewOf(form.get('cle') ?? '', request);
        if (!view) {
          refuseLink(response);
          return;
        }
        await perform(response, view, form);
      },
    },
  ];

  async function perform(
    response: Response,
    view: SheetView,
    form: ReadonlyMap<string, string>,
  ): Promise<void> {
    const tryAgain = (status: number, file: LeadFile, text: string): void => {
      const act = sheetActs.find((one) => one === form.get('action'));
      show(response, status, { ...view, file, act, typed: form, notice: { kind: 'fault', text } });
    };
    const act = readRecipientForm(form);
    if (!act) {
      tryAgain(422, view.file, texts.refusals.invalid);
      return;
    }
    const outcome = await deps.followLead(view.file.lead.id, view.actor, act);
    switch (outcome.kind) {
      case 'done': {
        const { file, undoUntil } = outcome;
        show(response, 200, { ...view, file, undoUntil, notice: noticeOf(file, act.kind) });
        break;
      }
      case 'alreadyDone':
        show(response, 200, {
          ...view,
          file: outcome.file,
          notice: { kind: 'done', text: texts.alreadyDone },
        });
        break;
      case 'refused':
        tryAgain(outcome.because === 'invalid' ? 422 : 409, outcome.file, texts.refusals[outcome.because]);
        break;
      case 'unknownLead':
        refuseLink(response);
    }
  }
}

/** Why a button of a mail no longer does what it says. */
export function actImpossible({ file, actor }: SheetView, act: SheetAct): SheetView['notice'] {
  const mine = file.state === 'taken' && actor.kind === 'recipient' && file.assigneeId === actor.id;
  if (act === 'take' && mine) return { kind: 'done', text: texts.alreadyDone };
  const because =
    file.state === 'closed' ? 'alreadyClosed' : file.state === 'taken' && !mine ? 'takenByOther' : 'notYours';
  return { kind: 'fault', text: texts.refusals[because] };
}
