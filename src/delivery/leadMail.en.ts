import type { companyTexts as french } from './leadMail.fr';

/** The same in another language: every sentence is there, none need be alike. */
type Translated<T> = T extends string
  ? string
  : T extends (...given: infer Given) => string
    ? (...given: Given) => string
    : { readonly [Key in keyof T]: Translated<T[Key]> };

/** The sentences of the mails to companies, as each language has them. */
export type CompanyTexts = Translated<typeof french>;

const workingDays = (days: number): string => (days === 1 ? 'one working day' : `${days} working days`);

/** Every sentence of the mails to companies, in English. */
export const companyTexts: CompanyTexts = {
  greeting: (name) => `Hello ${name},`,
  receipt: {
    title: (reference) => `Your request ${reference} has been recorded`,
    line: (who, way, days) => `${who} will contact you ${way}, within ${workingDays(days)}.`,
  },
  ways: {
    phone: (number) => `by phone on ${number}`,
    email: (address) => `by e-mail at ${address}`,
    meeting: 'to arrange a meeting',
  },
  taken: {
    title: (reference) => `Someone is looking after your request ${reference}`,
    line: (who, way) => `${who} is looking after your request and will contact you ${way}.`,
  },
  delay: {
    title: (reference) => `Your request ${reference}: we are late`,
    line:
      'We promised to call you back, and nobody has been able to do so yet. Please accept our apologies. Your request is ' +
      'not lost.',
    meanwhile: (who) => `If it is urgent, the surest way is to contact us directly: ${who}.`,
  },
  closed: {
    title: (reference) => `Your request ${reference} is closed`,
    ends: {
      helped: () => 'Your request is closed. We hope that the conversation was of use to you.',
      redirected: (note) =>
        note === undefined
          ? 'Your request is closed: you have been referred to another organisation.'
          : `Your request is closed. You have been referred to: ${note}`,
      unreachable: () =>
        'We tried to reach you and could not, so we have closed your request. A word from you is enough to reopen it.',
      notForUs: () =>
        'Your request is outside what the programme can do, and we had to close it. We remain available for any question.',
      withdrawn: () => 'You no longer need the call: your request is closed, and nobody will call you.',
    },
    ask: 'Did it help you? One click is enough, and one line if you wish.',
    ratings: ['Not at all', 'A little', 'Somewhat', 'Rather', 'Very much'],
  },
  contactHeading: 'Your contact',
  phone: 'Phone',
  email: 'E-mail',
  follow: 'See how my request stands',
  withdraw: (reference) =>
    `You no longer need this call? The page above lets you withdraw your request. To have your data erased, answer this ` +
    `message quoting the reference ${reference}, or write “forget me” to the assistant.`,
  signature: (programme) => `The automatic assistant of ${programme}`,
};
