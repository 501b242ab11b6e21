import type { Edit, Fix } from '../findings/finding.ts';
import type { CredFile } from '../model/file.ts';
import type { Offsets } from '../model/span.ts';
import type { SlipEdit, SlipFix } from '../syntax/tree.ts';
import { indentAt } from './place.ts';

/** Converts the fix of a slip to a fix of the file. */
export const slipFix = (file: CredFile, fix: SlipFix): Fix => ({
  title: fix.title,
  safe: fix.safe,
  edits: () => fix.edits.flatMap(edit => editsOf(file, edit)),
});

function editsOf(file: CredFile, edit: SlipEdit): Edit[] {
  if ('onLineOf' in edit) return joined(file, edit.onLineOf.end, { start: edit.first.start, end: edit.last.end });
  if ('first' in edit) return [{ start: edit.first.start, end: edit.last.end, text: edit.text }];
  const at = edit.side === 'before' ? edit.at.start : edit.side === 'after' ? edit.at.end : edit.at.wordEnd;
  const eol = file.text.includes('\r\n') ? '\r\n' : '\n';
  const indent = edit.indentLike ? indentAt(file, edit.indentLike.start) : '';
  return [{ start: at, end: at, text: edit.text.replaceAll('\n', eol + indent) }];
}

/** Returns the edits that join two lines. A comment between them stays where it is. */
function joined({ text }: CredFile, at: number, { start, end }: Offsets): Edit[] {
  if (text.slice(at, start).trim() === '') return [{ start: at, end: start, text: ' ' }];
  return [
    { start: at, end: at, text: ` ${text.slice(start, end)}` },
    { start, end, text: '' },
  ];
}
