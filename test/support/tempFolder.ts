import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const folders: string[] = [];

afterAll(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

/** A new empty folder, removed after the last test of the file that asked for it. */
export function tempFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'assistant-'));
  folders.push(folder);
  return folder;
}
