import { describe, expect, test } from 'vitest';
import { findingsOf, projectOf, shown } from '../../test/expect.ts';
import { GOOD_CERTIFICATE, GOOD_CERTIFICATION } from '../../test/good-programs.ts';
import { featurePath } from '../analysis/judging/feature-path.ts';
import { canBeShown } from '../analysis/judging/judge.ts';
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
    ABSNC: ['certification'],
    'IACET-2018': ['provider'],
    'EU-MICRO-2022': undefined,
    'AERA-2014': undefined,
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

describe('what a document asks for itself', () => {
  const published = (name: string) =>
    standardNamed(name)!.children.flatMap(clause =>
      clause.children.filter(({ says }) => says.basis?.[0] === 'published').map(({ path }) => path.slice(name.length + 1)),
    );

  test('is told apart from practice, feature by feature, and each says at which stage it comes about', () => {
    for (const name of BUILT_IN)
      for (const clause of standardNamed(name)!.children)
        for (const feature of clause.children)
          expect(Object.keys(feature.says), feature.path).toEqual(expect.arrayContaining(['basis', 'stage']));
  });

  test('holds in the next edition while no source calls it dropped', () => {
    const moved: Readonly<Record<string, string>> = { S21: 'S17', S22: 'S21', S23: 'S22', S24: 'S23' };
    const later = (path: string): string => path.replace(/^S\d+/, clause => moved[clause] ?? clause);
    expect(published('NCCA-2021')).toEqual(expect.arrayContaining(published('NCCA-2014').map(later)));
    const swapped: Readonly<Record<string, string>> = { 'C9-1': 'C9-2', 'C9-2': 'C9-1' };
    const renumbered = (path: string): string => path.replace(/^C[\d-]+/, clause => swapped[clause] ?? clause);
    expect(published('ISO-17024-2026')).toEqual(expect.arrayContaining(published('ISO-17024-2012').map(renumbered)));
  });

  test('is what the title of a clause names', () => {
    expect(published('NCCA-2021')).toEqual(
      expect.arrayContaining(['S2.autonomy', 'S7.written', 'S9.verification', 'S10.policy', 'S11.policy', 'S12.policy', 'S20.reliability']),
    );
    expect(published('ASTM-E2659-2024')).toEqual(
      expect.arrayContaining(['C5-2-1.discrimination', 'C5-2-1.money', 'C5-2-1.advisory', 'C5-2-1.automation']),
    );
    // Of these hardly more than the subjects is known.
    expect(new Set(published('ICE-1100-2019').map(path => path.split('.')[0]))).toEqual(new Set(['S1']));
    expect(published('IACET-2018')).toEqual([]);
  });

  test('what was not read is said once, of the standard', () => {
    for (const name of BUILT_IN.filter(one => one !== 'DEFINING-FEATURES')) {
      expect(standardNamed(name)!.says.summary, name).toHaveLength(1);
      for (const clause of standardNamed(name)!.children)
        expect(clause.says.summary?.join(), clause.path).not.toMatch(/not seen|not read|confirmed|inferred/);
    }
  });
});

/** Returns the kinds of program that a standard judges: the kinds that it accredits, a provider's course, or both if it accredits none. */
function kindsJudged(name: string): readonly ('certification' | 'certificate')[] {
  if (name === 'EU-MICRO-2022') return ['certificate'];
  const { accredits } = standardNamed(name)!.says;
  if (!accredits) return ['certification', 'certificate'];
  return accredits.map(kind => (kind === 'certification' ? kind : 'certificate'));
}

describe.each(BUILT_IN)('%s judges', name => {
  const judge = (text: string) => {
    const project = projectOf({ 'a.cred': text });
    const file = project.file('a.cred')!;
    const result = readiness(file.programs[0]!, standardNamed(name)!, { file, names: project, host: project.host });
    return { file, project, features: result.clauses.flatMap(leavesOf).flatMap(clause => clause.features) };
  };
  const kinds = kindsJudged(name);

  test.each(kinds)('a %s in good order shows every feature', kind => {
    const { features } = judge(kind === 'certificate' ? GOOD_CERTIFICATE : GOOD_CERTIFICATION);
    expect(
      features
        .filter(one => one.status !== 'shown' && canBeShown(one))
        .map(({ path, status, lacks, failed }) => [path, status, lacks, failed]),
    ).toEqual([]);
  });

  test.each(kinds)('an empty %s shows none but those that only rules decide; each fix adds its paths as holes', kind => {
    const empty = `organization O "Owner" { body b "Board" { governs: X } }\n${kind} X "Thing" {\n  owner: O\n  assessment exam { items: 100 }\n  domain d "Domain"\n  outcome o "Outcome"\n  panel p "Panel"\n}`;
    const { file, project, features } = judge(empty);
    for (const feature of features) {
      if (feature.lacks.length === 0) continue;
      const program = file.programs[0]!;
      const ground = groundOf(program, { file, names: project, today: project.host.today });
      const fixes = fixesFor('It', [feature], ownerOf(program, file, project), { file, names: project, ground });
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

  test.each(kinds)('the one fix of each clause settles it, and adds no word twice, in an empty %s', kind => {
    const empty = `organization O "Owner" { body b "Board" { governs: X } }\n${kind} X "Thing" {\n  owner: O\n  accreditation { standard: ${name}; status: seeking }\n  assessment exam { items: 100 }\n  panel p "Panel"\n}`;
    const found = findingsOf(empty).filter(({ standard }) => standard === name);
    const clauses = found.filter(({ rule, fixes }) => !rule.endsWith('/open') && fixes.length > 0);
    for (const { rule, fixes } of clauses) {
      expect(fixes.map(({ title }) => title)).toEqual([expect.stringMatching(/^Add what .* asks for$/)]);
      const after = findingsOf(applyEdits(empty, fixes[0]!.edits()));
      expect(after.filter(one => one.rule === rule).map(({ message }) => message)).toEqual([]);
      expect(after.filter(one => one.severity === 'error' && one.rule.startsWith('language/')).map(({ message }) => message)).toEqual([]);
    }
    if (kind === 'certification' && name.startsWith('NCCA')) expect(clauses.length).toBeGreaterThan(10);
  });
});
