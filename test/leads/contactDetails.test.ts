import { readEmail, readPhone } from '../../src/leads/contactDetails';

describe('readEmail', () => {
  it.each([
    ['jeanne.dupont@example.fr', 'jeanne.dupont@example.fr'],
    ['  Jeanne.Dupont@Example.FR ', 'Jeanne.Dupont@example.fr'],
    ['<jeanne@example.fr>', 'jeanne@example.fr'],
    ['mailto:jeanne@example.fr', 'jeanne@example.fr'],
    ['jeanne+rappel@example.co.uk.', 'jeanne+rappel@example.co.uk'],
  ])('reads %j as %j', (typed, value) => {
    expect(readEmail(typed)).toEqual({ kind: 'valid', value });
  });

  it.each([
    'jeanne',
    'jeanne@',
    'jeanne@example',
    'a b@example.fr',
    'a@b.fr\r\nBcc: c@d.fr',
    `${'a'.repeat(250)}@b.fr`,
  ])('refuses %j', (typed) => {
    expect(readEmail(typed)).toEqual({ kind: 'invalid' });
  });

  it('tells nothing from something wrong', () => {
    expect(readEmail('  ')).toEqual({ kind: 'empty' });
  });
});

describe('readPhone', () => {
  it.each([
    ['01 23 45 67 89', '+33123456789'],
    ['06.12.34.56.78', '+33612345678'],
    ['+33 (0)6 12 34 56 78', '+33612345678'],
    ['0033 6 12 34 56 78', '+33612345678'],
    ['+44 20 7946 0958', '+442079460958'],
    ['+32 2 555 12 12', '+3225551212'],
  ])('reads %j as %s', (typed, value) => {
    expect(readPhone(typed)).toEqual({ kind: 'valid', value });
  });

  it.each([
    '12',
    '01 23 45',
    'demain matin',
    'appelez le 01 23 45 67 89',
    '+33 1 23 45 67 89 00 11',
    '99 99 99 99 99',
  ])('refuses %j', (typed) => {
    expect(readPhone(typed)).toEqual({ kind: 'invalid' });
  });

  it('tells nothing from something wrong', () => {
    expect(readPhone('')).toEqual({ kind: 'empty' });
  });

  it('reads a national number in the region it is given', () => {
    expect(readPhone('020 7946 0958', 'GB')).toEqual({ kind: 'valid', value: '+442079460958' });
  });
});
