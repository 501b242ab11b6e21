import { describe, expect, test } from 'vitest';
import { findingsOf, shown } from '../../test/expect.ts';
import { BUILT_IN, standardNamed, standardText, standardUri } from './index.ts';

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
