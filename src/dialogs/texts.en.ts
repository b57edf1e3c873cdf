import { assertNever } from '../shared/errors';
import type { Contact } from '../knowledge/corpus';
import { followTextsEn } from './followTexts.en';
import { formTextsEn } from './formTexts.en';
import type { Texts } from './texts';

const reach = (contact: Contact): string => `${contact.phone} or ${contact.email}`;

const months = 'January February March April May June July August September October November December'.split(
  ' ',
);

/** ISO day as 23 November 2026. */
const date = (isoDay: string): string => {
  const [year = '', month = '1', day = '1'] = isoDay.split('-');
  return `${Number(day)} ${months[Number(month) - 1] ?? ''} ${year}`;
};

/** What visitors read in English. */
export const textsEn: Texts = {
  greeting: (programme) =>
    `Hello, I am the automatic assistant of ${programme}. I answer questions about the programme, its territory and public aid for companies, and the project lead can call you back. What can I help you with?`,
  introduction: (programme) =>
    `I am the automatic assistant of ${programme}, a robot: I answer from verified pages.`,
  edited: 'You have changed your question; here is the answer.',
  otherOrganisation: (programme) =>
    `This assistant of ${programme} is not open to your organisation. It answers everybody on its website.`,
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
      case 'suspended':
        return `For the time being, ${operator} takes no new applications.`;
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
    noneOfThem: 'None of these ones',
    keep: 'Keep',
    proposeCorrection: 'Propose a correction',
    rewrite: 'Rewrite',
  },
  form: formTextsEn,
  follow: followTextsEn,
};
