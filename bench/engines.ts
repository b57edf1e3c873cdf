import { create, insertMultiple, search } from '@orama/orama';
import { Document } from 'flexsearch';
import lunr from 'lunr';
import MiniSearch from 'minisearch';
import type { Corpus } from '../src/knowledge/corpus';
import { createKnowledge } from '../src/knowledge/knowledge';
import { corpusOf, type SyntheticPassage } from './syntheticCorpus';

/** The first ten passages for a question, best first. */
export type Ask = (question: string) => Promise<readonly string[]> | readonly string[];

/** One way to search passages. */
export interface Engine {
  readonly name: string;
  readonly build: (passages: readonly SyntheticPassage[]) => Promise<Ask> | Ask;
}

const depth = 10;
const fields = ['title', 'questions', 'text'] as const;
const documents = (passages: readonly SyntheticPassage[]) =>
  passages.map(({ id, title, questions, text }) => ({ id, title, questions: questions.join(' . '), text }));

/** Every engine is given title, ways to ask and text, and forgives a mistake and a word cut short in the way it has for that. */
export const engines = (shipped: Corpus): readonly Engine[] => [
  {
    name: 'assistant',
    build(passages) {
      const { findAnswer } = createKnowledge(corpusOf(passages, shipped));
      const ask: Ask = (question) =>
        findAnswer(question, 'fr')
          .ranking.hits.slice(0, depth)
          .map(({ id }) => id.slice('page:'.length));
      // The first question opens what later ones need: part of building.
      void ask('premiere question xyzzyx');
      return ask;
    },
  },
  { name: 'MiniSearch', build: miniSearch(fields) },
  {
    name: 'Orama',
    async build(passages) {
      const db = create({
        schema: { id: 'string', title: 'string', questions: 'string', text: 'string' } as const,
      });
      await insertMultiple(db, documents(passages), 5000);
      return async (question) => {
        const { hits } = await search(db, {
          term: question,
          properties: [...fields],
          tolerance: 1,
          limit: depth,
        });
        return hits.map((hit) => hit.document.id);
      };
    },
  },
  {
    name: 'FlexSearch',
    build(passages) {
      const index = new Document({ document: { id: 'id', index: [...fields] }, tokenize: 'forward' });
      for (const document of documents(passages)) void index.add(document);
      return (question) => {
        const found = index.search(question, { limit: depth, suggest: true, merge: true });
        return found.map((hit) => String('id' in hit ? hit.id : ''));
      };
    },
  },
  {
    name: 'lunr',
    build(passages) {
      const index = lunr(function (this: lunr.Builder) {
        this.pipeline.reset();
        this.searchPipeline.reset();
        this.ref('id');
        for (const field of fields) this.field(field);
        for (const document of documents(passages)) this.add(document);
      });
      return (question) =>
        index
          .query((query) => {
            for (const word of question.split(' ')) {
              query.term(word, { boost: 10 });
              query.term(word, { boost: 3, wildcard: lunr.Query.wildcard.TRAILING });
              if (word.length > 3) query.term(word, { editDistance: 1 });
            }
          })
          .slice(0, depth)
          .map(({ ref }) => ref);
    },
  },
];

/** MiniSearch as its documentation begins: prefix and fuzzy for every word, nothing left out. */
export function miniSearch(over: readonly ('title' | 'questions' | 'text')[]): Engine['build'] {
  return (passages) => {
    const index = new MiniSearch({ fields: [...over] });
    index.addAll(documents(passages));
    return (question) =>
      index
        .search(question, { prefix: true, fuzzy: 0.2 })
        .slice(0, depth)
        .map(({ id }) => String(id));
  };
}
