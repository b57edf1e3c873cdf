import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { keepReport, linksFile, readReport } from '../../src/links/keptReport';
import { tempFolder } from '../support/tempFolder';

it('is read as it was kept', () => {
  const path = linksFile(join(tempFolder(), 'data'));
  const report = {
    checkedAt: new Date('2026-11-24T09:00:00.000Z'),
    results: [
      { url: 'https://a.example/', state: 'moved' as const, movedTo: 'https://b.example/' },
      { url: 'https://c.example/', state: 'dead' as const, reason: '404' },
    ],
  };
  keepReport(path, report);
  expect(readReport(path)).toEqual(report);
});

it.each(['', '{', '[]', '{"checkedAt":"yesterday","results":[]}'])(
  'is none when it is damaged: %s',
  (text) => {
    const path = join(tempFolder(), 'links.json');
    expect(readReport(path)).toBeUndefined();
    writeFileSync(path, text);
    expect(readReport(path)).toBeUndefined();
  },
);
