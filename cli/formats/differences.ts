/** Formats changes of programs as text, Markdown and JSON. */
import pc from 'picocolors';
import type { ChangedProgram } from '../../language/analysis/changes/changes.ts';
import { printable } from '../../language/model/printable.ts';
import { changedHead, differencesMarkdown, NOTHING_CHANGED, noticeNote, toldOf } from '../../report/differences.ts';

/** The formats of `cred diff`. */
export type DiffFormat = 'text' | 'markdown' | 'json';

/** Formats the changed programs. */
export function differences(changed: readonly ChangedProgram[], format: DiffFormat, colours: boolean): string {
  if (format === 'json') return `${JSON.stringify({ version: 1, programs: changed }, undefined, 2)}\n`;
  return format === 'markdown' ? differencesMarkdown(changed) : text(changed, colours);
}

function text(changed: readonly ChangedProgram[], colours: boolean): string {
  if (changed.length === 0) return `${NOTHING_CHANGED}\n`;
  const c = pc.createColors(colours);
  const sign = { added: c.green('+'), removed: c.red('-'), changed: c.yellow('~') };
  const blocks = changed.map(one =>
    [
      c.bold(printable(changedHead(one))),
      ...one.changes.flatMap(change => [
        `  ${sign[change.type]} ${printable(change.what)}`,
        ...(change.notice.length > 0 ? [`    ${c.dim(`usually told: ${toldOf(change)}`)}`] : []),
      ]),
    ].join('\n'),
  );
  const note = noticeNote(changed);
  return `${[...blocks, ...(note === undefined ? [] : [c.dim(note)])].join('\n\n')}\n`;
}
