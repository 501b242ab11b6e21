/** Threads that share the work on many files (dist/thread.cjs). */
import os from 'node:os';
import path from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { Worker } from 'node:worker_threads';
import { sharedTurns } from './work-queue.ts';

const THREAD = path.join(__dirname, 'thread.cjs');

/** Fewer files than this are looked at sooner than threads are started. */
const WORTH_THREADS = 200;

/** What a thread says, once it is ready, now and then, and at its end. */
export interface ThreadMessage<T> {
  /** What it has found since. */
  readonly told: readonly T[];
  /** How many files it has been done with since. */
  readonly files: number;
  readonly isLast: boolean;
}

interface RunningWorker {
  readonly worker: Worker;
  /** It has loaded the language. */
  readonly ready: Promise<unknown>;
}

/** Threads that are started before their work is known: they load the language while the files are read. */
export class Threads {
  private readonly started: RunningWorker[] = [];

  /** As many as are asked for; else as there are cores. */
  constructor(private readonly jobs?: number) {}

  /** So many files are about to be read. */
  expect(files: number): void {
    if (this.areWorth(files)) this.start(this.partsFor(files));
  }

  /** One alone pays too: it can be given more room for what is soon let go. */
  areWorth(files: number): boolean {
    return files >= WORTH_THREADS || this.partsFor(files) > 1;
  }

  private partsFor(files: number): number {
    return Math.min(this.jobs ?? (files < WORTH_THREADS ? 1 : os.availableParallelism()), files);
  }

  private start(parts: number): void {
    while (this.started.length < parts) this.started.push(start());
  }

  /** All that the threads tell of a task on some files; the sum of the files that they are done with is told now and then. */
  async run<T>(task: object, files: number, progress: (done: number) => void = () => {}): Promise<T[]> {
    this.start(this.partsFor(files));
    let done = 0;
    const all: T[] = [];
    const heard = (said: ThreadMessage<T>): void => {
      for (const one of said.told) all.push(one);
      progress((done += said.files));
    };
    try {
      await Promise.all(this.started.map(({ ready }) => ready));
      compileLess();
      const turns = sharedTurns();
      await Promise.all(this.started.map(({ worker }) => ended(worker, { ...task, turns }, heard)));
      return all;
    } finally {
      // Not waited for: there is still something to be written.
      for (const { worker } of this.started) void worker.terminate();
    }
  }
}

/** It keeps nothing alive until it has something to do. */
function start(): RunningWorker {
  const worker = new Worker(THREAD, { resourceLimits: { maxYoungGenerationSizeMb: 48 } });
  worker.unref();
  const ready = new Promise((resolve, reject) => worker.once('message', resolve).once('error', reject));
  ready.catch(() => {}); // told to whoever waits
  return { worker, ready };
}

/**
 * Each thread compiles for itself, on the cores that the others check on: so nothing is copied into what calls it, and no
 * loop is unrolled. Measured, a quarter of the time of a thousand files on two cores. Only when all have loaded the language,
 * since other flags would make void what V8 has kept of it (scripts/code-cache.mjs).
 */
function compileLess(): void {
  setFlagsFromString('--max-inlined-bytecode-size-cumulative=0');
  setFlagsFromString('--no-turbo-inline-array-builtins');
  setFlagsFromString('--no-turbo-loop-peeling');
}

const ended = <T>(worker: Worker, task: object, heard: (said: ThreadMessage<T>) => void): Promise<void> =>
  new Promise((resolve, reject) => {
    worker.ref();
    worker.on('message', (said: ThreadMessage<T>) => {
      heard(said);
      if (said.isLast) resolve();
    });
    worker.once('error', reject);
    worker.postMessage(task);
  });
