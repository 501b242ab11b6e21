/**
 * Helpers for tests of several folders. A `.cred` text carries its expectations as comment lines below the words that they are about: `//
 * ^^^` (a column of marks) or `// ^^^ group/name`.
 */
import { expect } from 'vitest';
import { applyEdits, type Finding } from '../language/findings/finding.ts';
import { plainHost } from '../language/findings/host.ts';
import { Project } from '../language/project/project.ts';

export const DAY = '2026-01-01';

export interface Mark {
  readonly line: number;
  readonly start: number;
  readonly end: number;
  readonly rule: string | undefined;
}

const MARK = /^[ \t]*\/\/[ \t]*\^+/;

/** Returns the text without its mark lines, and the marks by line and columns of the remaining text. */
export function marked(source: string): { text: string; marks: Mark[] } {
  const kept: string[] = [];
  const marks: Mark[] = [];
  for (const line of source.split('\n')) {
    if (!MARK.test(line)) {
      kept.push(line);
      continue;
    }
    const rule = /\^[ \t]+([\w-]+\/[\w-]+)/.exec(line)?.[1];
    for (const run of line.matchAll(/\^+/g)) marks.push({ line: kept.length - 1, start: run.index, end: run.index + run[0].length, rule });
  }
  return { text: kept.join('\n'), marks };
}

/** Makes a project. `without` has paths that the host reports as missing, `outside` those that it reports as leading out of the project. */
export function projectOf(
  files: Readonly<Record<string, string>>,
  today = DAY,
  { without = [], outside = [] }: { readonly without?: readonly string[]; readonly outside?: readonly string[] } = {},
): Project {
  const whereabouts = (_: string, path: string) => (without.includes(path) ? 'missing' : outside.includes(path) ? 'outside' : undefined);
  const project = new Project({ ...plainHost(today), whereabouts });
  for (const [uri, text] of Object.entries(files)) project.set(uri, text, true);
  return project;
}

export const findingsOf = (text: string, today = DAY): readonly Finding[] => projectOf({ 'a.cred': text }, today).fixable('a.cred');

/** Formats a finding for the message of a failing test. */
export const shown = (finding: Finding, text: string): string => {
  const { start, end } = finding.range;
  const line = text.split('\n')[start.line] ?? '';
  return `${start.line + 1}:${start.character + 1} ${finding.severity} ${finding.rule} «${start.line === end.line ? line.slice(start.character, end.character) : line.slice(start.character)}» ${finding.message}`;
};

/** Returns what one rule of `language/` finds in a text. */
export const ofRule = (text: string, rule: string): Finding[] => findingsOf(text).filter(finding => finding.rule === `language/${rule}`);

/** Returns what the rules of `language/` find in a text, holes aside, each in words. */
export const inLanguage = (text: string): string[] =>
  findingsOf(text)
    .filter(({ rule }) => rule.startsWith('language/') && rule !== 'language/hole')
    .map(finding => shown(finding, text));

/**
 * Expects that every mark with a rule has its finding and every finding its mark, for the rules that are named (for all rules with `all`).
 */
export function expectFindings(source: string, { all = false, today = DAY } = {}): void {
  const { text, marks } = marked(source);
  const wanted = new Set(marks.map(mark => mark.rule));
  const found = findingsOf(text, today).filter(finding => all || wanted.has(finding.rule));
  expect(found.map(f => `${f.range.start.line + 1}:${f.range.start.character}-${f.range.end.character} ${f.rule}`).sort()).toEqual(
    marks.map(m => `${m.line + 1}:${m.start}-${m.end} ${m.rule}`).sort(),
  );
}

/** Applies the fix with this title (or its beginning) to the first finding of the rule, and expects that the finding is gone afterwards. */
export function expectFix(source: string, rule: string, title: string, wanted: string): void {
  const { text } = marked(source);
  const finding = findingsOf(text).find(one => one.rule === rule && one.fixes.some(fix => fix.title.startsWith(title)));
  expect(
    finding,
    `no ${rule} with a fix "${title}" among\n${findingsOf(text)
      .map(f => `${shown(f, text)} [${f.fixes.map(x => x.title).join(', ')}]`)
      .join('\n')}`,
  ).toBeDefined();
  const fixed = applyEdits(text, finding!.fixes.find(fix => fix.title.startsWith(title))!.edits());
  expect(fixed).toBe(wanted);
}
