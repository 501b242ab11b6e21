import { describe, expect, test } from 'vitest';
import { findingsOf, projectOf, shown } from '../../test/expect.ts';
import { GOOD_CERTIFICATE, GOOD_CERTIFICATION } from '../../test/good-programs.ts';
import { featurePath } from '../analysis/judging/feature-path.ts';
import { groundOf, leavesOf, ownerOf } from '../analysis/judging/readiness.ts';
import { fixesFor } from '../check/clause-fixes.ts';
import { readiness } from '../check/readiness.ts';
import { applyEdits } from '../findings/finding.ts';
import { CredFile } from '../model/file.ts';
import { FACTS } from './facts.ts';
import { packedFacts, standardNamed, standardText, standardUri } from './index.ts';
import { BUILT_IN } from './names.ts';

describe.each(BUILT_IN)('%s', name => {
  const text = standardText(standardUri(name))!;
  const standard = standardNamed(name)!;

  test('nothing in it is wrong or missing', () => {
    // The name is taken by the built-in standard itself; as a file of a project it would be a second one.
    const own = text.replace(`standard ${name} `, `standard OWN-${name} `);
    expect(
      findingsOf(own)
        .filter(finding => finding.severity !== 'information')
        .map(finding => shown(finding, own)),
    ).toEqual([]);
  });

  test('says who publishes it, which edition it is and where to find it', () => {
    expect(standard.name).toBe(name);
    expect(standard.title).toBeTruthy();
    expect(standard.says).toMatchObject({
      publisher: [expect.any(String)],
      edition: [expect.any(String)],
      website: [expect.stringMatching(/^https:/)],
    });
    expect(standard.children.length).toBeGreaterThan(0);
  });

  test('a clause is named after its number', () => {
    for (const clause of standard.children) {
      const [number] = clause.says.number ?? [];
      if (number) expect(clause.name.replace(/^[SC]/, '')).toBe(number.replaceAll('.', '-'));
    }
  });
});

test('each accredits what it is made for', () => {
  expect(Object.fromEntries(BUILT_IN.map(name => [name, standardNamed(name)!.says.accredits]))).toEqual({
    'DEFINING-FEATURES': undefined,
    'NCCA-2014': ['certification'],
    'NCCA-2021': ['certification'],
    'ICE-1100-2019': ['certificate'],
    'ISO-17024-2012': ['certification'],
    'ISO-17024-2026': ['certification'],
    'ASTM-E2659-2024': ['certificate'],
  });
});

test('a clause keeps the name under which it is cited', () => {
  const titles = Object.fromEntries(
    ['NCCA-2014', 'NCCA-2021'].map(name => [name, standardNamed(name)!.children.find(clause => clause.name === 'S17')?.title]),
  );
  expect(titles).toEqual({ 'NCCA-2014': 'Standard Setting', 'NCCA-2021': 'Setting and Maintaining Passing Standards' });
  expect(standardNamed('ISO-17024-2012')!.children.find(clause => clause.name === 'C9-4')?.title).toBe('Decision on certification');
  expect(standardNamed('ASTM-E2659-2024')!.children.map(clause => clause.name)).toContain('C5-2-4-2');
  expect(['NCCA-2014', 'NCCA-2021'].map(name => standardNamed(name)!.children.length)).toEqual([24, 23]);
});

test('an edition that was replaced names the one after it and its day', () => {
  expect(standardNamed('ISO-17024-2012')!.says).toMatchObject({ withdrawn: ['2026-04-01'], 'superseded-by': ['ISO-17024-2026'] });
  expect(standardNamed('NCCA-2014')!.says).toMatchObject({ 'in-force': ['2016-01-01'], 'superseded-by': ['NCCA-2021'] });
});

test('the facts that were made at build time are those of the files', () => {
  expect(packedFacts()).toEqual(FACTS);
  for (const name of BUILT_IN) {
    const { file, ...facts } = { ...standardNamed(name)!, file: standardNamed(name)!.file };
    expect(facts).toEqual(CredFile.read(standardUri(name), standardText(standardUri(name))!).names[0]);
    expect(file.uri).toBe(standardUri(name));
  }
});

test('what was not confirmed is never called published', () => {
  const published = (name: string) =>
    standardNamed(name)!
      .children.filter(clause => clause.children.some(({ says }) => says.basis?.includes('published')))
      .map(clause => clause.name);
  expect(published('ISO-17024-2026')).toEqual([]);
  expect(published('ICE-1100-2019')).toEqual(['S1']);
  expect(published('NCCA-2021')).toEqual(['S13', 'S14', 'S15', 'S16', 'S17', 'S19']);
  for (const name of BUILT_IN)
    for (const clause of standardNamed(name)!.children)
      for (const feature of clause.children)
        expect(Object.keys(feature.says), feature.path).toEqual(expect.arrayContaining(['basis', 'stage']));
});

describe.each(BUILT_IN)('%s judges', name => {
  const judge = (text: string) => {
    const project = projectOf({ 'a.cred': text });
    const file = project.file('a.cred')!;
    const result = readiness(file.programs[0]!, standardNamed(name)!, { file, names: project, host: project.host });
    return { file, project, features: result.clauses.flatMap(leavesOf).flatMap(clause => clause.features) };
  };
  const kinds = (standardNamed(name)!.says.accredits ?? ['certification', 'certificate']) as ('certification' | 'certificate')[];

  test.each(kinds)('a %s in good order shows every feature', kind => {
    const { features } = judge(kind === 'certificate' ? GOOD_CERTIFICATE : GOOD_CERTIFICATION);
    expect(
      features.filter(({ status }) => status !== 'shown').map(({ path, status, lacks, failed }) => [path, status, lacks, failed]),
    ).toEqual([]);
  });

  test.each(kinds)('an empty %s shows none but those that only rules decide; each fix adds its paths as holes', kind => {
    const empty = `organization O "Owner" { body b "Board" { governs: X } }\n${kind} X "Thing" {\n  owner: O\n  assessment exam { items: 100 }\n  domain d "Domain"\n  outcome o "Outcome"\n  panel p "Panel"\n}`;
    const { file, project, features } = judge(empty);
    for (const feature of features) {
      if (feature.lacks.length === 0) continue;
      const program = file.programs[0]!;
      const ground = groundOf(program, { file, names: project, today: project.host.today });
      const fixes = fixesFor(feature, ownerOf(program, file, project), { file, names: project, ground });
      expect(fixes.length, feature.path).toBe(1);
      const after = applyEdits(empty, fixes[0]!.edits());
      expect(
        findingsOf(after).filter(({ severity, rule }) => severity === 'error' && rule.startsWith('language/')),
        after,
      ).toEqual([]);
      for (const path of feature.lacks) expect(after).toContain(`${featurePath(path)!.key ?? featurePath(path)!.kinds.at(-1)}`);
      const now = judge(after).features.find(one => one.path === feature.path)!;
      expect([now.path, now.lacks], after).toEqual([feature.path, []]);
      expect(['hole', 'missing'], feature.path).toContain(now.status);
    }
  });
});
