import { linkFaults } from './checkCorpus';
import type { Corpus, Source } from './corpus';
import type { Fault } from './fault';
import { readPageFile } from './pageFile';

/** A page as an editor published it at the desk: the text of its files. It takes the place of the folder's page of the same id. */
export interface OverlayPage {
  /** `folder/name`. */
  readonly id: string;
  readonly fr: string;
  /** The English twin. */
  readonly en?: string | undefined;
  /** Sources that it brings along, by id. */
  readonly sources: Readonly<Record<string, Source>>;
}

/** A published page that cannot be served, for example since a page that it links to is gone. */
export interface LeftOutPage {
  readonly id: string;
  readonly faults: readonly Fault[];
}

/** Puts published pages over those of the folders. One that would break the corpus is left out, so that it never stops the service. */
export function withOverlay(
  corpus: Corpus,
  overlay: readonly OverlayPage[],
): { readonly corpus: Corpus; readonly leftOut: readonly LeftOutPage[] } {
  if (overlay.length === 0) return { corpus, leftOut: [] };
  const all = overlay.reduce(withPage, { corpus, faults: new Map<string, readonly Fault[]>() });
  const faulty = new Set([...all.faults.keys(), ...errorsIn(all.corpus).map(pageOf)]);
  if (overlay.every(({ id }) => !faulty.has(id))) return { corpus: all.corpus, leftOut: [] };

  // One by one, oldest first: what is at fault by itself or together with what came before is left out.
  const leftOut: LeftOutPage[] = [];
  let served = corpus;
  for (const page of overlay) {
    const next = withPage({ corpus: served, faults: new Map() }, page);
    const own =
      next.faults.get(page.id) ?? errorsIn(next.corpus).filter((fault) => pageOf(fault) === page.id);
    if (own.length > 0) leftOut.push({ id: page.id, faults: own });
    else served = next.corpus;
  }
  return { corpus: served, leftOut };
}

interface Overlaid {
  readonly corpus: Corpus;
  readonly faults: ReadonlyMap<string, readonly Fault[]>;
}

function withPage({ corpus, faults }: Overlaid, { id, fr, en, sources }: OverlayPage): Overlaid {
  const read = readPageFile(id, fr, en);
  const errors = read.faults.filter(({ level }) => level === 'erreur');
  if (!read.page || errors.length > 0) return { corpus, faults: new Map([...faults, [id, errors]]) };
  return {
    corpus: {
      ...corpus,
      pages: new Map(corpus.pages).set(id, read.page),
      sources: new Map([...corpus.sources, ...Object.entries(sources)]),
    },
    faults,
  };
}

const errorsIn = (corpus: Corpus): Fault[] => linkFaults(corpus).filter(({ level }) => level === 'erreur');
const pageOf = ({ file }: Fault): string => file.replace(/(?:\.en)?\.md$/, '');
