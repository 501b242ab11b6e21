/** Prints a summary in Markdown, for a comment on a pull request or the page of a job. */
import { counted } from '../../language/model/sentence.ts';
import { inMarkdown } from '../../report/in-markdown.ts';
import type { CheckRun, FileResult, PlainFinding } from '../result/result.ts';

const SIGN: Readonly<Record<PlainFinding['severity'], string>> = {
  error: '❌ error',
  warning: '⚠️ warning',
  information: 'ℹ️ information',
  hint: '💡 hint',
};

/** Formats the findings as Markdown. */
export function markdown({ files, summary, asOf }: CheckRun): string {
  const { errors, warnings, information, holes, programs } = summary;
  const head = [
    '# Cred',
    '',
    `${counted(summary.files, 'file')}, ${counted(programs, 'program')}, checked as of ${asOf}.`,
    '',
    '| Errors | Warnings | Information | Still to come (?) |',
    '|---:|---:|---:|---:|',
    `| ${errors} | ${warnings} | ${information} | ${holes} |`,
  ];
  return `${[...head, ...files.flatMap(section)].join('\n')}\n`;
}

function section({ path, findings }: FileResult): string[] {
  if (findings.length === 0) return [];
  const rows = findings.map(
    ({ rule, severity, message, range: { start }, help }) =>
      `| ${start.line + 1}:${start.character + 1} | ${SIGN[severity]} | ${inMarkdown(message)} | ${pageOf(rule, help)} |`,
  );
  return ['', `## ${inMarkdown(path)}`, '', '| Place | | What | Rule |', '|---|---|---|---|', ...rows];
}

const pageOf = (rule: string, help: string): string => (/^https:/.test(help) ? `[${rule}](${help})` : `\`${rule}\``);
