import { parseDocument, isScalar, isSeq, YAMLSeq, type Document } from 'yaml';
import type { Source } from './corpus';
import { formatYaml } from './formatPage';
import { splitFrontMatter } from './frontMatter';
import type { OverlayPage } from './overlay';
import type { Page } from './page';
import { readPageFile } from './pageFile';

/** What a page says in one language, as a form has it. */
export interface DraftText {
  readonly title: string;
  readonly button: string;
  /** Question variants. */
  readonly questions: readonly string[];
  /** The answer: its first paragraph stands alone; paragraphs are separated by an empty line. */
  readonly body: string;
}

/** A page as a form has it. What it does not name (dates of a scheme, amounts…) stays as it is in the page's file. */
export interface PageDraft {
  /** `theme/name`. */
  readonly id: string;
  readonly type: Page['type'];
  readonly theme: Page['theme'];
  /** Ids. */
  readonly sources: readonly string[];
  /** Ids of pages. */
  readonly links: readonly string[];
  /** ISO days. */
  readonly verifiedOn: string;
  readonly nextCheckOn: string;
  readonly fr: DraftText;
  /** Undefined: no English twin. */
  readonly en?: DraftText | undefined;
  /** A source that the page brings along, with its id. */
  readonly newSource?: (Source & { readonly id: string }) | undefined;
}

/** The text of a page's files, as they are. */
export type PageText = Pick<OverlayPage, 'fr' | 'en' | 'sources'>;

/** A page's files as a draft; undefined when they cannot be read. */
export function readDraft(id: string, { fr, en }: PageText): PageDraft | undefined {
  const { page } = readPageFile(id, fr, en);
  if (!page) return undefined;
  const { type, theme, sources, links, verifiedOn, nextCheckOn } = page;
  const text = (of: Page['fr'], file: string): DraftText => ({
    title: of.title,
    button: of.button,
    questions: of.questions,
    body: splitFrontMatter(file)?.body ?? '',
  });
  return {
    id,
    type,
    theme,
    sources,
    links,
    verifiedOn,
    nextCheckOn,
    fr: text(page.fr, fr),
    en: page.en && en !== undefined ? text(page.en, en) : undefined,
  };
}

/**
 * A draft as the text of files. Of an existing page only what the draft changes is written anew, so that a difference shows what an editor did.
 * @param before the files that it changes; undefined: a new page
 */
export function draftText(draft: PageDraft, before: PageText | undefined): PageText {
  const { fr, en, newSource } = draft;
  const common = (text: DraftText) => ({ titre: text.title, bouton: text.button, questions: text.questions });
  const head = {
    titre: fr.title,
    bouton: fr.button,
    type: draft.type,
    theme: draft.theme,
    sources: draft.sources,
    verifie_le: draft.verifiedOn,
    a_verifier_le: draft.nextCheckOn,
    ...(draft.links.length > 0 || before ? { liens: draft.links } : {}),
    questions: fr.questions,
  };
  return {
    fr: changed(before?.fr, head, fr.body),
    en: en && changed(before?.en, common(en), en.body),
    sources: {
      ...before?.sources,
      ...(newSource
        ? { [newSource.id]: { title: newSource.title, url: newSource.url, readOn: newSource.readOn } }
        : {}),
    },
  };
}

function changed(before: string | undefined, head: Readonly<Record<string, unknown>>, body: string): string {
  const split = before === undefined ? undefined : splitFrontMatter(before);
  const text = body.replace(/\r\n?/g, '\n').trim();
  if (!split) return `---\n${formatYaml(head)}---\n${text}\n`;
  const document = parseDocument(split.head);
  for (const [key, value] of Object.entries(head)) setChanged(document, key, value);
  return `---\n${document.toString({ lineWidth: 0 })}---\n${text}\n`;
}

/** What stays the same keeps its way of writing: quotes, comments and order. */
function setChanged(document: Document, key: string, value: unknown): void {
  const node = document.get(key, true);
  const { [key]: now = [] } = document.toJS() as Record<string, unknown>;
  if (JSON.stringify(now) === JSON.stringify(value)) return;
  if (!isSeq(node) || !Array.isArray(value)) {
    document.set(key, document.createNode(value));
    return;
  }
  const written = new Map(node.items.map((item) => [isScalar(item) ? item.value : item, item]));
  const next = new YAMLSeq();
  next.flow = node.flow ?? false;
  next.items = value.map((item: unknown) => written.get(item) ?? document.createNode(item));
  document.set(key, next);
}
