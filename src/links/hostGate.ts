import { createInOrder } from '../shared/inOrder';

/** Waits so many ms: a parameter, so that tests need not. */
export type Wait = (ms: number) => Promise<void>;

/** Lets requests through to each host one at a time, with a pause between them. */
export interface HostGate {
  /** @param pauseMs before the next request to this host, when longer than the gate's own */
  run<T>(url: URL, request: () => Promise<T>, pauseMs?: number): Promise<T>;
}

/** @param deps `delayMs`: pause between the end of one request to a host and the beginning of the next */
export function createHostGate(deps: { readonly delayMs: number; readonly wait: Wait }): HostGate {
  const lines = createInOrder();
  const pauses = new Map<string, number>();
  return {
    run: ({ host }, request, pauseMs = 0) =>
      lines.run(host, async () => {
        const pause = pauses.get(host);
        if (pause !== undefined) await deps.wait(Math.max(pause, pauseMs));
        try {
          return await request();
        } finally {
          pauses.set(host, deps.delayMs);
        }
      }),
  };
}
