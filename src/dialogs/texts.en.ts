import { assertNever } from '../shared/errors';
import type { Contact } from '../knowledge/corpus';
import type { LeadRecap, Texts } from './texts';

const reach = (contact: Contact): string => `${contact.phone} or ${contact.email}`;

const months = 'January February March April May June July August September October November December'.split(
  ' ',
);

/** ISO day as 23 November 2026. */
const date = (isoDay: string): string => {
  const [year = '', month = '1', day = '1'] = isoDay.split('-');
  return `${Number(day)} ${months[Number(month) - 1] ?? ''} ${year}`;
};

const recapLines = (recap: LeadRecap): string =>
  [
    ['Company', recap.company],
    ['Name', recap.name],
    ['E-mail', recap.email],
    ['Phone', recap.phone],
    ['Message', recap.message ?? recap.need],
  ]
    .filter(([, value]) => value)
    .map(([label, value]) => `- ${label ?? ''}: ${value ?? ''}`)
    .join('\n');

/** What visitors read in English. */
export const textsEn: Texts = {
  greeting: (programme) =>
    `Hello, I am the automatic assistant of ${programme}. I answer questions about the programme, its territory and public aid for companies, and the project lead can call you back. What can I help you with?`,
  howAreYou: 'Very well, thank you. How can I help: the programme, public aid, a call back?',
  thanks: 'With pleasure. Ask me anything else whenever you like: I am here to help.',
  goodbye: 'Goodbye, and have a good day. Come back whenever you like.',
  areYouBot: (programme) =>
    `I am an automatic assistant, a bot: I answer from checked pages about ${programme}, with their source. To talk to a person, ask to be called back.`,
  capabilities: (programme) =>
    `I can help with questions about ${programme}: its purpose, territory, priorities, public aid for companies, and the contact. Ask in your own words, or ask to be called back.`,
  help: (programme) =>
    `Ask in your own words: I answer about ${programme} and aid for companies, with the source. “Cancel”, “start over” and “call me back” work at any time.`,
  insult: (contact) =>
    `I understand that this is annoying. I am a bot and do my best; ${contact.name} can help you directly: ${reach(contact)}.`,
  injection: (programme, contact) =>
    `I can’t do that: it is outside what I am for. I only answer questions about ${programme} and aid for companies, and cannot promise or certify anything. For a commitment, contact ${contact.name}: ${reach(contact)}.`,
  languageSwitched: 'Of course, let us go on in English. What is your question?',
  frenchPageOnly: 'This page exists in French only:',
  nothingToCancel: 'Nothing is under way. You can ask a question or ask to be called back.',
  restarted: 'Let us start over. What is your question?',
  cancelled: (contact) =>
    `Cancelled: nothing was passed on. You can reach ${contact.name} on ${reach(contact)}.`,
  useful: 'Thank you, noted. Any other question?',
  notUseful: (contact) => `Sorry, noted. Try other words, or contact ${contact.name}: ${reach(contact)}.`,
  complaint: (contact) =>
    `I am sorry. The surest way is to reach ${contact.name} directly: ${reach(contact)}. Would you also like a call back?`,
  requestStatus: (contact) =>
    `I cannot follow up a request here yet. Give your reference to ${contact.name}: ${reach(contact)}.`,
  myData: (contact) =>
    `I keep this conversation and, if you confirmed it, your call-back request. To see or erase them, write to ${contact.email}.`,
  emptyMessage: 'I only read text. What is your question?',
  tooLong: (maxCharacters) =>
    `Your message is too long for me (over ${maxCharacters} characters). Could you sum it up in a sentence or two?`,
  nothingMore: "I don't have more details on this.",
  unanswered: (nearest) =>
    `I don't have a reliable answer to this question.${nearest ? ` The nearest I have: “${nearest}”.` : ''}`,
  closest: "I don't have a reliable answer to this question. The nearest I have:",
  unansweredAgain: "I don't have this answer either. The best is to talk to a person.",
  ambiguous: 'I am not sure I understood. Do you mean:',
  turnFailed: (contact) =>
    contact
      ? `A technical problem keeps me from answering. Try again, or reach ${contact.name}: ${reach(contact)}.`
      : 'A technical problem keeps me from answering. Please try again in a moment.',
  canAnswer: (contact) => `${contact.name}, ${contact.role.en}, can answer you: ${reach(contact)}.`,
  contactCard: (contact) =>
    `**${contact.name}**, ${contact.role.en}\n\nPhone: ${contact.phone}  \nE-mail: ${contact.email}  \n${contact.address}`,
  proof: (source, verifiedOn) =>
    `*Source: [${source.title}](${source.url}), checked on ${date(verifiedOn)}.*`,
  schemeStatus: (status, operator) => {
    switch (status.kind) {
      case 'open':
        return `Open until ${date(status.closesOn)} (${status.daysLeft} day${status.daysLeft > 1 ? 's' : ''} left).`;
      case 'closed':
        return `**Closed since ${date(status.closedOn)}**; ask about what follows: ${operator}.`;
      case 'notYetOpen':
        return `Opens on ${date(status.opensOn)}.`;
      case 'permanent':
        return 'No end date announced.';
      case 'unknown':
        return `Dates to be confirmed with: ${operator}.`;
      default:
        return assertNever(status);
    }
  },
  toConfirm: (what) => `To be confirmed: ${what}`,
  closedSchemes: (titles) => `Closed to date: ${titles.join(', ')}.`,
  date,
  buttons: {
    callMeBack: 'Call me back',
    noneOfThese: 'None of these',
    more: 'Tell me more',
    yes: 'Yes',
    no: 'No',
    skip: 'Skip',
    cancel: 'Cancel',
    correct: 'Correct',
    send: 'Send my request',
    restart: 'Start over',
    useful: 'Useful',
    notUseful: 'Not useful',
  },
  form: {
    start: (contact) =>
      `${contact.name}, ${contact.role.en}, can call you back. You can also reach him: ${reach(contact)}.`,
    ask: {
      consent: () =>
        'For this, I pass on your contact details, your message and the questions asked here; they only serve to answer you, and you can have them erased. Do you agree?',
      company: () => 'What is the name of your company?',
      name: () => 'What is your name?',
      contact: () => 'On which phone number or e-mail address can we reach you?',
      message: (recap) =>
        recap.need
          ? `I noted: “${recap.need}”. Would you like to add a message?`
          : 'What would you like to say about your project, in a sentence?',
      confirm: (recap) => `Here is your request:\n\n${recapLines(recap)}\n\nShall I send it?`,
    },
    why: {
      consent: 'The law asks for your consent before your details are passed on to a person.',
      company: 'The company’s name helps to prepare the call: activity, size, town.',
      name: 'So that we know whom to ask for.',
      contact: 'Without a phone number or an e-mail nobody can answer you. One of the two is enough.',
      message: 'A few words about your project save starting from scratch. It is optional.',
      confirm: 'Nothing leaves without your final consent.',
    },
    invalid: {
      consent: 'Please answer yes or no.',
      company: 'I did not understand the company’s name. Could you write it again?',
      name: 'I did not understand your name. Could you write it again?',
      contact: 'This is not a valid e-mail or phone number, such as +33 2 35 00 00 00 or name@company.com.',
      message: 'This message is too long: two thousand characters at most.',
      confirm: 'Please answer “Send my request”, “Correct” or “Cancel”.',
    },
    wayOut: (contact) => `If you prefer, call ${contact.name} directly on ${contact.phone}, or say “cancel”.`,
    refused: (contact) =>
      `Noted, I pass nothing on. You can reach ${contact.name} whenever you like: ${reach(contact)}.`,
    resume: 'Let us go on with your request.',
    correctWhich: 'What should be corrected?',
    recorded: (reference, contact) =>
      `Recorded: your reference is **${reference}**. ${contact.name} will call you back; his number, if needed: ${contact.phone}.`,
    notRecorded: (contact) =>
      `I could not record your request: nothing was passed on. Please contact ${contact.name} directly: ${reach(contact)}.`,
    fields: { company: 'The company', name: 'The name', contact: 'The contact', message: 'The message' },
  },
};
