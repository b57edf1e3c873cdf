import { join } from 'node:path';
import { readKnowledge, type Knowledge } from '../../src/knowledge/knowledge';

/** The folder of the shipped pages. */
export const shippedFolder = join(__dirname, '../../knowledge');

/** The shipped pages, read and indexed. Takes a second: call it once a test file. */
export const shippedKnowledge = (): Knowledge => readKnowledge([shippedFolder]);
