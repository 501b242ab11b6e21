/** Keeps the text of a document that is open in an editor. Its lines are counted by {@link Lines}, as everywhere in Cred. */
import type { TextDocumentContentChangeEvent } from 'vscode-languageserver';
import { Lines } from '../language/model/lines.ts';

/** A document that is open in an editor. */
export interface OpenText {
  readonly uri: string;
  /** The version number that the editor gave the text. */
  readonly version: number;
  readonly text: string;
}

/** Creates and updates the documents of `TextDocuments`. */
export const OpenText = {
  create: (uri: string, _languageId: string, version: number, text: string): OpenText => ({ uri, version, text }),

  /** Applies the changes in order; the positions of each refer to the text that the previous change left. */
  update: ({ uri, text }: OpenText, changes: readonly TextDocumentContentChangeEvent[], version: number): OpenText => ({
    uri,
    version,
    text: changes.reduce(changed, text),
  }),
};

function changed(text: string, change: TextDocumentContentChangeEvent): string {
  if (!('range' in change)) return change.text;
  const lines = new Lines(text);
  const [start, end] = [lines.offset(change.range.start), lines.offset(change.range.end)];
  return text.slice(0, Math.min(start, end)) + change.text + text.slice(Math.max(start, end));
}
