import type { Clock } from '../shared/time';
import { leadErased, type Delivery } from './delivery';
import { mailMessage, type MailDeps } from './mailMessage';
import { createSmtpCarrier, type SmtpLimits } from './smtpCarrier';

/**
 * Carries leads by e-mail. It logs nothing: the dispatcher does, without visitor data. A mail that was accepted without a word comes twice, with the same
 * `Message-ID`.
 * @throws AppError CONFIG_INVALID when built with an unusable `smtpUrl`
 */
export function createSmtpDelivery(deps: {
  /** As `smtpOptions` reads it. */
  readonly smtpUrl: string;
  readonly mail: MailDeps;
  readonly clock: Clock;
  readonly limits?: Partial<SmtpLimits>;
}): Delivery {
  const carrier = createSmtpCarrier(deps.smtpUrl, deps.limits);
  return {
    kind: 'email',
    async deliver(entry, subject) {
      const message = mailMessage(deps.mail, entry, subject, deps.clock());
      return message ? carrier.carry(message, entry.id) : leadErased;
    },
  };
}
