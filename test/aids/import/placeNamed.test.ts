import departements from '@etalab/decoupage-administratif/data/departements.json';
import regions from '@etalab/decoupage-administratif/data/regions.json';
import { placeNamed } from '../../../src/aids/import/placeNamed';

it('knows every region and département of the official list by its name', () => {
  const names = new Set(regions.map(({ nom }) => nom));
  expect(regions.filter(({ code }) => code.length === 2)).toHaveLength(18);
  for (const { code, nom } of regions.filter((region) => region.code.length === 2)) {
    expect([nom, placeNamed(nom)]).toEqual([nom, { region: code }]);
  }
  for (const { code, nom } of departements.filter((one) => !names.has(one.nom))) {
    expect([nom, placeNamed(nom)]).toEqual([nom, { departement: code }]);
  }
});

it.each(['ile de france', 'ÎLE-DE-FRANCE', 'Ile-de-France', "Provence-Alpes-Cote d'Azur", 'La  Réunion'])(
  'knows "%s", however it is written',
  (name) => {
    expect(placeNamed(name)).toHaveProperty('region');
  },
);

it('knows no place that does not exist', () => {
  expect([placeNamed('Basse-Normandie'), placeNamed('')]).toEqual([undefined, undefined]);
});
