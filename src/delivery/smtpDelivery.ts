import { createTransport } from 'nodemailer';
import type { Clock } from '../shared/time';
import { minutes, seconds } from '../shared/time';
import { leadErased, type Delivery } from './delivery';
import { mailMessage, type MailDeps } from './mailMessage';
import { smtpOptions } from './smtpOptions';
import { smtpOutcome } from './smtpOutcome';

/** Time limits of one attempt, all in ms. */
export interface SmtpLimits {
  /** Until the connection stands. 10 s by default. */
  readonly connectionMs: number;
  /** From the connection to the server's greeting. 10 s by default. */
  readonly greetingMs: number;
  /** Silence in mid-conversation. 60 s by default: servers scan a mail before they answer for it. */
  readonly silenceMs: number;
  /** The whole attempt. 2 min by default. */
  readonly totalMs: number;
}

const defaultLimits: SmtpLimits = {
  connectionMs: seconds(10),
  greetingMs: seconds(10),
  silenceMs: seconds(60),
  totalMs: minutes(2),
};

/**
 * Carries leads by e-mail. Every attempt opens a connection of its own (leads are few, and a kept connection is one
 * more thing that can be broken). It logs nothing: the dispatcher does, without visitor data.
 *
 * A server that accepts the mail and then drops the line before it says so looks like a failure; the mail then comes
 * twice, with the same `Message-ID`.
 * @throws AppError CONFIG_INVALID when built with an unusable `smtpUrl`
 */
export function createSmtpDelivery(deps: {
  /** As `smtpOptions` reads it. */
  readonly smtpUrl: string;
  readonly mail: MailDeps;
  readonly clock: Clock;
  readonly limits?: Partial<SmtpLimits>;
}): Delivery {
  const limits = { ...defaultLimits, ...deps.limits };
  const transport = createTransport({
    ...smtpOptions(deps.smtpUrl),
    connectionTimeout: limits.connectionMs,
    dnsTimeout: limits.connectionMs,
    greetingTimeout: limits.greetingMs,
    socketTimeout: limits.silenceMs,
  });

  return {
    kind: 'email',
    async deliver(entry, subject) {
      const message = mailMessage(deps.mail, entry, subject, deps.clock());
      if (!message) return leadErased;
      let timer: NodeJS.Timeout | undefined;
      const tooLong = new Promise<never>((_, reject) => {
        timer = setTimeout(() => {
          reject(Object.assign(new Error('the attempt took too long'), { code: 'ETIMEDOUT' }));
        }, limits.totalMs);
      });
      try {
        const sent = await Promise.race([transport.sendMail(message), tooLong]);
        return { kind: 'delivered', remoteId: sent.messageId };
      } catch (error) {
        return smtpOutcome(error);
      } finally {
        clearTimeout(timer);
      }
    },
  };
}
