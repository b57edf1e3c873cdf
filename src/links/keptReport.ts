import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { z } from 'zod/v4';
import { linkStates, type LinkResult } from './linkResult';

/** What the last look at all addresses found. */
export interface LinkReport {
  readonly checkedAt: Date;
  readonly results: readonly LinkResult[];
}

const schema = z.object({
  checkedAt: z.coerce.date(),
  results: z.array(
    z.object({
      url: z.string(),
      state: z.enum(linkStates),
      reason: z.string().optional(),
      movedTo: z.string().optional(),
    }),
  ),
});

/** Where the report is kept. @param dataDir absolute */
export const linksFile = (dataDir: string): string => join(dataDir, 'links.json');

/** Keeps the report for the monthly mail. @param path absolute; its folder is made when missing */
export function keepReport(path: string, report: LinkReport): void {
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  writeFileSync(path, `${JSON.stringify(report, null, 2)}\n`, { mode: 0o600 });
}

/** The report that was kept; undefined when there is none, or none that can be read: it is only a copy, which the next look makes anew. */
export function readReport(path: string): LinkReport | undefined {
  if (!existsSync(path)) return undefined;
  try {
    return schema.safeParse(JSON.parse(readFileSync(path, 'utf8'))).data;
  } catch {
    return undefined;
  }
}
