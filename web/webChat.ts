/** The parts of Microsoft's Web Chat that the page uses, as its bundle puts them on the window. */
export interface WebChat {
  createDirectLine(options: {
    token: string;
    domain: string;
    conversationId?: string;
    watermark?: string;
    webSocket: boolean;
    conversationStartProperties: { locale: string };
  }): DirectLine;
  createStore(
    initialState: Readonly<Record<string, unknown>>,
    ...middleware: readonly StoreMiddleware[]
  ): Store;
  renderWebChat(options: Readonly<Record<string, unknown>>, element: Element): void;
}

/** A connection of directlinejs. */
export interface DirectLine {
  readonly connectionStatus$: { subscribe(next: (status: number) => void): { unsubscribe(): void } };
  postActivity(activity: Activity): {
    subscribe(next: (id: string) => void, error: (error: unknown) => void): { unsubscribe(): void };
  };
  end(): void;
  /** The newest token: directlinejs exchanges it from time to time. Not declared by the library. */
  readonly token?: string;
  /** Of the last activity it has passed on. Not declared by the library. */
  readonly watermark?: string;
}

/** What directlinejs tells of its connection. From `expiredToken` on it has given up. */
export const connectionStatus = { connecting: 1, online: 2, expiredToken: 3, failed: 4, ended: 5 } as const;

/** An activity as Web Chat's store keeps it. */
export interface Activity {
  readonly id?: string;
  readonly type: string;
  /** Of an event. */
  readonly name?: string;
  readonly value?: unknown;
  readonly text?: string;
  readonly timestamp?: string;
  readonly localTimestamp?: string;
  /** Absent while a message is on its way to the connection. */
  readonly from?: { readonly id?: string; readonly role?: string };
  readonly attachments?: readonly { readonly content?: unknown; readonly contentType: string }[];
  readonly suggestedActions?: { readonly actions: readonly { readonly title?: string }[] };
  readonly channelData?: Readonly<Record<string, unknown>>;
}

export interface StoreAction {
  readonly type: string;
  readonly payload?: { readonly activity?: Activity };
}

export type StoreMiddleware = () => (
  next: (action: StoreAction) => unknown,
) => (action: StoreAction) => unknown;

/** Web Chat's Redux store. */
export interface Store {
  dispatch(action: { type: string; payload?: unknown }): unknown;
  getState(): { readonly activities: readonly Activity[]; readonly sendBoxValue?: string };
  subscribe(listener: () => void): () => void;
}

declare global {
  interface Window {
    WebChat?: WebChat;
  }
}

/** Web Chat, when its script has come. Rejects when the script cannot be loaded. */
export function loadWebChat(): Promise<WebChat> {
  return new Promise((resolve, reject) => {
    if (window.WebChat) {
      resolve(window.WebChat);
      return;
    }
    const script = document.getElementById('webchat-script');
    script?.addEventListener('load', () => {
      if (window.WebChat) resolve(window.WebChat);
      else reject(new Error('Web Chat did not start'));
    });
    script?.addEventListener('error', () => {
      reject(new Error('Web Chat did not load'));
    });
  });
}
