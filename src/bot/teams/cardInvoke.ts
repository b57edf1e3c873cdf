import type { InvokeResponse } from 'botbuilder';
import type { Activity } from 'botbuilder-core';
import { adaptiveCardType } from '../../shared/adaptiveCard';
import { z } from 'zod/v4';
import type { LeadCardActs } from '../../delivery/teams/leadCardActs';

const press = z.looseObject({
  action: z.looseObject({
    type: z.literal('Action.Execute'),
    verb: z.literal('lead'),
    data: z.looseObject({ leadId: z.string().min(1).max(100) }),
  }),
});

/** The answer to a press on a card (`adaptiveCard/action`): the card that takes its place, or a sentence above it. */
export async function answerPress(activity: Activity, act: LeadCardActs): Promise<InvokeResponse> {
  const pressed = press.safeParse(activity.value).data;
  if (!pressed) return { status: 400 };
  const { data } = pressed.action;
  const userId = activity.from.aadObjectId ?? '';
  const answer = await act({ userId, leadId: data.leadId, sent: data });
  const body =
    answer.kind === 'card'
      ? { statusCode: 200, type: adaptiveCardType, value: answer.card }
      : { statusCode: 200, type: 'application/vnd.microsoft.activity.message', value: answer.text };
  return { status: 200, body };
}
