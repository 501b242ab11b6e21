/** How findings are told to be quiet: at one place with a reason, or a rule in the whole project. */
import type { Edit, Finding, Severity } from '../findings/finding.ts';
import { layoutOf } from '../fixes/place.ts';
import type { CredFile } from '../model/file.ts';
import type { TextRange } from '../model/lines.ts';
import { severityEdits } from '../project/config-edits.ts';
import type { MemberNode } from '../syntax/tree.ts';

/** The `cred.json` that counts for a file, or the place for one. */
export interface SettingsPlace {
  readonly uri: string;
  /** `undefined` where there is none yet. */
  readonly text: string | undefined;
  /** The file that is being edited, from the folder of `cred.json`. */
  readonly path: string;
}

/** What cannot be read is to be mended: nothing behind it can be judged. */
const ALWAYS_REPORTED: ReadonlySet<string> = new Set(['language/syntax', 'language/unreadable']);
/** What is said of an ignore is mended there. */
const ABOUT_IGNORES: ReadonlySet<string> = new Set(['language/unused-ignore', 'language/missing-reason']);

/** Findings that one comment silences together. */
export interface SilencedGroup {
  readonly findings: readonly Finding[];
  /** `language/hole`, or `the 17 findings of NCCA-2021`. */
  readonly called: string;
  /** Edits of which the text has `$0` where the author writes the reason. */
  edits(): readonly Edit[];
}

/** Above so many rules at one place, one comment is offered for all of them. */
const MOST = 3;

/** What may be silenced at a place: each rule by itself, those of one standard together, many all together. */
export function silencedGroups(file: CredFile, findings: readonly Finding[]): SilencedGroup[] {
  const may = findings.filter(({ rule }) => maySilence(rule));
  const keys = [...new Set(may.map(({ standard, rule }) => standard ?? rule))];
  const groups = keys.length > MOST ? [may] : keys.map(key => may.filter(({ standard, rule }) => (standard ?? rule) === key));
  return groups.map(group => {
    const [first] = group as [Finding, ...Finding[]];
    const rules = [...new Set(group.map(({ rule }) => rule))];
    const of = first.standard !== undefined && group.every(({ standard }) => standard === first.standard) ? ` of ${first.standard}` : '';
    return {
      findings: group,
      called: rules.length === 1 ? first.rule : `the ${group.length} findings${of}`,
      edits: () => [ignoreEdit(file, first.range, rules, '$0')],
    };
  });
}

/** Returns whether a rule may be silenced at a place. */
export const maySilence = (rule: string): boolean => !ALWAYS_REPORTED.has(rule) && !ABOUT_IGNORES.has(rule);

/** A comment above the member at a place; on the file's first line, where it would cover the file, behind the line. */
export function ignoreEdit(file: CredFile, range: TextRange, rules: readonly string[], reason: string): Edit {
  const { lines, text } = file;
  const words = `cred-ignore ${rules.join(', ')}: ${reason}`;
  const member = lineOfMember(file, lines.offset(range.start));
  if (member === 0) {
    const { line } = range.start;
    const behind = file.parsed.comments.find(({ start, style }) => style === 'line' && lines.position(start).line === line);
    if (behind) return { start: behind.start, end: behind.start, text: `/* ${words} */ ` };
    return { start: lines.end(line), end: lines.end(line), text: ` // ${words}` };
  }
  const start = lines.start(member);
  const indent = /^[ \t]*/.exec(text.slice(start))![0];
  return { start, end: start, text: `${indent}// ${words}${layoutOf(file, file.root).eol}` };
}

/** The line on which the innermost member begins that holds an offset and has its line to itself. */
function lineOfMember(file: CredFile, offset: number): number {
  const { lines, text } = file;
  let found = lines.position(offset).line;
  let members: readonly MemberNode[] = file.parsed.root.members;
  for (;;) {
    const member = members.find(({ first, last }) => first && last && first.start <= offset && offset <= last.end);
    if (!member) return found;
    const { start } = member.first!;
    const { line } = lines.position(start);
    if (/^\s*$/.test(text.slice(lines.start(line), start))) found = line;
    if (member.type !== 'block') return found;
    members = member.members;
  }
}

/** A rule's severity for the whole project, in `cred.json`. */
export interface ProjectRuleChange {
  readonly title: string;
  readonly finding: Finding;
  readonly edits: readonly Edit[];
}

/** Each rule of the findings turned off, and an error made a warning. Several clauses of one standard are turned off with their group. */
export function ruleSettings(findings: readonly Finding[], { text, path }: SettingsPlace): ProjectRuleChange[] {
  const byRule = [...new Map(findings.filter(({ rule }) => !ALWAYS_REPORTED.has(rule)).map(one => [one.rule, one])).values()];
  const patternOf = ({ rule, standard }: Finding): string =>
    standard !== undefined && byRule.filter(other => other.standard === standard).length > 1
      ? `${rule.slice(0, rule.indexOf('/'))}/*`
      : rule;
  const byPattern = new Map(byRule.map(one => [patternOf(one), one]));
  return [...byPattern].flatMap(([pattern, finding]) => {
    const set = (severity: Severity | 'off', title: string): ProjectRuleChange[] => {
      const edits = severityEdits(text, pattern, severity, { rule: finding.rule, path });
      return edits ? [{ title, finding, edits }] : [];
    };
    const milder = finding.severity === 'error' ? set('warning', `Make ${pattern} a warning for the project`) : [];
    return [...milder, ...set('off', `Turn ${pattern} off for the project`)];
  });
}
