import { importedNames, shortened, shortNames } from '../../../src/aids/import/importedNames';

const named = (...titles: string[]) =>
  importedNames(titles.map((title, i) => ({ title, tellApart: [`guilde ${i}`] })));

it('keeps a short title, on the button without its quotation marks', () => {
  expect(named('Étude "Enclumes"')).toEqual([{ title: 'Étude "Enclumes"', button: 'Étude Enclumes' }]);
});

it('cuts after a word, and never ends on a small one', () => {
  expect(shortened('Aide au remplacement des enclumes', 24)).toBe('Aide au remplacement…');
  expect(shortened('Soutien à la réparation', 14)).toBe('Soutien…');
  expect(shortened('Anticonstitutionnellement', 10)).toBe('Anticonst…');
});

it('tells two schemes of one title apart by what differs, on the page and on the button', () => {
  const names = importedNames([
    { title: 'Enclumes neuves', tellApart: ['Bretagne', 'Guilde'] },
    { title: 'Enclumes neuves', tellApart: ['Corse', 'Guilde'] },
  ]);
  expect(names.map(({ title }) => title)).toEqual(['Enclumes neuves (Bretagne)', 'Enclumes neuves (Corse)']);
  expect(names.map(({ button }) => button)).toEqual([
    'Enclumes neuves (Bretagne)',
    'Enclumes neuves (Corse)',
  ]);
});

it('gives buttons that begin alike the words that differ', () => {
  const names = named(
    'Investissement dans la grande enclume ronde',
    'Investissement dans la grande forge carrée',
  );
  expect(new Set(names.map(({ button }) => button)).size).toBe(2);
});

it('gives each of many schemes of one long title a name of its own, within the lengths', () => {
  const title =
    'Accompagnement au remplacement des enclumes et marteaux de forge usés par le temps et par le feu';
  const names = importedNames(Array.from({ length: 12 }, () => ({ title, tellApart: [] })));
  for (const part of ['title', 'button'] as const)
    expect(new Set(names.map((name) => name[part])).size).toBe(12);
  expect(Math.max(...names.map((name) => name.title.length))).toBeLessThanOrEqual(80);
  expect(Math.max(...names.map(({ button }) => button.length))).toBeLessThanOrEqual(32);
});

it('calls a scheme by its title without brackets, and by the acronym in them', () => {
  expect(shortNames("Crédit d'enclume (CDE)")).toEqual(["Crédit d'enclume", 'CDE']);
  expect(shortNames('Enclumes (hors forge)')).toEqual(['Enclumes']);
});
