/** Work shared among threads (dist/thread.cjs), each of which does a part of it. */
import os from 'node:os';
import path from 'node:path';
import { Worker } from 'node:worker_threads';

const THREAD = path.join(__dirname, 'thread.cjs');

/** Fewer files than this are looked at sooner than threads are started; one core is left to the collection of what they no longer need. */
const WORTH_THREADS = 200;

/** How many parts the work on some files is best divided into. */
export const partsFor = (files: number, jobs?: number): number =>
  Math.max(1, Math.min(jobs ?? (files < WORTH_THREADS ? 1 : Math.max(1, os.availableParallelism() - 1)), files));

/** What each thread answers, in the order of the tasks; the sum of what they have done is told now and then. */
export async function inThreads<T>(tasks: readonly object[], progress: (done: number) => void = () => {}): Promise<T[]> {
  const workers = tasks.map(workerData => new Worker(THREAD, { workerData, resourceLimits: { maxYoungGenerationSizeMb: 64 } }));
  const done = workers.map(() => 0);
  try {
    return await Promise.all(
      workers.map((worker, i) =>
        answer<T>(worker, part => {
          done[i] = part;
          progress(done.reduce((sum, one) => sum + one, 0));
        }),
      ),
    );
  } finally {
    await Promise.all(workers.map(worker => worker.terminate()));
  }
}

/** A thread tells a number now and then, how many files it is done with, and at last what it has found. */
const answer = <T>(worker: Worker, progress: (done: number) => void): Promise<T> =>
  new Promise((resolve, reject) => {
    worker.on('message', (said: number | T) => (typeof said === 'number' ? progress(said) : resolve(said)));
    worker.once('error', reject);
  });
