import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';

/** Keeps what the page looks like in `artefacts/`, for people to look at. */
export async function screenshot(page: Page, name: string): Promise<void> {
  const dir = join(__dirname, '../../artefacts');
  mkdirSync(dir, { recursive: true });
  await page.screenshot({ path: join(dir, `${name}.png`) });
}
