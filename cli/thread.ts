/** What a thread does: its part of a check or of a judgment, by the engine's bundle. */
import { parentPort, workerData } from 'node:worker_threads';
import { engine } from './load-engine.ts';
import type { Task } from './part.ts';
import type { ReadinessTask } from './standings.ts';

const { Part, tellReadiness } = engine();
let told = 0;
const progress = (done: number): void => {
  // Messages cost; a person sees no difference below some files.
  if (done - told >= 25) parentPort!.postMessage((told = done));
};
const task = workerData as Task | ReadinessTask;
parentPort!.postMessage('format' in task ? tellReadiness(task, progress) : new Part(task).check(progress));
