/** Formats findings for people on a terminal: each with its range underlined and what to do about it, followed by a summary line. */
import pc from 'picocolors';
import type { TextRange } from '../../language/model/lines.ts';
import { printable } from '../../language/model/printable.ts';
import { counted } from '../../language/model/sentence.ts';
import type { FileResult, PlainFinding, Summary } from '../result/result.ts';
import type { Colours } from '../terminal/paint.ts';
import { frame } from './frame.ts';
import type { Writer } from './writer.ts';

/** Returns the writer of this format, with colours or without. */
export const pretty = (colours: boolean): Writer => ({
  begin: '',
  file(file) {
    const text = file.packed?.pretty ?? prettyFile(file, colours);
    return text === '' ? '' : `${text}\n\n`;
  },
  end: summary => [`${summaryLine(summary, pc.createColors(colours))}\n`],
});

/** The part of a finding that is shown. */
interface ShownFinding extends Pick<PlainFinding, 'rule' | 'severity' | 'message' | 'range' | 'help'> {
  readonly fixes: readonly { readonly title: string }[];
}

interface ShownFile extends Pick<FileResult, 'path' | 'text'> {
  readonly findings: readonly ShownFinding[];
}

/** Formats the findings of one file; returns an empty string if there are none. */
export function prettyFile(file: ShownFile, colours: boolean): string {
  const c = pc.createColors(colours);
  const lines = file.findings.length > 0 ? file.text.split(/\r\n|\r|\n/) : [];
  const blocks = file.findings.map((finding, i) => {
    const shown = sameRange(finding, file.findings[i - 1]) ? [] : frame(lines, finding.range, { gutter: c.dim, mark: paintOf(finding, c) });
    return block(file, finding, shown, c);
  });
  return blocks.join('\n\n');
}

function block(file: ShownFile, finding: ShownFinding, shown: readonly string[], c: Colours): string {
  const { rule, severity, message, range, fixes, help } = finding;
  return [
    `${c.bold(`${printable(file.path)}:${range.start.line + 1}:${range.start.character + 1}`)}  ${paintOf(finding, c)(severity)}  ${c.dim(rule)}`,
    `  ${printable(message)}`,
    ...shown.map(text => `  ${text}`),
    ...fixes.map(fix => `  ${c.green('fix')}   ${printable(fix.title)}`),
    `  ${c.dim(more(rule, help))}`,
  ].join('\n');
}

/** Returns the page's web address if there is one, otherwise the command that shows the page. */
const more = (rule: string, help: string): string => (/^\w+:\/\//.test(help) ? `page  ${help}` : `more  cred explain ${rule}`);

/** Returns the function that colours text by a finding's severity. */
export const paintOf = ({ severity }: Pick<PlainFinding, 'severity'>, c: Colours): ((text: string) => string) =>
  ({ error: c.red, warning: c.yellow, information: c.cyan, hint: c.dim })[severity];

/** Whether two findings have the same range; then they share one drawing. */
const sameRange = (one: ShownFinding, before: ShownFinding | undefined): boolean =>
  before !== undefined && samePlace(one.range.start, before.range.start) && samePlace(one.range.end, before.range.end);

const samePlace = (one: TextRange['start'], other: TextRange['start']): boolean =>
  one.line === other.line && one.character === other.character;

/** Returns the line that sums up a check. */
export function summaryLine({ files, programs, errors, warnings, information, holes }: Summary, c: Colours): string {
  const found = [
    errors > 0 && c.red(counted(errors, 'error')),
    warnings > 0 && c.yellow(counted(warnings, 'warning')),
    information > 0 && c.cyan(`${information} for information`),
  ].filter(Boolean);
  const of = `${counted(files, 'file')}, ${counted(programs, 'program')}`;
  const open = holes > 0 ? ` ${holes === 1 ? 'One value is' : `${holes} values are`} still to come (?).` : '';
  return `${c.bold(of)}: ${found.length > 0 ? found.join(', ') : c.green('nothing to report')}.${open}`;
}
