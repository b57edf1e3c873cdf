import { z } from 'zod/v4';
import { themes, pageTypes } from '../../knowledge/page';
import type { DraftText, PageDraft } from '../../knowledge/pageDraft';
import type { QuestionGroup } from '../../knowledge/questionGroups';
import { dayAfter } from '../../shared/time';

/** The form of a page as it is shown and sent: texts only. */
export interface PageForm {
  /** Undefined: a new page, whose address is made of theme and name. */
  readonly id: string | undefined;
  readonly draft: PageDraft;
  /** Newest version that its author saw. */
  readonly base: number;
  /** The group of questions that it answers. */
  readonly groupId: string | undefined;
  readonly reason: string;
}

/** Days from one check to the next of a new page. */
const usualInterval = 182;

const text = z.string().default('');
const lines = text.transform((value) =>
  value
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean),
);
const list = text.transform((value) => value.split(/[\s,;]+/).filter(Boolean));
const fields = z.object({
  id: text,
  theme: z.enum(themes).catch('programme'),
  nom: text,
  type: z.enum(pageTypes).catch('fait'),
  titre: text,
  bouton: text,
  texte: text,
  questions: lines,
  sources: list,
  liens: list,
  verifie_le: text,
  a_verifier_le: text,
  source_id: text,
  source_titre: text,
  source_url: text,
  source_lue_le: text,
  en_titre: text,
  en_bouton: text,
  en_texte: text,
  en_questions: lines,
  base: z.coerce.number().int().min(0).catch(0),
  groupe: text,
  motif: text,
});

/** Reads what was sent; what is missing or impossible is left for the check of the draft to tell. */
export function readPageForm(form: ReadonlyMap<string, string>): PageForm {
  const sent = fields.parse(Object.fromEntries(form));
  const en: DraftText = {
    title: sent.en_titre.trim(),
    button: sent.en_bouton.trim(),
    questions: sent.en_questions,
    body: sent.en_texte.trim(),
  };
  const twin = en.title !== '' || en.body !== '' || en.button !== '' || en.questions.length > 0;
  const brings = sent.source_id.trim() !== '';
  return {
    id: sent.id || undefined,
    base: sent.base,
    groupId: sent.groupe || undefined,
    reason: sent.motif.trim(),
    draft: {
      id: sent.id || `${sent.theme}/${sent.nom.trim()}`,
      type: sent.type,
      theme: sent.theme,
      sources: brings ? [...new Set([...sent.sources, sent.source_id.trim()])] : sent.sources,
      links: sent.liens,
      verifiedOn: sent.verifie_le,
      nextCheckOn: sent.a_verifier_le,
      fr: {
        title: sent.titre.trim(),
        button: sent.bouton.trim(),
        questions: sent.questions,
        body: sent.texte.trim(),
      },
      ...(twin ? { en } : {}),
      ...(brings
        ? {
            newSource: {
              id: sent.source_id.trim(),
              title: sent.source_titre.trim(),
              url: sent.source_url.trim(),
              readOn: sent.source_lue_le,
            },
          }
        : {}),
    },
  };
}

/** The form of a page that does not exist yet; with a group, its questions stand in it. @param today ISO day */
export function newPageForm(today: string, group?: QuestionGroup): PageForm {
  const questions = group?.wordings.map(({ question }) => question) ?? [];
  const first = questions[0] ?? '';
  const fr = { title: group?.language === 'en' ? '' : first, button: '', questions, body: '' };
  return {
    id: undefined,
    base: 0,
    groupId: group?.id,
    reason: '',
    draft: {
      id: `programme/${slugOf(first)}`,
      type: 'fait',
      theme: 'programme',
      sources: [],
      links: [],
      verifiedOn: today,
      nextCheckOn: dayAfter(today, usualInterval),
      fr: group?.language === 'en' ? { ...fr, questions: [] } : fr,
      ...(group?.language === 'en' ? { en: { ...fr, title: first } } : {}),
    },
  };
}

/** A name for an address: small letters, digits and hyphens. */
function slugOf(title: string): string {
  return title
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 60)
    .replace(/-$/, '');
}
