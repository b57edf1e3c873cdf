import type { Log } from '../shared/log';
import type { Clock } from '../shared/time';
import { leadErased, type Delivery } from './delivery';
import { createFolderCarrier } from './folderCarrier';
import { mailMessage, mailName, type MailDeps } from './mailMessage';

/**
 * Carries leads into a mail folder. The file is `<reference>-<message>-<recipient>-<entry>.eml`; a second delivery of the same entry replaces it, so here
 * nothing is doubled.
 */
export function createFolderDelivery(deps: {
  /** Absolute; made when missing. */
  readonly folder: string;
  readonly mail: MailDeps;
  readonly clock: Clock;
  readonly log: Log;
}): Delivery {
  const carrier = createFolderCarrier({ folder: deps.folder, event: 'LEAD_MAIL_WRITTEN', log: deps.log });
  return {
    kind: 'email',
    async deliver(entry, subject) {
      const message = mailMessage(deps.mail, entry, subject, deps.clock());
      if (!message) return leadErased;
      const { reference } = subject;
      const name = `${reference}-${entry.message}-${mailName(entry.recipient.id)}-${mailName(entry.id).slice(0, 8)}`;
      return carrier.carry(message, name);
    },
  };
}
