import { codeOf } from '../shared/errors';
import { leadDraftOf } from './leadDraftOf';
import type { FormTurn, LeadFormDeps } from './leadFormTurn';
import type { Reply } from './reply';

/** What became of a confirmed form, and what the visitor hears of it. */
export interface Submitted {
  /** It is on disk. Otherwise the form stays open, so that one can try again. */
  readonly recorded: boolean;
  readonly reply: Reply;
}

/** Records the confirmed form and says what happens next: the reference once it is on disk, else the contact. */
export async function submitForm(turn: FormTurn, deps: LeadFormDeps): Promise<Submitted> {
  const { dc, form, data, texts } = turn;
  const { activity } = dc.context;
  let reference: string;
  try {
    const draft = leadDraftOf(activity, form, data, texts);
    ({ reference } = await deps.submitLead({ submissionId: form.submissionId, draft }));
  } catch (error) {
    deps.log.error(
      { code: codeOf(error), conversationId: activity.conversation.id },
      'a confirmed lead was not stored; the visitor was given the contact',
    );
    const buttons = [{ title: texts.buttons.send }, { title: texts.buttons.cancel }];
    return { recorded: false, reply: { text: texts.form.notRecorded(turn.contact), buttons } };
  }
  const told = await deps.recordedLead(reference, activity);
  const text = texts.form.recorded({ ...told, reference, recap: form.recap, days: deps.promiseDays });
  return { recorded: true, reply: { text, buttons: [{ title: texts.follow.buttons.myStatus }] } };
}
