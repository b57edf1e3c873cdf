import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { errorCodes } from '../src/shared/errors';
import { readRules, violationsIn } from './support/architectureRules';

const root = join(__dirname, '..');
const read = (path: string): string => readFileSync(join(root, path), 'utf8');
const rules = readRules(read('docs/architecture.md'));
const sources = readdirSync(join(root, 'src'), { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
  .map((entry) => relative(root, join(entry.parentPath, entry.name)).split(sep).join('/'))
  .sort();

const maxLines = 200;
/** The territory and its people belong to knowledge/, which another territory replaces. */
const territory = /gallerand|port-j[eé]r[oô]me|axe[ -]?seine|caux[ -]?seine/i;

describe('the source', () => {
  it('imports only what docs/architecture.md allows', () => {
    expect(sources.length).toBeGreaterThan(50);
    expect(sources.flatMap((file) => violationsIn(file, read(file), rules))).toEqual([]);
  });

  it('has no barrel file: import from the file that holds the thing', () => {
    expect(sources.filter((file) => /(^|\/)index\.ts$/.test(file))).toEqual([]);
  });

  it(`has no file over ${maxLines} lines: split a longer one by what it is about`, () => {
    const lengths = sources.map((file) => [file, read(file).split('\n').length - 1] as const);
    const tooLong = lengths.filter(([, lines]) => lines > maxLines);
    expect(tooLong.map(([file, lines]) => `${file} has ${lines} lines, at most ${maxLines}`)).toEqual([]);
  });

  it('never names the territory or its people: that is knowledge', () => {
    const named = sources.flatMap((file) =>
      read(file)
        .normalize('NFC')
        .split('\n')
        .flatMap((line, i) =>
          territory.test(line) ? [`${file}:${i + 1} names the territory; take it from knowledge/`] : [],
        ),
    );
    expect(named).toEqual([]);
  });
});

describe('the rules', () => {
  const fault = (file: string, text: string) => violationsIn(file, text, rules).join('\n');

  it.each([
    ['src/leads/lead.ts', "import { Activity } from 'botbuilder-core';"],
    ['src/leads/lead.ts', "import type { Activity } from 'botbuilder';"],
    ['src/knowledge/corpus.ts', "import { createLead } from '../leads/lead';"],
    ['src/shared/log.ts', "import type { Page } from '../knowledge/page';"],
    ['src/text/stem.ts', "export { Page } from '../knowledge/page';"],
    ['src/text/stem.ts', "const page = await import('../knowledge/page');"],
    ['src/text/stem.ts', "const page = require('../knowledge/page');"],
    ['src/text/stem.ts', "let page: import('../knowledge/page').Page;"],
    ['src/http/routes/home.ts', "import { createBotAdapter } from '../../bot/botAdapter';"],
    ['src/http/routes/home.ts', "import { start } from '../../../web/chat';"],
    ['src/storage/leadRepository.ts', "import { Storage } from 'botbuilder';"],
    ['src/dialogs/reply.ts', "import { parseConfig } from '../config';"],
  ])('refuse in %s: %s', (file, text) => {
    expect(fault(file, text)).toContain(`${file}:1 imports "`);
    expect(fault(file, text)).toMatch(/Rule: .+ may import .+\. (Move|Pass)/);
  });

  it.each([
    ['src/http/routes/home.ts', "import type { BotAdapter } from '../../bot/botAdapter';"],
    ['src/http/routes/home.ts', "import { type BotAdapter } from '../../bot/botAdapter';"],
    ['src/http/routes/home.ts', "import { textsOf } from '../../../web/texts';"],
    ['src/storage/botStorage.ts', "import type { Storage } from 'botbuilder';"],
    ['src/storage/schema.ts', "import type { LeadTables } from './leadTables';"],
    ['src/compose.ts', "import { createRoutes } from './http/routes';"],
    ['src/leads/contactDetails.ts', "import { parse } from 'libphonenumber-js/max';"],
  ])('allow in %s: %s', (file, text) => {
    expect(fault(file, text)).toBe('');
  });

  it('ask for a row when a new folder appears', () => {
    expect(fault('src/weather/forecast.ts', '')).toContain('weather has no row in docs/architecture.md');
  });
});

describe('docs/errors.md', () => {
  const headings = [...read('docs/errors.md').matchAll(/^## (.+)$/gm)].map((match) => match[1]);

  it('has one heading for each error code, and none without a code', () => {
    expect([...headings].sort()).toEqual([...errorCodes].sort());
  });
});
