/** What becomes of one of Direct Line's sockets, which Web Chat does not tell. */
export interface SocketEvents {
  opened(): void;
  /** @param wasOpen false: the socket never came about */
  closed(wasOpen: boolean): void;
}

/** Reports on every socket that is opened from now on; `eventsOf` is asked when a socket is made. */
export function watchSockets(eventsOf: () => SocketEvents): void {
  const Native = window.WebSocket;
  window.WebSocket = class extends Native {
    constructor(url: string | URL, protocols?: string | string[]) {
      super(url, protocols);
      const events = eventsOf();
      let wasOpen = false;
      this.addEventListener('open', () => {
        wasOpen = true;
        events.opened();
      });
      this.addEventListener('close', () => {
        events.closed(wasOpen);
      });
    }
  };
}
