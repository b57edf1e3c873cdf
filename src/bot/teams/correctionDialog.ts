import type { InvokeResponse } from 'botbuilder';
import type { Activity } from 'botbuilder-core';
import { z } from 'zod/v4';
import { adaptiveCard, adaptiveCardType } from '../../shared/adaptiveCard';
import { maxCorrection, type ProposeCorrection } from '../../notices/correction';
import { languageOfLocale } from '../../text/language';
import { teamsTexts } from './teamsTexts';

const asked = z.looseObject({
  data: z.looseObject({ pageId: z.string().max(200), title: z.string().max(200) }),
});
const sent = z.looseObject({
  data: z.looseObject({ pageId: z.string().max(200), correction: z.string().default('') }),
});

/** The form in which a page's correction is proposed (`task/fetch`). */
export function openCorrection(activity: Activity): InvokeResponse {
  const page = asked.safeParse(activity.value).data?.data;
  if (!page) return { status: 400 };
  const texts = teamsTexts[languageOfLocale(activity.locale)].correction;
  const card = adaptiveCard(
    [
      { type: 'TextBlock', text: page.title, weight: 'bolder', wrap: true },
      {
        type: 'Input.Text',
        id: 'correction',
        label: texts.label,
        isMultiline: true,
        maxLength: maxCorrection,
        isRequired: true,
        errorMessage: texts.needed,
      },
    ],
    [{ type: 'Action.Submit', title: texts.send, data: { pageId: page.pageId } }],
  );
  const attachment = { contentType: adaptiveCardType, content: card };
  const value = { title: texts.title, height: 'medium', width: 'medium', card: attachment };
  return { status: 200, body: { task: { type: 'continue', value } } };
}

/** Takes the form (`task/submit`); thanks only for what is on disk. */
export async function takeCorrection(
  activity: Activity,
  propose: ProposeCorrection,
): Promise<InvokeResponse> {
  const form = sent.safeParse(activity.value).data?.data;
  if (!form) return { status: 400 };
  const { answers } = teamsTexts[languageOfLocale(activity.locale)].correction;
  const outcome = await propose({ pageId: form.pageId, text: form.correction });
  return { status: 200, body: { task: { type: 'message', value: answers[outcome] } } };
}
