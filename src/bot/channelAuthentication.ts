import { ConfigurationBotFrameworkAuthentication } from 'botbuilder';
import type { BotCredentials } from '../config';
import { createBoundedCache } from '../shared/boundedCache';

type Identity = Parameters<ConfigurationBotFrameworkAuthentication['createUserTokenClient']>[0];
type ConnectorFactory = ReturnType<ConfigurationBotFrameworkAuthentication['createConnectorFactory']>;
type UserTokenClient = Awaited<ReturnType<ConfigurationBotFrameworkAuthentication['createUserTokenClient']>>;
type AuthenticatedRequest = Awaited<
  ReturnType<ConfigurationBotFrameworkAuthentication['authenticateRequest']>
>;
type IncomingActivity = Parameters<ConfigurationBotFrameworkAuthentication['authenticateRequest']>[0];

/** The client through which the SDK sends a turn's replies. */
export type ConnectorClient = Awaited<ReturnType<ConnectorFactory['create']>>;

/** A channel that lives in this process: replies to its service URL go to its client instead of over the network. */
export interface LocalConnector {
  readonly serviceUrl: string;
  readonly client: ConnectorClient;
}

/** Service URLs come from callers, so the number of clients kept for them is bounded. */
const maxClients = 200;

/** The credentials under the SDK's own names. */
const authenticationSettings = (credentials: BotCredentials | undefined) =>
  credentials
    ? {
        MicrosoftAppId: credentials.appId,
        MicrosoftAppType: credentials.type,
        ...(credentials.password === undefined ? {} : { MicrosoftAppPassword: credentials.password }),
        ...(credentials.tenantId === undefined ? {} : { MicrosoftAppTenantId: credentials.tenantId }),
      }
    : {};

/**
 * The Bot Framework's authentication with two additions: clients are kept per service URL (building them anew costs more
 * than the rest of a turn), and the local channel's replies stay in the process.
 */
export class ChannelAuthentication extends ConfigurationBotFrameworkAuthentication {
  readonly #clients = createBoundedCache<Promise<ConnectorClient>>(maxClients);
  readonly #tokenClients = createBoundedCache<Promise<UserTokenClient>>(maxClients);

  constructor(
    credentials: BotCredentials | undefined,
    private readonly local: LocalConnector | undefined,
    /** Changes a new client before it is used. */
    private readonly configure: (client: ConnectorClient) => void = () => undefined,
  ) {
    super(authenticationSettings(credentials));
  }

  override async authenticateRequest(
    activity: IncomingActivity,
    authHeader: string,
  ): Promise<AuthenticatedRequest> {
    const request = await super.authenticateRequest(activity, authHeader);
    return { ...request, connectorFactory: this.createConnectorFactory(request.claimsIdentity) };
  }

  override createConnectorFactory(identity: Identity): ConnectorFactory {
    const factory = super.createConnectorFactory(identity);
    const create = factory.create.bind(factory);
    factory.create = (serviceUrl, audience) => {
      if (this.local?.serviceUrl === serviceUrl) return Promise.resolve(this.local.client);
      const key = [ownerOf(identity), audience ?? '', serviceUrl].join('|');
      return this.#clients.get(key, async () => {
        const client = await create(serviceUrl, audience);
        this.configure(client);
        return client;
      });
    };
    return factory;
  }

  override createUserTokenClient(identity: Identity): Promise<UserTokenClient> {
    return this.#tokenClients.get(ownerOf(identity), () => super.createUserTokenClient(identity));
  }
}

/** The application that the identity speaks for: clients sign with its credentials, so they are not shared across it. */
function ownerOf(identity: Identity): string {
  return identity.getClaimValue('appid') ?? identity.getClaimValue('aud') ?? '';
}
