import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse as parseDotEnv } from 'dotenv';
import { parseConfig } from '../src/config';
import { environment } from '../src/environment';

const cwd = '/srv/assistant';
const faultOf = (env: Record<string, string>): string => {
  try {
    parseConfig(env, cwd);
  } catch (error) {
    return (error as Error).message;
  }
  throw new Error('the configuration was accepted');
};

it('needs nothing: every setting has a default', () => {
  expect(parseConfig({}, cwd)).toEqual({
    port: 3978,
    host: '127.0.0.1',
    publicUrl: undefined,
    dataDir: '/srv/assistant/data',
    knowledgeDirs: ['/srv/assistant/knowledge'],
    allowedOrigins: [],
    themeFile: undefined,
    mail: { smtpUrl: undefined, from: undefined, leadTo: undefined, privacy: 'full', operator: undefined },
    webhook: undefined,
    leadDays: { callBack: 2, reminder: 2, escalation: 5, delay: 10 },
    companyRegistryUrl: 'https://recherche-entreprises.api.gouv.fr',
    retention: {
      conversationDays: 30,
      questionDays: 365,
      leadMonths: 24,
      openLeadMonths: 36,
      noticeDays: 365,
    },
    allowedTenants: [],
    desk: { editors: [], owners: [], oidc: undefined },
    azureDirectLine: undefined,
    bot: undefined,
    logLevel: 'info',
  });
});

it('takes an empty value for none', () => {
  const empty = Object.fromEntries(
    [
      'PORT',
      'HOST',
      'PUBLIC_URL',
      'DATA_DIR',
      'DATABASE_URL',
      'KNOWLEDGE_DIR',
      'ALLOWED_ORIGINS',
      'SMTP_URL',
      'LEAD_EMAIL_TO',
      'MicrosoftAppId',
      'MicrosoftAppType',
      'LOG_LEVEL',
    ].map((name) => [name, '  ']),
  );
  expect(parseConfig(empty, cwd)).toEqual(parseConfig({}, cwd));
});

it('reads what is set', () => {
  const config = parseConfig(
    {
      PORT: '8080',
      HOST: '0.0.0.0',
      PUBLIC_URL: 'https://assistant.example.fr/',
      DATA_DIR: '/var/lib/assistant',
      KNOWLEDGE_DIR: 'pages',
      KNOWLEDGE_EXTRA_DIRS: 'plus, /else/where',
      ALLOWED_ORIGINS: 'https://www.example.fr, https://example.fr',
      SMTP_URL: 'smtps://user:secret@mail.example.fr',
      MAIL_FROM: 'assistant@example.fr',
      LEAD_EMAIL_TO: 'essai@example.fr',
      MAIL_PRIVACY: 'link',
      OPERATOR_EMAIL: 'exploitation@example.fr',
      LEAD_WEBHOOK_URL: 'https://crm.example.fr/leads',
      LEAD_WEBHOOK_SECRET: 'a long enough secret',
      LEAD_CALL_BACK_DAYS: '3',
      COMPANY_REGISTRY_URL: 'none',
      RETENTION_LEAD_MONTHS: '12',
      RETENTION_NOTICE_DAYS: '90',
      MicrosoftAppId: 'app',
      MicrosoftAppPassword: 'password',
      MicrosoftAppTenantId: 'tenant',
      TEAMS_ALLOWED_TENANTS: '3F2504E0-4F89-11D3-9A0C-0305E82C3301',
      DIRECT_LINE_SECRET: 'azure',
      LOG_LEVEL: 'debug',
    },
    cwd,
  );
  expect(config).toEqual({
    port: 8080,
    host: '0.0.0.0',
    publicUrl: 'https://assistant.example.fr',
    dataDir: '/var/lib/assistant',
    knowledgeDirs: ['/srv/assistant/pages', '/srv/assistant/plus', '/else/where'],
    allowedOrigins: ['https://www.example.fr', 'https://example.fr'],
    mail: {
      smtpUrl: 'smtps://user:secret@mail.example.fr',
      from: 'assistant@example.fr',
      leadTo: 'essai@example.fr',
      privacy: 'link',
      operator: 'exploitation@example.fr',
    },
    themeFile: undefined,
    webhook: { url: 'https://crm.example.fr/leads', secret: 'a long enough secret' },
    leadDays: { callBack: 3, reminder: 2, escalation: 5, delay: 10 },
    companyRegistryUrl: 'none',
    retention: {
      conversationDays: 30,
      questionDays: 365,
      leadMonths: 12,
      openLeadMonths: 36,
      noticeDays: 90,
    },
    allowedTenants: ['3f2504e0-4f89-11d3-9a0c-0305e82c3301'],
    desk: { editors: [], owners: [], oidc: undefined },
    azureDirectLine: { secret: 'azure', url: 'https://directline.botframework.com' },
    bot: { appId: 'app', password: 'password', type: 'SingleTenant', tenantId: 'tenant' },
    logLevel: 'debug',
  });
});

it('lets port 0 stand for any free port', () => {
  expect(parseConfig({ PORT: '0' }, cwd).port).toBe(0);
});

describe('refuses, with the setting’s name and what to write instead', () => {
  it.each([
    ['PORT', '80a', /PORT .*expected a port number/],
    ['PORT', '65536', /PORT .*0 to 65535/],
    ['PORT', '-1', /PORT .*0 to 65535/],
    ['PORT', '3978.5', /PORT .*whole/],
    ['PUBLIC_URL', 'assistant.example.fr', /PUBLIC_URL .*https:\/\//],
    ['PUBLIC_URL', 'ftp://example.fr', /PUBLIC_URL .*https:\/\//],
    ['SMTP_URL', 'mail.example.fr:25', /SMTP_URL .*smtps?:\/\//],
    ['ALLOWED_ORIGINS', 'https://www.example.fr/page', /ALLOWED_ORIGINS.* without a path/],
    ['ALLOWED_ORIGINS', '*', /ALLOWED_ORIGINS.* such as/],
    ['LEAD_EMAIL_TO', 'paul', /LEAD_EMAIL_TO .*e-mail/],
    ['LOG_LEVEL', 'verbose', /LOG_LEVEL .*silent.*debug/],
    ['MicrosoftAppType', 'Single', /MicrosoftAppType .*SingleTenant/],
    ['DATABASE_URL', 'postgres://localhost/assistant', /DATABASE_URL .*SQLite/],
    ['MicrosoftAppPassword', 'password', /MicrosoftAppId .*missing/],
    ['MicrosoftAppId', 'app', /MicrosoftAppTenantId .*missing/],
  ])('%s=%s', (name, value, message) => {
    expect(faultOf({ [name]: value })).toMatch(message);
  });

  it('a mail server without a sender', () => {
    expect(faultOf({ SMTP_URL: 'smtp://mail.example.fr' })).toMatch(/MAIL_FROM .*missing/);
  });
});

it('tells all faults together, however different they are', () => {
  const message = faultOf({
    PORT: '10s',
    LOG_LEVEL: 'loud',
    LEAD_EMAIL_TO: 'paul',
    MicrosoftAppPassword: 'password',
    SMTP_URL: 'smtp://mail.example.fr',
  });
  expect(message).toMatch(/^CONFIG_INVALID/);
  for (const name of ['PORT', 'LOG_LEVEL', 'LEAD_EMAIL_TO', 'MicrosoftAppId', 'MAIL_FROM'])
    expect(message).toContain(name);
  expect(message).toContain('.env.example');
});

it('repeats the value at fault, so that the operator finds it', () => {
  expect(faultOf({ PORT: '10s' })).toContain('10s');
});

it.each([
  ['SMTP_URL', 'http://user:hunter2@mail.example.fr'],
  ['MicrosoftAppPassword', 'hunter2'],
  ['DATABASE_URL', 'postgres://user:hunter2@localhost/assistant'],
])('never repeats the secret in %s', (name, value) => {
  expect(faultOf({ [name]: value })).not.toContain('hunter2');
});

it('asks for a secret with a webhook: whoever receives it must tell our calls from others', () => {
  expect(faultOf({ LEAD_WEBHOOK_URL: 'https://crm.example.fr' })).toContain('LEAD_WEBHOOK_SECRET');
});

it.each([
  ['LEAD_CALL_BACK_DAYS', '0'],
  ['LEAD_REMINDER_DAYS', 'soon'],
  ['RETENTION_CONVERSATION_DAYS', '1.5'],
  ['RETENTION_NOTICE_DAYS', '0'],
  ['COMPANY_REGISTRY_URL', 'registry'],
  ['LEAD_WEBHOOK_SECRET', 'short'],
  ['MAIL_PRIVACY', 'half'],
])('refuses %s=%s and names it', (name, value) => {
  expect(faultOf({ [name]: value })).toContain(name);
});

describe('.env.example', () => {
  const example = parseDotEnv(readFileSync(join(__dirname, '../.env.example')));

  it('explains every setting, and none that does not exist', () => {
    expect(Object.keys(example).sort()).toEqual(Object.keys(environment.shape).sort());
  });

  it('changes nothing when it is copied as it is', () => {
    expect(parseConfig(example, cwd)).toEqual(parseConfig({}, cwd));
  });
});

it('reads who may sign in at the desk, and by which provider', () => {
  const { desk } = parseConfig(
    {
      DESK_EDITORS: 'Marie@example.fr, luc@example.fr',
      DESK_OWNERS: 'chef@example.fr',
      OIDC_ISSUER: 'https://login.microsoftonline.com/3f2504e0-4f89-11d3-9a0c-0305e82c3301/v2.0',
      OIDC_CLIENT_ID: 'client',
      OIDC_CLIENT_SECRET: 'secret',
    },
    cwd,
  );
  expect(desk).toEqual({
    editors: ['marie@example.fr', 'luc@example.fr'],
    owners: ['chef@example.fr'],
    oidc: {
      issuer: 'https://login.microsoftonline.com/3f2504e0-4f89-11d3-9a0c-0305e82c3301/v2.0',
      clientId: 'client',
      clientSecret: 'secret',
    },
  });
});

it('says which part of the sign-in provider is missing', () => {
  const fault = faultOf({ OIDC_ISSUER: 'https://connexion.example.fr' });
  expect(fault).toContain('2 settings are wrong');
  expect(fault).toMatch(/OIDC_CLIENT_ID +missing although OIDC_ISSUER is set/);
  expect(fault).toMatch(/OIDC_CLIENT_SECRET +missing although OIDC_ISSUER is set/);
  expect(faultOf({ OIDC_CLIENT_SECRET: 'a-very-secret-word' })).not.toContain('a-very-secret-word');
});

it.each([
  ['DESK_OWNERS', 'Jeanne Dupont', 'expected e-mail addresses'],
  ['OIDC_ISSUER', 'http://connexion.example.fr', 'expected an address that begins with https://'],
  ['OIDC_ISSUER', 'https://login.microsoftonline.com/common/v2.0', 'of your own organisation'],
])('refuses %s=%s', (name, value, said) => {
  expect(
    faultOf({
      [name]: value,
      ...(name === 'OIDC_ISSUER' ? { OIDC_CLIENT_ID: 'x', OIDC_CLIENT_SECRET: 'y' } : {}),
    }),
  ).toContain(said);
});
