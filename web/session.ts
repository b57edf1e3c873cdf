import type { Banner } from './banner';
import { requestToken, type IssuedToken } from './requestToken';
import { forgetConversation, saveConversation, savedConversation } from './savedConversation';
import type { ChatSettings } from './settings';
import { showConversation, type ShownConversation } from './showConversation';
import { resend, unsentMessages } from './unsentMessages';
import { watchSockets } from './watchSockets';
import { connectionStatus, type Activity, type Store, type StoreMiddleware, type WebChat } from './webChat';

/** The conversation on the page. It mends itself: whatever breaks, it comes back with its history. */
export interface Session {
  /** The store that is shown, once there is one. */
  store(): Store | undefined;
  /** Begins a new conversation; the earlier one is no longer shown. */
  restart(): void;
}

const firstRetryMs = 1000;
const longestRetryMs = 15_000;
/** How long a lost socket may take to come back by itself. The library waits up to 15 s; visitors do not. */
const socketPatienceMs = 1500;

/**
 * Shows the conversation in `element`. Unaided, Web Chat tells nothing when the network drops, dies for good when its
 * token has expired, and stays silent when the server has forgotten the conversation; here each leads to a new
 * connection, and what the visitor had written meanwhile is sent again.
 */
export function startSession(deps: {
  readonly webChat: Promise<WebChat>;
  readonly element: Element;
  readonly settings: ChatSettings;
  readonly banner: Banner;
  readonly middleware: StoreMiddleware;
}): Session {
  const { element, settings, banner } = deps;
  let current: ShownConversation | undefined;
  /** Grows with every connection, so that what an old one still reports is not taken for the new one's. */
  let generation = 0;
  let failures = 0;
  let socketsInVain = 0;
  let interrupted = false;
  let connecting = false;
  let retry: number | undefined;

  watchSockets(() => {
    const own = generation;
    return {
      opened() {
        if (own !== generation) return;
        failures = 0;
        socketsInVain = 0;
        void settled();
      },
      closed(wasOpen) {
        if (own !== generation) return;
        if (!wasOpen) socketsInVain += 1;
        interrupted = true;
        banner.show(navigator.onLine ? 'reconnecting' : 'offline');
        later(socketPatienceMs);
      },
    };
  });
  window.addEventListener('offline', () => {
    interrupted = true;
    banner.show('offline');
  });
  window.addEventListener('online', () => {
    later(0);
  });
  window.addEventListener('error', (event) => {
    // Thrown by the library out of reach of any handler when the server no longer knows the conversation.
    if (/conversation ended|failed to connect|expired token/.test(event.message)) {
      event.preventDefault();
      lose();
    }
  });
  window.addEventListener('pagehide', () => {
    remember();
  });

  void connect();
  return {
    store: () => current?.store,
    restart() {
      forgetConversation();
      document.body.classList.remove('talking');
      end();
      void connect();
    },
  };

  function later(delayMs: number): void {
    clearTimeout(retry);
    retry = window.setTimeout(() => void connect(), delayMs);
  }

  /** A message that was refused may mean a token or a conversation that is no more: a new connection tells. */
  function watch(own: number): StoreMiddleware {
    return () => (next) => (action) => {
      if (action.type === 'DIRECT_LINE/POST_ACTIVITY_REJECTED' && own === generation) lose();
      // Also when an earlier conversation comes back from the server.
      if (action.payload?.activity?.from?.role === 'user') document.body.classList.add('talking');
      return next(action);
    };
  }

  /** The connection is beyond repair: its store has stopped too. */
  function lose(): void {
    failures += 1;
    interrupted = true;
    banner.show('reconnecting');
    later(Math.min(firstRetryMs * 2 ** (failures - 1), longestRetryMs));
  }

  async function connect(): Promise<void> {
    if (connecting) return;
    connecting = true;
    clearTimeout(retry);
    const webChat = await deps.webChat;
    const earlier = savedConversation(Date.now());
    if (!current) banner.show('connecting');
    const outcome = await requestToken(current?.directLine.token ?? earlier?.token);
    connecting = false;
    if (outcome.kind === 'issued') {
      const resumed = earlier?.conversationId === outcome.issued.conversationId;
      if (earlier && !resumed) banner.show('forgotten');
      open(webChat, outcome.issued, resumed);
      return;
    }
    interrupted = true;
    if (outcome.kind === 'refused') {
      banner.show('refused');
      return;
    }
    failures += 1;
    banner.show(navigator.onLine ? 'unreachable' : 'offline');
    later(Math.min(firstRetryMs * 2 ** (failures - 1), longestRetryMs));
  }

  function open(webChat: WebChat, issued: IssuedToken, resumed: boolean): void {
    const earlier = current?.store;
    const waiting = earlier ? unsentMessages(earlier) : [];
    const written = earlier?.getState().sendBoxValue;
    end();
    generation += 1;
    const own = generation;
    const webSocket = socketsInVain < 2;
    const middleware = [deps.middleware, watch(own)];
    current = showConversation({ webChat, element, settings, issued, resumed, webSocket, middleware });
    remember();
    if (written) write(current.store, written);
    current.directLine.connectionStatus$.subscribe((status) => {
      if (own !== generation) return;
      if (status >= connectionStatus.expiredToken) lose();
      else if (status === connectionStatus.online && !webSocket) void settled();
    });
    void deliver(waiting);
  }

  /** The connection stands: tells so after an interruption, and sends what did not go out. */
  async function settled(): Promise<void> {
    if (!current) return;
    const waiting = unsentMessages(current.store);
    if (waiting.length > 0) await deliver(waiting);
    else if (interrupted) banner.show('restored');
    else banner.clear();
    interrupted = false;
  }

  /** Sends messages again. One that is refused again goes back into the input: the visitor's words are never lost. */
  async function deliver(messages: readonly Activity[]): Promise<void> {
    if (!current || messages.length === 0) return;
    const { store, directLine } = current;
    interrupted = false;
    const refused = await resend(messages, directLine);
    if (refused.length < messages.length) banner.show('resent');
    const words = [store.getState().sendBoxValue, ...refused.map(({ text }) => text)].filter(Boolean);
    if (refused.length > 0) write(store, words.join('\n'));
  }

  function write(store: Store, text: string): void {
    store.dispatch({ type: 'WEB_CHAT/SET_SEND_BOX', payload: { text } });
  }

  function end(): void {
    generation += 1;
    current?.directLine.end();
    current = undefined;
  }

  function remember(): void {
    if (!current) return;
    const { directLine, issued } = current;
    const { conversationId } = issued;
    saveConversation({ token: directLine.token ?? issued.token, conversationId, usedAt: Date.now() });
  }
}
