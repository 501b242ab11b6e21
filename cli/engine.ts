/**
 * The language as the command line uses it, a bundle of its own (dist/engine.cjs): loaded by `cred check` when it has
 * something to check, and run as a thread where there is much of it.
 */
import { isMainThread, parentPort, workerData } from 'node:worker_threads';
import { Part, type Task } from './part.ts';

export { Part };

if (!isMainThread && parentPort) {
  parentPort.postMessage(new Part(workerData as Task).check());
}
