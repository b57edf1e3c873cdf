import type { Criterion, Scheme } from './aids/scheme';
import type { CatalogueScheme } from './dialogs/aidFinder/finder';
import { aidDates } from './knowledge/aidDates';
import type { Corpus } from './knowledge/corpus';
import type { Aid, Page } from './knowledge/page';

/** The schemes that serve now; made once for each corpus. */
export function liveCatalogue(live: () => Corpus): () => readonly CatalogueScheme[] {
  let made: { readonly of: Corpus; readonly schemes: readonly CatalogueScheme[] } | undefined;
  return () => {
    const corpus = live();
    if (made?.of !== corpus) made = { of: corpus, schemes: catalogueOf(corpus) };
    return made.schemes;
  };
}

/** Every scheme of the knowledge folders, imported ones included, in the order of their pages. */
export function catalogueOf({ pages }: Corpus): readonly CatalogueScheme[] {
  return [...pages.values()].flatMap((page) =>
    page.aid ? [{ page, scheme: schemeOf(page, page.aid) }] : [],
  );
}

/** An imported scheme bears the catalogue's file name, without its ending, which stays the same whatever its page is called. */
const idOf = (page: Page, { importation }: Aid): string =>
  importation ? importation.fichier.replace(/\.ya?ml$/, '') : page.id;

function schemeOf(page: Page, aid: Aid): Scheme {
  return {
    id: idOf(page, aid),
    title: page.fr.title,
    kinds: aid.nature,
    themes: aid.themes,
    dates: aidDates(aid),
    criteria: criteriaOf(aid),
  };
}

function criteriaOf(aid: Aid): Criterion[] {
  const bounds = (min?: number, max?: number): boolean => min !== undefined || max !== undefined;
  const { regions = [], departements = [] } = aid;
  const criteria: (Criterion | false)[] = [
    bounds(aid.effectif_min, aid.effectif_max) && {
      name: 'employees',
      min: aid.effectif_min,
      max: aid.effectif_max,
    },
    aid.categories !== undefined && { name: 'category', categories: aid.categories },
    aid.sections_naf !== undefined && { name: 'activity', codes: aid.sections_naf },
    regions.length + departements.length > 0 && { name: 'place', regions, departements },
    bounds(aid.anciennete_min_annees, aid.anciennete_max_annees) && {
      name: 'age',
      minYears: aid.anciennete_min_annees,
      maxYears: aid.anciennete_max_annees,
    },
    aid.sans_micro_entreprise && { name: 'notMicro' },
    bounds(aid.cout_projet_min, aid.cout_projet_max) && {
      name: 'cost',
      min: aid.cout_projet_min,
      max: aid.cout_projet_max,
    },
    aid.avant_depot && { name: 'notOrdered' },
  ];
  return criteria.filter((criterion) => criterion !== false);
}
