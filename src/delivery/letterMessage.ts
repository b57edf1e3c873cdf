import type { SendMailOptions } from 'nodemailer';
import type { Letter } from '../notices/letter';
import { aidListMail } from './aidListMail';
import { pairingMail } from './pairingMail.fr';
import { correctionMail } from './correctionMail.fr';
import { writeMail, type MailDraft } from './mailParts';
import { mailName, type MailIdentity } from './mailMessage';
import { noticeMail, type NoticeMailDeps } from './noticeMail';
import { signInMail } from './signInMail.fr';
import { upkeepMail } from './upkeepMail.fr';
import { weekMail } from './weekMail.fr';

/** What turns a letter into a mail. */
export interface LetterMailDeps extends NoticeMailDeps {
  readonly identity: MailIdentity;
  /** Where the desk is. */
  readonly deskUrl: string;
}

/**
 * The mail of a letter. Its `Message-ID` is the same each time, so that a second delivery shows as the double it is. A notice can be stopped by one click in
 * the mail program (RFC 8058), which asks for an address with https.
 * @param date the moment of sending
 */
export function letterMessage(deps: LetterMailDeps, letter: Letter, date: Date): SendMailOptions {
  const { identity } = deps;
  return {
    from: identity.from,
    to: { name: letter.to.name, address: letter.to.email },
    ...writeMail(draftOf(deps, letter)),
    date,
    messageId: `<letter-${mailName(letter.id)}@${identity.host}>`,
    headers: {
      ...stopHeaders(deps, letter),
      'Auto-Submitted': 'auto-generated',
      'X-Auto-Response-Suppress': 'All',
    },
    disableFileAccess: true,
    disableUrlAccess: true,
  };
}

function draftOf(deps: LetterMailDeps, letter: Letter): MailDraft {
  const { content } = letter;
  switch (content.kind) {
    case 'upkeep':
      return upkeepMail(content.month, content.report, deps.programme.fr);
    case 'week':
      return weekMail(content, deps.programme.fr, deps.deskUrl);
    case 'pairing':
      return pairingMail(content, deps.programme.fr);
    case 'signIn':
      return signInMail(content, deps.programme.fr);
    case 'correction':
      return correctionMail(content, deps.programme.fr);
    case 'aidList':
      return aidListMail(content.list, letter.language, deps.programme);
    default:
      return noticeMail(letter, content, deps);
  }
}

/** The name of its file: all letters of a watch begin alike, so that they are found when it is deleted. */
export function letterFileName({ id, watchId, content }: Letter): string {
  const about = watchId === undefined ? 'letter' : watchFilePrefix(watchId);
  return `${about}-${content.kind}-${mailName(id).slice(0, 8)}`;
}

/** What the files of a watch's letters begin with, before a hyphen. */
export const watchFilePrefix = (watchId: string): string => `watch-${mailName(watchId)}`;

function stopHeaders({ links }: LetterMailDeps, { watchId, content }: Letter): Record<string, string> {
  if (watchId === undefined || content.kind === 'confirm') return {};
  const address = links.stop(watchId);
  return {
    'List-Unsubscribe': `<${address}>`,
    ...(address.startsWith('https:') ? { 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' } : {}),
  };
}
