import { z } from 'zod/v4';
import { logLevels } from './shared/log';
import { isLoopbackUrl } from './shared/loopback';

/** An empty value counts as absent. */
export const empty = (value: unknown): unknown =>
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

const emails = z
  .string()
  .transform((value) =>
    value
      .toLowerCase()
      .split(/[\s,;]+/)
      .filter(Boolean),
  )
  .pipe(z.array(z.email({ error: 'expected e-mail addresses, separated by commas' })));

const issuer = z
  .string()
  .refine((value) => /^https:\/\/[^/]/i.test(value) || isLoopbackUrl(value), {
    error: 'expected an address that begins with https:// (http:// on this machine only)',
  })
  .refine(
    (value) => !/^https:\/\/login\.microsoftonline\.com\/(?:common|organizations|consumers)\b/i.test(value),
    {
      error:
        'expected the address of your own organisation, https://login.microsoftonline.com/<tenant id>/v2.0: through the common ones anybody could come in',
    },
  );

const tenants = z
  .string()
  .transform((value) =>
    value
      .toLowerCase()
      .split(/[\s,]+/)
      .filter(Boolean),
  )
  .pipe(
    z.array(
      z.guid({
        error: 'expected tenant ids such as 3f2504e0-4f89-11d3-9a0c-0305e82c3301, separated by commas',
      }),
    ),
  );

const count = (what: string, min: number, max: number) => {
  const error = `expected a whole number of ${what} from ${min} to ${max}`;
  return z.coerce.number({ error }).int({ error }).min(min, { error }).max(max, { error });
};

/** The environment as `.env.example` explains it. */
export const environment = z.object({
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
  MAIL_PRIVACY: withDefault(z.enum(['full', 'link'], { error: 'expected full or link' }), 'full'),
  LEAD_EMAIL_TO: optional(z.email({ error: 'expected one e-mail address' })),
  OPERATOR_EMAIL: optional(z.email({ error: 'expected one e-mail address' })),
  LEAD_WEBHOOK_URL: optional(url('http', 'https')),
  LEAD_WEBHOOK_SECRET: optional(z.string().min(16, { error: 'expected at least 16 characters' })),
  LEAD_CALL_BACK_DAYS: withDefault(count('working days', 1, 30), 2),
  LEAD_REMINDER_DAYS: withDefault(count('working days', 1, 60), 2),
  LEAD_ESCALATION_DAYS: withDefault(count('working days', 1, 60), 5),
  LEAD_DELAY_DAYS: withDefault(count('working days', 1, 60), 10),
  COMPANY_REGISTRY_URL: withDefault(
    z.union([z.literal('none'), url('http', 'https')], {
      error: 'expected an address that begins with https:// or http://, or none',
    }),
    'https://recherche-entreprises.api.gouv.fr',
  ),
  API_TOKEN: optional(z.string().min(24, { error: 'expected at least 24 characters' })),
  DESK_EDITORS: optional(emails),
  DESK_OWNERS: optional(emails),
  OIDC_ISSUER: optional(issuer),
  OIDC_CLIENT_ID: optional(z.string()),
  OIDC_CLIENT_SECRET: optional(z.string()),
  RETENTION_CONVERSATION_DAYS: withDefault(count('days', 1, 365), 30),
  RETENTION_QUESTION_DAYS: withDefault(count('days', 1, 1095), 365),
  RETENTION_LEAD_MONTHS: withDefault(count('months', 1, 120), 24),
  RETENTION_OPEN_LEAD_MONTHS: withDefault(count('months', 1, 120), 36),
  RETENTION_NOTICE_DAYS: withDefault(count('days', 1, 1095), 365),
  DIRECT_LINE_SECRET: optional(z.string()),
  DIRECT_LINE_URL: withDefault(url('http', 'https'), 'https://directline.botframework.com'),
  MicrosoftAppId: optional(z.string()),
  MicrosoftAppPassword: optional(z.string()),
  MicrosoftAppType: withDefault(z.enum(['SingleTenant', 'MultiTenant', 'UserAssignedMSI']), 'SingleTenant'),
  MicrosoftAppTenantId: optional(z.string()),
  TEAMS_ALLOWED_TENANTS: optional(tenants),
  LOG_LEVEL: withDefault(z.enum(logLevels, { error: `expected one of ${logLevels.join(', ')}` }), 'info'),
});

/** What the provider of OpenID Connect gives, all or none. */
const signInProvider = [
  [
    'OIDC_ISSUER',
    'the address of the provider, for example https://login.microsoftonline.com/<tenant id>/v2.0',
  ],
  ['OIDC_CLIENT_ID', 'copy the client id of the application that you registered there'],
  ['OIDC_CLIENT_SECRET', 'copy the client secret of the application that you registered there'],
] as const;

/** What one setting asks of another; looked at even when a setting is wrong by itself, so that all faults are told at once. */
export function missingCompanions(env: Readonly<Record<string, string | undefined>>): Issue[] {
  const set = (name: string): boolean => empty(env[name]) !== undefined;
  const singleTenant = (empty(env.MicrosoftAppType) ?? 'SingleTenant') === 'SingleTenant';
  const provided = signInProvider.map(([name]) => name).find(set);
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
      set('LEAD_WEBHOOK_URL') && !set('LEAD_WEBHOOK_SECRET'),
      'LEAD_WEBHOOK_SECRET',
      'missing although LEAD_WEBHOOK_URL is set: a long random word that the receiver knows too, to tell our calls from others',
    ],
    [
      set('SMTP_URL') && !set('MAIL_FROM'),
      'MAIL_FROM',
      'missing although SMTP_URL is set: the sender address that your mail server accepts',
    ],
    ...signInProvider.map(
      ([name, remedy]) =>
        [
          provided !== undefined && !set(name),
          name,
          `missing although ${provided ?? ''} is set: ${remedy}`,
        ] as const,
    ),
  ];
  return rules.filter(([broken]) => broken).map(([, name, message]) => ({ name, message }));
}

/** One fault of the environment. */
export interface Issue {
  readonly name: string;
  readonly message: string;
}
