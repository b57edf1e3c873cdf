import { linkFaults } from './checkCorpus';
import type { Corpus } from './corpus';
import type { FindAnswer } from './findAnswer';
import { isPageId, type Page } from './page';
import type { PageText } from './pageDraft';
import { readPageFile } from './pageFile';

/** What of a form is at fault, in French. */
export interface DraftFault {
  /** Name of the field in the page's head (`titre`, `questions`…); `texte` for its text, `en.` before those of the English twin. */
  readonly field: string;
  readonly message: string;
}

/** Another page that answers what the draft wants to answer. */
export interface Rival {
  readonly page: Page;
  /** The variants that it answers today. */
  readonly questions: readonly string[];
}

/** What can be said of a draft before it is published. */
export interface DraftCheck {
  /** With any, it cannot be published. */
  readonly faults: readonly DraftFault[];
  /** It can be published all the same; the one with most variants first. */
  readonly rivals: readonly Rival[];
  /** The page as it would be, among the others; undefined: it cannot be read. */
  readonly page?: Page | undefined;
  readonly corpus: Corpus;
}

/** Checks a draft by the rules of `assistant knowledge check`, against the pages that serve now. */
export function checkDraft(
  id: string,
  text: PageText,
  { corpus, findAnswer }: { readonly corpus: Corpus; readonly findAnswer: FindAnswer },
): DraftCheck {
  const { page, faults } = readPageFile(id, text.fr, text.en);
  const own = faults.map(({ file, message }) => toDraftFault(message, file.endsWith('.en.md')));
  if (!isPageId(id)) {
    own.push({ field: 'id', message: 'adresse de page attendue, par exemple territoire/habitants' });
  }
  if (!page) return { faults: own, rivals: [], corpus };
  const trial: Corpus = {
    ...corpus,
    pages: new Map(corpus.pages).set(id, page),
    sources: new Map([...corpus.sources, ...Object.entries(text.sources)]),
  };
  const known = new Set(linkFaults(corpus).map(({ file, message }) => `${file} ${message}`));
  const broken = linkFaults(trial)
    .filter(({ file, message }) => !known.has(`${file} ${message}`))
    .map(({ message }) => toDraftFault(message, false));
  return { faults: [...own, ...broken], rivals: rivalsOf(page, findAnswer), page, corpus: trial };
}

/** Messages begin with the field's name: `titre : trop court`, `questions.3 : …`. */
function toDraftFault(message: string, english: boolean): DraftFault {
  const [, path = '', rest] = /^([\w.]+) : (.+)$/s.exec(message) ?? [];
  const link = /^(?:lien vers une page|source inconnue)/.test(message);
  const field = link ? (message.startsWith('source') ? 'sources' : 'liens') : (path.split('.')[0] ?? '');
  const place = message.startsWith('page sans texte') ? 'texte' : field || 'page';
  return { field: english ? `en.${place}` : place, message: rest ?? message };
}

function rivalsOf(page: Page, findAnswer: FindAnswer): Rival[] {
  const rivals = new Map<string, { page: Page; questions: string[] }>();
  const ask = (question: string, language: 'fr' | 'en'): void => {
    const outcome = findAnswer(question, language);
    if (outcome.kind !== 'answered' && outcome.kind !== 'knownGap') return;
    if (outcome.page.id === page.id) return;
    const rival = rivals.get(outcome.page.id) ?? { page: outcome.page, questions: [] };
    rival.questions.push(question);
    rivals.set(outcome.page.id, rival);
  };
  for (const question of [page.fr.title, ...page.fr.questions]) ask(question, 'fr');
  if (page.en) for (const question of [page.en.title, ...page.en.questions]) ask(question, 'en');
  return [...rivals.values()].sort((a, b) => b.questions.length - a.questions.length);
}
