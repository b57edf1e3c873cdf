import type { Profile } from '../src/aids/profile';

const sizes = [undefined, 0, 4, 9, 10, 19, 20, 45, 49, 50, 120, 249, 250, 300, 420, 499, 500, 4999, 5000];
const activities = [
  '25.62B',
  '20.13B',
  '10.51A',
  undefined,
  '38.32Z',
  '43.21A',
  '35.11Z',
  '55.10Z',
  '62.01Z',
  '46.69B',
  '49.41A',
  '01.11Z',
  '71.12B',
  '96.09Z',
  '84.11Z',
  '08.12Z',
  '90.01Z',
];
/** Communes of Normandie most often, then of every other kind of place; a region alone, and nothing. */
const places: readonly Profile[] = [
  { communeCode: '76384' },
  { communeCode: '27701' },
  { regionCode: '28' },
  {},
  { communeCode: '75056' },
  { communeCode: '13055' },
  { communeCode: '40192' },
  { communeCode: '35238' },
  { communeCode: '2A004' },
  { communeCode: '97411' },
  { communeCode: '97502' },
  { communeCode: '98818' },
  { regionCode: '93' },
];
const legalForms = ['5710', '5499', undefined, '1000', '6540'];

/** Forty companies of every size, activity, place and legal form, some with gaps: always the same. */
export const catalogueProfiles: readonly Profile[] = Array.from({ length: 40 }, (_, i) => ({
  employees: sizes[(i * 7) % sizes.length],
  activityCode: activities[(i * 5) % activities.length],
  legalCategory: legalForms[(i * 3 + Math.floor(i / 5)) % legalForms.length],
  createdOn: i % 4 === 0 ? undefined : `${2026 - (i % 12)}-03-01`,
  ...places[i % 3 === 0 ? (i / 3) % 3 : i % places.length],
}));
