/** A text as an editor has it: opened, then changed bit by bit. Its lines are counted by the rest of Cred's own count. */
import type { TextDocumentContentChangeEvent } from 'vscode-languageserver';
import { Lines } from '../language/model/lines.ts';

export interface OpenText {
  readonly uri: string;
  /** The editor's count of its changes. */
  readonly version: number;
  readonly text: string;
}

/** What `TextDocuments` makes its documents with. */
export const OpenText = {
  create: (uri: string, _languageId: string, version: number, text: string): OpenText => ({ uri, version, text }),

  /** The changes one after the other, each with places in the text that the one before left. */
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
