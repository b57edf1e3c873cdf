import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

/** A provider with the client `suivi`. */
export interface TestOidcProvider {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** Where the client's people are sent back. */
  allow(redirectUri: string): Promise<void>;
  /** Who is at the keyboard from now on: what the provider says of them. Undefined: somebody who turns back. */
  seat(claims: Readonly<Record<string, unknown>> | undefined): Promise<void>;
  stop(): Promise<void>;
}

/** Starts a real OpenID Connect provider on a free port of this machine. */
export async function startOidcProvider(): Promise<TestOidcProvider> {
  const child = fork(join(__dirname, 'oidcProvider.mjs'), { silent: true });
  const [issuer] = (await once(child, 'message')) as [string];
  const tell = async (message: object): Promise<void> => {
    const done = once(child, 'message');
    child.send(message);
    await done;
  };
  return {
    issuer,
    clientId: 'suivi',
    clientSecret: 'a-secret-of-the-trial',
    allow: (redirectUri) => tell({ redirectUri }),
    seat: (person) => tell({ person }),
    async stop() {
      const gone = once(child, 'exit');
      child.disconnect();
      await gone;
    },
  };
}
