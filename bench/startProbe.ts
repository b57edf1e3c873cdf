import { createRequire } from 'node:module';
import { readKnowledge } from '../src/knowledge/knowledge';
import { createKnowledgeCache } from '../src/knowledge/knowledgeCache';
import { timed } from './figures';

/** One start: `startProbe.js <program> <knowledge folder> <file of the kept copy, or nothing>`; prints as JSON what it took. */
const [program = '', folder = '', copy = ''] = process.argv.slice(2);

const libraries = timed((): unknown => createRequire(program)(program));
const knowledge = timed(() =>
  readKnowledge([folder], copy ? createKnowledgeCache(copy, [folder], 'bench') : undefined),
);
// Two questions with a slip of the hand each: what opens at the first question must serve the second.
const { findAnswer } = knowledge.value;
const first = timed(() => findAnswer('combien de salariés dans l’industrei', 'fr'));
const second = timed(() => findAnswer('une subventoin pour isoler un atelier', 'fr'));
process.stdout.write(
  JSON.stringify({
    libraries: libraries.ms,
    knowledge: knowledge.ms,
    firstQuestion: first.ms,
    secondQuestion: second.ms,
  }),
);
