/** Formats changes of programs as text, Markdown and JSON. */
import pc from 'picocolors';
import type { Change, ChangedProgram, Notice } from '../../language/analysis/changes/changes.ts';
import { printable } from '../../language/model/printable.ts';
import { inMarkdown } from '../../report/in-markdown.ts';

/** The formats of `cred diff`. */
export type DiffFormat = 'text' | 'markdown' | 'json';

/** Formats the changed programs. */
export function differences(changed: readonly ChangedProgram[], format: DiffFormat, colours: boolean): string {
  if (format === 'json') return `${JSON.stringify({ version: 1, programs: changed }, undefined, 2)}\n`;
  return format === 'markdown' ? markdown(changed) : text(changed, colours);
}

const TOLD: Readonly<Record<Notice, string>> = {
  holders: 'holders',
  candidates: 'candidates or participants',
  accreditor: 'the accreditor',
};
const told = ({ notice }: Change): string => notice.map(one => TOLD[one]).join(', ');
const NOTE = 'Who is usually told is the practice of the field; what an accreditor asks for stands in its own procedures.';
const isTold = (changed: readonly ChangedProgram[]): boolean =>
  changed.some(({ changes }) => changes.some(({ notice }) => notice.length > 0));
const headOf = ({ kind, name, title }: ChangedProgram): string => [kind, name, title && `"${title}"`].filter(Boolean).join(' ');

function text(changed: readonly ChangedProgram[], colours: boolean): string {
  if (changed.length === 0) return 'Nothing that Cred reads has changed.\n';
  const c = pc.createColors(colours);
  const sign = { added: c.green('+'), removed: c.red('-'), changed: c.yellow('~') };
  const blocks = changed.map(one =>
    [
      c.bold(printable(headOf(one))),
      ...one.changes.flatMap(change => [
        `  ${sign[change.type]} ${printable(change.what)}`,
        ...(change.notice.length > 0 ? [`    ${c.dim(`usually told: ${told(change)}`)}`] : []),
      ]),
    ].join('\n'),
  );
  return `${[...blocks, ...(isTold(changed) ? [c.dim(NOTE)] : [])].join('\n\n')}\n`;
}

function markdown(changed: readonly ChangedProgram[]): string {
  if (changed.length === 0) return 'Nothing that Cred reads has changed.\n';
  const sections = changed.map(one =>
    [
      `## ${inMarkdown(headOf(one))}`,
      '',
      '| | What changed | Usually told |',
      '|---|---|---|',
      ...one.changes.map(change => `| ${change.type} | ${inMarkdown(change.what)} | ${told(change)} |`),
    ].join('\n'),
  );
  return `${['# What changed', ...sections, ...(isTold(changed) ? [NOTE] : [])].join('\n\n')}\n`;
}
