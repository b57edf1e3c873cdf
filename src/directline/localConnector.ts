import type {
  Activity,
  ChannelAccount,
  ConfigurationBotFrameworkAuthentication,
  ResourceResponse,
} from 'botbuilder';
import type { Ids } from '../shared/ids';
import type { Conversations } from './conversations';
import type { ActivityContent } from './conversationStore';
import { passingActivityIdOf, sequenceOf } from './wireActivity';

/** The service URL of the website's conversations. No caller from outside can name it: it is not http. */
export const localServiceUrl = 'urn:direct-line:local';

/** Who the bot is on the website. */
export interface BotAccount {
  readonly id: string;
  readonly name: string;
}

/**
 * What the SDK asks of a connector, answered within the process. The SDK's own client class carries an HTTP pipeline that
 * nothing here would use, so this states only the calls that an adapter or a dialog makes.
 */
interface LocalConversations {
  sendToConversation(conversationId: string, activity: Partial<Activity>): Promise<ResourceResponse>;
  replyToActivity(
    conversationId: string,
    activityId: string,
    activity: Partial<Activity>,
  ): Promise<ResourceResponse>;
  updateActivity(
    conversationId: string,
    activityId: string,
    activity: Partial<Activity>,
  ): Promise<ResourceResponse>;
  deleteActivity(conversationId: string, activityId: string): Promise<void>;
  getConversationMembers(conversationId: string): Promise<ChannelAccount[]>;
  getConversationMember(conversationId: string, memberId: string): Promise<ChannelAccount>;
  getConversationPagedMembers(conversationId: string): Promise<{ members: ChannelAccount[] }>;
}

/** Where and how an activity travels: no business of the page's. */
const travelling = new Set([
  'id',
  'timestamp',
  'recipient',
  'conversation',
  'channelId',
  'serviceUrl',
  'relatesTo',
  'callerId',
  'deliveryMode',
]);

/** Types that concern the bot and its tools only. */
const neverShown = new Set(['trace', 'conversationUpdate', 'installationUpdate', 'delay', 'invokeResponse']);

type ConnectorFactory = ReturnType<ConfigurationBotFrameworkAuthentication['createConnectorFactory']>;
type ConnectorClient = Awaited<ReturnType<ConnectorFactory['create']>>;

/** The way of the bot's replies to the website's visitors, for `createBotAdapter`. */
export function createLocalConnector(deps: {
  readonly conversations: Conversations;
  readonly bot: BotAccount;
  readonly ids: Ids;
}): { readonly serviceUrl: string; readonly client: ConnectorClient } {
  const client = { conversations: createLocalConversations(deps) };
  // The SDK's class declares its HTTP pipeline as well; the adapter only ever calls `conversations`.
  return { serviceUrl: localServiceUrl, client: client as unknown as ConnectorClient };
}

function createLocalConversations(deps: {
  readonly conversations: Conversations;
  readonly bot: BotAccount;
  readonly ids: Ids;
}): LocalConversations {
  const { conversations, bot, ids } = deps;
  const account = { id: bot.id, name: bot.name, role: 'bot' };

  async function send(conversationId: string, activity: Partial<Activity>): Promise<ResourceResponse> {
    const content = contentOf(conversationId, activity, account);
    const passing = passingActivityIdOf(conversationId, ids.uuid());
    if (neverShown.has(content.type)) return { id: passing };
    if (content.type === 'typing') {
      await conversations.signal(conversationId, content, passing);
      return { id: passing };
    }
    const said = await conversations.say(conversationId, content);
    if (said.kind === 'unknownConversation') throw new UnknownConversation();
    return { id: said.activity.id };
  }

  async function members(conversationId: string): Promise<ChannelAccount[]> {
    const conversation = await conversations.find(conversationId);
    if (!conversation) throw new UnknownConversation();
    return [account, { id: conversation.userId, name: '', role: 'user' }];
  }

  return {
    sendToConversation: send,
    replyToActivity: (conversationId, _activityId, activity) => send(conversationId, activity),
    async updateActivity(conversationId, activityId, activity) {
      const sequence = sequenceOf(conversationId, activityId);
      const content = contentOf(conversationId, activity, account);
      const replaced = sequence && (await conversations.replace(conversationId, sequence, content));
      if (!replaced) throw new UnknownConversation();
      return { id: replaced.id };
    },
    async deleteActivity(conversationId, activityId) {
      const sequence = sequenceOf(conversationId, activityId);
      if (sequence) await conversations.remove(conversationId, sequence);
    },
    getConversationMembers: members,
    async getConversationMember(conversationId, memberId) {
      const member = (await members(conversationId)).find(({ id }) => id === memberId);
      if (!member) throw new UnknownConversation();
      return member;
    },
    getConversationPagedMembers: async (conversationId) => ({ members: await members(conversationId) }),
  };
}

/** The conversation or activity is gone (purged or erased); the SDK expects a status code as from a remote channel. */
class UnknownConversation extends Error {
  readonly statusCode = 404;
  readonly code = 'ConversationNotFound';
  constructor() {
    super('the conversation or activity is unknown to the local channel');
  }
}

function contentOf(
  conversationId: string,
  activity: Partial<Activity>,
  account: ChannelAccount,
): ActivityContent {
  const shown = Object.entries(activity).filter(
    ([field, value]) =>
      value !== undefined &&
      !travelling.has(field) &&
      // Web Chat holds a reply back for five seconds while it waits for an activity that it does not know.
      !(field === 'replyToId' && sequenceOf(conversationId, activity.replyToId) === undefined),
  );
  return { ...Object.fromEntries(shown), type: activity.type ?? 'message', from: account };
}
