import { findSensitiveData, maskSensitiveNumbers } from '../../src/text/sensitiveData';

it.each([
  ['ma carte 4111 1111 1111 1111 exp 12/29', ['card']],
  ['IBAN FR14 2004 1010 0505 0001 3M02 606 merci', ['iban']],
  ['mon iban : DE89370400440532013000', ['iban']],
  ['mon numéro de sécu 2 69 05 49 588 157 80', ['socialSecurity']],
  ['1 84 12 2A 451 089 39', []],
  ['je suis en arrêt maladie depuis mars', ['health']],
  ['I am pregnant and looking for a site', ['health']],
  ['SIRET 552 100 554 00013, tél. 02 35 12 34 56', []],
  ['Nous fabriquons des dispositifs médicaux pour la santé.', []],
  ['commande 4111 1111 1111 1112', []],
  ['Notre presse date de 1987, 40 000 €, 12 personnes.', []],
])('finds what nobody needs in « %s »', (text, kinds) => {
  expect(findSensitiveData(text)).toEqual(kinds);
});

it('masks numbers and leaves the rest of the sentence', () => {
  expect(
    maskSensitiveNumbers('carte 4111 1111 1111 1111, IBAN FR14 2004 1010 0505 0001 3M02 606 merci'),
  ).toBe('carte […], IBAN […] merci');
  expect(maskSensitiveNumbers('SIRET 552 100 554 00013')).toBe('SIRET 552 100 554 00013');
});
