import { localeOf, localizedStrings, styleOptions } from './appearance';
import type { IssuedToken } from './requestToken';
import type { ChatSettings } from './settings';
import { watchHandoff } from './watchHandoff';
import type { DirectLine, Store, StoreMiddleware, WebChat } from './webChat';

/** A conversation as it is shown: its connection and what the page knows of it. */
export interface ShownConversation {
  readonly directLine: DirectLine;
  readonly store: Store;
  readonly issued: IssuedToken;
}

/** Shows a conversation in `element`, in the place of whatever is there. It comes with its history from the server. */
export function showConversation(show: {
  readonly webChat: WebChat;
  readonly element: Element;
  readonly settings: ChatSettings;
  readonly issued: IssuedToken;
  /** Whether the token is for a conversation that has begun before. */
  readonly resumed: boolean;
  /** False where sockets are blocked, as some proxies do: asking every second works as well. */
  readonly webSocket: boolean;
  readonly middleware: readonly StoreMiddleware[];
}): ShownConversation {
  const { webChat, issued } = show;
  const { language, nonce } = show.settings;
  const locale = localeOf(language);
  // Our own Direct Line replays a conversation to whoever starts it again; Azure's does so on reconnecting by id.
  const reconnecting = show.resumed && new URL(issued.domain).origin !== location.origin;
  const directLine = webChat.createDirectLine({
    token: issued.token,
    domain: issued.domain,
    ...(reconnecting ? { conversationId: issued.conversationId } : {}),
    webSocket: show.webSocket,
    conversationStartProperties: { locale },
  });
  const options = {
    directLine,
    nonce,
    locale,
    // The page's own element is the main part; without a label this role says nothing of its own.
    role: 'region',
    userID: issued.userId,
    styleOptions,
    overrideLocalizedStrings: localizedStrings(language),
  };
  // The assistant has no use for knowing that somebody is writing; a person has.
  const live = watchHandoff((sendTypingIndicator) => {
    webChat.renderWebChat({ ...options, store, sendTypingIndicator }, show.element);
  });
  const store = webChat.createStore({}, ...show.middleware, live);
  webChat.renderWebChat({ ...options, store }, show.element);
  return { directLine, store, issued };
}
