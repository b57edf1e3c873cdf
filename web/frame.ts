import type { HostContext, ToChat, ToHost } from './frameMessage';
import type { Store, StoreAction, StoreMiddleware } from './webChat';

/** The page around the chat, when there is one: it may send, prefill and close, and tells where the visitor comes from. */
export interface Frame {
  /** To be given to Web Chat's store: puts the host page's address with the visitor's messages. */
  readonly middleware: StoreMiddleware;
  /** Begins to listen to the launcher. */
  attach(store: () => Store | undefined): void;
}

const longestText = 4000;

/** Joins the chat with the launcher around it. Does nothing on a page of its own. */
export function connectFrame(): Frame {
  let context: HostContext = {};
  let host: string | undefined;
  let connected = false;
  let waiting: (() => void)[] = [];

  /** Web Chat drops what it is told before it is connected. */
  function whenConnected(act: () => void): void {
    if (connected) act();
    else waiting.push(act);
  }

  function tell(message: ToHost): void {
    if (host !== undefined) window.parent.postMessage(message, host);
  }

  return {
    middleware: () => (next) => (action) => {
      if (action.type === 'DIRECT_LINE/CONNECT_FULFILLED') {
        connected = true;
        const acts = waiting;
        waiting = [];
        setTimeout(() => {
          for (const act of acts) act();
        });
      }
      if (action.type === 'DIRECT_LINE/DISCONNECT_FULFILLED') connected = false;
      return next(action.type === 'DIRECT_LINE/POST_ACTIVITY' ? withContext(action, context) : action);
    },

    attach(store) {
      if (window.parent === window) return;
      window.addEventListener('message', (event: MessageEvent<unknown>) => {
        // Only allowed sites can be the parent: the page's policy (frame-ancestors) keeps all others from framing it.
        if (event.source !== window.parent || !isToChat(event.data)) return;
        const message = event.data;
        host = event.origin;
        if (message.assistant === 'hello') {
          context = contextOf(message.context);
          tell({ assistant: 'ready' });
          return;
        }
        const text = message.text.slice(0, longestText);
        const type = message.assistant === 'send' ? 'WEB_CHAT/SEND_MESSAGE' : 'WEB_CHAT/SET_SEND_BOX';
        whenConnected(() => store()?.dispatch({ type, payload: { text } }));
      });
      const close = document.getElementById('close');
      if (!close) return;
      close.hidden = false;
      close.addEventListener('click', () => {
        tell({ assistant: 'close' });
      });
    },
  };
}

function isToChat(data: unknown): data is ToChat {
  if (typeof data !== 'object' || data === null || !('assistant' in data)) return false;
  if (data.assistant === 'hello') return true;
  return (
    (data.assistant === 'send' || data.assistant === 'prefill') &&
    'text' in data &&
    typeof data.text === 'string'
  );
}

function contextOf(given: HostContext | undefined): HostContext {
  const { page, campaign } = given ?? {};
  return {
    ...(typeof page === 'string' ? { page: page.slice(0, 500) } : {}),
    ...(typeof campaign === 'string' ? { campaign: campaign.slice(0, 100) } : {}),
  };
}

function withContext(action: StoreAction, context: HostContext): StoreAction {
  const activity = action.payload?.activity;
  if (activity?.type !== 'message' || Object.keys(context).length === 0) return action;
  const channelData = { ...activity.channelData, hostContext: context };
  return { ...action, payload: { ...action.payload, activity: { ...activity, channelData } } };
}
