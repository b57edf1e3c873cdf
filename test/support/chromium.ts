import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { chromium, type Browser } from 'playwright-core';

const installed = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

/** Quiet: no request of the browser's own, so that tests may insist on none to other hosts. */
const flags = [
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

interface Found {
  readonly executablePath: string;
  readonly env: Record<string, string>;
}

/** `CHROMIUM_PATH`, an installed Chromium or Chrome, or else the one that npm brought. */
function findChromium(): Found {
  const path = [process.env.CHROMIUM_PATH, ...installed].find(
    (candidate) => candidate && existsSync(candidate),
  );
  if (path !== undefined) return { executablePath: path, env: {} };
  // That package is an ES module, which jest does not load; and it unpacks itself into the temporary folder.
  const output = execFileSync(process.execPath, [join(__dirname, 'unpackChromium.mjs')], {
    encoding: 'utf8',
  });
  return JSON.parse(output) as Found;
}

/** Starts a real browser. Close it after use. */
export function launchChromium(): Promise<Browser> {
  const { executablePath, env } = findChromium();
  const asRoot = process.getuid?.() === 0;
  return chromium.launch({
    executablePath,
    args: [...flags, ...(asRoot ? ['--no-sandbox'] : [])],
    env: { ...(process.env as Record<string, string>), ...env },
  });
}
