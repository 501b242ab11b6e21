/** Prints the JSON of `cred readiness`. Other programs rely on its form, which docs/cli.md describes. */
import type { JudgedProgram } from '../../library/judging.ts';
import { readinessEntries } from '../../library/readiness-entries.ts';
import { shownPath } from '../files/paths.ts';

const VERSION = 1;

/** Returns the entries of one program, one for each standard. Each clause is one line, since there are many. */
export const readinessJson = (program: JudgedProgram, cwd: string): string =>
  readinessEntries(program, uri => shownPath(uri, cwd))
    .map(({ clauses, ...head }) => entry(head, clauses))
    .join(',\n');

function entry(head: object, clauses: readonly object[]): string {
  const lines = clauses.map(one => `      ${JSON.stringify(one)}`);
  return `    ${JSON.stringify(head).slice(0, -1)},"clauses":[${lines.length > 0 ? `\n${lines.join(',\n')}\n    ` : ''}]}`;
}

/** Joins the entries of all programs. */
export const readinessJsonOf = (entries: readonly string[]): string =>
  `{\n  "version": ${VERSION},\n  "programs": [${entries.length > 0 ? `\n${entries.join(',\n')}\n  ` : ''}]\n}\n`;
