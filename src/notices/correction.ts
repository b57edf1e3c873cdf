import type { Ids } from '../shared/ids';
import type { Clock } from '../shared/time';
import type { LetterRepository } from './letter';

/** What somebody proposes to change in a page. */
export interface Correction {
  readonly pageId: string;
  /** In the proposer's words. */
  readonly text: string;
}

/** Longest proposal, in characters. */
export const maxCorrection = 1000;

/** Has a proposal sent to the project lead; resolves after it is on disk. `unknownPage`, `empty`, `tooLong`: nothing was written. Throws what the database throws. */
export type ProposeCorrection = (
  correction: Correction,
) => Promise<'sent' | 'unknownPage' | 'empty' | 'tooLong'>;

export function createProposeCorrection(deps: {
  readonly letters: Pick<LetterRepository, 'add'>;
  /** French title and file of a page. */
  readonly pageOf: (pageId: string) => { readonly title: string; readonly file: string } | undefined;
  readonly to: () => { readonly name: string; readonly email: string };
  readonly clock: Clock;
  readonly ids: Ids;
}): ProposeCorrection {
  return async ({ pageId, text }) => {
    const page = deps.pageOf(pageId);
    if (!page) return 'unknownPage';
    const words = text.trim();
    if (words === '') return 'empty';
    if (words.length > maxCorrection) return 'tooLong';
    const { name, email } = deps.to();
    await deps.letters.add({
      id: deps.ids.uuid(),
      watchId: undefined,
      language: 'fr',
      to: { name, email },
      content: { kind: 'correction', ...page, text: words },
      createdAt: deps.clock(),
    });
    return 'sent';
  };
}
