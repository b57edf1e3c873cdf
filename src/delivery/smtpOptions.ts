import type { Options } from 'nodemailer/lib/smtp-transport';
import { AppError } from '../shared/errors';

/** What may follow the `?` of the address, with `true` or `false`. */
const switches: Readonly<Record<string, (on: boolean) => Options>> = {
  /** Refuse to send when the server offers no STARTTLS. */
  requireTLS: (on) => ({ requireTLS: on }),
  /** Never use STARTTLS, even when offered. */
  ignoreTLS: (on) => ({ ignoreTLS: on }),
  /** `false`: accept a self-signed certificate. */
  'tls.rejectUnauthorized': (on) => ({ tls: { rejectUnauthorized: on } }),
};

/**
 * Reads `smtp://user:password@host:port` (STARTTLS when the server offers it; port 587 by default) or `smtps://…` (TLS
 * from the start; port 465 by default). User and password are percent-encoded. After a `?` may stand `requireTLS`,
 * `ignoreTLS` and `tls.rejectUnauthorized`, each `true` or `false`.
 *
 * nodemailer reads such addresses too, but then ignores time limits, and Node.js warns of the parser it uses.
 * @throws AppError CONFIG_INVALID that names the fault and never the address, which holds a password
 */
export function smtpOptions(smtpUrl: string): Options {
  if (!URL.canParse(smtpUrl)) throw invalid('it is not an address; a password must be percent-encoded');
  const url = new URL(smtpUrl);
  const secure = url.protocol === 'smtps:';
  let options: Options = {
    host: url.hostname.replace(/^\[|\]$/g, ''),
    port: url.port ? Number(url.port) : secure ? 465 : 587,
    secure,
  };
  if (url.username) {
    options.auth = { user: decoded(url.username), pass: decoded(url.password) };
  }
  for (const [name, value] of url.searchParams) {
    const known = switches[name];
    if (!known || !['true', 'false'].includes(value)) {
      throw invalid(
        `expected only ${Object.keys(switches).join(', ')} after the "?", each true or false; got ${JSON.stringify(name)}`,
      );
    }
    options = { ...options, ...known(value === 'true') };
  }
  return options;
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    throw invalid('a "%" in the user or password must be written %25');
  }
}

const invalid = (fault: string): AppError =>
  new AppError('CONFIG_INVALID', `SMTP_URL cannot be used: ${fault}. See .env.example.`);
