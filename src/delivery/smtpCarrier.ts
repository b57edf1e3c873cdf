import { createTransport } from 'nodemailer';
import { minutes, seconds } from '../shared/time';
import type { MailCarrier } from './mailCarrier';
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
 * Hands mails to a mail server. Every attempt opens a connection of its own (mails are few, and a kept connection is one more thing that can be broken).
 *
 * A server that accepts the mail and then drops the line before it says so looks like a failure.
 * @param smtpUrl as `smtpOptions` reads it
 * @throws AppError CONFIG_INVALID when built with an unusable `smtpUrl`
 */
export function createSmtpCarrier(smtpUrl: string, changes: Partial<SmtpLimits> = {}): MailCarrier {
  const limits = { ...defaultLimits, ...changes };
  const transport = createTransport({
    ...smtpOptions(smtpUrl),
    connectionTimeout: limits.connectionMs,
    dnsTimeout: limits.connectionMs,
    greetingTimeout: limits.greetingMs,
    socketTimeout: limits.silenceMs,
  });
  return {
    async carry(message) {
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
