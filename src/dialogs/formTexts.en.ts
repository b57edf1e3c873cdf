import type { Contact } from '../knowledge/corpus';
import { phoneForPeople } from '../leads/phoneForPeople';
import type { SensitiveKind } from '../text/sensitiveData';
import type { AskContext, FormTexts, Recorded } from './formTexts';
import type { LeadRecap } from './leadFields/leadField';

const reach = (contact: Contact): string => `${contact.phone} or ${contact.email}`;

const numbered = (titles: readonly string[]): string =>
  titles.map((title, i) => `${i + 1}. ${title}`).join('\n');

const where = {
  inside: 'in the territory',
  outside: 'outside the territory',
  unknown: 'place to be specified',
};
const ways = { phone: 'phone', email: 'e-mail', meeting: 'meeting' };

function recapLines(recap: LeadRecap): string {
  const { companyFacts: facts, site } = recap;
  const lines: readonly (readonly [string, string | undefined])[] = [
    ['Need', recap.need],
    ['Company', facts ? `${recap.company ?? ''} (SIREN ${facts.siren})` : recap.company],
    ['Town of the project', site && `${site.place} (${site.intercommunality ?? where[site.kind]})`],
    ['Name', recap.name],
    ['E-mail', recap.email],
    ['Phone', recap.phone && phoneForPeople(recap.phone)],
    ['Preference', recap.preferredTime ?? (recap.preferredWay && ways[recap.preferredWay])],
    ['Message', recap.message],
  ];
  return lines
    .filter(([, value]) => value)
    .map(([label, value]) => `- ${label}: ${value ?? ''}`)
    .join('\n');
}

const sensitive: Readonly<Record<SensitiveKind, string>> = {
  card: 'a payment card number',
  iban: 'an IBAN',
  socialSecurity: 'a social security number',
  health: 'information about health',
};

const consent = ({ contact, retentionMonths }: AskContext): string =>
  `To call you back, I pass on to ${contact.name} your contact details, your message and the questions asked here; they serve nothing else, and are erased ${retentionMonths} months after your request ends. You can see them or have them erased at any time, here or at ${contact.email}.`;

function callSentence({ caller, recap, days }: Recorded): string {
  const within = `within ${days} working day${days > 1 ? 's' : ''}`;
  const phone = recap.phone && phoneForPeople(recap.phone);
  if (recap.preferredWay === 'meeting')
    return `${caller.name} will contact you ${within} to arrange a meeting`;
  if (recap.email && (recap.preferredWay === 'email' || !phone))
    return `${caller.name} will write to ${recap.email} ${within}`;
  return `${caller.name} will call you on ${phone ?? ''} ${within}`;
}

/** The call-back form in English. */
export const formTextsEn: FormTexts = {
  start: (contact) =>
    [
      `${contact.name}, ${contact.role.en}, can call you back. You can also call or write: ${reach(contact)}, ${contact.address}.`,
      contact.hours ? `Hours: ${contact.hours.en}.` : '',
    ]
      .filter(Boolean)
      .join(' '),
  ask: {
    consent: (about) => `${consent(about)} Do you agree?`,
    need: () => 'What is it about, in a sentence? For example: extending a workshop, hiring, saving energy.',
    company: () => 'What is your company: its name, or its French SIREN or SIRET number?',
    site: () => 'In which town is your project (name or postcode)?',
    name: () => 'What is your name?',
    contact: () => 'On which phone number or e-mail address can we reach you?',
    preference: () => 'How and when would you like to be reached?',
    message: ({ recap }) =>
      recap.need
        ? `I noted: “${recap.need}”. Would you like to add a message?`
        : 'Would you like to add a message?',
    confirm: ({ recap }) => `Here is your request:\n\n${recapLines(recap)}\n\nShall I send it?`,
  },
  why: {
    consent: 'The law asks for your consent before your details are passed on to a person.',
    need: 'So that the call starts from your project. It is optional.',
    company:
      'The company helps to prepare the call: the public register tells its activity, size and town. It is optional.',
    site: 'Some aid, and who deals with it, depends on the town. It is optional.',
    name: 'So that we know whom to ask for.',
    contact: 'Without a phone number or an e-mail nobody can answer you. One of the two is enough.',
    preference: 'To reach you when it suits you. It is optional.',
    message: 'A few words about your project save starting from scratch. It is optional.',
    confirm: 'Nothing leaves without your final consent.',
  },
  invalid: {
    consent: 'Please answer yes or no.',
    need: 'One sentence is enough, two thousand characters at most.',
    company: 'I did not understand the company’s name. Could you write it again?',
    site: 'I do not know this town. Could you write it again, or give its postcode?',
    name: 'I did not understand your name. Could you write it again?',
    contact: 'This is not a valid e-mail or phone number, such as +33 2 35 00 00 00 or name@company.com.',
    preference: 'Say it in a few words, such as: by phone, Tuesday morning.',
    message: 'This message is too long: two thousand characters at most.',
    confirm: 'Please answer “Send my request”, “Correct” or “Cancel”.',
  },
  invalidNumber:
    'This number is not right: a SIREN has nine digits, a SIRET fourteen. Check it, or give the company’s name.',
  needed: 'This answer is needed to call you back.',
  wayOut: (contact) => `If you prefer, call ${contact.name} directly on ${contact.phone}, or say “cancel”.`,
  refused: (contact) =>
    `Noted, I pass nothing on. You can reach ${contact.name} whenever you like: ${reach(contact)}.`,
  resume: 'Let us go on with your request.',
  reachNow: (contact) =>
    `You can reach ${contact.name} right now: ${reach(contact)}. Or let us finish your request.`,
  correctWhich: 'What should be corrected?',
  recorded: (recorded) =>
    [
      `Recorded: your reference is **${recorded.reference}**. ${callSentence(recorded)}; to reach ${recorded.caller.name}, if needed: ${recorded.caller.phone ?? recorded.caller.email}.`,
      recorded.link ? `[Follow my request](${recorded.link})` : '',
    ]
      .filter(Boolean)
      .join('\n\n'),
  notRecorded: (contact) =>
    `I could not record your request: nothing was passed on. Please contact ${contact.name} directly: ${reach(contact)}, or try again in a moment.`,
  fields: {
    need: 'The need',
    company: 'The company',
    site: 'The town',
    name: 'The name',
    contact: 'The contact',
    preference: 'The preference',
    message: 'The message',
  },
  companyTitle: (facts) =>
    [facts.name, facts.commune && ` (${facts.commune})`, facts.active ? '' : ', ceased']
      .filter(Boolean)
      .join(''),
  companyFound: (facts) =>
    `I found: ${[facts.name, facts.commune].filter(Boolean).join(', ')}.${facts.active ? '' : ' The register says that it has ceased.'}`,
  companyNotFound: (query) =>
    `I cannot find “${query}” in the French register; no matter, I note it like this.`,
  registryDown: 'The public register does not answer; no matter, I note your answer as it is.',
  companyNotGiven: 'Not given',
  kinds: {
    notRegistered: 'Not registered yet',
    foreign: 'Foreign company',
    publicBody: 'Public body',
  },
  inside: (place, intercommunality) => `${place} is in the territory (${intercommunality}).`,
  outside: (place, contact) =>
    `${place} is not in the programme’s territory; your request goes out all the same, and ${contact.name} will tell you whom to ask.`,
  contactNoted: 'I note how to reach you.',
  placeTaken: (place) => `I note “${place}”.`,
  preferences: {
    morning: 'Phone, in the morning',
    afternoon: 'Phone, in the afternoon',
    email: 'By e-mail',
    meeting: 'In a meeting',
  },
  which: {
    company: (titles) => `Is it one of these companies?\n\n${numbered(titles)}`,
    commune: (titles) => `Which town is it?\n\n${numbered(titles)}`,
    companyName: {
      foreign: 'What is the name of the company, and its country?',
      publicBody: 'What is the name of the public body?',
    },
    sensitive: (kinds) =>
      `Your text seems to hold ${kinds.map((kind) => sensitive[kind]).join(' and ')}; this is not needed to call you back. Do you want to keep it or to rewrite it?`,
  },
  card: {
    open: 'Fill in everything at once',
    oneByOne: 'One question at a time',
    intro: 'Here is the request as one card. You can also answer here, one question at a time.',
    title: 'Call me back',
    labels: {
      need: 'Your need (optional)',
      company: 'Company: name, SIREN or SIRET (optional)',
      site: 'Town of the project or postcode (optional)',
      name: 'Your name',
      contact: 'Phone or e-mail',
      preference: 'How and when to reach you (optional)',
      message: 'Message (optional)',
    },
    consent: (about) => `${consent(about)} I agree.`,
    consentMissing: 'Without your consent nothing can be passed on.',
    faults: 'Some answers in the card need another look:',
    submit: 'See the summary',
    stale: 'This card is no longer under way. For a new request, say “call me back”.',
  },
};
