import type { Contact } from '../knowledge/corpus';
import { phoneForPeople } from '../leads/phoneForPeople';
import type { FollowTexts, StatusTold } from './followTexts';

const reach = (contact: Contact): string => `${contact.phone} or ${contact.email}`;

const some = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? '' : 's'}`;

const outcomes = {
  helped: 'you were given an answer',
  redirected: 'you were put in touch with another body',
  unreachable: 'nobody could reach you',
  notForUs: 'the programme cannot deal with it',
  withdrawn: 'it was withdrawn at your request',
};

function state({ file, caller }: StatusTold): string {
  switch (file.state) {
    case 'new':
      return `it was passed on to ${caller.name} and waits to be taken up. To be faster: ${caller.phone ?? caller.email}.`;
    case 'taken':
      return `${caller.name} follows it and will contact you. The number, if needed: ${caller.phone ?? caller.email}.`;
    case 'closed':
      return `it is closed: ${outcomes[file.outcome ?? 'helped']}. If needed, ${caller.name}: ${caller.phone ?? caller.email}.`;
  }
}

/** What follows a request, in English. */
export const followTextsEn: FollowTexts = {
  askReference: 'What is the reference of your request? It looks like XXXX-XXXX.',
  invalidReference: 'A reference has eight letters or digits, like XXXX-XXXX. Could you check it?',
  askContact: 'And the e-mail or phone number given with this request?',
  invalidContact: 'This is not a valid e-mail or phone number. Could you write it again?',
  notFound: (contact) =>
    `I cannot find a request with this reference and contact. Please check them, or ask ${contact.name}: ${reach(contact)}.`,
  left: 'Very well, let us leave it. Any other question?',
  status: (told, day) =>
    `Your request **${told.file.lead.reference}** of ${day(told.file.lead.createdAt)}: ${state(told)}\n\n[Follow my request](${told.link})`,
  kept: ({ questions, watches, leads }, contact, retentionMonths) => {
    const requests = leads.map(({ lead }) => {
      const values = [lead.name, lead.company, lead.email, lead.phone && phoneForPeople(lead.phone)];
      return `- request ${lead.reference}: ${values.filter(Boolean).join(', ')}`;
    });
    return [
      `Of this conversation I keep what was said, ${some(questions, 'question')} without contact details to improve the answers, and ${leads.length > 0 ? `${some(leads.length, 'request')}:` : 'no request to be called back.'}`,
      ...(requests.length > 0 ? [requests.join('\n')] : []),
      ...(watches > 0 ? [`And your e-mail address, given to be told about ${some(watches, 'scheme')}.`] : []),
      `A request is erased ${retentionMonths} months after it ends. For any question about your data: ${contact.email}.`,
    ].join('\n\n');
  },
  forgetConfirm:
    'I am going to erase all that I keep of this conversation, requests included: nobody will call you back. Is this what you want?',
  notErased: 'I erased nothing.',
  erased: ({ at, questions, watches, references }, moment, contact) =>
    [
      `Erased on ${moment(at)}: this conversation, ${some(questions, 'question')}, ${references.length > 0 ? `${some(references.length, 'request')} (${references.join(', ')})` : 'no request'}.`,
      watches > 0 ? 'You will be told of none of the schemes asked for here.' : '',
      references.length > 0 ? `${contact.name} is asked to delete the messages received as well.` : '',
      'This message is your receipt.',
    ]
      .filter(Boolean)
      .join(' '),
  buttons: {
    myStatus: 'How is my request getting on?',
    forgetMe: 'Forget me',
    eraseAll: 'Yes, erase everything',
    keepAll: 'No, keep it',
  },
};
