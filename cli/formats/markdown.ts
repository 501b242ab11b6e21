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

/** It begins with the sums: the sections are kept as text until they are known. */
export function markdown({ asOf }: Pick<FormatContext, 'asOf'>): Writer {
  const sections: string[] = [];
  return {
    begin: '',
    file(file) {
      const lines = section(file);
      if (lines.length > 0) sections.push(`${lines.join('\n')}\n`);
      return '';
    },
    end: summary => [head(summary, asOf), ...sections],
  };
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
