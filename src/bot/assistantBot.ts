import type { InvokeResponse } from 'botbuilder';
import { ActivityHandler, type ConversationState, type TurnContext } from 'botbuilder-core';
import { teamsChannel, webChannel } from '../shared/channels';
import type { LeadCardActs } from '../delivery/teams/leadCardActs';
import type { SearchLeads } from '../delivery/teams/leadSearch';
import type { RootDialog } from '../dialogs/rootDialogDeps';
import { admit } from './teams/admission';
import type { LiveRelay } from '../leads/liveRelay';
import type { ProposeCorrection } from '../notices/correction';
import { answerPress } from './teams/cardInvoke';
import { openCorrection, takeCorrection } from './teams/correctionDialog';
import { pairingReply, type PairingDeps } from './teams/pairingCommand';
import { answerSearch } from './teams/searchInvoke';
import { isGroup, localeOf, spokenText } from './teams/teamsActivity';

export interface AssistantBotDeps {
  readonly dialog: RootDialog;
  readonly conversationState: ConversationState;
  /** Ids of the organisations that Teams may bring, in lower case; empty: all. */
  readonly allowedTenants: readonly string[];
  /** What recipients do in Teams. */
  readonly recipients: RecipientsInTeams;
  readonly proposeCorrection: ProposeCorrection;
}

/** What recipients do in Teams: link a chat, and follow leads on cards. */
export interface RecipientsInTeams extends PairingDeps {
  readonly leadCardActs: LeadCardActs;
  readonly searchLeads: SearchLeads;
  readonly relay: Pick<LiveRelay, 'fromVisitor' | 'fromRecipient' | 'writing'>;
  /** The assistant had to leave a conversation: nobody gets leads there any more. */
  readonly forgetChat: (conversationId: string) => Promise<void>;
}

/** The bot of all channels: greets who joins, hands messages to the root dialog, saves the state once a turn. */
export class AssistantBot extends ActivityHandler {
  constructor(private readonly deps: AssistantBotDeps) {
    super();
    const { dialog, conversationState } = deps;
    this.onMembersAdded(async (context, next) => {
      const { membersAdded = [], recipient, channelId } = context.activity;
      // Teams tells the assistant of its own arrival, and of everybody who joins a group later.
      const meant = membersAdded.some(({ id }) => (channelId === teamsChannel) === (id === recipient.id));
      if (meant) await dialog.greet(context);
      await next();
    });
    this.onInstallationUpdateAdd(async (context, next) => {
      await dialog.greet(context);
      await next();
    });
    this.onInstallationUpdateRemove(async (context, next) => {
      await deps.recipients.forgetChat(context.activity.conversation.id);
      await next();
    });
    this.onMessage(async (context, next) => {
      const { activity } = context;
      const paired =
        activity.channelId === teamsChannel ? await pairingReply(activity, deps.recipients) : undefined;
      if (paired !== undefined) await context.sendActivity(paired);
      else if (!(await this.relayed(context))) await dialog.onMessage(context);
      await next();
    });
    this.onTyping(async ({ activity }, next) => {
      const { relay } = this.deps.recipients;
      const { aadObjectId } = activity.from;
      if (activity.channelId === webChannel)
        await relay.writing({ conversationId: activity.conversation.id });
      else if (aadObjectId !== undefined && !isGroup(activity)) await relay.writing({ userId: aadObjectId });
      await next();
    });
    this.onMessageUpdate(async (context, next) => {
      await dialog.onEdited(context);
      await next();
    });
    this.onMessageDelete(async (context, next) => {
      await dialog.onDeleted(context);
      await next();
    });
    this.onDialog(async (context: TurnContext, next) => {
      await conversationState.saveChanges(context, false);
      await next();
    });
  }

  override async run(context: TurnContext): Promise<void> {
    if (context.activity.channelId === teamsChannel && !(await this.admitted(context))) return;
    await super.run(context);
  }

  /** While a person answers, the assistant is silent and passes on what is written. */
  private async relayed({ activity }: TurnContext): Promise<boolean> {
    const { relay } = this.deps.recipients;
    const text = (activity.text as string | undefined)?.trim() ?? '';
    if (text === '') return false;
    if (activity.channelId === webChannel) return relay.fromVisitor(activity.conversation.id, text);
    if (activity.channelId !== teamsChannel || isGroup(activity)) return false;
    const { aadObjectId } = activity.from;
    return aadObjectId !== undefined && (await relay.fromRecipient(aadObjectId, text));
  }

  protected override async onInvokeActivity(context: TurnContext): Promise<InvokeResponse> {
    const { activity } = context;
    const { dialog, recipients } = this.deps;
    switch (activity.name) {
      case 'adaptiveCard/action':
        return answerPress(activity, recipients.leadCardActs);
      case 'composeExtension/query':
        return answerSearch(activity, async (words) => [
          ...(await recipients.searchLeads(activity.from.aadObjectId ?? '', words)),
          ...dialog.search(words, activity),
        ]);
      case 'task/fetch':
        return openCorrection(activity);
      case 'task/submit':
        return takeCorrection(activity, this.deps.proposeCorrection);
      default:
        return { status: 501 };
    }
  }

  private async admitted(context: TurnContext): Promise<boolean> {
    const { activity } = context;
    const admission = admit(activity, this.deps.allowedTenants);
    const locale = localeOf(activity);
    if (locale !== undefined) activity.locale = locale;
    if (admission === 'admitted') {
      if (activity.type === 'message' || activity.type === 'messageUpdate')
        activity.text = spokenText(activity);
      return true;
    }
    if (admission === 'foreign' && activity.type === 'message') await this.deps.dialog.refuse(context);
    if (admission === 'foreign' && activity.type === 'invoke') {
      await context.sendActivity({ type: 'invokeResponse', value: { status: 403 } });
    }
    return false;
  }
}
