import { z } from 'zod/v4';
import type { CompanyFacts } from '../leads/lead';
import { sizeBand } from './sizeBands';

/** Absent, null, empty and "[NON-DIFFUSIBLE]" all mean: not told. */
const told = z
  .string()
  .nullish()
  .catch(undefined)
  .transform((text) => (!text?.trim() || text.startsWith('[') ? undefined : text.trim()));

const establishment = z
  .object({ siret: told, commune: told, libelle_commune: told, etat_administratif: told })
  .nullish()
  .catch(undefined);

const company = z.object({
  siren: z.string().regex(/^\d{9}$/),
  nom_complet: told,
  nom_raison_sociale: told,
  activite_principale: told,
  tranche_effectif_salarie: told,
  nature_juridique: told,
  date_creation: told,
  etat_administratif: told,
  siege: establishment,
  matching_etablissements: z.array(establishment).nullish().catch(undefined),
});
type Company = z.infer<typeof company>;

/** Each company is read for itself: one that cannot be read must not hide the others. */
const answerSchema = z.object({ results: z.array(z.unknown()) });

/**
 * Reads an answer of the State's company search (`/search`, version 1). Members that it does not know are passed over, and what it does not tell is absent;
 * companies that have ceased come last.
 * @param siret the establishment that was looked up, if one was
 * @returns undefined when it is not such an answer
 */
export function readRegistryAnswer(
  answer: unknown,
  siret: string | undefined,
): readonly CompanyFacts[] | undefined {
  const read = answerSchema.safeParse(answer);
  if (!read.success) return undefined;
  const companies = read.data.results.flatMap((one) => {
    const { data } = company.safeParse(one);
    return data ? [data] : [];
  });
  if (companies.length === 0 && read.data.results.length > 0) return undefined;
  const facts = companies.flatMap((one) => factsOf(one, siret) ?? []);
  return [...facts.filter((one) => one.active), ...facts.filter((one) => !one.active)];
}

function factsOf(one: Company, siret: string | undefined): CompanyFacts | undefined {
  const name = one.nom_complet ?? one.nom_raison_sociale;
  if (!name) return undefined;
  const sought = siret ? one.matching_etablissements?.find((place) => place?.siret === siret) : undefined;
  const place = sought ?? one.siege;
  const createdOn = one.date_creation;
  return {
    siren: one.siren,
    siret: /^\d{14}$/.test(place?.siret ?? '') ? place?.siret : undefined,
    name,
    activityCode: one.activite_principale,
    sizeBand: sizeBand(one.tranche_effectif_salarie),
    legalCategory: one.nature_juridique,
    createdOn: createdOn && /^\d{4}-\d{2}-\d{2}$/.test(createdOn) ? createdOn : undefined,
    communeCode: place?.commune,
    commune: place?.libelle_commune,
    active: one.etat_administratif !== 'C' && sought?.etat_administratif !== 'F',
  };
}
