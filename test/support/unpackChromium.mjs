/** Unpacks the Chromium that npm brought and prints where it is and what it needs in its environment, as JSON. */
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

// Importing the package changes this process's environment; the browser is tried in the one that was given.
const given = { ...process.env };
// Its own switch for machines that lack the libraries a browser needs: it then unpacks those too.
process.env.AWS_EXECUTION_ENV ??= 'AWS_Lambda_nodejs20.x';
const { default: chromium } = await import('@sparticuz/chromium');
const executablePath = await chromium.executablePath();

const fonts = join(tmpdir(), 'fonts');
const libraries = join(tmpdir(), 'al2023', 'lib');
const env = existsSync(fonts) ? { FONTCONFIG_PATH: fonts } : {};

function starts(extra) {
  try {
    execFileSync(executablePath, ['--version'], { env: { ...given, ...env, ...extra }, stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

if (!starts({}) && existsSync(libraries)) env.LD_LIBRARY_PATH = libraries;
process.stdout.write(JSON.stringify({ executablePath, env }));
