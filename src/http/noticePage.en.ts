import type { noticePageTexts as french } from './noticePage.fr';

type Same<T> = T extends (...args: infer A) => string
  ? (...args: A) => string
  : T extends string
    ? string
    : { readonly [K in keyof T]: Same<T[K]> };

/** Every sentence of the pages of notices, in English. */
export const noticePageTexts: Same<typeof french> = {
  confirm: {
    title: 'Be told',
    ask: (scheme) => `You will be told by e-mail when something changes about “${scheme}”.`,
    gets: 'A message 30 days and 7 days before it closes, when it closes, when it reopens, or when its dates change. Nothing else, and one click stops it.',
    button: 'Confirm',
    done: (scheme) => `It is confirmed: you will be told about “${scheme}”.`,
  },
  stop: {
    title: 'Stop these messages',
    ask: (scheme) => `You will get nothing more about “${scheme}”, and your address will be erased.`,
    button: 'Stop',
    done: 'It is stopped. Your address has been erased.',
  },
  thisScheme: 'this scheme',
  badLink:
    'This link no longer works, or the mail program has cut it. To be told, please ask the assistant again.',
  contactTitle: 'Contact us',
};
