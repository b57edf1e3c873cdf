import { accountOf } from '../../../src/desk/signIn/account';
import { listAccounts } from '../../../src/desk/signIn/accounts';
import { browserName } from '../../../src/desk/signIn/browserName';

const paul = { id: 'paul', name: 'Paul Forge', email: 'Paul@example.fr' };
const jeanne = { id: 'jeanne', name: 'Jeanne Dupont', email: 'jeanne@example.fr' };
const list = (more: Partial<Parameters<typeof listAccounts>[0]> = {}) =>
  listAccounts({ recipients: [paul, jeanne], defaultId: 'jeanne', editors: [], owners: [], ...more });

it('recipients may sign in; the default one owns the desk', () => {
  expect(list()).toEqual([
    { email: 'jeanne@example.fr', name: 'Jeanne Dupont', recipientId: 'jeanne', editor: true, owner: true },
    { email: 'paul@example.fr', name: 'Paul Forge', recipientId: 'paul', editor: false, owner: false },
  ]);
});

it('named owners take the place of the default recipient, who keeps the leads', () => {
  const accounts = list({ owners: ['chef@example.fr'], editors: ['paul@example.fr'] });
  expect(accountOf(accounts, 'jeanne@example.fr')).toMatchObject({ owner: false, recipientId: 'jeanne' });
  expect(accountOf(accounts, 'chef@example.fr')).toEqual({
    email: 'chef@example.fr',
    name: 'chef@example.fr',
    editor: true,
    owner: true,
  });
  expect(accountOf(accounts, ' PAUL@example.fr ')).toMatchObject({ editor: true, recipientId: 'paul' });
  expect(accounts).toHaveLength(3);
});

it('an address that a trial gives to the default recipient too is the default recipient’s', () => {
  const accounts = list({ recipients: [paul, { ...jeanne, email: 'paul@example.fr' }] });
  expect(accounts).toEqual([
    { email: 'paul@example.fr', name: 'Jeanne Dupont', recipientId: 'jeanne', editor: true, owner: true },
  ]);
});

it.each([
  ['Mozilla/5.0 (Windows NT 10.0; Win64; x64) Chrome/140.0 Safari/537.36 Edg/140.0', 'Edge sur Windows'],
  ['Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) Version/18 Safari/605.1', 'Safari sur macOS'],
  ['Mozilla/5.0 (Linux; Android 16) Chrome/140.0 Mobile Safari/537.36', 'Chrome sur Android'],
  ['Mozilla/5.0 (iPhone; CPU iPhone OS 19_0 like Mac OS X) FxiOS/140 Safari/605.1', 'Firefox sur iPhone'],
  ['<script>alert(1)</script>', 'Navigateur inconnu'],
  [undefined, 'Navigateur inconnu'],
])('a browser is named in a few words: %s', (userAgent, name) => {
  expect(browserName(userAgent)).toBe(name);
});
