import type { Ids } from '../shared/ids';
import type { Clock } from '../shared/time';
import type { LetterRepository } from './letter';

/** Schemes as a visitor saw them, in the visitor's language. */
export interface AidList {
  /** What is known of the project, a few words each. */
  readonly facts: readonly string[];
  readonly schemes: readonly {
    readonly title: string;
    readonly url?: string | undefined;
    readonly operator: string;
    /** In order: what it is, how much, for whom, until when, what is to be checked. */
    readonly lines: readonly string[];
    readonly source?: { readonly title: string; readonly url: string } | undefined;
  }[];
  /** Who can be called about it. */
  readonly contact: { readonly name: string; readonly phone: string; readonly email: string };
}

/** Has a list sent to the visitor; resolves after it is on disk. The address is kept with the mail alone, which is deleted once delivered. Throws what the database throws. */
export type SendAidList = (wish: {
  readonly email: string;
  readonly language: 'fr' | 'en';
  readonly list: AidList;
}) => Promise<void>;

export function createSendAidList(deps: {
  readonly letters: Pick<LetterRepository, 'add'>;
  readonly clock: Clock;
  readonly ids: Ids;
}): SendAidList {
  return async ({ email, language, list }) =>
    deps.letters.add({
      id: deps.ids.uuid(),
      watchId: undefined,
      language,
      to: { name: '', email },
      content: { kind: 'aidList', list },
      createdAt: deps.clock(),
    });
}
