/** The JSON of `cred readiness`: a contract, described in docs/cli.md. */
import type { JudgedProgram } from '../../library/judging.ts';
import { readinessEntries } from '../../library/readiness-entries.ts';
import { shownPath } from '../files/paths.ts';

const VERSION = 1;

/** The entries of one program, one for each standard; a clause is a line, since there are many. */
export const readinessJson = (program: JudgedProgram, cwd: string): string =>
  readinessEntries(program, uri => shownPath(uri, cwd))
    .map(({ clauses, ...head }) => entry(head, clauses))
    .join(',\n');

function entry(head: object, clauses: readonly object[]): string {
  const lines = clauses.map(one => `      ${JSON.stringify(one)}`);
  return `    ${JSON.stringify(head).slice(0, -1)},"clauses":[${lines.length > 0 ? `\n${lines.join(',\n')}\n    ` : ''}]}`;
}

export const readinessJsonOf = (entries: readonly string[]): string =>
  `{\n  "version": ${VERSION},\n  "programs": [${entries.length > 0 ? `\n${entries.join(',\n')}\n  ` : ''}]\n}\n`;
