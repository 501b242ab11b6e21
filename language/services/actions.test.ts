import { describe, expect, test } from 'vitest';
import { projectOf } from '../../test/expect.ts';
import { applyEdits } from '../findings/finding.ts';
import type { CredFile } from '../model/file.ts';
import { type Action, actions } from './actions.ts';
import type { SettingsPlace } from './silence.ts';

const URI = 'a.cred';
const PLACE: SettingsPlace = { uri: 'cred.json', text: undefined, path: URI };

interface Offered {
  readonly file: CredFile;
  readonly all: readonly Action[];
  readonly titles: readonly string[];
  /** The text after an action, found by the beginning of its title. */
  after(title: string): string;
  find(title: string): Action;
}

/** Returns the actions at a word of a text. */
function at(text: string, word: string, settings: SettingsPlace | undefined = PLACE): Offered {
  const project = projectOf({ [URI]: text });
  const file = project.file(URI)!;
  const position = file.lines.position(text.indexOf(word));
  const all = actions(file, project.fixable(URI), { range: { start: position, end: position }, settings }, project, project.host);
  const find = (title: string): Action => {
    const found = all.find(one => one.title.startsWith(title));
    expect(found, `no "${title}" among\n${all.map(one => one.title).join('\n')}`).toBeDefined();
    return found!;
  };
  return { file, all, titles: all.map(({ title }) => title), find, after: title => applyEdits(text, find(title).edits) };
}

const rulesOf = (text: string): string[] =>
  projectOf({ [URI]: text })
    .fixable(URI)
    .map(({ rule }) => rule);

const SEEKING = 'certification CWT "Widget Technician" {\n  accreditation {\n    standard: NCCA-2021\n    status: seeking\n  }\n}\n';

describe('where a program names a standard', () => {
  const offered = at(SEEKING, 'NCCA-2021');

  test('what adds all that is missing comes first, preferred, with the findings that it settles', () => {
    const [standard, features, ...others] = offered.all;
    expect(standard!.title).toMatch(/^Add what NCCA-2021 still asks for \(\d\d clauses\)$/);
    expect(features!.title).toMatch(/^Add all missing features of "Widget Technician" \(\d+\)$/);
    expect([standard!.preferred, features!.preferred]).toEqual([true, true]);
    expect(others.some(({ preferred }) => preferred)).toBe(false);
    expect(standard!.findings!.length).toBeGreaterThan(15);
    expect(standard!.findings!.every(finding => finding.standard === 'NCCA-2021')).toBe(true);
    expect(at(SEEKING, 'CWT').all[1]!.findings!.map(({ rule }) => rule)).toContain('certification/goal');
  });

  test('each clause is one action, with its number and title', () => {
    const clauses = offered.titles.filter(title => /^Add what NCCA \d+ .+ asks for$/.test(title));
    expect(clauses.length).toBeGreaterThan(15);
    expect(new Set(clauses).size).toBe(clauses.length);
    expect(clauses).toContain('Add what NCCA 14 Job Analysis asks for');
    expect(rulesOf(offered.after('Add what NCCA 14'))).not.toContain('ncca-2021/S14');
  });

  test('the count is that of the clauses that are settled', () => {
    const count = Number(/\((\d+) clauses\)/.exec(offered.titles[0]!)![1]);
    const evidence = Number(/Add evidence for each of the (\d+)/.exec(offered.titles.join('\n'))?.[1] ?? 0);
    expect(count).toBe(offered.titles.filter(title => /^Add what NCCA \d/.test(title)).length + evidence);
    expect(rulesOf(offered.after('Add what NCCA-2021')).filter(rule => rule.startsWith('ncca-2021/'))).toEqual([]);
  });

  test('all are told to be quiet by one action, here or in the project, which are last', () => {
    const ignores = offered.titles.filter(title => title.startsWith('Ignore'));
    expect(ignores).toEqual([expect.stringMatching(/^Ignore the \d\d findings of NCCA-2021 here, with a reason$/)]);
    expect(offered.titles.slice(-2)).toEqual([ignores[0], 'Turn ncca-2021/* off for the project']);
  });
});

test('what is certain comes before what adds holes, and errors before advice', () => {
  const text = 'certification CWT "W" {\n  assessment exam {\n    itmes: 100\n  }\n}\n';
  const { titles, all } = at(text, 'itmes');
  expect(all[0]!.preferred).toBe(true);
  const ignore = titles.findIndex(title => title.startsWith('Ignore'));
  const off = titles.findIndex(title => title.endsWith('off for the project'));
  expect(titles.slice(ignore).every(title => /^(Ignore|Turn|Make) /.test(title))).toBe(true);
  expect(ignore).toBeGreaterThan(0);
  expect(off).toBeGreaterThan(ignore);
});

describe('being quiet at a place', () => {
  const GOAL = 'certification CWT "W" {\n  goal: acquire-competence\n}\n';

  test('a comment above it, with the cursor where the reason goes', () => {
    const { find, after } = at(GOAL, 'acquire');
    expect(find('Ignore certification/goal here').hasCursor).toBe(true);
    expect(after('Ignore certification/goal here')).toBe(GOAL.replace('  goal', '  // cred-ignore certification/goal: $0\n  goal'));
  });

  test.each([
    ['a line of its own', GOAL, 'acquire'],
    ['a further line of a list', 'certification CWT "W" {\n  assessment exam {\n    measures: nothing,\n      nobody\n  }\n}\n', 'nobody'],
    ['the first line', 'certification CWT "W" { goal: acquire-competence }\n', 'acquire'],
    ['the first line with a comment at its end', 'certification CWT "W" { goal: acquire-competence } // ours\n', 'acquire'],
    [
      'a line within a member of the first line',
      'certification CWT "W" { domain d "D"; assessment exam { measures: d,\n nobody } }\n',
      'nobody',
    ],
    ['a block on one line', 'organization O "O"\ncertification CWT "W" { owner: O; goal: acquire-competence }\n', 'acquire'],
  ])('the finding is gone: %s', (_, text, word) => {
    const { all, after } = at(text, word);
    const ignore = all.find(({ title }) => title.startsWith('Ignore'))!;
    const { rule } = ignore.findings![0]!;
    const quiet = after('Ignore').replace('$0', 'as the board decided');
    expect(rulesOf(text)).toContain(rule);
    expect(rulesOf(quiet), quiet).not.toContain(rule);
    expect(rulesOf(quiet), quiet).not.toContain('language/unused-ignore');
    expect(rulesOf(quiet), quiet).not.toContain('language/syntax');
  });

  test('never what cannot be read, nor what is said of an ignore', () => {
    const broken = 'certification CWT "W" {\n  goal: } validate\n';
    expect(rulesOf(broken)).toContain('language/syntax');
    expect(at(broken, '} validate').titles.filter(title => title.includes('language/syntax'))).toEqual([]);
    const unused = 'organization O "O" {\n  // cred-ignore certification/goal: why\n  legal-form: nonprofit\n}\n';
    expect(rulesOf(unused)).toContain('language/unused-ignore');
    expect(at(unused, 'certification/goal').titles.filter(title => title.startsWith('Ignore'))).toEqual([]);
  });
});

describe('a rule in the whole project', () => {
  const GOAL = 'certification CWT "W" {\n  goal: acquire-competence\n}\n';

  test('an error is made a warning or turned off, in cred.json', () => {
    const { find, titles } = at(GOAL, 'acquire', { ...PLACE, text: '{ "indent": 4 }' });
    expect(titles.slice(-2)).toEqual(['Make certification/goal a warning for the project', 'Turn certification/goal off for the project']);
    const { place, edits } = find('Turn certification/goal off').settings!;
    expect(JSON.parse(applyEdits(place.text!, edits))).toEqual({ indent: 4, rules: { 'certification/goal': 'off' } });
  });

  test('not where settings cannot be written', () => {
    const { titles } = at(GOAL, 'acquire', { ...PLACE, text: '{ "rules": ' });
    expect(titles.filter(title => title.endsWith('for the project'))).toEqual([]);
  });
});
