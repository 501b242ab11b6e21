/** Prints workflow commands of GitHub Actions: each finding becomes an annotation at its place. */
import { printableLines } from '../../language/model/printable.ts';
import type { PlainFinding } from '../result/result.ts';
import { fileByFile, type Writer } from './writer.ts';

const LEVEL: Readonly<Record<PlainFinding['severity'], string>> = {
  error: 'error',
  warning: 'warning',
  information: 'notice',
  hint: 'notice',
};

/** Returns the writer of this format. */
export const github = (): Writer => fileByFile(({ path, findings }) => findings.map(finding => `${command(path, finding)}\n`).join(''));

function command(path: string, { rule, severity, message, range: { start, end } }: PlainFinding): string {
  const places = {
    file: path,
    line: start.line + 1,
    endLine: end.line + 1,
    // GitHub accepts columns only if the range lies within one line.
    ...(start.line === end.line && { col: start.character + 1, endColumn: Math.max(start.character + 1, end.character) }),
    title: rule,
  };
  const list = Object.entries(places).map(([key, value]) => `${key}=${escapedProperty(String(value))}`);
  return `::${LEVEL[severity]} ${list.join(',')}::${escaped(message)}`;
}

/** Returns the command that shows an error on the page of a job, at no place of a file. */
export const errorCommand = (message: string): string => `::error title=Cred::${escaped(message)}\n`;

const escaped = (text: string): string => printableLines(text).replaceAll('%', '%25').replaceAll('\n', '%0A');
const escapedProperty = (text: string): string => escaped(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
