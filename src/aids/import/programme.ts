import { z } from 'zod/v4';

/** An empty string, and a list's empty entries, say nothing: the catalogue's editors leave fields empty instead of removing them. */
const text = z.preprocess(
  (value) => (typeof value === 'number' || typeof value === 'boolean' ? String(value) : (value ?? '')),
  z.string().transform((value) => value.trim() || undefined),
);
const required = z.string().trim().min(3);
const texts = z.array(text).transform((list) => list.filter((one) => one !== undefined));
const yesOrNo = z.preprocess((value) => {
  if (typeof value === 'string') return /^oui$/i.test(value) ? true : /^non$/i.test(value) ? false : value;
  return value;
}, z.boolean());

/** A list of sentences, or, in the published layout, an object with such a list as `description` and data beside it. */
const condition = <T extends z.ZodRawShape>(data: T) =>
  z
    .preprocess(
      (value) =>
        Array.isArray(value) || typeof value === 'string' ? { description: [value].flat() } : value,
      z.looseObject({ description: texts.optional(), ...data }),
    )
    .optional();
const codes = z.array(z.string()).optional();
const whole = z.number().int().nonnegative().optional();

const kinds = ['étude', 'formation', 'financement', 'prêt', 'avantage fiscal', 'accompagnement'] as const;
/** What the catalogue calls a form of help. */
export type ProgrammeKind = (typeof kinds)[number];

/**
 * One programme of the public catalogue "Transition écologique des entreprises". Two layouts are read: the programmes' own YAML (eligibility as
 * `publicodes` rules) and that of the published JSON schema (eligibility as data under `conditions d'éligibilité`). Fields that are not listed
 * are ignored; those that are must have their type.
 */
export const programmeSchema = z
  .looseObject({
    titre: required,
    promesse: required,
    description: required,
    "nature de l'aide": z.enum(kinds).optional(),
    "type de l'aide": z.enum(kinds).optional(),
    'opérateur de contact': required,
    'autres opérateurs': texts.optional(),
    url: text.optional(),
    'début de validité': text.optional(),
    'fin de validité': text.optional(),
    'date mise à jour': text.optional(),
    'aide temporairement indisponible': yesOrNo.optional(),
    thématiques: texts.optional(),
    'types bénéficiaire': texts.optional(),
    'montant du financement': text.optional(),
    "montant de l'avantage fiscal": text.optional(),
    'montant du prêt': text.optional(),
    'durée du prêt': text.optional(),
    "coût de l'accompagnement": text.optional(),
    "durée de l'accompagnement": text.optional(),
    "conditions d'éligibilité": z
      .looseObject({
        "taille de l'entreprise": condition({
          "catégorie d'entreprise": z.array(z.enum(['TPE', 'PME', 'ETI', 'GE'])).optional(),
          'effectif minimum': whole,
          'effectif maximum': whole,
          'éligible aux micro-entreprises': yesOrNo.optional(),
        }),
        'secteur géographique': condition({ 'zone géographique Régions': codes }),
        "secteur d'activité": condition({ 'secteurs spécifiques': codes, 'secteurs exclus': codes }),
        "nombre d'années d'activité": condition({
          "minimum d'années d'activité": whole,
          "maximum d'années d'activité": whole,
        }),
        "autres critères d'éligibilité": condition({}),
      })
      .optional(),
    'champs conditionnels': z.array(z.record(z.string(), z.unknown())).optional(),
    publicodes: z.record(z.string(), z.unknown()).optional(),
  })
  .refine((it) => it["nature de l'aide"] ?? it["type de l'aide"], {
    error: 'champ obligatoire absent',
    path: ["nature de l'aide"],
  });
export type Programme = z.infer<typeof programmeSchema>;

/** Something of a programme that could not be taken over. */
export interface ImportIssue {
  /** Name of the catalogue's field, or of the rule. */
  readonly field: string;
  /** In French, for editors; holds the value. */
  readonly reason: string;
  /** The programme is left out: what it says of who may apply, or until when, would be told wrongly. */
  readonly stops: boolean;
}
