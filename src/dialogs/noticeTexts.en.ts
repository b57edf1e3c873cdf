import type { NoticeTexts } from './noticeTexts';

/** Being told of a scheme, in English. */
export const noticeTextsEn: NoticeTexts = {
  button: 'Tell me of changes',
  askEmail: (scheme) =>
    `At which e-mail address should you be told about “${scheme}” (closing soon, closed, open again)? By giving it you agree that it is used for this and nothing else; you will confirm by a link, and one click stops it.`,
  invalidEmail: 'This is not a valid e-mail address. Could you write it again?',
  asked: (email) =>
    `Noted. Open the message sent to ${email} and confirm: without that, nothing else will be sent.`,
  whichScheme: 'Which scheme do you mean? Ask for it by its name, then say “tell me of changes”.',
  left: 'All right, I have recorded nothing. Another question?',
  calendar: 'Timetable (calendar)',
};
