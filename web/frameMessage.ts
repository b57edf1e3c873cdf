/** Where the visitor was when the chat was opened, as the host site tells it. Sent along with messages; never shown. */
export interface HostContext {
  /** Address of the host page, without query and fragment. */
  readonly page?: string;
  readonly campaign?: string;
}

/** What the launcher tells the chat in its frame. */
export type ToChat =
  | { readonly assistant: 'hello'; readonly context: HostContext }
  | { readonly assistant: 'send'; readonly text: string }
  | { readonly assistant: 'prefill'; readonly text: string };

/** What the chat in the frame tells the launcher. */
export interface ToHost {
  readonly assistant: 'ready' | 'close';
}
