/** An open session as it is kept. */
export interface KeptSession {
  /** SHA-256 of its id. */
  readonly idHash: string;
  readonly email: string;
  readonly signedInAt: Date;
  /** At most a minute late. */
  readonly lastSeenAt: Date;
  /** The browser in a few words. */
  readonly browser: string;
}

/** An access to personal data, as it is kept. */
export interface RecordedAccess {
  readonly at: Date;
  /** Of the person at the desk. */
  readonly email: string;
  readonly kind: string;
  readonly subject: string;
}

/** What sign-in keeps. Of links and sessions it knows hashes only, so that a copy of it signs nobody in. */
export interface DeskAccessRepository {
  readonly links: {
    add(link: { readonly keyHash: string; readonly email: string; readonly expiresAt: Date }): Promise<void>;
    /** Whether it could be taken now. */
    isOpen(keyHash: string, now: Date): Promise<boolean>;
    /** Takes a link: of any number of callers at the same time, one gets the address. Undefined: used, expired or never made. */
    take(keyHash: string, now: Date): Promise<string | undefined>;
    remove(keyHash: string): Promise<void>;
    removeOf(email: string): Promise<void>;
    removeExpired(now: Date): Promise<void>;
  };
  readonly sessions: {
    add(session: KeptSession): Promise<void>;
    find(idHash: string): Promise<KeptSession | undefined>;
    /** Newest first. */
    of(email: string): Promise<readonly KeptSession[]>;
    seen(idHash: string, at: Date): Promise<void>;
    remove(idHash: string): Promise<void>;
    /** @param exceptIdHash a session that stays */
    removeOf(email: string, exceptIdHash?: string): Promise<void>;
    /** Removes what began, or was last seen, before the given moments. */
    removeOld(before: { readonly signedIn: Date; readonly lastSeen: Date }): Promise<void>;
    /** Everyone who has a session, each once. */
    emails(): Promise<readonly string[]>;
  };
  readonly accesses: {
    add(access: RecordedAccess & { readonly id: string }): Promise<void>;
    /** Latest first. */
    list(part: { readonly offset: number; readonly limit: number }): Promise<readonly RecordedAccess[]>;
    removeBefore(moment: Date): Promise<void>;
  };
}
