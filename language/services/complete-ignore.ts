/** Completes the rules in an ignore, first those with findings after it. */

import { standardOf } from '../analysis/judging/readiness.ts';
import type { Finding } from '../findings/finding.ts';
import type { Position, TextRange } from '../model/lines.ts';
import { RULES } from '../rules/index.ts';
import { type StandardId, standardIds } from '../standards/ids.ts';
import { type CompletionContext, type CompletionItem, sortText } from './completion-item.ts';

const WORD = 'cred-ignore';

/** Returns the items for a position within a comment. */
export function completeIgnore({ file, at, findings, names }: CompletionContext): CompletionItem[] {
  const comment = at.comment!;
  const before = file.text.slice(comment.start, at.offset);
  const after = file.text.slice(at.offset, comment.end);
  const list = new RegExp(`^/[/*][ \\t]*${WORD}[ \\t]+([^:]*)$`).exec(before);
  if (!list) return beginning(file, at, before, after);
  const typed = /[\p{L}\p{N}_/*-]*$/u.exec(list[1]!)![0];
  const rest = /^[\p{L}\p{N}_/-]*\*?/u.exec(comment.style === 'block' ? after.replace(/\*\/$/, '') : after)![0];
  const range = file.lines.range(at.offset - typed.length, at.offset + rest.length);
  const others = new Set(
    `${list[1]!.slice(0, list[1]!.length - typed.length)},${after.slice(rest.length).split(':', 1)[0]}`.match(/[^\s,]+/g) ?? [],
  );
  const spoken = spokenBehind(file.lines.range(comment.start, comment.end), findings(undefined));
  const known: readonly { readonly id: string; readonly title: string }[] = [...RULES, ...clausesNamed(file, names, spoken)];
  const rules = known
    .filter(rule => !others.has(rule.id))
    .map((rule, i): CompletionItem => {
      const place = spoken.indexOf(rule.id);
      return {
        label: rule.id,
        kind: 'rule',
        detail: rule.title,
        insertText: rule.id,
        isSnippet: false,
        range,
        sortText: place >= 0 ? sortText(0, place) : sortText(1, i),
      };
    });
  const groups = [...new Set(known.map(rule => rule.id.slice(0, rule.id.indexOf('/'))))]
    .map(group => `${group}/*`)
    .filter(group => !others.has(group));
  return [
    ...rules,
    ...groups.map(
      (label, i): CompletionItem => ({
        label,
        kind: 'rule',
        detail: 'All rules of this group.',
        insertText: label,
        isSnippet: false,
        range,
        sortText: sortText(2, i),
      }),
    ),
  ];
}

/** Returns the clauses of the standards that findings after the comment are about. */
function clausesNamed(
  file: CompletionContext['file'],
  names: CompletionContext['names'],
  spoken: readonly string[],
): readonly StandardId[] {
  const groups = new Set(spoken.map(id => id.slice(0, id.indexOf('/'))));
  const standards = file.programs.flatMap(program => program.all('accreditation').flatMap(one => standardOf(one, file, names) ?? []));
  return [...new Set(standards)].filter(({ name }) => groups.has(name.toLowerCase())).flatMap(standardIds);
}

/** Completes the beginning of a comment (`// c`) to a whole ignore. */
function beginning(file: CompletionContext['file'], at: CompletionContext['at'], before: string, after: string): CompletionItem[] {
  const typed = /^\/[/*][ \t]*([a-z-]*)$/.exec(before)?.[1];
  if (typed === undefined || !WORD.startsWith(typed) || !/^[ \t]*(\*\/)?$/.test(after)) return [];
  const space = before.endsWith('/') || before.endsWith('*') ? ' ' : '';
  return [
    {
      label: WORD,
      kind: 'rule',
      detail: 'Tell Cred to be quiet here, with a reason.',
      insertText: `${space}${WORD} \${1:rule}: \${2:reason}`,
      isSnippet: true,
      sortText: sortText(0, 0),
      range: file.lines.range(at.offset - typed.length, at.offset),
    },
  ];
}

/**
 * Returns the rules with findings from the comment's line on, the nearest first, and then those before. Findings about the comment itself
 * do not count.
 */
function spokenBehind({ start, end }: TextRange, findings: readonly Finding[]): string[] {
  const isOwn = (place: Position): boolean =>
    place.line >= start.line && place.line <= end.line && (place.line > start.line || place.character >= start.character);
  const others = findings.filter(finding => !isOwn(finding.range.start));
  const behind = others.filter(finding => finding.range.start.line >= start.line);
  return [...new Set([...behind, ...others].map(finding => finding.rule))];
}
