import {
  ActivityTypes,
  BotAdapter,
  TurnContext,
  type Activity,
  type ResourceResponse,
} from 'botbuilder-core';
import type { TurnLogic } from './botAdapter';

/** One activity as a channel would send it; the rest is filled in. */
export type Incoming = Partial<Activity> & { readonly type: string };

/** Runs turns inside the process, without a channel: for the command line and for transcripts. */
export interface DirectTurns {
  /** Sends one activity and returns what the bot sent back, in order. Errors of the turn are thrown. */
  send(conversationId: string, activity: Incoming): Promise<Partial<Activity>[]>;
  /** Says one thing. */
  say(conversationId: string, text: string, locale?: string): Promise<Partial<Activity>[]>;
}

/**
 * @param channelId what the bot believes to be on
 * @param onTurnFailure what happens after a failed turn, as with a channel's adapter; by default its error is thrown
 */
export function createDirectTurns(
  logic: TurnLogic,
  channelId = 'directline',
  onTurnFailure?: TurnLogic,
): DirectTurns {
  let count = 0;
  const send = async (conversationId: string, activity: Incoming): Promise<Partial<Activity>[]> => {
    const adapter = new CollectingAdapter();
    count += 1;
    const complete: Partial<Activity> = {
      id: String(count),
      channelId,
      serviceUrl: 'urn:direct-turns',
      conversation: { id: conversationId, name: '', isGroup: false, conversationType: 'personal' },
      from: { id: 'visitor', name: '' },
      recipient: { id: 'assistant', name: '' },
      ...activity,
    };
    const context = new TurnContext(adapter, complete);
    try {
      await logic(context);
    } catch (error) {
      if (!onTurnFailure) throw error;
      await onTurnFailure(context);
    }
    return adapter.sent;
  };
  return {
    send,
    say: (conversationId, text, locale) =>
      send(conversationId, { type: ActivityTypes.Message, text, ...(locale ? { locale } : {}) }),
  };
}

class CollectingAdapter extends BotAdapter {
  readonly sent: Partial<Activity>[] = [];

  override async sendActivities(
    _context: TurnContext,
    activities: Partial<Activity>[],
  ): Promise<ResourceResponse[]> {
    this.sent.push(...activities);
    return activities.map((_, i) => ({ id: String(i) }));
  }

  override async updateActivity(): Promise<undefined> {
    return undefined;
  }

  override async deleteActivity(): Promise<void> {
    return undefined;
  }

  override async continueConversation(): Promise<void> {
    return undefined;
  }
}
