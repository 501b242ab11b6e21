/**
 * Tests each rule with its page: "Avoid" gives one finding of the rule for each mark, "Prefer" gives none but holes, and the fixes work.
 */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { DAY, findingsOf, marked, projectOf, shown } from '../../test/expect.ts';
import { extended, fencesOf, goodProgram, pageOf, sectionOf } from '../../test/rule-page.ts';
import { applyEdits } from '../findings/finding.ts';
import { plainHost } from '../findings/host.ts';
import { readConfig } from '../project/config.ts';
import { configFindings } from '../project/config-findings.ts';
import { unreadableFindings } from '../project/unreadable-findings.ts';
import { RULE_IDS } from './ids.ts';
import { RULES } from './index.ts';

/** The sections that an author writes. The section "Source" is generated from the rule. */
const SECTIONS = ['Summary', 'Avoid', 'Prefer', 'Why', 'When it does not apply', 'Fix'];

/** The programs that fences may extend. */
const GOOD_PROGRAMS = readdirSync(import.meta.dirname)
  .filter(name => name.endsWith('.cred'))
  .map(name => name.slice(0, -'.cred'.length));

/** A page about `cred.json` shows it in fences of JSON. */
const configs = (section: string): string[] =>
  [...section.matchAll(/```json file=cred\.json\n([\s\S]*?)```/g)].map(([, source]) => source!);

/** Fences that name their files form one project; others stand alone. */
function projects(section: string) {
  const all = fencesOf(section).map((fence, i) => ({ ...fence, file: fence.file ?? `${i}.cred` }));
  return fencesOf(section).some(({ file }) => file !== undefined) ? [all] : all.map(fence => [fence]);
}

test.each(GOOD_PROGRAMS)('%s is a program that nothing is found in', name => {
  const text = goodProgram(name);
  expect(findingsOf(text).map(finding => shown(finding, text))).toEqual([]);
});

test('what a fence says goes before the good program, and lines with marks stay as they are', () => {
  const good = [
    'certification A "Good" {',
    '  scope: broad',
    '  domain d "D" { weight: 40% }',
    '  assessment e "E" {',
    '    items: 9',
    '    standard-setting { method: angoff; panelists: 8 }',
    '  }',
    '  award "Letters" { type: designation }',
    '}',
    '',
  ].join('\n');
  const text = [
    'certification A "Other" {',
    '  scope: narrow',
    '  //     ^^^^^^',
    '  domain d "D" { items: 3 }',
    '  //                    ^',
    '  assessment e "E" {',
    '    standard-setting { }',
    '  }',
    '  award "More letters" { type: card }',
    '}',
    '',
  ].join('\n');
  expect(extended(good, text)).toBe(
    [
      'certification A "Other" {',
      '  scope: narrow',
      '  //     ^^^^^^',
      '  domain d "D" { items: 3; weight: 40% }',
      '  //                    ^',
      '  assessment e "E" {',
      '    standard-setting { method: angoff; panelists: 8 }',
      '    items: 9',
      '  }',
      '  award "More letters" { type: card }',
      '  award "Letters" { type: designation }',
      '}',
      '',
    ].join('\n'),
  );
});

test('each rule is called as its file is', () => expect(RULES.map(({ id }) => id)).toEqual(RULE_IDS));

describe('language/config', () => {
  const section = (name: string) => sectionOf(pageOf('language/config'), name);
  const found = (text: string) => configFindings(text, readConfig(text), projectOf({}), plainHost(DAY));

  test('Avoid yields it at each mark', () => {
    expect(configs(section('Avoid')).length).toBeGreaterThan(0);
    for (const { text, marks } of configs(section('Avoid')).map(marked)) {
      expect(marks.length).toBeGreaterThan(0);
      expect(found(text).map(f => [f.range.start.line, f.range.start.character, f.range.end.character])).toEqual(
        marks.map(m => [m.line, m.start, m.end]),
      );
    }
  });

  test('Prefer yields nothing', () => {
    expect(configs(section('Prefer')).length).toBeGreaterThan(0);
    for (const text of configs(section('Prefer'))) expect(found(text)).toEqual([]);
  });
});

test('the page of language/unreadable shows reasons, and each of them is a finding at the start of the file', () => {
  const reasons = /```text\n([\s\S]*?)```/.exec(pageOf('language/unreadable'))![1]!.trim().split('\n');
  expect(reasons.length).toBeGreaterThan(2);
  for (const why of reasons) {
    const [finding, ...more] = unreadableFindings({ why, remedy: 'Mend it.' }, 'a.cred', plainHost(DAY));
    expect(more).toEqual([]);
    expect(finding).toMatchObject({ severity: 'error', message: `This file ${why}, so nothing in it is checked. Mend it.` });
    expect(finding!.range).toEqual({ start: { line: 0, character: 0 }, end: { line: 0, character: 0 } });
  }
});

test.each(RULES.map(rule => [rule.id] as const))('the page of %s has the sections in order', id => {
  expect([...pageOf(id).matchAll(/^## (.+)$/gm)].map(m => m[1])).toEqual(SECTIONS);
});

test.each(RULES.map(rule => [rule] as const))(
  'the page of $id as it is shown has its source, and says where its lines belong',
  ({ id, source }) => {
    const page = readFileSync(path.join(import.meta.dirname, '../../docs/rules', `${id}.md`), 'utf8');
    expect([...page.matchAll(/^## (.+)$/gm)].map(m => m[1])).toEqual(['Summary', 'Source', ...SECTIONS.slice(1)]);
    expect(sectionOf(page, 'Source')).toContain(source.document);
    const extending = [...pageOf(id).matchAll(/^```cred .*on=/gm)].length;
    expect([...page.matchAll(/^.* otherwise complete:\n\n```cred( as-of=\S+)?$/gm)]).toHaveLength(extending);
    expect(page).not.toMatch(/^```.*on=/m);
  },
);

/** The rules about `.cred` files. */
const IN_FILES = RULES.filter(rule => !['language/config', 'language/unreadable'].includes(rule.id));

describe.each(IN_FILES.map(rule => [rule.id] as const))('%s', id => {
  const section = (name: string) => sectionOf(pageOf(id), name);

  test('Avoid yields it at each mark', () => {
    expect(projects(section('Avoid')).length).toBeGreaterThan(0);
    for (const group of projects(section('Avoid'))) {
      const texts = group.map(fence => ({ ...fence, ...marked(fence.source) }));
      const project = projectOf(Object.fromEntries(texts.map(({ file, text }) => [file, text])), group[0]!.asOf, group[0]);
      expect(texts.flatMap(({ marks }) => marks).length).toBeGreaterThan(0);
      for (const { file, text, marks } of texts) {
        const found = project.findings(file).filter(finding => finding.rule === id);
        expect(
          found.map(f => [f.range.start.line, f.range.start.character, f.range.end.character]),
          found.map(f => shown(f, text)).join('\n') || text,
        ).toEqual(marks.map(m => [m.line, m.start, m.end]));
      }
    }
  });

  test('Prefer yields nothing but holes', () => {
    expect(projects(section('Prefer')).length).toBeGreaterThan(0);
    for (const group of projects(section('Prefer'))) {
      const project = projectOf(Object.fromEntries(group.map(({ file, source }) => [file, source])), group[0]!.asOf);
      for (const { file, source } of group) {
        const found = project.findings(file).filter(finding => finding.rule !== 'language/hole');
        expect(found.map(finding => shown(finding, source))).toEqual([]);
      }
    }
  });

  test('after a fix its finding is gone, and the file has no new slip', () => {
    for (const { source, asOf } of projects(section('Avoid')).flat()) {
      const { text } = marked(source);
      const slips = (t: string) =>
        findingsOf(t, asOf).filter(finding => finding.rule.startsWith('language/') && finding.severity === 'error').length;
      const before = findingsOf(text, asOf).filter(finding => finding.rule === id);
      for (const finding of before) {
        for (const fix of finding.fixes) {
          const fixed = applyEdits(text, fix.edits());
          const after = findingsOf(fixed, asOf).filter(one => one.rule === id);
          expect(after.length, `${fix.title}:\n${fixed}`).toBeLessThan(before.length);
          expect(slips(fixed), `${fix.title}:\n${fixed}`).toBeLessThanOrEqual(slips(text));
        }
      }
    }
  });
});
