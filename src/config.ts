import { resolve } from 'node:path';
import { environment, missingCompanions, type Issue } from './environment';
import { AppError } from './shared/errors';
import type { logLevels } from './shared/log';

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
    /** `link`: mails to recipients hold the reference and a link, and no personal data. */
    readonly privacy: 'full' | 'link';
    /** Who hears of deliveries that were given up. */
    readonly operator: string | undefined;
  };
  /** Every lead also goes to this address as signed JSON. */
  readonly webhook: { readonly url: string; readonly secret: string } | undefined;
  /** In working days from the recording of a lead. */
  readonly leadDays: {
    /** What the visitor is promised. */
    readonly callBack: number;
    readonly reminder: number;
    readonly escalation: number;
    readonly delay: number;
  };
  /** Address of the company registry; `none`: nobody is looked up. */
  readonly companyRegistryUrl: string;
  readonly retention: {
    readonly conversationDays: number;
    readonly questionDays: number;
    /** After a lead's end. */
    readonly leadMonths: number;
    /** After its recording, when it never ended. */
    readonly openLeadMonths: number;
    /** After a visitor confirmed that they want to be told of a scheme. */
    readonly noticeDays: number;
  };
  /** Who may sign in at the desk besides the recipients of contacts.yml, and by which provider besides mailed links. */
  readonly desk: {
    /** May change knowledge: e-mail addresses in lower case. */
    readonly editors: readonly string[];
    /** See everything; none: the default recipient does. */
    readonly owners: readonly string[];
    /** OpenID Connect; undefined: links by mail only. */
    readonly oidc:
      { readonly issuer: string; readonly clientId: string; readonly clientSecret: string } | undefined;
  };
  /** Set: another program may read leads with it. */
  readonly apiToken: string | undefined;
  /** Set: Azure Direct Line serves the page, and this secret is exchanged for tokens by the server. */
  readonly azureDirectLine: { readonly secret: string; readonly url: string } | undefined;
  /** Absent: the Bot Framework endpoint serves loopback only. */
  readonly bot: BotCredentials | undefined;
  /** Organisations that the assistant serves in Teams, in lower case; empty: all. */
  readonly allowedTenants: readonly string[];
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
    mail: {
      smtpUrl: e.SMTP_URL,
      from: e.MAIL_FROM,
      leadTo: e.LEAD_EMAIL_TO,
      privacy: e.MAIL_PRIVACY,
      operator: e.OPERATOR_EMAIL,
    },
    webhook:
      e.LEAD_WEBHOOK_URL && e.LEAD_WEBHOOK_SECRET
        ? { url: e.LEAD_WEBHOOK_URL, secret: e.LEAD_WEBHOOK_SECRET }
        : undefined,
    leadDays: {
      callBack: e.LEAD_CALL_BACK_DAYS,
      reminder: e.LEAD_REMINDER_DAYS,
      escalation: e.LEAD_ESCALATION_DAYS,
      delay: e.LEAD_DELAY_DAYS,
    },
    companyRegistryUrl: e.COMPANY_REGISTRY_URL,
    retention: {
      conversationDays: e.RETENTION_CONVERSATION_DAYS,
      questionDays: e.RETENTION_QUESTION_DAYS,
      leadMonths: e.RETENTION_LEAD_MONTHS,
      openLeadMonths: e.RETENTION_OPEN_LEAD_MONTHS,
      noticeDays: e.RETENTION_NOTICE_DAYS,
    },
    desk: {
      editors: e.DESK_EDITORS ?? [],
      owners: e.DESK_OWNERS ?? [],
      oidc:
        e.OIDC_ISSUER && e.OIDC_CLIENT_ID && e.OIDC_CLIENT_SECRET
          ? { issuer: e.OIDC_ISSUER, clientId: e.OIDC_CLIENT_ID, clientSecret: e.OIDC_CLIENT_SECRET }
          : undefined,
    },
    apiToken: e.API_TOKEN,
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
    allowedTenants: e.TEAMS_ALLOWED_TENANTS ?? [],
    logLevel: e.LOG_LEVEL,
  };
}

function invalid(issues: readonly Issue[], env: Readonly<Record<string, string | undefined>>): AppError {
  const lines = issues.map(({ name, message }) => {
    const value = env[name];
    // A mail address of the server carries its password; a malformed one must not end up on a screen or in a log.
    const secret = /PASSWORD|SECRET|TOKEN|SMTP_URL|DATABASE_URL/i.test(name);
    const got = value && !secret ? `, got ${JSON.stringify(value)}` : '';
    return `  ${name.padEnd(22)} ${message}${got}`;
  });
  const count = lines.length === 1 ? '1 setting is wrong' : `${lines.length} settings are wrong`;
  return new AppError(
    'CONFIG_INVALID',
    `${count}, the assistant did not start.\n${lines.join('\n')}\nSee .env.example.`,
  );
}
