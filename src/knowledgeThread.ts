import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { runKnowledgeTask, type KnowledgeTask } from './knowledge/knowledgeTask';
import type { ReplayRow } from './knowledge/replay';

/** Does work on knowledge beside the turns of visitors. Rejects with what the work throws. */
export type RunKnowledgeTask = (task: KnowledgeTask) => Promise<readonly ReplayRow[]>;

/** In a thread of its own: indexing takes seconds of a processor, and whoever asks meanwhile is to be answered. */
export const inThread: RunKnowledgeTask = (task) =>
  new Promise((resolve, reject) => {
    const worker = new Worker(join(__dirname, 'knowledgeWorker.js'), { workerData: task });
    worker.once('message', (rows: readonly ReplayRow[]) => {
      resolve(rows);
    });
    worker.once('error', reject);
  });

/** At once and here: for commands and tests. */
export const inProcess: RunKnowledgeTask = async (task) => runKnowledgeTask(task);
