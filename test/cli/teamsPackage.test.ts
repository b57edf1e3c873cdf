import { cpSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { runAssistant } from '../support/assistantProcess';
import { tempFolder } from '../support/tempFolder';

const shipped = join(__dirname, '../../teams');
const appId = '3f2504e0-4f89-11d3-9a0c-0305e82c3301';
const env = {
  MicrosoftAppId: appId,
  MicrosoftAppPassword: 'a secret',
  MicrosoftAppTenantId: '3f2504e0-4f89-11d3-9a0c-0305e82c3302',
  PUBLIC_URL: 'https://assistant.example.org/',
};

/** A copy of the shipped folder, changed. */
function folder(change: (dir: string) => void = () => undefined): string {
  const cwd = tempFolder();
  cpSync(shipped, join(cwd, 'teams'), { recursive: true });
  change(join(cwd, 'teams'));
  return cwd;
}
const edit = (file: string, from: string | RegExp, to: string) => (dir: string) => {
  const text = readFileSync(join(dir, file), 'utf8');
  const changed = text.replace(from, to);
  if (changed === text) throw new Error(`nothing to change in ${file}`);
  writeFileSync(join(dir, file), changed);
};
const run = async (cwd: string, settings: Record<string, string> = env) =>
  runAssistant(['teams', 'package'], { cwd, env: settings });

it('writes a package that holds the configuration, its translations and icons', async () => {
  const cwd = folder();
  const { code, out, err } = await run(cwd);
  expect({ code, err }).toEqual({ code: 0, err: '' });
  expect(out).toContain('teams-app.zip: manifest.json, color.png, outline.png, en.json');
  const files = unzipSync(readFileSync(join(cwd, 'teams-app.zip')));
  const manifest = JSON.parse(strFromU8(files['manifest.json']!)) as Record<string, never>;
  expect(manifest).toMatchObject({
    id: appId,
    bots: [{ botId: appId, scopes: ['personal', 'team', 'groupChat'] }],
    validDomains: ['assistant.example.org'],
    developer: { websiteUrl: 'https://assistant.example.org' },
  });
  expect(JSON.stringify(manifest)).not.toContain('${');
});

it.each([
  ['no credentials', { ...env, MicrosoftAppId: '', MicrosoftAppPassword: '' }, 'MicrosoftAppId'],
  ['no public address', { ...env, PUBLIC_URL: '' }, 'PUBLIC_URL'],
  ['an address without https', { ...env, PUBLIC_URL: 'http://assistant.example.org' }, 'PUBLIC_URL'],
])('with %s says which setting is missing', async (_, settings, name) => {
  const cwd = folder();
  const { code, err } = await run(cwd, settings);
  expect(err).toMatch(/^CONFIG_INVALID/);
  expect(err).toContain(name);
  expect(code).toBe(1);
  expect(existsSync(join(cwd, 'teams-app.zip'))).toBe(false);
});

it.each<[string, (dir: string) => void, string]>([
  [
    'an app id that is none',
    edit('manifest.json', '"id": "${appId}"', '"id": "ours"'),
    '/id must match pattern',
  ],
  [
    'a name that is too long',
    edit('manifest.json', 'Assistant axe Seine', 'Un assistant au nom beaucoup trop long'),
    '/name/short',
  ],
  [
    'a scope that does not exist',
    edit('manifest.json', '"personal", "team"', '"private", "team"'),
    '/bots/0/scopes/0',
  ],
  ['a missing field', edit('manifest.json', '"accentColor": "#0B5563",', ''), "'accentColor'"],
  ['a value that nobody knows', edit('manifest.json', '${publicHost}', '${host}'), 'asks for ${host}'],
  ['a manifest that is no JSON', edit('manifest.json', '"icons"', 'icons'), 'manifest.json is no JSON'],
  ['a version of Teams’ manifest that does not exist', edit('manifest.json', '"1.30"', '"99.1"'), '99.1'],
  ['the schema of another version', edit('manifest.json', 'v1.30', 'v1.16'), '$schema'],
  [
    'an icon of another size',
    (dir) => cpSync(join(dir, 'outline.png'), join(dir, 'color.png')),
    'color.png: the color icon must be a PNG of 192 × 192 pixels, got png of 32 × 32',
  ],
  ['an icon that is no image', (dir) => writeFileSync(join(dir, 'outline.png'), 'outline'), 'got no image'],
  ['a missing icon', edit('manifest.json', 'outline.png', 'contour.png'), 'contour.png is missing'],
  ['a translation of what does not exist', edit('en.json', '"name.short"', '"nom.court"'), 'en.json'],
  ['a translation that is no JSON', edit('en.json', '{', ''), 'en.json: no JSON'],
])('refuses %s, and writes nothing', async (_, change, message) => {
  const cwd = folder(change);
  const { code, err } = await run(cwd);
  expect(err).toMatch(/^TEAMS_PACKAGE_INVALID/);
  expect(err).toContain(message);
  expect(code).toBe(1);
  expect(existsSync(join(cwd, 'teams-app.zip'))).toBe(false);
});
