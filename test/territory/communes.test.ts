import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readIntercommunalities, communesFile } from '../../src/knowledge/intercommunalities';
import { communeFaults } from '../../src/territory/communeFaults';
import { communeColumns, readCommunes } from '../../src/territory/readCommunes';
import { tempFolder } from '../support/tempFolder';

const knowledge = join(__dirname, '../../knowledge');
const shipped = join(knowledge, communesFile);
const fileOf = (...rows: string[]): string => {
  const path = join(tempFolder(), 'communes.csv');
  writeFileSync(path, ['# made by a script', communeColumns, ...rows, ''].join('\n'));
  return path;
};

describe('the shipped list of communes', () => {
  const communes = readCommunes(shipped);

  it('holds the communes of France, with 481 in the ten intercommunalities', () => {
    expect(communes.length).toBeGreaterThan(34_000);
    const inside = communes.flatMap(({ intercommunality }) => intercommunality ?? []);
    expect(inside).toHaveLength(481);
    expect(new Set(inside)).toEqual(new Set(readIntercommunalities(knowledge).names));
    expect(new Set(inside).size).toBe(10);
  });

  it('has no fault', () => {
    expect(communeFaults(shipped, readIntercommunalities(knowledge).names)).toEqual([]);
  });
});

it('a row tells code, name, postcodes, intercommunality and former names', () => {
  expect(
    readCommunes(fileOf('00001;Forgeville;00100 00110;Vallée;La Forge|Le Four', '2A004;Port;;;')),
  ).toEqual([
    {
      code: '00001',
      name: 'Forgeville',
      postcodes: ['00100', '00110'],
      intercommunality: 'Vallée',
      formerNames: ['La Forge', 'Le Four'],
    },
    { code: '2A004', name: 'Port', postcodes: [] },
  ]);
});

it('a missing list is an empty one', () => {
  expect(readCommunes('/nowhere/communes.csv')).toEqual([]);
  expect(communeFaults('/nowhere/communes.csv', [])).toEqual([]);
});

describe('a fault is told with its line:', () => {
  it('a row that cannot be read', () => {
    expect(communeFaults(fileOf('00001;Forgeville;00100;Vallée;', 'Forgeville'), ['Vallée'])).toEqual([
      { line: 4, message: expect.stringContaining('ligne illisible') as string },
    ]);
  });

  it('an intercommunality that has left, and one that has come', () => {
    expect(
      communeFaults(fileOf('00001;Forgeville;00100;Vallée;', '00002;Four;00100;Vallée;'), ['Plaine']),
    ).toEqual([
      { line: 3, message: expect.stringContaining('« Vallée »') as string },
      { line: 1, message: expect.stringContaining('« Plaine »') as string },
    ]);
  });

  it('no list although there are intercommunalities', () => {
    expect(communeFaults('/nowhere/communes.csv', ['Vallée'])).toHaveLength(1);
  });
});
