import { callSheet } from '../leads/callSheet';
import type { LeadFile } from '../leads/leadFile';
import type { LeadMailDeps } from './leadMail';
import { mailTexts as texts } from './leadMail.fr';
import type { MailDraft, MailPart } from './mailParts';

/** The messages that carry a call sheet. */
export type SheetMessage = 'callSheet' | 'reminder' | 'escalation';

/** The mail that asks a recipient to take care of a lead, with everything needed for the first call and three buttons. */
export function recipientMail(
  message: SheetMessage,
  file: LeadFile,
  recipientId: string,
  deps: Pick<LeadMailDeps, 'programme' | 'links' | 'privacy' | 'titleOf' | 'schemeOf'>,
): MailDraft {
  const { lead } = file;
  const { links, privacy } = deps;
  const programme = deps.programme.fr;
  const signature: MailPart = { kind: 'paragraph', text: texts.signature(programme) };
  const words = texts[message];
  const paragraphs = (...lines: readonly string[]): MailPart[] =>
    lines.map((text) => ({ kind: 'paragraph', text }));

  if (privacy === 'link') {
    return {
      language: 'fr',
      subject: words.subject(programme, lead.reference, undefined),
      title: words.title(lead.reference),
      parts: [
        ...paragraphs(...words.introduction(lead), texts.sheetBehindLink),
        {
          kind: 'actions',
          actions: [{ label: texts.openSheet, link: links.recipient(lead, recipientId) }],
        },
        signature,
      ],
    };
  }
  const sheet = callSheet(lead, deps);
  return {
    language: 'fr',
    subject: words.subject(programme, lead.reference, lead.company),
    title: words.title(lead.reference),
    parts: [
      ...paragraphs(...words.introduction(lead), sheet.introduction),
      {
        kind: 'actions',
        actions: [
          { label: texts.take, link: links.recipient(lead, recipientId, 'take') },
          { label: texts.decline, link: links.recipient(lead, recipientId, 'decline') },
          { label: texts.close, link: links.recipient(lead, recipientId, 'close') },
        ],
      },
      ...sheet.sections,
      ...paragraphs(texts.reply(lead), texts.double(lead.reference), texts.consent(lead)),
      signature,
    ],
  };
}

/** The mail that asks a recipient to delete what was received, since the company's data have been erased. */
export const erasureMail = (reference: string, programme: string): MailDraft =>
  plain(texts.erasure, reference, programme);

/** The mail that tells a recipient that the company no longer needs the call. */
export const withdrawnMail = (reference: string, programme: string): MailDraft =>
  plain(texts.withdrawn, reference, programme);

/** The mail that tells the operator of a message that reached nobody, or of a lead that everybody has declined. */
export const alertMail = (
  about: 'undelivered' | 'nobodyLeft',
  reference: string,
  programme: string,
): MailDraft => plain(texts[about], reference, programme);

function plain(
  words: typeof texts.erasure | typeof texts.withdrawn | typeof texts.undelivered | typeof texts.nobodyLeft,
  reference: string,
  programme: string,
): MailDraft {
  const lines = [...words.lines(reference), texts.signature(programme)];
  return {
    language: 'fr',
    subject: words.subject(programme, reference),
    title: words.title(reference),
    parts: lines.map((text) => ({ kind: 'paragraph', text })),
  };
}
