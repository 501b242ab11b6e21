/** One of several threads of `cred check`. */
import { parentPort, workerData } from 'node:worker_threads';
import type { Named } from '../language/model/facts.ts';
import { Part, type Task, type Told } from './part.ts';

const part = new Part(workerData as Task);
parentPort?.once('message', (names: Told<readonly Named[]>) => parentPort?.postMessage(part.check(names)));
parentPort?.postMessage(part.names());
