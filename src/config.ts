import { resolve } from 'node:path';
import { z } from 'zod/v4';
import { AppError } from './shared/errors';
import { logLevels } from './shared/log';

const empty = (value: unknown): unknown =>
  typeof value === 'string' && value.trim() === '' ? undefined : value;
const optional = <T extends z.ZodType>(schema: T) => z.preprocess(empty, schema.optional());
const withDefault = <T extends z.ZodType>(schema: T, fallback: z.input<T>) =>
  z.preprocess((value) => empty(value) ?? fallback, schema);

const url = (...protocols: string[]) =>
  z.string().refine(
    (value) => {
      try {
        return protocols.includes(new URL(value).protocol.replace(':', ''));
      } catch {
        return false;
      }
    },
    { error: `expected an address that begins with ${protocols.map((p) => `${p}://`).join(' or ')}` },
  );

const origins = z
  .string()
  .transform((value) => value.split(/[\s,]+/).filter(Boolean))
  .pipe(
    z.array(
      z.string().refine((value) => /^https?:\/\/[^/\s]+$/.test(value), {
        error: 'expected origins such as https://www.example.fr, separated by commas, without a path',
      }),
    ),
  );

/** The environment as `.env.example` explains it; an empty value counts as absent. */
const environment = z.object({
  PORT: withDefault(
    z.coerce
      .number({ error: 'expected a port number from 0 to 65535' })
      .int({ error: 'expected a whole port number from 0 to 65535' })
      .min(0, { error: 'expected a port number from 0 to 65535' })
      .max(65535, { error: 'expected a port number from 0 to 65535' }),
    3978,
  ),
  HOST: withDefault(z.string(), '127.0.0.1'),
  PUBLIC_URL: optional(url('http', 'https')),
  DATA_DIR: withDefault(z.string(), './data'),
  DATABASE_URL: optional(
    z.string().refine(() => false, {
      error: 'this version keeps its data in SQLite under DATA_DIR; leave DATABASE_URL empty',
    }),
  ),
  KNOWLEDGE_DIR: withDefault(z.string(), './knowledge'),
  KNOWLEDGE_EXTRA_DIRS: optional(z.string()),
  ALLOWED_ORIGINS: optional(origins),
  THEME_CSS: optional(z.string()),
  SMTP_URL: optional(url('smtp', 'smtps')),
  MAIL_FROM: optional(z.string()),
  LEAD_EMAIL_TO: optional(z.email({ error: 'expected one e-mail address' })),
  DIRECT_LINE_SECRET: optional(z.string()),
  DIRECT_LINE_URL: withDefault(url('http', 'https'), 'https://directline.botframework.com'),
  MicrosoftAppId: optional(z.string()),
  MicrosoftAppPassword: optional(z.string()),
  MicrosoftAppType: withDefault(z.enum(['SingleTenant', 'MultiTenant', 'UserAssignedMSI']), 'SingleTenant'),
  MicrosoftAppTenantId: optional(z.string()),
  LOG_LEVEL: withDefault(z.enum(logLevels, { error: `expected one of ${logLevels.join(', ')}` }), 'info'),
});

/** What one setting asks of another; looked at even when a setting is wrong by itself, so that all faults are told at once. */
function missingCompanions(env: Readonly<Record<string, string | undefined>>): Issue[] {
  const set = (name: string): boolean => empty(env[name]) !== undefined;
  const singleTenant = (empty(env.MicrosoftAppType) ?? 'SingleTenant') === 'SingleTenant';
  const rules: readonly (readonly [boolean, string, string])[] = [
    [
      set('MicrosoftAppPassword') && !set('MicrosoftAppId'),
      'MicrosoftAppId',
      'missing although MicrosoftAppPassword is set: copy the app id of the Azure Bot registration',
    ],
    [
      set('MicrosoftAppId') && singleTenant && !set('MicrosoftAppTenantId'),
      'MicrosoftAppTenantId',
      'missing although MicrosoftAppType is SingleTenant: copy the tenant id of the Azure Bot registration',
    ],
    [
      set('SMTP_URL') && !set('MAIL_FROM'),
      'MAIL_FROM',
      'missing although SMTP_URL is set: the sender address that your mail server accepts',
    ],
  ];
  return rules.filter(([broken]) => broken).map(([, name, message]) => ({ name, message }));
}

interface Issue {
  readonly name: string;
  readonly message: string;
}

/** The credentials of the Azure Bot registration, as the Bot Framework names them. */
export interface BotCredentials {
  readonly appId: string;
  readonly password: string | undefined;
  readonly type: 'SingleTenant' | 'MultiTenant' | 'UserAssignedMSI';
  readonly tenantId: string | undefined;
}

/** Everything the process was told, parsed once at start. Paths are absolute. */
export interface Config {
  readonly port: number;
  readonly host: string;
  /** Where visitors reach the service, without a final slash; undefined: `http://localhost:<port>`. */
  readonly publicUrl: string | undefined;
  readonly dataDir: string;
  readonly knowledgeDirs: readonly string[];
  /** Sites that may embed the assistant, besides its own address. */
  readonly allowedOrigins: readonly string[];
  /** CSS file with the operator's colours; undefined: our own. */
  readonly themeFile: string | undefined;
  readonly mail: {
    readonly smtpUrl: string | undefined;
    readonly from: string | undefined;
    /** Replaces the default recipient's address, for trials. */
    readonly leadTo: string | undefined;
  };
  /** Set: Azure Direct Line serves the page, and this secret is exchanged for tokens by the server. */
  readonly azureDirectLine: { readonly secret: string; readonly url: string } | undefined;
  /** Absent: the Bot Framework endpoint serves loopback only. */
  readonly bot: BotCredentials | undefined;
  readonly logLevel: (typeof logLevels)[number];
}

/**
 * Reads the environment into a `Config`.
 * @param env usually `process.env` with `.env` merged in
 * @param cwd what relative folders are relative to
 * @throws AppError CONFIG_INVALID listing every fault with its remedy; values of secrets are not repeated
 */
export function parseConfig(env: Readonly<Record<string, string | undefined>>, cwd: string): Config {
  const parsed = environment.safeParse(env);
  const wrong = parsed.success
    ? []
    : parsed.error.issues.map((issue): Issue => ({ name: String(issue.path[0]), message: issue.message }));
  const issues = [...wrong, ...missingCompanions(env)];
  if (!parsed.success || issues.length > 0) throw invalid(issues, env);
  const e = parsed.data;
  const extra = e.KNOWLEDGE_EXTRA_DIRS?.split(/[;,]/).map((dir) => dir.trim()) ?? [];
  return {
    port: e.PORT,
    host: e.HOST,
    publicUrl: e.PUBLIC_URL?.replace(/\/+$/, ''),
    dataDir: resolve(cwd, e.DATA_DIR),
    knowledgeDirs: [e.KNOWLEDGE_DIR, ...extra.filter(Boolean)].map((dir) => resolve(cwd, dir)),
    allowedOrigins: e.ALLOWED_ORIGINS ?? [],
    themeFile: e.THEME_CSS === undefined ? undefined : resolve(cwd, e.THEME_CSS),
    mail: { smtpUrl: e.SMTP_URL, from: e.MAIL_FROM, leadTo: e.LEAD_EMAIL_TO },
    azureDirectLine: e.DIRECT_LINE_SECRET
      ? { secret: e.DIRECT_LINE_SECRET, url: e.DIRECT_LINE_URL }
      : undefined,
    bot: e.MicrosoftAppId
      ? {
          appId: e.MicrosoftAppId,
          password: e.MicrosoftAppPassword,
          type: e.MicrosoftAppType,
          tenantId: e.MicrosoftAppTenantId,
        }
      : undefined,
    logLevel: e.LOG_LEVEL,
  };
}

function invalid(issues: readonly Issue[], env: Readonly<Record<string, string | undefined>>): AppError {
  const lines = issues.map(({ name, message }) => {
    const value = env[name];
    // A mail address of the server carries its password; a malformed one must not end up on a screen or in a log.
    const secret = /PASSWORD|SECRET|SMTP_URL|DATABASE_URL/i.test(name);
    const got = value && !secret ? `, got ${JSON.stringify(value)}` : '';
    return `  ${name.padEnd(22)} ${message}${got}`;
  });
  const count = lines.length === 1 ? '1 setting is wrong' : `${lines.length} settings are wrong`;
  return new AppError(
    'CONFIG_INVALID',
    `${count}, the assistant did not start.\n${lines.join('\n')}\nSee .env.example.`,
  );
}
