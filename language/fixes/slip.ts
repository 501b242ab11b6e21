import type { Edit, Fix } from '../findings/finding.ts';
import type { CredFile } from '../model/file.ts';
import type { SlipEdit, SlipFix } from '../syntax/tree.ts';
import { indentAt } from './place.ts';

/** A slip's mending as a fix of the file. */
export const slipFix = (file: CredFile, fix: SlipFix): Fix => ({
  title: fix.title,
  safe: fix.safe,
  edits: () => fix.edits.map(edit => editOf(file, edit)),
});

function editOf(file: CredFile, edit: SlipEdit): Edit {
  if ('first' in edit) return { start: edit.first.start, end: edit.last.end, text: edit.text };
  const at = edit.side === 'before' ? edit.at.start : edit.side === 'after' ? edit.at.end : edit.at.wordEnd;
  const eol = file.text.includes('\r\n') ? '\r\n' : '\n';
  const indent = edit.indentLike ? indentAt(file, edit.indentLike.start) : '';
  return { start: at, end: at, text: edit.text.replaceAll('\n', eol + indent) };
}
