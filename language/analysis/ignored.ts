/** The findings of a program that its authors have silenced, each with the reason. */
import type { Finding } from '../findings/finding.ts';
import { ignoresOf } from '../findings/ignore.ts';
import type { CredFile } from '../model/file.ts';
import { offsets } from '../model/span.ts';
import type { Program } from '../vocabulary/program.ts';
import type { FilePlace } from './judging/readiness.ts';

/** The rules that an ignore silences. */
export interface IgnoredRules {
  readonly rules: readonly string[];
  /** The reason; empty if none is given. */
  readonly reason: string;
  readonly at: FilePlace;
}

/** Returns the ignores that affect the program. Ignores that silence nothing are findings of the file, and are left out here. */
export function ignoredIn(program: Program, file: CredFile, findings: () => readonly Finding[]): readonly IgnoredRules[] {
  const ignores = ignoresOf(file);
  if (ignores.length === 0) return [];
  const unused = findings().filter(one => one.rule === 'language/unused-ignore');
  const { start, end } = offsets(program.span);
  return ignores.flatMap(({ comment, rules, reason, from, to }) => {
    if (to < start || from >= end || rules.length === 0) return [];
    const range = file.lines.range(comment.start, comment.end);
    const silent = unused.filter(({ range: at }) => at.start.line >= range.start.line && at.end.line <= range.end.line).length;
    return silent >= rules.length ? [] : [{ rules: rules.map(({ id }) => id), reason: reason ?? '', at: { uri: file.uri, range } }];
  });
}
