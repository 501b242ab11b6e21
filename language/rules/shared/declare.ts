/** The fix that gives a program another kind. */

import type { Edit, Fix } from '../../findings/finding.ts';
import { chosen, fixOf } from '../../fixes/fix.ts';
import { offsets } from '../../model/span.ts';
import type { Program } from '../../vocabulary/program.ts';

export type DeclaredKind = 'certificate' | 'certification' | 'attendance';

const TITLES: Readonly<Record<DeclaredKind, string>> = {
  certificate: 'Declare it a certificate',
  certification: 'Declare it a certification',
  attendance: 'Declare it attendance',
};

/** Returns a fix that replaces the kind. `more` are further edits of the same fix. */
export const declareAs = (program: Program, kind: DeclaredKind, more: readonly Edit[] = []): Fix =>
  chosen(fixOf(TITLES[kind], false, () => [{ ...offsets(program.kindSpan), text: kind }, ...more]));
