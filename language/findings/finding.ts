/** Findings and fixes as rules report them, in the form that all faces (editor, command line, report) read. */
import type { AnyBlock } from '../model/block.ts';
import type { TextRange } from '../model/lines.ts';

/** How serious a finding is, the most serious first. */
export type Severity = 'error' | 'warning' | 'information' | 'hint';

/** A finding of a rule at a place in a file. */
export interface Finding {
  /** The rule's id, `group/name`. */
  readonly rule: string;
  readonly severity: Severity;
  readonly message: string;
  /** The range of the words that the finding is about. */
  readonly range: TextRange;
  /** The rule's page: an address, or a path in the package. */
  readonly help: string;
  readonly fixes: readonly Fix[];
  readonly related?: readonly Related[];
  /** The name of the standard that asks for it, if the finding is about a clause. */
  readonly standard?: string;
  /** Whether the words can be removed without loss. */
  readonly unnecessary?: boolean;
}

/** Another place that explains a finding. */
export interface Related {
  readonly uri: string;
  readonly range: TextRange;
  readonly message: string;
}

/** A change of the text that resolves a finding. */
export interface Fix {
  readonly title: string;
  /** Whether it is certain enough to be applied without asking. */
  readonly safe: boolean;
  /** Whether it adds missing members as holes, so that "Add all missing features" includes it. */
  readonly adds?: boolean;
  /** The number of clauses of a standard that it is for, if that is not one. */
  readonly clauses?: number;
  /** The property that it adds, if it adds exactly one. */
  readonly states?: { readonly block: AnyBlock; readonly key: string };
  /** The kind of the block that it adds, if it adds one. */
  readonly addsKind?: string;
  /**
   * Whether it is right only under a condition that the text does not state, such as the kind of a program. It is then never applied
   * together with others.
   */
  readonly choice?: boolean;
  /** The URI of the file that it changes, if that is not the finding's own file. */
  readonly in?: string;
  /** Returns the edits. They are made only when they are needed. */
  edits(): readonly Edit[];
}

/** A replacement of the text from offset `start` up to `end`. Edits of one fix do not overlap. */
export interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** Returns the text after the edits. Edits at the same place keep their order. */
export function applyEdits(text: string, edits: readonly Edit[]): string {
  let out = '';
  let at = 0;
  for (const edit of [...edits].sort((a, b) => a.start - b.start || a.end - b.end)) {
    out += text.slice(at, edit.start) + edit.text;
    at = edit.end;
  }
  return out + text.slice(at);
}
