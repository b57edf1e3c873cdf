import { z } from 'zod/v4';
import { isDepartement, regions } from '../shared/regions';

/** Kinds of pages: an answer, something that cannot be answered, a need and its aids, a rule about aids, one scheme. */
export const pageTypes = ['fait', 'limite', 'besoin', 'demarche', 'aide'] as const;
export const themes = [
  'programme',
  'territoire',
  'economie',
  'competences',
  'decarbonation',
  'priorites',
  'contact',
  'aides',
  'demarches',
  'hors-sujet',
] as const;

const isWellFormed = (day: string): boolean => /^\d{4}-\d{2}-\d{2}$/.test(day);
/** 2026-02-30 is well formed and no day. */
const exists = (day: string): boolean => {
  const time = Date.parse(`${day}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(day);
};
/** A day that exists, as 2026-11-23. */
export const isoDate = z
  .string({ error: 'date attendue, par exemple 2026-11-23' })
  .refine(isWellFormed, { error: 'date attendue, par exemple 2026-11-23' })
  .refine((value) => !isWellFormed(value) || exists(value), { error: "cette date n'existe pas" });
const pageIdForm = /^[a-z0-9-]+(?:\/[a-z0-9-]+)+$/;
/** Whether a text can be the id of a page: folders and a name, in small letters without accents. */
export const isPageId = (text: string): boolean => pageIdForm.test(text);
const pageId = z.string().regex(pageIdForm, {
  error: 'identifiant de page attendu, par exemple territoire/habitants',
});
const regionCode = z.string().refine((code) => regions.some((region) => region.code === code), {
  error: 'cette région n\'existe pas ; code INSEE attendu, par exemple "28"',
});
const departementCode = z.string().refine(isDepartement, {
  error: 'ce département n\'existe pas ; code attendu, par exemple "76"',
});
const common = {
  titre: z.string().min(3).max(80),
  bouton: z.string().min(2).max(32),
  questions: z.array(z.string().min(2).max(600)),
};

const aidFields = z.strictObject({
  sigles: z.array(z.string()).default([]),
  operateur: z.string(),
  autres_operateurs: z.array(z.string()).default([]),
  niveau: z.enum(['etat', 'ue', 'region', 'local']),
  nature: z.array(
    z.enum(['conseil', 'etude', 'formation', 'subvention', 'pret', 'avance', 'fiscal', 'fonds-propres']),
  ),
  themes: z.array(z.string()),
  objet: z.string(),
  pour_qui: z.string(),
  effectif_min: z.number().int().optional(),
  effectif_max: z.number().int().optional(),
  categories: z.array(z.enum(['TPE', 'PME', 'ETI', 'GE'])).optional(),
  /** Sections of the NAF ("C") or the beginnings of its codes ("25", "25.62B"). */
  sections_naf: z.array(z.string().regex(/^(?:[A-U]|\d{2}(?:\.?\d{1,2}[A-Z]?)?)$/)).optional(),
  /** INSEE codes: "28" is Normandie. */
  regions: z.array(regionCode).optional(),
  departements: z.array(departementCode).optional(),
  anciennete_min_annees: z.number().optional(),
  anciennete_max_annees: z.number().optional(),
  /** Micro-entrepreneurs cannot apply. */
  sans_micro_entreprise: z.boolean().default(false),
  exclusions: z.array(z.string()).default([]),
  montants: z.array(z.string()).default([]),
  cout_projet_min: z.number().optional(),
  cout_projet_max: z.number().optional(),
  ouverture: isoDate.optional(),
  fermeture: isoDate.optional(),
  permanent: z.boolean().default(false),
  /** The operator takes no applications for the time being. */
  suspendue: z.boolean().default(false),
  url: z.url({ error: 'adresse web attendue' }).optional(),
  a_confirmer: z.string().optional(),
  confiance: z.enum(['certain', 'probable', 'a-confirmer']),
  avant_depot: z.boolean().default(false),
  /** Where an imported page comes from; an editor's page has none. */
  importation: z
    .strictObject({ fichier: z.string(), catalogue: z.string(), licence: z.string(), le: isoDate })
    .optional(),
});

/** What kinds of help a scheme gives, and where it comes from. */
export const aidSchema = aidFields.refine(
  ({ ouverture, fermeture }) => !ouverture || !fermeture || ouverture <= fermeture,
  { error: 'cette date précède ouverture', path: ['fermeture'] },
);
export type Aid = z.infer<typeof aidSchema>;

/** The head of a French page. */
export const pageHeadSchema = z.strictObject({
  ...common,
  type: z.enum(pageTypes),
  theme: z.enum(themes),
  sources: z.array(z.string()).default([]),
  verifie_le: isoDate,
  a_verifier_le: isoDate,
  liens: z.array(pageId).max(5).default([]),
  aides: z.array(pageId).optional(),
  aide: aidSchema.optional(),
});
export type PageHead = z.infer<typeof pageHeadSchema>;

/** The head of an English twin: the rest is the French page's. */
export const twinHeadSchema = z.strictObject(common);

/** What a page says in one language. */
export interface PageText {
  readonly title: string;
  /** Label of a button that leads here. */
  readonly button: string;
  /** Question variants, as editors wrote them. */
  readonly questions: readonly string[];
  /** The direct answer: first paragraph of the page. */
  readonly answer: string;
  /** What comes after it; empty when nothing does. */
  readonly details: readonly string[];
}

/** One page of the knowledge folder, checked. */
export interface Page {
  /** `folder/name`, the path without ending. */
  readonly id: string;
  /** Path of the French file, relative to its knowledge folder. */
  readonly file: string;
  readonly type: PageHead['type'];
  readonly theme: PageHead['theme'];
  readonly sources: readonly string[];
  /** ISO date on which a human last compared the page with its sources. */
  readonly verifiedOn: string;
  readonly nextCheckOn: string;
  readonly links: readonly string[];
  /** Schemes that a page of type `besoin` proposes. */
  readonly schemes: readonly string[];
  readonly aid: Aid | undefined;
  readonly fr: PageText;
  /** The English twin, when an editor wrote one. */
  readonly en: PageText | undefined;
}
