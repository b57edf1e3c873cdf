import type { Activity } from './webChat';

/** The conversation as plain text, to keep or to hand on. Leaves out what has no words. */
export function transcriptText(
  activities: readonly Activity[],
  names: { readonly bot: string; readonly you: string },
  locale: string,
): string {
  const time = new Intl.DateTimeFormat(locale, { dateStyle: 'short', timeStyle: 'short' });
  const lines = activities
    .filter((activity) => activity.type === 'message')
    .map((activity) => {
      const said = [
        activity.text,
        ...(activity.attachments ?? []).map(({ content }) => textsIn(content).join('\n')),
      ];
      const words = said.filter(Boolean).join('\n').trim();
      if (!words) return '';
      const at = activity.timestamp ?? activity.localTimestamp;
      const who = activity.from?.role === 'user' ? names.you : names.bot;
      return `${at ? `${time.format(new Date(at))} – ` : ''}${who}\n${words}\n`;
    });
  return `${names.bot}\n\n${lines.filter(Boolean).join('\n')}`;
}

/** The words of a card, in the order of its elements; a card is JSON of any depth. */
function textsIn(card: unknown): string[] {
  if (Array.isArray(card)) return card.flatMap(textsIn);
  if (typeof card !== 'object' || card === null) return [];
  const element = card as Readonly<Record<string, unknown>>;
  if (Array.isArray(element.facts)) {
    return (element.facts as readonly { title?: string; value?: string }[]).map(
      (fact) => `${fact.title ?? ''} ${fact.value ?? ''}`,
    );
  }
  const own = ['title', 'text'].map((key) => element[key]).filter((value) => typeof value === 'string');
  const url = typeof element.url === 'string' ? [element.url] : [];
  const inner = ['body', 'items', 'columns', 'rows', 'cells', 'inlines', 'actions'].map(
    (key) => element[key],
  );
  return [...own, ...url, ...inner.flatMap((part) => textsIn(part ?? []))];
}
