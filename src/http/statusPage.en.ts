import type { LeadOutcome } from '../leads/leadFile';
import type { statusTexts as french } from './statusPage.fr';

const outcomes: Readonly<Record<LeadOutcome, string>> = {
  helped: 'Your request is closed: the conversation took place.',
  redirected: 'Your request is closed: you have been referred to another organisation.',
  unreachable: 'Your request is closed: we could not reach you. A word from you is enough to reopen it.',
  notForUs: 'Your request is closed: it is outside what the programme can do.',
  withdrawn: 'You have withdrawn this request. Nobody will call you.',
};
const days = (n: number): string => (n === 1 ? 'one working day' : `${n} working days`);

/** Every sentence that a company reads on the page of its request, in English. */
export const statusTexts: typeof french = {
  title: (reference) => `Your request ${reference}`,
  states: {
    new: (who, promiseDays) =>
      `Your request has been recorded. ${who} is to contact you within ${days(promiseDays)} of it.`,
    taken: (who) => `${who} is looking after your request and will contact you.`,
    closed: outcomes,
  },
  redirectedTo: (note) => `To: ${note}`,
  contactHeading: 'Your contact',
  historyHeading: 'What has happened',
  steps: {
    recorded: 'Request recorded',
    taken: (who) => `Taken by ${who}`,
    handedOver: (who) => `Handed to ${who}`,
    reopened: 'Request reopened',
    closed: 'Request closed',
    delayTold: 'We told you that we are late',
    withdrawn: 'You withdrew the request',
    rated: 'You told us how it went',
  },
  withdraw: {
    summary: 'I no longer need this call',
    explain: 'Your request will be closed and nobody will call you. You can always make another one.',
    button: 'Withdraw my request',
    done: 'Your request is closed, and nobody will call you.',
  },
  rating: {
    heading: 'Did it help you?',
    choices: ['Not at all', 'A little', 'Somewhat', 'Rather', 'Very much'],
    note: 'One line, if you wish',
    button: 'Send',
    done: 'Thank you, your answer has been recorded.',
  },
  refused: 'This is no longer possible: the request has changed meanwhile. Here is how it stands.',
  missing: 'Your choice is missing. Please select an answer.',
  ask: {
    title: (reference) => `How does request ${reference} stand?`,
    explain: 'To see it, enter the e-mail address or the phone number that was given with this request.',
    label: 'E-mail or phone',
    button: 'See my request',
    wrong:
      'We find no request with this reference and these contact details. Please check both, or contact us: we will gladly answer.',
    badLink: 'This link no longer works, or was cut by a mail program. You can find your request below.',
  },
  forget: (reference) =>
    `To have your data erased, write “forget me” to the assistant, or to the person below, quoting the reference ${reference}.`,
  contactTitle: 'Contact us',
};
