import { SingleBar } from 'cli-progress';

/** Shows how far a long command has come. */
export interface ProgressBar {
  readonly step: () => void;
  readonly stop: () => void;
}

/** A bar on standard error, gone at the end; nothing at all where standard error is no terminal. */
export function createProgressBar(label: string, total: number): ProgressBar {
  const bar = new SingleBar({
    stream: process.stderr,
    format: `${label} [{bar}] {value}/{total}`,
    clearOnComplete: true,
    hideCursor: true,
    noTTYOutput: false,
  });
  bar.start(total, 0);
  return { step: () => bar.increment(), stop: () => bar.stop() };
}
