/** Tasks that share a key run one at a time, in the order in which they were given. */
export interface InOrder {
  /**
   * Runs `task` once all earlier tasks of the key have ended, never in the same tick. A task that fails rejects its own
   * promise and does not hold up the next.
   */
  run<T>(key: string, task: () => Promise<T>): Promise<T>;
  /** How many tasks of the key are running or waiting. */
  pending(key: string): number;
  /** How many tasks of all keys are running or waiting. */
  total(): number;
  /** Resolves when nothing is running or waiting. */
  idle(): Promise<void>;
}

/** An empty set of lines, one per key; a line that becomes empty is forgotten. */
export function createInOrder(): InOrder {
  const lines = new Map<string, { tail: Promise<unknown>; count: number }>();
  let total = 0;
  let idleWaiters: (() => void)[] = [];

  function leave(key: string, line: { count: number }): void {
    line.count -= 1;
    total -= 1;
    if (line.count === 0) lines.delete(key);
    if (total > 0) return;
    for (const resolve of idleWaiters) resolve();
    idleWaiters = [];
  }

  return {
    run<T>(key: string, task: () => Promise<T>): Promise<T> {
      const line = lines.get(key) ?? { tail: Promise.resolve(), count: 0 };
      lines.set(key, line);
      line.count += 1;
      total += 1;
      const result = line.tail.then(task).finally(() => {
        leave(key, line);
      });
      line.tail = result.catch(() => undefined);
      return result;
    },
    pending: (key) => lines.get(key)?.count ?? 0,
    total: () => total,
    idle: () => (total === 0 ? Promise.resolve() : new Promise((resolve) => idleWaiters.push(resolve))),
  };
}
