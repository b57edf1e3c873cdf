import { readFileSync } from 'node:fs';
import { AppError, codeOf } from '../shared/errors';

type Colours = Readonly<Record<string, string>>;

/** The pages' own colours, as web/chat.css declares them; a theme replaces some. */
export const ownColours: { readonly light: Colours; readonly dark: Colours } = {
  light: {
    '--ink': '#1c2733',
    '--soft': '#55636f',
    '--line': '#d5dbe1',
    '--paper': '#ffffff',
    '--accent': '#0b5563',
    '--bot-bubble': '#f3f5f7',
    '--user-bubble': '#d9eaee',
    '--notice': '#eef3f6',
    '--warning': '#fff4d6',
  },
  dark: {
    '--ink': '#e8edf1',
    '--soft': '#a9b6c0',
    '--line': '#39454f',
    '--paper': '#14191e',
    '--accent': '#7cc4d1',
    '--bot-bubble': '#1f272e',
    '--user-bubble': '#173d47',
    '--notice': '#1b2329',
    '--warning': '#3c3211',
  },
};

/** What is read on what: the pairs that must stay legible. */
const legible: readonly (readonly [string, string])[] = [
  ['--ink', '--paper'],
  ['--soft', '--paper'],
  ['--accent', '--paper'],
  ['--accent', '--bot-bubble'],
  ['--accent', '--notice'],
  ['--ink', '--bot-bubble'],
  ['--ink', '--user-bubble'],
  ['--ink', '--notice'],
  ['--ink', '--warning'],
];
/** WCAG 2, level AA, for text of ordinary size. */
const leastContrast = 4.5;

/**
 * Reads an operator's colours: a CSS file that sets some of the pages' variables in `:root { … }`, and those of the dark
 * appearance in `@media (prefers-color-scheme: dark) { :root { … } }`. What is left out keeps our own colour.
 * @returns style rules written anew from the colours found, so that nothing else of the file reaches a page
 * @throws AppError CONFIG_INVALID with all faults: an unknown variable, a value that is no `#rrggbb`, too little contrast
 */
export function readTheme(path: string): string {
  let css: string;
  try {
    css = readFileSync(path, 'utf8');
  } catch (cause) {
    throw new AppError('CONFIG_INVALID', `THEME_CSS: ${path} cannot be read (${codeOf(cause)})`, { cause });
  }
  const faults: string[] = [];
  const parts =
    /^\s*(?::root\s*\{([^{}]*)\})?\s*(?:@media\s*\(\s*prefers-color-scheme\s*:\s*dark\s*\)\s*\{\s*:root\s*\{([^{}]*)\}\s*\})?\s*$/.exec(
      css.replace(/\/\*.*?\*\//gs, ''),
    );
  if (!parts)
    faults.push('expected :root { … } and @media (prefers-color-scheme: dark) { :root { … } } only');
  const light = coloursIn(parts?.[1], faults);
  const dark = coloursIn(parts?.[2], faults);
  contrastFaults('light', { ...ownColours.light, ...light }, faults);
  contrastFaults('dark', { ...ownColours.dark, ...dark }, faults);
  if (faults.length > 0) {
    throw new AppError(
      'CONFIG_INVALID',
      `THEME_CSS: ${path}\n${faults.map((fault) => `  ${fault}`).join('\n')}`,
    );
  }
  return rule('light', light) + rule('dark', dark);
}

function coloursIn(declarations: string | undefined, faults: string[]): Colours {
  const colours: Record<string, string> = {};
  for (const declaration of (declarations ?? '').split(';')) {
    if (!declaration.trim()) continue;
    const [name = '', value = ''] = declaration.split(':').map((part) => part.trim());
    if (!(name in ownColours.light)) {
      faults.push(`${name}: unknown, expected one of ${Object.keys(ownColours.light).join(', ')}`);
    } else if (!/^#[\da-f]{6}$/i.test(value)) faults.push(`${name}: expected a colour such as #0b5563`);
    else colours[name] = value;
  }
  return colours;
}

function contrastFaults(appearance: string, colours: Colours, faults: string[]): void {
  for (const [text, ground] of legible) {
    const contrast = contrastOf(colours[text] ?? '', colours[ground] ?? '');
    if (contrast >= leastContrast) continue;
    faults.push(
      `${text} on ${ground} (${appearance}): contrast ${contrast.toFixed(1)}, at least ${leastContrast} is needed`,
    );
  }
}

function contrastOf(one: string, other: string): number {
  const [dim = 0, bright = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (bright + 0.05) / (dim + 0.05);
}

/** Relative luminance as WCAG 2 defines it. */
function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const share = parseInt(colour.slice(at, at + 2), 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** For its own appearance only: a theme without dark colours leaves ours. */
function rule(appearance: 'light' | 'dark', colours: Colours): string {
  const declarations = Object.entries(colours).map(([name, value]) => `${name}:${value}`);
  return declarations.length === 0
    ? ''
    : `@media (prefers-color-scheme:${appearance}){:root{${declarations.join(';')}}}`;
}
