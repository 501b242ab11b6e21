/** The two rules about ignores run last, when it is known what each of them silenced. */

import type { IgnoreSubject } from '../findings/declared-rules.ts';
import type { Ignore } from '../findings/ignore.ts';
import type { CredFile } from '../model/file.ts';
import type { Report, Rule } from '../rules/define.ts';
import { RULES } from '../rules/index.ts';

const IGNORE_RULES = ['language/missing-reason', 'language/unused-ignore'];

/** `unread` are offsets of what cannot be read in accreditations. */
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
        { file, ignore, unread: unread.some(at => at >= ignore.from && at < ignore.to) },
        { report: r => report(rule, r) },
      );
  }
}
