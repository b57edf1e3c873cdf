import type { InvokeResponse } from 'botbuilder';
import type { Activity } from 'botbuilder-core';
import { adaptiveCardType, type FoundCard } from '../../shared/adaptiveCard';
import { z } from 'zod/v4';

const query = z.looseObject({
  commandId: z.literal('search'),
  parameters: z.array(z.looseObject({ name: z.string(), value: z.unknown() })).default([]),
});

/** Longest text in the list, in characters. */
const maxPreview = 160;

/** The answer to a search from any chat (`composeExtension/query`). @param find what there is for some words; all of them empty: what is usually asked */
export async function answerSearch(
  { value }: Activity,
  find: (words: string) => Promise<readonly FoundCard[]>,
): Promise<InvokeResponse> {
  const asked = query.safeParse(value).data;
  if (!asked) return { status: 400 };
  const words = asked.parameters.find(({ name }) => name === 'query')?.value;
  const found = await find(typeof words === 'string' ? words.slice(0, 200) : '');
  const attachments = found.map(({ title, text, card }) => ({
    contentType: adaptiveCardType,
    content: card,
    preview: {
      contentType: 'application/vnd.microsoft.card.thumbnail',
      content: { title, text: text.length > maxPreview ? `${text.slice(0, maxPreview)}…` : text },
    },
  }));
  return {
    status: 200,
    body: { composeExtension: { type: 'result', attachmentLayout: 'list', attachments } },
  };
}
