import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { codeOf } from '../shared/errors';

/**
 * Builds the deletion of a lead's mail files, which `createFolderDelivery` writes.
 * @param folder absolute; it may be missing
 * @returns a function that throws what the disk throws
 */
export function createForgetMails(folder: string): (reference: string) => Promise<void> {
  return async (reference) => {
    let names: string[];
    try {
      names = await readdir(folder);
    } catch (error) {
      if (codeOf(error) === 'ENOENT') return;
      throw error;
    }
    const mine = names.filter((name) => name.startsWith(`${reference}-`));
    await Promise.all(mine.map((name) => rm(join(folder, name), { force: true })));
  };
}
