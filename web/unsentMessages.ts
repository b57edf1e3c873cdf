import type { Activity, DirectLine, Store } from './webChat';

/** The visitor's messages that the server has not acknowledged. */
export function unsentMessages(store: Store): readonly Activity[] {
  return store.getState().activities.filter((activity) => {
    const { clientActivityID, 'webchat:send-status': status } = activity.channelData ?? {};
    return (
      activity.from?.role === 'user' &&
      activity.type !== 'typing' &&
      typeof clientActivityID === 'string' &&
      (status === 'sending' || status === 'send failed')
    );
  });
}

/**
 * Sends messages again, in the order in which they were written. The server knows a message by its client id, so nothing
 * arrives twice.
 * @returns those that were refused again
 */
export async function resend(
  messages: readonly Activity[],
  directLine: DirectLine,
): Promise<readonly Activity[]> {
  const refused: Activity[] = [];
  for (const message of messages) {
    if (!(await post(message, directLine))) refused.push(message);
  }
  return refused;
}

function post(message: Activity, directLine: DirectLine): Promise<boolean> {
  const { clientActivityID, postBack } = message.channelData ?? {};
  const channelData = postBack === undefined ? { clientActivityID } : { clientActivityID, postBack };
  return new Promise((resolve) => {
    directLine.postActivity({ ...message, channelData }).subscribe(
      (id) => {
        // What the library answers instead of an error when it wants to be asked again.
        resolve(id !== 'retry');
      },
      () => {
        resolve(false);
      },
    );
  });
}
