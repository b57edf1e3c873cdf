import { parentPort, workerData } from 'node:worker_threads';
import { runKnowledgeTask, type KnowledgeTask } from './knowledge/knowledgeTask';

/** A thread of its own for work on knowledge; it ends with its task. */
parentPort?.postMessage(runKnowledgeTask(workerData as KnowledgeTask));
