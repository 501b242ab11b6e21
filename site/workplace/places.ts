/** Converts between the editor's offsets and the protocol's lines and columns. */
import type { ChangeSpec, Text, Transaction } from '@codemirror/state';
import type { Position, Range, TextDocumentContentChangeEvent, TextEdit } from 'vscode-languageserver-protocol';

/** Returns the offset of a position; a position behind the end of its line or of the text becomes that end. */
export const offset = (doc: Text, { line, character }: Position): number =>
  line >= doc.lines ? doc.length : Math.min(doc.line(line + 1).from + character, doc.line(line + 1).to);

/** Returns the position of an offset. */
export function position(doc: Text, at: number): Position {
  const line = doc.lineAt(at);
  return { line: line.number - 1, character: at - line.from };
}

/** Returns the range of a whole text. */
export const whole = (doc: Text): Range => ({ start: { line: 0, character: 0 }, end: position(doc, doc.length) });

/** Converts edits of the protocol, which all refer to `doc`. */
export const changesOf = (doc: Text, edits: readonly TextEdit[]): ChangeSpec[] =>
  edits.map(({ range, newText }) => ({ from: offset(doc, range.start), to: offset(doc, range.end), insert: newText }));

/**
 * Converts a transaction to the changes that the server applies one after the other. They go from the end of the text to its beginning, so
 * that none moves the place of the next.
 */
export function contentChanges({ startState: { doc }, changes }: Transaction): TextDocumentContentChangeEvent[] {
  const made: TextDocumentContentChangeEvent[] = [];
  changes.iterChanges((from, to, _fromNew, _toNew, text) => {
    made.push({ range: { start: position(doc, from), end: position(doc, to) }, text: text.toString() });
  });
  return made.reverse();
}
