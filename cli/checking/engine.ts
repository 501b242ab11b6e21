/**
 * The part of the language that the command line uses. It is a bundle of its own (dist/engine.cjs), which is loaded when there is
 * something to check, and by each thread if there are many files.
 */
import { pathToFileURL } from 'node:url';
import { type ChangedProgram, changesBetween } from '../../language/analysis/changes/changes.ts';
import { type Answers, type ChoiceOutcome, outcome, questions } from '../../language/analysis/choice/choice.ts';
import { CredFile } from '../../language/model/file.ts';
import { type Explanation, explain, ruleLines, topics } from '../../library/explaining.ts';
import type { ProjectFiles } from '../files/gather.ts';
import { shownPath } from '../files/paths.ts';
import { FileChecker, shortPrints } from './file-checker.ts';
import { FillSession } from './fill-session.ts';
import { fitsOf } from './fits.ts';
import { fixFiles, formatted } from './fixing.ts';
import { LazyNames, lenderOf } from './lazy-names.ts';
import { tellReport } from './reporting.ts';
import { standingsOf, studiesOf, tellReadiness } from './standings.ts';
import { WatchSession } from './watch-session.ts';

/** Texts with their paths. */
export type PathTexts = readonly { readonly path: string; readonly text: string }[];

/** Returns what changed between two versions of some texts. */
export const changes = (before: PathTexts, after: PathTexts): ChangedProgram[] =>
  changesBetween(before.map(understood), after.map(understood));
const understood = ({ path, text }: PathTexts[number]): CredFile => CredFile.read(pathToFileURL(path).href, text);

/** Returns a fingerprint for each top-level name of a text: what other files can see of it. */
export const printsOfText = (uri: string, text: string): Record<string, string> => shortPrints(CredFile.read(uri, text));

/** Explains a topic like {@link explain}, including standards that only one of the projects has. */
export function explainIn(topic: string, projects: readonly ProjectFiles[], cwd: string): Explanation | undefined {
  for (const project of projects) {
    const found = explain(topic, { names: namesOf(project), place: uri => shownPath(uri, cwd) });
    if (!('near' in found)) return found;
  }
  return undefined;
}

/** Returns the outcome of the answers, for a file that will belong to the project. */
export const outcomeIn = (given: Answers, project: ProjectFiles | undefined): ChoiceOutcome => outcome(given, project && namesOf(project));

const namesOf = ({ files }: ProjectFiles): LazyNames => new LazyNames(files.map(lenderOf));

/** Starts a session of questions on one file of a project. */
export const fillSession = (project: ProjectFiles, file: string, today: string): FillSession => new FillSession(project, file, today);

export * from './assistant.ts';
export {
  explain,
  FileChecker,
  fitsOf,
  fixFiles,
  formatted,
  questions,
  ruleLines,
  standingsOf,
  studiesOf,
  tellReadiness,
  tellReport,
  topics,
  WatchSession,
};
