import { readCompanyNumber } from '../../src/leads/companyNumber';

describe('a company number is', () => {
  it.each([
    '552100554',
    '552 100 554',
    '552.100.554',
    'SIREN : 552 100 554',
    'RCS Rouen 552 100 554',
    'n° 552-100-554',
    '552\u00a0100\u00a0554',
    'FR 28 552100554',
    '５５２１００５５４',
  ])('a SIREN: %s', (typed) => {
    expect(readCompanyNumber(typed)).toEqual({ kind: 'siren', siren: '552100554' });
  });

  it.each(['73282932000074', '732 829 320 00074', 'Dupont, siret 732 829 320 000 74'])(
    'a SIRET: %s',
    (typed) => {
      expect(readCompanyNumber(typed)).toEqual({
        kind: 'siret',
        siret: '73282932000074',
        siren: '732829320',
      });
    },
  );

  it('a SIRET of La Poste, whose digits follow a rule of their own', () => {
    expect(readCompanyNumber('356 000 000 49837')).toMatchObject({ kind: 'siret', siren: '356000000' });
    expect(readCompanyNumber('35600000000048')).toMatchObject({ kind: 'siret' });
    expect(readCompanyNumber('356000000')).toMatchObject({ kind: 'siren' });
    expect(readCompanyNumber('35600000049838')).toEqual({ kind: 'invalid' });
  });
});

it.each([
  '552100555',
  '73282932000075',
  '55210055',
  '7328293200007',
  '000000000',
  '00000000000000',
  'siren 12',
  'siret : 552100555',
])('a number with a slip is invalid: %s', (typed) => {
  expect(readCompanyNumber(typed)).toEqual({ kind: 'invalid' });
});

it.each(['', 'Forges du Val', '3M', '1664', 'Garage du 8 mai 1945', 'Usine 12', 'Café 552100555'])(
  'a name is no number: %s',
  (typed) => {
    expect(readCompanyNumber(typed)).toEqual({ kind: 'none' });
  },
);
