/**
 * The language as the command line uses it, a bundle of its own (dist/engine.cjs): loaded by `cred check` when it has
 * something to check, and run as a thread where there is much of it.
 */
import { isMainThread, parentPort, workerData } from 'node:worker_threads';
import type { Named } from '../language/model/facts.ts';
import { RULES } from '../language/rules/index.ts';
import { Part, type Task, type Told } from './part.ts';

export { Part };

/** The ids of all rules, and `group/*` of their groups. */
export const ruleIds = (): ReadonlySet<string> => new Set(RULES.flatMap(({ id }) => [id, `${id.slice(0, id.indexOf('/'))}/*`]));

if (!isMainThread && parentPort) {
  const port = parentPort;
  const part = new Part(workerData as Task);
  port.once('message', (names: Told<readonly Named[]>) => port.postMessage(part.check(names)));
  port.postMessage(part.names());
}
