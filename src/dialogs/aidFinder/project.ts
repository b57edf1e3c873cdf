import type { Profile } from '../../aids/profile';
import type { CompanyFacts, LeadSite } from '../../leads/lead';

/** What the finder knows of a company and its project: what the matcher judges, and what only people read. */
export interface Project {
  readonly profile: Profile;
  readonly site?: LeadSite | undefined;
  readonly companyFacts?: CompanyFacts | undefined;
  /** A SIREN or SIRET that the visitor gave and that was not looked up yet. */
  readonly companyNumber?: string | undefined;
  /** Whether other public aid was received in the last three years. */
  readonly otherAids?: boolean | undefined;
}

export const emptyProject: Project = { profile: {} };

/** Later words count more; what they do not say stays. A new head count takes the place of a band, and the other way round. */
export function alsoKnown(before: Project, now: Project): Project {
  const sized = now.profile.employees !== undefined || now.profile.employeesBand !== undefined;
  const size = sized ? { employees: undefined, employeesBand: undefined } : {};
  const given = Object.fromEntries(
    Object.entries(now.profile).filter(([, value]) => value !== undefined),
  ) as Profile;
  return {
    profile: { ...before.profile, ...size, ...given },
    site: now.site ?? before.site,
    companyFacts: now.companyFacts ?? before.companyFacts,
    companyNumber: now.companyNumber ?? before.companyNumber,
    otherAids: now.otherAids ?? before.otherAids,
  };
}

/** What the register says of a company, as far as the matcher can use it. A head office elsewhere says nothing of where the project is. */
export function projectOf(facts: CompanyFacts, site: LeadSite | undefined): Project {
  const band = /^(\d[\d\s]*?)(?:\s*(?:à|ou)\s*(\d[\d\s]*?))?\s+salarié/.exec(facts.sizeBand ?? '');
  const count = (digits: string): number => Number(digits.replace(/\s/g, ''));
  const least = band?.[1] === undefined ? undefined : count(band[1]);
  const open = (facts.sizeBand ?? '').includes('et plus');
  const most = band?.[2] === undefined ? (open ? 1_000_000 : least) : count(band[2]);
  return {
    profile: {
      activityCode: facts.activityCode,
      legalCategory: facts.legalCategory,
      createdOn: facts.createdOn,
      communeCode: site?.communeCode,
      ...(least !== undefined && most !== undefined ? { employeesBand: { min: least, max: most } } : {}),
    },
    companyFacts: facts,
    site,
  };
}
