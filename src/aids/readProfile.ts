import { z } from 'zod/v4';
import { collectivities, departementOf, regionOf, regions } from '../shared/regions';
import { sectionOf } from './activity';
import { stages, type Profile } from './profile';

const isDay = (value: string): boolean =>
  /^\d{4}-\d{2}-\d{2}$/.test(value) &&
  !Number.isNaN(Date.parse(value)) &&
  new Date(value).toISOString().startsWith(value);

const isCommuneCode = (code: string): boolean =>
  /^(?:\d{2}|2[AB])\d{3}$/.test(code) &&
  (regionOf(departementOf(code)) !== undefined || collectivities.has(departementOf(code)));

/** The fields of a profile. An unknown field is an error: one that is misspelt would silently make a criterion unknown. */
const profileSchema = z.strictObject({
  employees: z.number().int().min(0).optional(),
  employeesBand: z
    .strictObject({ min: z.number().int().min(0), max: z.number().int().min(0) })
    .refine(({ min, max }) => min <= max, { error: 'min is above max' })
    .optional(),
  activityCode: z
    .string()
    .refine((code) => /^\d{2}(?:\.?\d{2}[A-Z])?$/.test(code) && sectionOf(code) !== undefined, {
      error: 'expected a NAF code such as "25.62B"',
    })
    .optional(),
  activitySection: z
    .string()
    .regex(/^[A-U]$/, { error: 'expected the letter of a NAF section, "A" to "U"' })
    .optional(),
  communeCode: z
    .string()
    .refine(isCommuneCode, {
      error: 'expected the INSEE code of a commune, five characters such as "76384"',
    })
    .optional(),
  regionCode: z
    .string()
    .refine((code) => regions.some((region) => region.code === code), {
      error: 'expected the INSEE code of a region, such as "28"',
    })
    .optional(),
  createdOn: z.string().refine(isDay, { error: 'expected a day that exists, such as 2019-04-01' }).optional(),
  legalCategory: z
    .string()
    .regex(/^\d{4}$/, { error: 'expected four digits such as "5710"' })
    .optional(),
  themes: z.array(z.string()).optional(),
  cost: z.number().min(0).optional(),
  stage: z.enum(stages).optional(),
});

/** A profile, or every fault of what should be one: `field: what is expected`. */
export type ProfileReading =
  | { readonly kind: 'valid'; readonly profile: Profile }
  | { readonly kind: 'invalid'; readonly faults: readonly string[] };

/** Reads a profile from parsed JSON. Themes are not compared with those of the pages. */
export function readProfile(value: unknown): ProfileReading {
  const read = profileSchema.safeParse(value);
  if (read.success) return { kind: 'valid', profile: read.data };
  return {
    kind: 'invalid',
    faults: read.error.issues.map(({ path, message }) => `${path.join('.') || 'profile'}: ${message}`),
  };
}
