/** Runs in a thread: does its share of a check or a judgement with the engine's bundle. */
import { parentPort } from 'node:worker_threads';
import { engine } from './bundles.ts';
import type { CheckTask } from './file-checker.ts';
import type { ReadinessTask } from './standings.ts';
import type { ThreadMessage } from './threads.ts';

/** Messages between threads cost time, so the results of this many files are sent together. */
const TOGETHER = 25;

const send = <T>(results: readonly T[], files: number, isLast = false): void =>
  parentPort!.postMessage({ results, files, isLast } satisfies ThreadMessage<T>);

const { FileChecker, tellReadiness } = engine();

parentPort!.once('message', (task: CheckTask | ReadinessTask) => {
  if ('format' in task) {
    let files = 0;
    const entries = tellReadiness(task, done => {
      if (done - files < TOGETHER) return;
      send([], done - files);
      files = done;
    });
    send([entries], 0, true);
  } else {
    let results = [];
    const checker = new FileChecker(task);
    for (const one of checker.check()) {
      results.push(one);
      if (results.length < TOGETHER) continue;
      send(results, results.length);
      results = [];
      checker.turns.wait();
    }
    send(results, results.length, true);
  }
});
send([], 0); // This message says that the thread is ready.
