/** What a rule has found, ready for every face: the editor, the command line, the report. */
import type { AnyBlock } from '../model/block.ts';
import type { TextRange } from '../model/lines.ts';

export type Severity = 'error' | 'warning' | 'information' | 'hint';

export interface Finding {
  /** `group/name`. */
  readonly rule: string;
  readonly severity: Severity;
  readonly message: string;
  /** The words at fault. */
  readonly range: TextRange;
  /** The rule's page: an address, or a path in the package. */
  readonly help: string;
  readonly fixes: readonly Fix[];
  readonly related?: readonly Related[];
  /** The standard that asks for it, by name, where the finding is about a clause. */
  readonly standard?: string;
  /** The words could go without loss. */
  readonly unnecessary?: boolean;
}

export interface Related {
  readonly uri: string;
  readonly range: TextRange;
  readonly message: string;
}

export interface Fix {
  readonly title: string;
  /** Certain enough to be applied without asking. */
  readonly safe: boolean;
  /** It adds what is missing, with holes, and takes part in "Add all missing features". */
  readonly adds?: boolean;
  /** The one property that it adds, where it adds no more. */
  readonly states?: { readonly block: AnyBlock; readonly key: string };
  /** The kind of the block that it adds, where it adds one. */
  readonly addsKind?: string;
  /** Right only if something is so that the text does not say, such as of which kind a program is: never applied with others. */
  readonly choice?: boolean;
  /** The file that it changes, where that is not the finding's own. */
  readonly in?: string;
  /** Made when asked for. */
  edits(): readonly Edit[];
}

/** A replacement of the text from `start` up to `end`. Edits of one fix do not overlap. */
export interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** The text after the edits; those at one place keep their order. */
export function applyEdits(text: string, edits: readonly Edit[]): string {
  let out = '';
  let at = 0;
  for (const edit of [...edits].sort((a, b) => a.start - b.start || a.end - b.end)) {
    out += text.slice(at, edit.start) + edit.text;
    at = edit.end;
  }
  return out + text.slice(at);
}
