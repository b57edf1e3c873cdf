import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ownColours, readTheme } from '../../src/http/theme';

const dir = mkdtempSync(join(tmpdir(), 'theme-'));
afterAll(() => {
  rmSync(dir, { recursive: true });
});
const theme = (css: string): string => {
  writeFileSync(join(dir, 'theme.css'), css);
  return readTheme(join(dir, 'theme.css'));
};

it('keeps the colours of each appearance to that appearance', () => {
  expect(
    theme(`/* Commune */ :root { --accent: #8a1538; --user-bubble: #F6E1E8 }
      @media (prefers-color-scheme: dark) { :root { --accent: #f2a0b8; } }`),
  ).toBe(
    '@media (prefers-color-scheme:light){:root{--accent:#8a1538;--user-bubble:#F6E1E8}}' +
      '@media (prefers-color-scheme:dark){:root{--accent:#f2a0b8}}',
  );
  expect(theme(':root{--accent:#8a1538}')).not.toContain('dark');
});

it.each([
  ['another variable', ':root { --size: #ffffff }', /--size: unknown/],
  ['an address', ':root { --paper: url(https://example.org/x) }', /--paper: expected a colour/],
  ['the end of its element', ':root { --paper: </style><script> }', /--paper: expected a colour/],
  ['another rule', 'body { display: none }', /expected :root/],
  ['too little contrast', ':root { --accent: #f2c400 }', /--accent on --paper \(light\): contrast 1\.\d/],
])('is refused with %s', (_what, css, fault) => {
  expect(() => theme(css)).toThrow(fault);
});

it('is refused when there is no such file', () => {
  expect(() => readTheme(join(dir, 'none.css'))).toThrow(/none\.css cannot be read \(ENOENT\)/);
});

it('starts from the colours of the chat page, which are legible', () => {
  const css = readFileSync(join(__dirname, '../../web/chat.css'), 'utf8');
  const declared = (part: string): unknown =>
    Object.fromEntries(
      [...part.matchAll(/(--[\w-]+): (#[\da-f]{6});/g)].map(([, name, value]) => [name, value]),
    );
  const [light = '', dark = ''] = css.split('@media (prefers-color-scheme: dark)');
  expect(declared(light)).toEqual(ownColours.light);
  expect(declared(dark.slice(0, dark.indexOf('}')))).toEqual(ownColours.dark);
  expect(theme('')).toBe('');
});
