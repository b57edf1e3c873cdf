/** What the browser keeps to resume a conversation: nothing of what was said. */
export interface SavedConversation {
  readonly token: string;
  readonly conversationId: string;
  /** Of the last activity, in ms since 1970. */
  readonly usedAt: number;
}

const key = 'assistant.conversation';
/** After a day a visitor begins anew: the next person at a shared computer must not find an old conversation. */
const maxIdleMs = 24 * 60 * 60 * 1000;

let memory: SavedConversation | undefined;

/** The conversation to resume; undefined when there is none or it is too old. Tabs of one browser share it. */
export function savedConversation(now: number): SavedConversation | undefined {
  const saved = read() ?? memory;
  return saved && now - saved.usedAt < maxIdleMs ? saved : undefined;
}

/** Keeps the conversation; in memory only where the browser refuses storage, as it may in a frame on another site. */
export function saveConversation(conversation: SavedConversation): void {
  memory = conversation;
  try {
    localStorage.setItem(key, JSON.stringify(conversation));
  } catch {
    // Resuming after a reload is a comfort; the conversation works without it.
  }
}

/** Forgets the conversation. */
export function forgetConversation(): void {
  memory = undefined;
  try {
    localStorage.removeItem(key);
  } catch {
    // Nothing was kept then.
  }
}

function read(): SavedConversation | undefined {
  try {
    const value: unknown = JSON.parse(localStorage.getItem(key) ?? 'null');
    if (typeof value !== 'object' || value === null) return undefined;
    const { token, conversationId, usedAt } = value as Partial<Record<string, unknown>>;
    return typeof token === 'string' && typeof conversationId === 'string' && typeof usedAt === 'number'
      ? { token, conversationId, usedAt }
      : undefined;
  } catch {
    return undefined;
  }
}
