import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import type { Fault } from './fault';
import { readYaml, splitFrontMatter } from './frontMatter';
import { pageHeadSchema, twinHeadSchema, type Page, type PageText } from './page';

/**
 * Reads every page below a knowledge folder. A page at fault is left out and reported; the others are read all the same, so that an editor sees
 * every fault at once.
 */
export function readPages(folder: string): { pages: Page[]; faults: Fault[] } {
  const faults: Fault[] = [];
  const files = markdownFiles(folder);
  const twins = new Map<string, PageText>();
  const pages: Page[] = [];
  for (const file of files.filter((name) => name.endsWith('.en.md'))) {
    const read = readFile(folder, file, faults);
    if (!read) continue;
    const { value, faults: found } = readYaml(read.head, twinHeadSchema, file, 2);
    faults.push(...found);
    if (value) twins.set(file.replace(/\.en\.md$/, ''), textOf(value, read.body));
    if (!files.includes(file.replace(/\.en\.md$/, '.md'))) {
      faults.push(error(file, 1, 'page anglaise sans page française du même nom'));
    }
  }
  for (const file of files.filter((name) => !name.endsWith('.en.md'))) {
    const read = readFile(folder, file, faults);
    if (!read) continue;
    const { value, faults: found } = readYaml(read.head, pageHeadSchema, file, 2);
    faults.push(...found);
    if (!value) continue;
    const id = file.replace(/\.md$/, '');
    if (value.type === 'aide' && !value.aide) {
      faults.push(error(file, 2, 'aide : champ obligatoire absent sur une page de type aide'));
    }
    pages.push({
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
      fr: textOf(value, read.body),
      en: twins.get(id),
    });
  }
  return { pages, faults };
}

function textOf(head: { titre: string; bouton: string; questions: string[] }, body: string): PageText {
  const [answer = '', ...details] = body
    .split(/\r?\n\s*\r?\n/)
    .map((paragraph) => paragraph.trim().replace(/\s*\r?\n\s*/g, ' '))
    .filter(Boolean);
  return { title: head.titre, button: head.bouton, questions: head.questions, answer, details };
}

function readFile(folder: string, file: string, faults: Fault[]): { head: string; body: string } | undefined {
  const split = splitFrontMatter(readFileSync(join(folder, file), 'utf8'));
  if (!split) {
    faults.push(error(file, 1, 'en-tête absent : la page doit commencer par --- puis ses champs puis ---'));
    return undefined;
  }
  if (!split.body) faults.push(error(file, 1, 'page sans texte : écrivez la réponse sous les deux ---'));
  return split;
}

function markdownFiles(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.md'))
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .sort();
}

function error(file: string, line: number, message: string): Fault {
  return { file, line, level: 'erreur', message };
}
