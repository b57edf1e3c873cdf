import { maskPersonalData } from '../../src/text/maskPersonalData';

describe('personal data are masked', () => {
  it.each([
    ['mon mail : jeanne.dupont@example.fr', 'jeanne'],
    ['JEANNE@EXAMPLE.FR', 'JEANNE'],
    ['jeanne+aide@sous.domaine.example.fr, merci', 'jeanne'],
    ['appelez le 02 35 12 34 56', '02 35'],
    ['appelez le 0235123456', '0235123456'],
    ['appelez le 02.35.12.34.56', '02.35'],
    ['appelez le +33 2 35 12 34 56', '35 12'],
    ['tel 02-35-12-34-56 ou 06 12 34 56 78', '34'],
    ['je m’appelle Jeanne Dupont', 'Jeanne'],
    ["je m'appelle Jeanne Dupont", 'Dupont'],
    ['Madame Dupont cherche une aide', 'Dupont'],
    ['M. Jean-Pierre Martin', 'Martin'],
    ['Mme Lefèvre', 'Lefèvre'],
    ['my name is Ada Lovelace', 'Lovelace'],
    ['carte 4970 1012 3456 7890', '4970'],
    ['FR76 3000 6000 0112 3456 7890 189', '3000 6000'],
    ['SIRET 123 456 789 00012', '456'],
  ])('%s', (text, secret) => {
    expect(maskPersonalData(text)).not.toContain(secret);
  });
});

it.each([
  "combien d'habitants ?",
  'une aide de 300 000 € sur 3 ans',
  '1 260 000 habitants en 2018',
  'madame, avez-vous une aide ?',
  'decarb flash 2025-2027',
  'le décret n° 2022-968',
  'code postal 76330',
])('leaves alone what is no personal data: %s', (text) => {
  expect(maskPersonalData(text)).toBe(text);
});

it('keeps the rest of the question', () => {
  const masked = maskPersonalData("Je m'appelle Ada Martin, 02 35 12 34 56 : quelles aides pour un four ?");
  expect(masked).toMatch(/quelles aides pour un four \?$/);
});
