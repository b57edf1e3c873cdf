import type { StoreMiddleware } from './webChat';

/** Tells when a person begins to answer in the assistant's place, and when the assistant is back: the channel says so by an event, also when an earlier conversation comes back. */
export function watchHandoff(tell: (live: boolean) => void): StoreMiddleware {
  let live = false;
  return () => (next) => (action) => {
    const { type, name, value } = action.payload?.activity ?? {};
    if (action.type === 'DIRECT_LINE/INCOMING_ACTIVITY' && type === 'event' && name === 'handoff.status') {
      const now = (value as { readonly state?: string } | undefined)?.state === 'accepted';
      if (now !== live) tell(now);
      live = now;
    }
    return next(action);
  };
}
