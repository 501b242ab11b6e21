/**
 * The language as the command line uses it, a bundle of its own (dist/engine.cjs): loaded by `cred check` when it has
 * something to check, and run as a thread where there is much of it.
 */
import { pathToFileURL } from 'node:url';
import { isMainThread, parentPort, workerData } from 'node:worker_threads';
import { type Changed, changesBetween } from '../language/analysis/changes.ts';
import { outcome, questions } from '../language/analysis/choice.ts';
import { CredFile } from '../language/model/file.ts';
import { explain, ruleLines } from '../library/explaining.ts';
import { fitsOf } from './fits.ts';
import { fixFiles, formatted } from './fixing.ts';
import { Part, shortPrints, type Task } from './part.ts';
import { tellReport } from './reporting.ts';
import { type ReadinessTask, standingsOf, tellReadiness } from './standings.ts';
import { Watched } from './watched.ts';

type Texts = readonly { readonly path: string; readonly text: string }[];

/** What changed between two versions of some texts. */
export const changes = (before: Texts, after: Texts): Changed[] => changesBetween(before.map(understood), after.map(understood));
const understood = ({ path, text }: Texts[number]): CredFile => CredFile.read(pathToFileURL(path).href, text);

/** What others may see of a text, by name. */
export const printsOfText = (uri: string, text: string): Record<string, string> => shortPrints(CredFile.read(uri, text));

export { explain, fitsOf, fixFiles, formatted, outcome, Part, questions, ruleLines, standingsOf, tellReadiness, tellReport, Watched };

if (!isMainThread && parentPort) {
  const port = parentPort;
  let told = 0;
  const progress = (done: number): void => {
    // Messages cost; a person sees no difference below some files.
    if (done - told >= 25) port.postMessage((told = done));
  };
  const task = workerData as Task | ReadinessTask;
  port.postMessage('format' in task ? tellReadiness(task, progress) : new Part(task).check(progress));
}
