import type { DeliveryOutcome } from '../leads/deliveryOutcome';

/** What nodemailer puts on the errors of a transport. */
interface SmtpError {
  readonly code?: unknown;
  readonly command?: unknown;
  readonly responseCode?: unknown;
}

/** The steps at which a server judges this mail, and no longer our connection or our account. */
const aboutThisMail = ['MAIL FROM', 'RCPT TO', 'DATA'];
/** "Authentication required", which servers answer to MAIL FROM: the account is wrong, not the mail. */
const authenticationRequired = 530;

/**
 * Tells a permanent refusal from trouble that may pass.
 *
 * Permanent: the server answered 5xx to this mail's sender, recipient or content, or the recipient's address cannot be
 * written at all. Everything else may pass: 4xx, a broken or slow connection, and also a refused account or a refused
 * connection with 5xx, since an operator mends those and the lead must still be there then.
 */
export function smtpOutcome(error: unknown): DeliveryOutcome {
  const { code, command, responseCode }: SmtpError = typeof error === 'object' && error !== null ? error : {};
  const response = typeof responseCode === 'number' ? responseCode : undefined;
  const word = typeof code === 'string' ? code : 'UNKNOWN';
  const detail = response === undefined ? word : `SMTP ${response}`;
  const refused =
    response === undefined
      ? word === 'EENVELOPE'
      : response >= 500 &&
        response !== authenticationRequired &&
        word !== 'EAUTH' &&
        aboutThisMail.includes(String(command));
  return refused
    ? { kind: 'refused', code: 'DELIVERY_REFUSED', detail }
    : { kind: 'retryLater', code: 'DELIVERY_RETRY', detail };
}
