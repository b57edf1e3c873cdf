import { criterionTextsOf } from '../../src/aids/criterionTexts';
import { matchScheme } from '../../src/aids/matchScheme';
import { nearestChanges, nearestFitting } from '../../src/aids/nearestChange';
import type { Profile } from '../../src/aids/profile';
import { rankMatches } from '../../src/aids/rankMatches';
import type { Scheme } from '../../src/aids/scheme';

const on = '2026-11-23';
const open = { closesOn: '2027-06-30', permanent: false };
const scheme = (title: string, more: Partial<Scheme> = {}): Scheme => ({
  id: title,
  title,
  kinds: ['subvention'],
  themes: ['eau'],
  dates: open,
  criteria: [],
  ...more,
});
const verdict = (of: Partial<Scheme>, profile: Profile = {}) =>
  matchScheme(scheme('Aide', of), profile, on).verdict;
const changes = (of: Partial<Scheme>, profile: Profile) => {
  const texts = criterionTextsOf('fr');
  return nearestChanges(matchScheme(scheme('Aide', of), profile, on), profile).map((one) =>
    texts.change(one),
  );
};
const small = { criteria: [{ name: 'employees', max: 49 }] } as const;

describe('a verdict', () => {
  it('is eligible when everything that is asked for is met', () => {
    expect(verdict(small, { employees: 12 })).toBe('eligible');
  });

  it('is to be checked when something is unknown: that never excludes', () => {
    expect(verdict(small)).toBe('toBeChecked');
  });

  it('is not eligible as soon as one thing is not met, whatever is unknown beside it', () => {
    expect(verdict({ criteria: [...small.criteria, { name: 'notOrdered' }] }, { employees: 50 })).toBe(
      'notEligible',
    );
  });

  it('is ended from the day after the last one, whoever asks', () => {
    expect(verdict({ dates: { closesOn: on, permanent: false } })).toBe('eligible');
    expect(verdict({ dates: { closesOn: '2026-11-22', permanent: false } })).toBe('ended');
  });

  it.each([
    ['before it opens', { opensOn: '2027-01-01', permanent: false }],
    ['while its operator takes no applications', { permanent: true, suspended: true }],
  ])('is to be checked %s', (_, dates) => {
    expect(verdict({ dates })).toBe('toBeChecked');
  });
});

describe('the ranking', () => {
  const order = (schemes: readonly Scheme[], themes: readonly string[] = [], profile: Profile = {}) =>
    rankMatches(
      schemes.map((one) => matchScheme(one, profile, on)),
      themes,
    ).map((match) => match.scheme.title);

  it('shows what fits before what is to be checked, what is refused and what is over', () => {
    const schemes = [
      scheme('over', { dates: { closesOn: '2025-01-01', permanent: false } }),
      scheme('refused', small),
      scheme('unknown', { criteria: [{ name: 'notOrdered' }] }),
      scheme('fits'),
    ];
    expect(order(schemes, [], { employees: 60 })).toEqual(['fits', 'unknown', 'refused', 'over']);
  });

  it('shows what is about the project before what is also about other things', () => {
    const schemes = [
      scheme('other', { themes: ['export'] }),
      scheme('broad', { themes: ['eau', 'energie', 'dechets'] }),
      scheme('narrow'),
    ];
    expect(order(schemes, ['eau'])).toEqual(['narrow', 'broad', 'other']);
  });

  it('shows open ones, then those that close within 30 days, permanent ones, and those without known dates', () => {
    const schemes = [
      scheme('unknown', { dates: { permanent: false } }),
      scheme('permanent', { dates: { permanent: true } }),
      scheme('soon', { dates: { closesOn: '2026-12-23', permanent: false } }),
      scheme('later', { dates: { closesOn: '2026-12-24', permanent: false } }),
    ];
    expect(order(schemes)).toEqual(['later', 'soon', 'permanent', 'unknown']);
  });

  it('shows free advice first, then grants, loans and tax relief, and the rest by name', () => {
    const schemes = [
      scheme('tax', { kinds: ['fiscal'] }),
      scheme('loan', { kinds: ['pret'] }),
      scheme('grant B'),
      scheme('grant A'),
      scheme('advice', { kinds: ['conseil', 'subvention'] }),
    ];
    expect(order(schemes)).toEqual(['advice', 'grant A', 'grant B', 'loan', 'tax']);
  });
});

describe('a refusal', () => {
  it('names what the project could change before what only the company could', () => {
    const criteria = [
      { name: 'place', regions: ['32'], departements: [] },
      { name: 'cost', min: 100_000 },
    ] as const;
    expect(changes({ criteria }, { communeCode: '76384', cost: 60_000 })).toEqual([
      'si la condition changeait (le projet doit coûter au moins 100 000 € hors taxes)',
      'si la condition changeait (réservé aux sites de : Hauts-de-France)',
    ]);
  });

  it('gives the day on which a young company is old enough', () => {
    expect(changes({ criteria: [{ name: 'age', minYears: 3 }] }, { createdOn: '2025-04-01' })).toEqual([
      'à partir du 1er avril 2028',
    ]);
  });

  it('says that an old company will not become young', () => {
    expect(changes({ criteria: [{ name: 'age', maxYears: 5 }] }, { createdOn: '2001-04-01' })).toEqual([
      'seulement pour d’autres entreprises (il faut au plus 5 ans d’existence)',
    ]);
  });

  it('says that what is not ordered yet may still be applied for', () => {
    expect(changes({ criteria: [{ name: 'notOrdered' }] }, { stage: 'ordered' })).toEqual([
      'pour ce qui n’est encore ni commandé ni commencé',
    ]);
  });

  it('says when a scheme that is not open yet will be', () => {
    expect(changes({ dates: { opensOn: '2027-02-01', permanent: false } }, {})).toEqual([
      'à partir du 1er février 2027',
    ]);
  });

  it('is none where nothing is refused', () => {
    expect(changes(small, { employees: 10 })).toEqual([]);
  });

  it('comes with the scheme that fits instead: about the same things, of the same form of help', () => {
    const refused = matchScheme(scheme('refused', small), { employees: 60 }, on);
    const others = [
      scheme('other', { themes: ['export'] }),
      scheme('loan', { kinds: ['pret'] }),
      scheme('grant', { themes: ['eau', 'energie'] }),
      scheme('over', { dates: { closesOn: '2020-01-01', permanent: false } }),
    ].map((one) => matchScheme(one, { employees: 60 }, on));
    expect(nearestFitting(refused, [refused, ...others])?.scheme.title).toBe('grant');
    expect(nearestFitting(refused, [refused])).toBeUndefined();
  });
});

describe('the sentence of a criterion', () => {
  const because = (profile: Profile, language: 'fr' | 'en' = 'fr') =>
    matchScheme(
      scheme('Aide', {
        criteria: [
          { name: 'employees', max: 49 },
          { name: 'activity', codes: ['C'] },
          { name: 'place', regions: ['28'], departements: ['60'] },
        ],
      }),
      profile,
      on,
    ).criteria.map((judged) => criterionTextsOf(language).because(judged, profile));

  it('says what is asked for and what is known', () => {
    expect(because({ employees: 1200, activityCode: '25.62B', communeCode: '76384' })).toEqual([
      'Il faut au plus 49 salariés ; vous êtes 1 200.',
      'Réservé à certaines activités (industrie manufacturière) ; votre code est 25.62B.',
      'Réservé aux sites de : Normandie ou le département 60 ; votre site : département 76, Normandie.',
    ]);
  });

  it('says what is still unknown, in English too', () => {
    expect(because({ employeesBand: { min: 20, max: 99 }, activitySection: 'F' }, 'en')).toEqual([
      'Asks for at most 49 employees; you are 20 to 99: to be specified.',
      'For certain activities only (manufacturing); your sector: construction.',
      'For sites in Normandie or département 60 only; to be specified.',
    ]);
  });
});
