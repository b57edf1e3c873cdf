/** Things that happen at their time, one after the other. What happens may add what comes later. */
export interface Timeline {
  add(at: Date, act: () => Promise<void>): void;
  /** Lets everything happen that falls before a moment. */
  runUntil(end: Date): Promise<void>;
  /** The time of what happens now. */
  readonly now: () => Date;
}

export function createTimeline(start: Date): Timeline {
  const waiting: { readonly at: Date; readonly act: () => Promise<void> }[] = [];
  let now = start;
  return {
    now: () => now,
    add: (at, act) => void waiting.push({ at, act }),
    async runUntil(end) {
      for (;;) {
        waiting.sort((a, b) => a.at.getTime() - b.at.getTime());
        const next = waiting.shift();
        if (!next || next.at >= end) break;
        now = next.at;
        await next.act();
      }
      now = end;
    },
  };
}
