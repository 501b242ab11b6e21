/** Describes what an export leaves out, and why. */
import type { Position } from '../language/model/lines.ts';
import type { ModelBlock } from './model.ts';

/** Something that an export leaves out. */
export interface LeftOut {
  readonly why: keyof typeof WHY;
  /** The thing, with the author's own names in quotes: `"fee" of "Certified Widget Technician"`. */
  readonly what: string;
  /** A sentence with details. */
  readonly more?: string;
  /** The file in which it is stated, if it has one place. */
  readonly uri?: string;
  readonly at?: Position;
}

/** The reasons in words. */
export const WHY = {
  hole: 'still to be stated (?)',
  'not read': 'not understood by Cred; "cred check" says why',
  'no counterpart': 'nothing there says the same',
  'not exact': 'it cannot be said exactly there',
} as const;

/** The reasons why nothing can be exported, as sentences. */
export interface ExportRefusal {
  readonly refused: readonly string[];
}

/** Refuses programs without a title, if there are any; `why` says who needs one, as the end of a sentence without its dot. */
export function refusedWithoutTitle(programs: readonly ModelBlock[], why: string): ExportRefusal | undefined {
  const refused = programs
    .filter(({ title }) => title === undefined)
    .map(({ name, kind }) => `"${name ?? kind}" has no title, ${why}. Give it one.`);
  return refused.length > 0 ? { refused } : undefined;
}
