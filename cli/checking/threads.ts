/** Threads that share the work on many files (dist/thread.cjs). */
import os from 'node:os';
import path from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { Worker } from 'node:worker_threads';
import { type SharedTurns, sharedTurns } from './work-queue.ts';

const THREAD = path.join(__dirname, 'thread.cjs');

/** For fewer files, starting threads takes longer than checking on the main thread. */
const WORTH_THREADS = 200;

/** A message of a thread. It sends one when it is ready, several during its work, and one at its end. */
export interface ThreadMessage<T> {
  /** The results since the last message. */
  readonly results: readonly T[];
  /** The number of files done since the last message. */
  readonly files: number;
  readonly isLast: boolean;
}

/** A task for threads, with its queue if the caller counts what is written. */
interface ThreadTask {
  readonly turns?: SharedTurns;
}

interface RunningWorker {
  readonly worker: Worker;
  /** Resolves when the thread has loaded the language. */
  readonly ready: Promise<unknown>;
}

/**
 * Starts threads before their work is known: they load the language while the main thread reads the files. Measured on two cores: with one
 * thread a thousand files take 1.2 times as long.
 */
export class Threads {
  private readonly started: RunningWorker[] = [];

  /** `jobs` is the number of threads; default: the number of cores. */
  constructor(private readonly jobs?: number) {}

  /** Starts threads if the expected number of files is worth it. */
  expect(files: number): void {
    if (this.areWorth(files)) this.start(this.partsFor(files));
  }

  /** A single thread pays too: it can have more memory for objects that are soon released. */
  areWorth(files: number): boolean {
    return files >= WORTH_THREADS || this.partsFor(files) > 1;
  }

  private partsFor(files: number): number {
    return Math.min(this.jobs ?? (files < WORTH_THREADS ? 1 : os.availableParallelism()), files);
  }

  private start(parts: number): void {
    while (this.started.length < parts) this.started.push(start());
  }

  /**
   * Runs a task on all threads. `tell` is called for each result as it comes, `progress` now and then with the number of files done. If
   * `failure` rejects, the threads are ended.
   */
  async run<T>(
    task: ThreadTask,
    files: number,
    tell: (one: T) => void,
    progress: (done: number) => void = () => {},
    failure: Promise<never> = new Promise(() => {}),
  ): Promise<void> {
    this.start(this.partsFor(files));
    let done = 0;
    const receive = (message: ThreadMessage<T>): void => {
      for (const one of message.results) tell(one);
      progress((done += message.files));
    };
    try {
      await Promise.all(this.started.map(({ ready }) => ready));
      compileLess();
      collectSooner();
      const shared = { turns: sharedTurns(), ...task };
      await Promise.race([Promise.all(this.started.map(({ worker }) => ended(worker, shared, receive))), failure]);
    } finally {
      // Nobody waits for the threads to end: there is still output to write.
      for (const { worker } of this.started) void worker.terminate();
    }
  }
}

/** An idle thread does not keep the process alive. */
function start(): RunningWorker {
  const worker = new Worker(THREAD, { resourceLimits: { maxYoungGenerationSizeMb: 48 } });
  worker.unref();
  const ready = new Promise((resolve, reject) => worker.once('message', resolve).once('error', reject));
  ready.catch(() => {}); // The caller that awaits it gets the error.
  return { worker, ready };
}

/**
 * Makes V8 compile less. Each thread compiles for itself, on the cores on which the others check, so functions are not inlined and loops
 * not unrolled. Measured on two cores: without this, a thousand files take 1.45 times as long. It runs only after all threads have loaded
 * the language, because other flags would invalidate the code cache (scripts/code-cache.mjs).
 */
function compileLess(): void {
  setFlagsFromString('--max-inlined-bytecode-size-cumulative=0');
  setFlagsFromString('--no-turbo-inline-array-builtins');
  setFlagsFromString('--no-turbo-loop-peeling');
}

/**
 * Makes V8 collect garbage in old objects once a heap has doubled; by default it would let each thread's heap grow to the fourfold.
 * Measured: this halves the memory of 10,000 files, for a twentieth more time.
 */
const collectSooner = (): void => setFlagsFromString('--heap-growing-percent=100');

/** Gives a thread its task. Resolves with its last message, and rejects if it fails or if `receive` does. */
const ended = <T>(worker: Worker, task: object, receive: (message: ThreadMessage<T>) => void): Promise<void> =>
  new Promise((resolve, reject) => {
    worker.ref();
    worker.on('message', (message: ThreadMessage<T>) => {
      try {
        receive(message);
        if (message.isLast) resolve();
      } catch (error) {
        reject(error);
      }
    });
    worker.once('error', reject);
    worker.postMessage(task);
  });
