/** What an export leaves out, and why. */
import type { Position } from '../language/model/lines.ts';

export interface LeftOut {
  readonly why: keyof typeof WHY;
  /** With the author's own names in quotes: `"fee" of "Certified Widget Technician"`. */
  readonly what: string;
  /** More on it, as a sentence. */
  readonly more?: string;
  /** Where it is said, if it stands at one place. */
  readonly uri?: string;
  readonly at?: Position;
}

export const WHY = {
  hole: 'still to be stated (?)',
  'not read': 'not understood by Cred; "cred check" says why',
  'no counterpart': 'nothing there says the same',
  'not exact': 'it cannot be said exactly there',
} as const;

/** What is missing for an export to be made at all: sentences. */
export interface ExportRefusal {
  readonly refused: readonly string[];
}
