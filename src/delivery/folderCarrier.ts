import { join } from 'node:path';
import { createTransport } from 'nodemailer';
import { codeOf } from '../shared/errors';
import type { Log } from '../shared/log';
import type { MailCarrier } from './mailCarrier';
import { writeDurably } from './writeDurably';

/**
 * Writes each mail as a complete `.eml` file, which mail programs open, for a service without a mail server. The same name replaces the earlier file, so
 * here nothing is doubled. Says in the log, one line a mail, where the file is. A full or read-only disk is trouble that may pass.
 * @param deps `folder` is absolute, and made when missing; `event` is the code of the log's line
 */
export function createFolderCarrier(deps: {
  readonly folder: string;
  readonly event: 'LEAD_MAIL_WRITTEN' | 'LETTER_WRITTEN';
  readonly log: Log;
}): MailCarrier {
  const composer = createTransport({ streamTransport: true, buffer: true });
  return {
    async carry(message, fileName) {
      const name = `${fileName}.eml`;
      const path = join(deps.folder, name);
      try {
        const composed = await composer.sendMail(message);
        await writeDurably(path, Buffer.from(composed.message as Buffer));
      } catch (error) {
        return { kind: 'retryLater', code: 'DELIVERY_RETRY', detail: codeOf(error) };
      }
      deps.log.info(
        { code: deps.event, path },
        'No mail server is set (SMTP_URL): the mail was written to a file.',
      );
      return { kind: 'delivered', remoteId: name };
    },
  };
}
