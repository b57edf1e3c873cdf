/** What the bench uses of lunr, which brings no types. */
declare module 'lunr' {
  interface Pipeline {
    reset(): void;
  }
  interface Query {
    term(term: string, options: { boost?: number; wildcard?: number; editDistance?: number }): void;
  }
  interface Index {
    query(fill: (query: Query) => void): { ref: string; score: number }[];
  }
  function lunr(config: (this: lunr.Builder) => void): Index;
  namespace lunr {
    interface Builder {
      readonly pipeline: Pipeline;
      readonly searchPipeline: Pipeline;
      ref(name: string): void;
      field(name: string): void;
      add(document: object): void;
    }
    const Query: { readonly wildcard: { readonly TRAILING: number } };
  }
  export default lunr;
}
