/** Prints a summary in Markdown, for a comment on a pull request or the page of a job. */
import { counted } from '../../language/model/sentence.ts';
import { inMarkdown } from '../../report/in-markdown.ts';
import type { FileResult, PlainFinding, Summary } from '../result/result.ts';
import type { FormatContext } from './formats.ts';
import type { Writer } from './writer.ts';

const SIGN: Readonly<Record<PlainFinding['severity'], string>> = {
  error: '❌ error',
  warning: '⚠️ warning',
  information: 'ℹ️ information',
  hint: '💡 hint',
};

/** The most characters of a summary: GitHub takes no more in a comment, and in a job's page no more bytes than sixteen times that. */
const LIMIT = 65_000;
const SEVERITIES: readonly PlainFinding['severity'][] = ['error', 'warning', 'information', 'hint'];

/**
 * It begins with the sums: the sections are kept as text until they are known. A summary that would be too long is one table instead, with
 * the worst findings first, and says how many more there are.
 */
export function markdown({ asOf }: Pick<FormatContext, 'asOf'>): Writer {
  let sections: string[] | undefined = [];
  let length = 0;
  const rows = new WorstRows();
  return {
    begin: '',
    file(file) {
      rows.add(file);
      const lines = sections && section(file);
      if (lines?.length) {
        const text = `${lines.join('\n')}\n`;
        length += text.length;
        if (length > LIMIT - HEAD) sections = undefined;
        else sections!.push(text);
      }
      return '';
    },
    end: summary => [head(summary, asOf), ...(sections ?? rows.table())],
  };
}

/** Room for what stands above the findings. */
const HEAD = 500;

/** Rows of a table, by severity; of each no more are kept than a summary can have. */
class WorstRows {
  private readonly rows = new Map<PlainFinding['severity'], string[]>(SEVERITIES.map(severity => [severity, []]));
  private readonly lengths = new Map<PlainFinding['severity'], number>();
  private count = 0;

  add({ path, findings }: FileResult): void {
    for (const finding of findings) {
      this.count++;
      const { severity, rule, message, range, help } = finding;
      const length = this.lengths.get(severity) ?? 0;
      if (length > LIMIT) continue;
      const row = `| ${inMarkdown(path)}:${range.start.line + 1} | ${SIGN[severity]} | ${inMarkdown(message)} | ${pageOf(rule, help)} |\n`;
      this.rows.get(severity)!.push(row);
      this.lengths.set(severity, length + row.length);
    }
  }

  table(): string[] {
    const shown: string[] = [];
    let room = LIMIT - HEAD;
    for (const row of SEVERITIES.flatMap(severity => this.rows.get(severity)!)) {
      if (row.length > room) break;
      room -= row.length;
      shown.push(row);
    }
    return ['\n| Place | | What | Rule |\n|---|---|---|---|\n', ...shown, `\nand ${this.count - shown.length} more.\n`];
  }
}

const head = ({ files, programs, errors, warnings, information, holes }: Summary, asOf: string): string =>
  [
    '# Cred',
    '',
    `${counted(files, 'file')}, ${counted(programs, 'program')}, checked as of ${asOf}.`,
    '',
    '| Errors | Warnings | Information | Still to come (?) |',
    '|---:|---:|---:|---:|',
    `| ${errors} | ${warnings} | ${information} | ${holes} |`,
    '',
  ].join('\n');

function section({ path, findings }: FileResult): string[] {
  if (findings.length === 0) return [];
  const rows = findings.map(
    ({ rule, severity, message, range: { start }, help }) =>
      `| ${start.line + 1}:${start.character + 1} | ${SIGN[severity]} | ${inMarkdown(message)} | ${pageOf(rule, help)} |`,
  );
  return ['', `## ${inMarkdown(path)}`, '', '| Place | | What | Rule |', '|---|---|---|---|', ...rows];
}

const pageOf = (rule: string, help: string): string => (/^https:/.test(help) ? `[${rule}](${help})` : `\`${rule}\``);
