/** What a signed link of a letter allows its holder. */
export interface NoticeGrant {
  readonly act: 'confirm' | 'stop';
  readonly watchId: string;
}

/** Addresses that stand in letters. They hold no personal data; who holds one holds the right. */
export interface NoticeLinks {
  /** The page that confirms a watch. Its link works for `confirmDays`. */
  confirm(watchId: string): string;
  /** Stops a watch: its page asks, and a POST to it stops at once (RFC 8058). The link works as long as the key. */
  stop(watchId: string): string;
  /** @returns undefined when the token is forged, damaged or too old */
  read(token: string): NoticeGrant | undefined;
}

/** Days within which a watch is to be confirmed; then it is deleted. */
export const confirmDays = 7;
