/** Answers what pasting tables, lists and labels would write at a place of a file. */
import type { Range, TextEdit } from 'vscode-languageserver';
import { pasteAsCred } from '../exchange/tables/paste.ts';
import type { Table } from '../exchange/tables/table.ts';
import { textEdit } from './convert.ts';
import { ownRequest, type Request } from './requests.ts';
import { RANGE } from './shape.ts';
import type { Workspace } from './workspace.ts';

/** What a paste would write; an editor shows it before it is written, and keeps plain pasting one key away. */
export interface PasteAnswer {
  /** What was understood in a few words, such as `4 domains`. */
  readonly title: string;
  /** The text to put in place of the range. */
  readonly insert: string;
  /** Edits elsewhere in the file, to be made in the same step. */
  readonly further: readonly TextEdit[];
  /** What each column or label became, a sentence each. */
  readonly understood: readonly string[];
  /** What was not understood, with its place in what was pasted; it stands as comments in the text. */
  readonly problems: readonly string[];
}

interface PasteParameters {
  readonly uri: string;
  /** The selection that is replaced. */
  readonly range: Range;
  /** The clipboard's `text/plain`. */
  readonly text?: string;
  /** The clipboard's `text/html`, if it has any. */
  readonly html?: string;
  /** Tables of a file that is dropped, in the place of both. */
  readonly tables?: readonly Table[];
}

/** Returns the handler of `cred/paste`. It answers `null` where the text is to be pasted as it is. */
export const paste = (workspace: Workspace): readonly Request[] => [
  ownRequest(
    'cred/paste',
    { uri: 'text', range: RANGE, 'text?': 'text', 'html?': 'text', 'tables?': ['anything'] },
    ({ uri: asked, range, text, html, tables }: PasteParameters): PasteAnswer | null => {
      const { project, uri } = workspace.at(asked);
      const file = project.has(uri) ? project.file(uri) : undefined;
      if (!file) return null;
      const place = { start: file.lines.offset(range.start), end: file.lines.offset(range.end) };
      const copied = { ...(text != null && { text }), ...(html != null && { html }), ...(tables != null && { tables }) };
      const read = pasteAsCred(file, place, copied, project);
      return (
        (read && {
          title: read.title,
          insert: read.insert,
          further: read.further.map(one => textEdit(file, one)),
          understood: read.understood,
          problems: read.problems.map(({ at, why }) => (at ? `${at}: ${why}` : why)),
        }) ??
        null
      );
    },
  ),
];
