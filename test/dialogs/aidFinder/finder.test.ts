import { findSchemes, nextField, type CatalogueScheme } from '../../../src/dialogs/aidFinder/finder';
import { alsoKnown, emptyProject, projectOf, type Project } from '../../../src/dialogs/aidFinder/project';
import { catalogueOf } from '../../../src/composeAids';
import { shippedKnowledge } from '../../support/shippedKnowledge';
import type { Scheme } from '../../../src/aids/scheme';
import type { Page } from '../../../src/knowledge/page';
import type { ProjectTheme } from '../../../src/knowledge/projectThemes';

const today = '2026-11-24';
const scheme = (id: string, of: Partial<Scheme> = {}): CatalogueScheme => ({
  scheme: {
    id,
    title: id,
    kinds: ['subvention'],
    themes: ['energie'],
    dates: { permanent: true },
    criteria: [],
    ...of,
  },
  page: { id, schemes: [] as readonly string[] } as Page,
});
const theme = (id: string, broader: readonly string[] = [], pages: readonly string[] = []): ProjectTheme => ({
  id,
  label: { fr: id, en: id },
  words: { fr: [id], en: [id] },
  pages,
  broader,
});
const corpus = {
  projectThemes: new Map(
    [theme('chaleur', ['energie'], ['besoins/chaleur']), theme('energie'), theme('eau')].map((one) => [
      one.id,
      one,
    ]),
  ),
  pages: new Map([
    ['besoins/chaleur', { id: 'besoins/chaleur', schemes: ['named'] as readonly string[] } as Page],
  ]),
};
const project = (profile: Project['profile']): Project => ({ profile });
const find = (schemes: readonly CatalogueScheme[], profile: Project['profile']) =>
  findSchemes(schemes, corpus, project(profile), today);
const ids = (found: readonly { readonly page: Page }[]) => found.map(({ page }) => page.id);

describe('the schemes for a project', () => {
  it('begin with those that the page of the need names, then its very themes, then wider ones; others are left out', () => {
    const schemes = [
      scheme('wider'),
      scheme('own', { themes: ['chaleur'] }),
      scheme('named', { themes: ['eau'] }),
      scheme('other', { themes: ['eau'] }),
    ];
    const { fitting, close } = find(schemes, { themes: ['chaleur'] });
    expect(ids(fitting)).toEqual(['named', 'own', 'wider']);
    expect(close).toBe(2);
  });

  it('are all of them when nothing says what the project is about', () => {
    expect(ids(find([scheme('a'), scheme('b', { themes: ['eau'] })], {}).fitting)).toEqual(['a', 'b']);
  });

  it.each([
    ['has closed', { permanent: false, closesOn: '2026-11-23' }],
    ['is not open yet', { permanent: false, opensOn: '2026-12-01' }],
    ['is suspended', { permanent: true, suspended: true }],
  ])('offer nothing that %s', (_, dates) => {
    expect(find([scheme('a', { dates })], {}).fitting).toEqual([]);
  });
});

describe('the next question', () => {
  const small = scheme('small', { criteria: [{ name: 'employees', max: 49 }] });
  const dear = scheme('dear', { criteria: [{ name: 'cost', min: 100_000 }] });
  const known = { themes: ['energie'] };
  const asked = (
    schemes: readonly CatalogueScheme[],
    profile: Project['profile'],
    passed: Parameters<typeof nextField>[2] = [],
  ) => nextField(find(schemes, profile), project(profile), passed);

  it('is what the project is about, as long as nothing says it', () => {
    expect(asked([small], {})).toBe('project');
    expect(asked([small], {}, ['project'])).toBe('company');
  });

  it('is the one on which most of the schemes depend', () => {
    expect(
      asked(
        [dear, small, scheme('small too', { criteria: [{ name: 'category', categories: ['PME'] }] })],
        known,
      ),
    ).toBe('company');
  });

  it('is never one whose answer changes nothing, is known or was passed', () => {
    expect(asked([scheme('open to all')], known)).toBeUndefined();
    expect(asked([small], { ...known, employees: 12 })).toBeUndefined();
    expect(asked([small], known, ['company'])).toBeUndefined();
  });
});

describe('what is known of a project', () => {
  it('takes the later words, and a head count in place of a band', () => {
    const band = project({ employeesBand: { min: 20, max: 49 }, cost: 1000 });
    expect(alsoKnown(band, project({ employees: 60 })).profile).toEqual({
      employees: 60,
      employeesBand: undefined,
      cost: 1000,
    });
    expect(alsoKnown(emptyProject, project({})).profile).toMatchObject({});
  });

  it.each([
    ['20 à 49 salariés', { min: 20, max: 49 }],
    ['1 ou 2 salariés', { min: 1, max: 2 }],
    ['2 000 à 4 999 salariés', { min: 2000, max: 4999 }],
    ['10 000 salariés et plus', { min: 10_000, max: 1_000_000 }],
    ['0 salarié', { min: 0, max: 0 }],
    ['effectif inconnu', undefined],
  ])('reads the band of the register: %s', (sizeBand, employeesBand) => {
    const { profile } = projectOf({ siren: '1', name: 'X', active: true, sizeBand }, undefined);
    expect(profile.employeesBand).toEqual(employeesBand);
  });
});

describe('the shipped catalogue', () => {
  const { corpus: shipped } = shippedKnowledge();
  const catalogue = catalogueOf(shipped);

  it.each(['2026-11-24', '2026-12-31', '2027-01-01', '2027-02-16', '2028-01-01', '2030-06-30'])(
    'offers on %s nothing whose last day is past, whatever the project is about',
    (on) => {
      const late = [undefined, ...shipped.projectThemes.keys()].flatMap((id) =>
        findSchemes(catalogue, shipped, project({ themes: id ? [id] : undefined }), on)
          .fitting.filter(({ page }) => (page.aid?.fermeture ?? '9999') < on)
          .map(({ page }) => page.id),
      );
      expect(late).toEqual([]);
    },
  );

  it('has something to offer today for every theme', () => {
    const empty = [...shipped.projectThemes.keys()].filter(
      (id) => findSchemes(catalogue, shipped, project({ themes: [id] }), today).fitting.length === 0,
    );
    expect(empty).toEqual([]);
  });
});
