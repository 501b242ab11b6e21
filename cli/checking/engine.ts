/**
 * The language as the command line uses it, a bundle of its own (dist/engine.cjs): loaded when there is something to check,
 * and by each thread where there is much of it.
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
import { LazyNames } from './lazy-names.ts';
import { tellReport } from './reporting.ts';
import { standingsOf, tellReadiness } from './standings.ts';
import { WatchSession } from './watch-session.ts';

export type PathTexts = readonly { readonly path: string; readonly text: string }[];

/** What changed between two versions of some texts. */
export const changes = (before: PathTexts, after: PathTexts): ChangedProgram[] =>
  changesBetween(before.map(understood), after.map(understood));
const understood = ({ path, text }: PathTexts[number]): CredFile => CredFile.read(pathToFileURL(path).href, text);

/** What others may see of a text, by name. */
export const printsOfText = (uri: string, text: string): Record<string, string> => shortPrints(CredFile.read(uri, text));

/** As {@link explain}; for a standard that only a project has. */
export function explainIn(topic: string, projects: readonly ProjectFiles[], cwd: string): Explanation | undefined {
  for (const project of projects) {
    const found = explain(topic, { names: namesOf(project), place: uri => shownPath(uri, cwd) });
    if (!('near' in found)) return found;
  }
  return undefined;
}

/** What follows from the answers, for a file that goes into the project. */
export const outcomeIn = (given: Answers, project: ProjectFiles | undefined): ChoiceOutcome => outcome(given, project && namesOf(project));

const namesOf = ({ files }: ProjectFiles): LazyNames =>
  new LazyNames(files.map(({ file, text }) => ({ uri: pathToFileURL(file).href, text })));

/** The questions of one file of a project. */
export const fillSession = (project: ProjectFiles, file: string, today: string): FillSession => new FillSession(project, file, today);

export {
  explain,
  FileChecker,
  fitsOf,
  fixFiles,
  formatted,
  questions,
  ruleLines,
  standingsOf,
  tellReadiness,
  tellReport,
  topics,
  WatchSession,
};
