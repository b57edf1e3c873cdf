import { appendFileSync, existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readKnowledge } from '../../src/knowledge/knowledge';
import { createKnowledgeCache } from '../../src/knowledge/knowledgeCache';
import { aPage, knowledgeFolder } from '../support/knowledgeFolder';
import { tempFolder } from '../support/tempFolder';

const pageFile = 'economie/forges.md';
function opened() {
  const folder = knowledgeFolder({
    [pageFile]: aPage({ questions: ['combien de forges', 'nombre de forges'] }),
  });
  const path = join(tempFolder(), 'cache', 'knowledge.bin');
  const cache = (buildId = 'build') => createKnowledgeCache(path, [folder], buildId);
  const answer = (buildId?: string) => {
    const outcome = readKnowledge([folder], cache(buildId)).findAnswer('combien de forges', 'fr');
    return outcome.kind === 'answered' ? outcome.page.fr.answer : outcome.kind;
  };
  return { folder, path, cache, answer };
}

it('gives after a restart the same outcome as the pages themselves', () => {
  const { folder, path, cache } = opened();
  const fresh = readKnowledge([folder], cache()).findAnswer('cb de forges ?', 'fr');
  expect(existsSync(path)).toBe(true);
  expect(cache().read()).toBeDefined();
  expect(readKnowledge([folder], cache()).findAnswer('cb de forges ?', 'fr')).toEqual(fresh);
});

it.each([
  ['a page is changed', (folder: string) => appendFileSync(join(folder, pageFile), '\nEt une mine.\n')],
  ['a page is added', (folder: string) => writeFileSync(join(folder, 'economie/mines.md'), aPage())],
  ['the lexicon is changed', (folder: string) => appendFileSync(join(folder, 'lexique.yml'), '# relu\n')],
])('is not taken when %s', (_, change) => {
  const { folder, cache, answer } = opened();
  answer();
  change(folder);
  expect(cache().read()).toBeUndefined();
});

it('is not taken by another version of the program', () => {
  const { cache, answer } = opened();
  answer('one');
  expect(cache('two').read()).toBeUndefined();
});

it.each([
  ['empty', ''],
  ['cut off or damaged', 'not what v8 wrote'],
])('is done without when the file is %s', (_, content) => {
  const { path, answer } = opened();
  answer();
  writeFileSync(path, content);
  expect(answer()).toBe('La vallée compte 12 forges.');
});

it('is done without when its folder cannot be written to', () => {
  const { folder } = opened();
  const inAFile = join(folder, 'profil.yml', 'cache', 'knowledge.bin');
  const knowledge = readKnowledge([folder], createKnowledgeCache(inAFile, [folder], 'build'));
  expect(knowledge.findAnswer('combien de forges', 'fr').kind).toBe('answered');
});
