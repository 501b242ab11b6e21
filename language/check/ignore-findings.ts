/** Runs the two rules about ignores. They run last, when it is known what each ignore silenced. */

import type { IgnoreSubject } from '../findings/declared-rules.ts';
import type { Ignore } from '../findings/ignore.ts';
import type { CredFile } from '../model/file.ts';
import type { Report, Rule } from '../rules/define.ts';
import { RULES } from '../rules/index.ts';

const IGNORE_RULES = ['language/missing-reason', 'language/unused-ignore'];

/** Returns the findings about ignores. `unread` are the offsets of unreadable values in accreditations, in ascending order. */
export function ignoreFindings(
  file: CredFile,
  ignores: readonly Ignore[],
  unread: readonly number[],
  report: (rule: Rule, report: Report) => void,
): void {
  for (const id of IGNORE_RULES) {
    const rule = RULES.find(one => one.id === id);
    if (!rule) continue;
    for (const ignore of ignores)
      (rule.check as (subject: IgnoreSubject, context: { report(r: Report): void }) => void)(
        { file, ignore, unread: isAnyWithin(unread, ignore) },
        { report: r => report(rule, r) },
      );
  }
}

function isAnyWithin(offsets: readonly number[], { from, to }: Ignore): boolean {
  let low = 0;
  let high = offsets.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (offsets[middle]! < from) low = middle + 1;
    else high = middle;
  }
  return low < offsets.length && offsets[low]! < to;
}
