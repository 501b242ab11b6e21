/** Reads labels with their values, such as "Passing score: 70%", as properties of a block and of the blocks within it. */

import type { Property } from '../../language/vocabulary/define.ts';
import { PROGRAMS } from '../../language/vocabulary/define.ts';
import { childKinds, kindOf } from '../../language/vocabulary/kinds.ts';
import { keyMeant, kindMeant, partsOf } from '../../language/vocabulary/meant.ts';

/** A property that a label names: of the block itself, or of a block of a kind within it. */
export interface LabelMeaning {
  /** The kind of the block within; absent for a property of the block itself. */
  readonly kind?: string;
  readonly key: string;
}

/** The kinds within a program whose properties people state of the program itself, the likeliest first. */
const WITHIN = [
  'assessment',
  'maintenance',
  'award',
  'accreditation',
  'job-analysis',
  'standard-setting',
  'eligibility',
  'register',
  'handbook',
];
/** The properties that are too general to be understood without the kind before them: "Date", "Type". */
const GENERAL: ReadonlySet<string> = new Set([
  'document',
  'method',
  'type',
  'conducted',
  'date',
  'due',
  'note',
  'by',
  'status',
  'procedure',
  'website',
  'updated',
  'amount',
  'version',
  'effective',
  'until',
  'level',
  'use',
]);

/** Returns what a label means in a block of a kind; `undefined` if it means nothing there. */
export function labelMeant(label: string, within: string): LabelMeaning | undefined {
  const table = kindOf(within);
  if (!table || label.length > 60) return undefined;
  const own = keyMeant(label, table);
  if (own?.by === 'same') return { key: own.word };
  const parts = partsOf(label);
  const kinds = childKinds(within);
  // "Exam duration", "Recertification fee", "Job analysis date": the kind stands before its property.
  for (let length = Math.min(parts.length - 1, 3); length > 0; length--) {
    const kind = kindMeant(parts.slice(0, length).join(' '), within)?.word;
    if (kind === undefined || !kinds.some(({ name }) => name === kind)) continue;
    const key = keyMeant(parts.slice(length), kindOf(kind)!) ?? undefined;
    if (key && key.by !== 'part') return { kind, key: key.word };
  }
  if (own?.by === 'synonym') return { key: own.word };
  const among = (PROGRAMS as readonly string[]).includes(within) ? WITHIN : kinds.map(({ name }) => name);
  for (const certainty of ['same', 'synonym'] as const) {
    for (const kind of among) {
      const key = keyMeant(label, kindOf(kind)!);
      if (key?.by === certainty && !GENERAL.has(key.word)) return { kind, key: key.word };
    }
  }
  return undefined;
}

/** Returns the table row of a property that a label means. */
export const propertyOf = ({ kind, key }: LabelMeaning, within: string): Property => kindOf(kind ?? within)!.properties[key]!;
