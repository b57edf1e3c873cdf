import { join } from 'node:path';
import { createTransport } from 'nodemailer';
import { codeOf } from '../shared/errors';
import type { Log } from '../shared/log';
import type { Clock } from '../shared/time';
import type { Delivery } from './delivery';
import { mailMessage, mailName, type MailIdentity } from './mailMessage';
import { writeDurably } from './writeDurably';

/**
 * Writes each mail as a complete `.eml` file, which mail programs open, for a service without a mail server. The file
 * is `<reference>-<recipient>.eml`; a second delivery of the same entry replaces it, so here nothing is doubled.
 *
 * Says in the log, one line a mail, where the file is. A full or read-only disk is trouble that may pass.
 */
export function createFolderDelivery(deps: {
  /** Absolute; made when missing. */
  readonly folder: string;
  readonly identity: MailIdentity;
  readonly clock: Clock;
  readonly log: Log;
}): Delivery {
  const composer = createTransport({ streamTransport: true, buffer: true });

  return {
    kind: 'email',
    async deliver(entry, lead) {
      const name = `${lead.reference}-${mailName(entry.recipient.id)}.eml`;
      const path = join(deps.folder, name);
      try {
        const composed = await composer.sendMail(mailMessage(deps.identity, entry, lead, deps.clock()));
        await writeDurably(path, Buffer.from(composed.message as Buffer));
      } catch (error) {
        return { kind: 'retryLater', code: 'DELIVERY_RETRY', detail: codeOf(error) };
      }
      deps.log.info(
        { code: 'LEAD_MAIL_WRITTEN', reference: lead.reference, path },
        'No mail server is set (SMTP_URL): the mail to the recipient was written to a file.',
      );
      return { kind: 'delivered', remoteId: name };
    },
  };
}
