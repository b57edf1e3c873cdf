/** A real OpenID Connect provider in a process of its own, driven by messages: who is at its keyboard, and where it may send people back. */
import { createServer } from 'node:http';
import Provider from 'oidc-provider';

let person;
let handle;

function open(issuer, redirectUri) {
  const provider = new Provider(issuer, {
    clients: [{ client_id: 'suivi', client_secret: 'a-secret-of-the-trial', redirect_uris: [redirectUri] }],
    claims: { openid: ['sub'], email: ['email', 'email_verified'], profile: ['preferred_username'] },
    cookies: { keys: ['trial'] },
    features: { devInteractions: { enabled: false } },
    findAccount: (_context, accountId) => ({ accountId, claims: () => ({ sub: accountId, ...person }) }),
    interactions: { url: (_context, interaction) => `/interaction/${interaction.uid}` },
    async loadExistingGrant({ oidc }) {
      const grant = new oidc.provider.Grant({
        clientId: oidc.client.clientId,
        accountId: oidc.session.accountId,
      });
      grant.addOIDCScope('openid email profile');
      await grant.save();
      return grant;
    },
  });
  const callback = provider.callback();
  return (request, response) => {
    if (!request.url.startsWith('/interaction/')) return callback(request, response);
    const result = person
      ? { login: { accountId: 'someone' } }
      : { error: 'access_denied', error_description: 'the person turned back' };
    return provider.interactionFinished(request, response, result);
  };
}

const server = createServer((request, response) => void handle(request, response));
server.listen(0, '127.0.0.1', () => {
  const issuer = `http://127.0.0.1:${server.address().port}`;
  process.on('message', (message) => {
    if (message.redirectUri) handle = open(issuer, message.redirectUri);
    else person = message.person;
    process.send('done');
  });
  process.send(issuer);
});
process.on('disconnect', () => process.exit());
