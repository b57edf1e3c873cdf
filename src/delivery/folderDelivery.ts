import { join } from 'node:path';
import { createTransport } from 'nodemailer';
import { codeOf } from '../shared/errors';
import type { Log } from '../shared/log';
import type { Clock } from '../shared/time';
import { leadErased, type Delivery } from './delivery';
import { mailMessage, mailName, type MailDeps } from './mailMessage';
import { writeDurably } from './writeDurably';

/**
 * Writes each mail as a complete `.eml` file, which mail programs open, for a service without a mail server. The file
 * is `<reference>-<message>-<recipient>-<entry>.eml`; a second delivery of the same entry replaces it, so here nothing is
 * doubled.
 *
 * Says in the log, one line a mail, where the file is. A full or read-only disk is trouble that may pass.
 */
export function createFolderDelivery(deps: {
  /** Absolute; made when missing. */
  readonly folder: string;
  readonly mail: MailDeps;
  readonly clock: Clock;
  readonly log: Log;
}): Delivery {
  const composer = createTransport({ streamTransport: true, buffer: true });

  return {
    kind: 'email',
    async deliver(entry, subject) {
      const message = mailMessage(deps.mail, entry, subject, deps.clock());
      if (!message) return leadErased;
      const { reference } = subject;
      const name = `${reference}-${entry.message}-${mailName(entry.recipient.id)}-${mailName(entry.id).slice(0, 8)}.eml`;
      const path = join(deps.folder, name);
      try {
        const composed = await composer.sendMail(message);
        await writeDurably(path, Buffer.from(composed.message as Buffer));
      } catch (error) {
        return { kind: 'retryLater', code: 'DELIVERY_RETRY', detail: codeOf(error) };
      }
      deps.log.info(
        { code: 'LEAD_MAIL_WRITTEN', reference, path },
        'No mail server is set (SMTP_URL): the mail was written to a file.',
      );
      return { kind: 'delivered', remoteId: name };
    },
  };
}
