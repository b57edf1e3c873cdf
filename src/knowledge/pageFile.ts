import type { Fault } from './fault';
import { readYaml, splitFrontMatter } from './frontMatter';
import { pageHeadSchema, twinHeadSchema, type Page, type PageText } from './page';

/**
 * Reads the text of a page's files.
 * @param id `folder/name`, the path without ending
 * @returns all faults together; no page when one of them makes it unreadable
 */
export function readPageFile(
  id: string,
  fr: string,
  en: string | undefined,
): { readonly page?: Page; readonly faults: readonly Fault[] } {
  const file = `${id}.md`;
  const twin = en === undefined ? undefined : readTwin(`${id}.en.md`, en);
  const split = readText(file, fr);
  if (!split.head) return { faults: [...(twin?.faults ?? []), ...split.faults] };
  const { value, faults } = readYaml(split.head, pageHeadSchema, file, 2);
  const found = [...(twin?.faults ?? []), ...split.faults, ...faults];
  if (!value) return { faults: found };
  if (value.type === 'aide' && !value.aide) {
    found.push(error(file, 2, 'aide : champ obligatoire absent sur une page de type aide'));
  }
  return {
    faults: found,
    page: {
      id,
      file,
      type: value.type,
      theme: value.theme,
      sources: value.sources,
      verifiedOn: value.verifie_le,
      nextCheckOn: value.a_verifier_le,
      links: value.liens,
      schemes: value.aides ?? [],
      aid: value.aide,
      fr: textOf(value, split.body),
      en: twin?.text,
    },
  };
}

function readTwin(
  file: string,
  text: string,
): { readonly text?: PageText; readonly faults: readonly Fault[] } {
  const split = readText(file, text);
  if (!split.head) return { faults: split.faults };
  const { value, faults } = readYaml(split.head, twinHeadSchema, file, 2);
  const found = [...split.faults, ...faults];
  return value ? { text: textOf(value, split.body), faults: found } : { faults: found };
}

function readText(
  file: string,
  text: string,
): { readonly head: string; readonly body: string; readonly faults: readonly Fault[] } {
  const split = splitFrontMatter(text);
  if (!split) {
    const message = 'en-tête absent : la page doit commencer par --- puis ses champs puis ---';
    return { head: '', body: '', faults: [error(file, 1, message)] };
  }
  const empty = 'page sans texte : écrivez la réponse sous les deux ---';
  return { ...split, faults: split.body ? [] : [error(file, 1, empty)] };
}

function textOf(head: { titre: string; bouton: string; questions: string[] }, body: string): PageText {
  const [answer = '', ...details] = paragraphsOf(body);
  return { title: head.titre, button: head.bouton, questions: head.questions, answer, details };
}

/** The paragraphs of a page's text, each on one line. */
export const paragraphsOf = (body: string): string[] =>
  body
    .split(/\r?\n\s*\r?\n/)
    .map((paragraph) => paragraph.trim().replace(/\s*\r?\n\s*/g, ' '))
    .filter(Boolean);

function error(file: string, line: number, message: string): Fault {
  return { file, line, level: 'erreur', message };
}
