import type { Linked } from '../../leads/callSheet';

/** Words in one style. */
interface Run {
  readonly text: string;
  readonly weight?: string;
  readonly link?: string | undefined;
}
/** Words with the place where they lead; Teams opens web addresses only. */
export const linked = ({ text, link }: Linked): Run => ({ text, link });

/** A paragraph of runs, which no client reads as Markdown. */
export const runs = (parts: readonly Run[], style: object = {}): object => ({
  type: 'RichTextBlock',
  spacing: 'small',
  inlines: parts.map(({ text, weight, link }) => ({
    type: 'TextRun',
    text,
    ...style,
    ...(weight === undefined ? {} : { weight }),
    ...(link && /^https?:/.test(link) ? { selectAction: { type: 'Action.OpenUrl', url: link } } : {}),
  })),
});
/** A paragraph in one style. */
export const line = (
  text: string,
  { spacing, ...style }: { spacing?: string; [key: string]: unknown } = {},
): object => ({
  ...runs([{ text }], style),
  ...(spacing === undefined ? {} : { spacing }),
});
