import type { Activity, DirectLine, Store } from './webChat';

/** Sends again what did not arrive. The server knows a message by its client id, so nothing arrives twice. */
export interface UnsentMessages {
  /** The visitor's messages that the server has not acknowledged. */
  of(store: Store): readonly Activity[];
  /** Sends them over the connection; resolves with how many were sent. */
  resend(messages: readonly Activity[], directLine: DirectLine): Promise<number>;
}

/** A message that the server refuses for good must not be sent for ever. */
const maxAttempts = 3;

export function createUnsentMessages(): UnsentMessages {
  const attempts = new Map<string, number>();

  return {
    of: (store) =>
      store.getState().activities.filter((activity) => {
        const { clientActivityID, 'webchat:send-status': status } = activity.channelData ?? {};
        return (
          activity.from.role === 'user' &&
          typeof clientActivityID === 'string' &&
          (status === 'sending' || status === 'send failed') &&
          (attempts.get(clientActivityID) ?? 0) < maxAttempts
        );
      }),

    async resend(messages, directLine) {
      let sent = 0;
      for (const message of messages) {
        const id = String(message.channelData?.clientActivityID);
        attempts.set(id, (attempts.get(id) ?? 0) + 1);
        // One after the other: they must arrive in the order in which they were written.
        if (await post(message, directLine)) sent += 1;
      }
      return sent;
    },
  };
}

function post(message: Activity, directLine: DirectLine): Promise<boolean> {
  const { clientActivityID, postBack } = message.channelData ?? {};
  const channelData = postBack === undefined ? { clientActivityID } : { clientActivityID, postBack };
  return new Promise((resolve) => {
    directLine.postActivity({ ...message, channelData }).subscribe(
      () => {
        resolve(true);
      },
      () => {
        resolve(false);
      },
    );
  });
}
