import { stringify } from 'yaml';

/** A page as the text of its file: front matter, then paragraphs. Fields that are undefined are left out; the same input gives the same text. */
export function formatPage(head: Readonly<Record<string, unknown>>, paragraphs: readonly string[]): string {
  return `---\n${formatYaml(head)}---\n${paragraphs.join('\n\n')}\n`;
}

/** YAML without aliases, which readers of knowledge refuse, and without line breaks inside sentences. */
export const formatYaml = (value: Readonly<Record<string, unknown>>): string =>
  stringify(value, { aliasDuplicateObjects: false, lineWidth: 0 });
