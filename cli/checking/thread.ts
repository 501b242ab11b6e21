/** Runs in a thread: does its share of a check or a judgement with the engine's bundle. */
import { parentPort } from 'node:worker_threads';
import { engine } from './bundles.ts';
import type { CheckTask } from './file-checker.ts';
import type { ReadinessTask } from './standings.ts';
import type { ThreadMessage } from './threads.ts';

/** Messages between threads cost time, so the results of this many files are sent together. */
const TOGETHER = 25;

const say = <T>(told: readonly T[], files: number, isLast = false): void =>
  parentPort!.postMessage({ told, files, isLast } satisfies ThreadMessage<T>);

const { FileChecker, tellReadiness } = engine();

parentPort!.once('message', (task: CheckTask | ReadinessTask) => {
  if ('format' in task) {
    let files = 0;
    const told = tellReadiness(task, done => {
      if (done - files < TOGETHER) return;
      say([], done - files);
      files = done;
    });
    say([told], 0, true);
  } else {
    let told = [];
    const checker = new FileChecker(task);
    for (const one of checker.check()) {
      told.push(one);
      if (told.length < TOGETHER) continue;
      say(told, told.length);
      told = [];
      checker.turns.wait();
    }
    say(told, told.length, true);
  }
});
say([], 0); // This message says that the thread is ready.
