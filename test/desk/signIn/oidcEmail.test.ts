import { provedEmail } from '../../../src/desk/signIn/oidcEmail';

const tenant = '3f2504e0-4f89-11d3-9a0c-0305e82c3301';
const entra = `https://login.microsoftonline.com/${tenant}/v2.0`;
const name = 'jeanne.dupont@example.fr';

it('takes the sign-in name of Microsoft Entra ID, of the organisation that the settings name', () => {
  expect(provedEmail({ tid: tenant, preferred_username: name }, entra)).toBe(name);
  expect(provedEmail({ tid: tenant, preferred_username: name }, entra.toUpperCase())).toBe(name);
});

it.each([
  { preferred_username: name },
  { tid: '00000000-0000-0000-0000-000000000000', preferred_username: name },
  // Anybody who administers an organisation may write any e-mail there.
  { tid: tenant, email: name },
  { tid: tenant, email: name, email_verified: true },
])('takes nothing else of Microsoft Entra ID: %j', (claims) => {
  expect(provedEmail(claims, entra)).toBeUndefined();
});

it('takes of others the e-mail that they have verified', () => {
  const issuer = 'https://connexion.example.org';
  expect(provedEmail({ email: name, email_verified: true }, issuer)).toBe(name);
  expect(provedEmail({ email: name, email_verified: false }, issuer)).toBeUndefined();
  expect(provedEmail({ preferred_username: name, tid: tenant }, issuer)).toBeUndefined();
});
