import { expect, test } from 'vitest';
import { expectFix, findingsOf } from '../../../test/expect.ts';

const found = (exam: string, kind = 'certification') =>
  findingsOf(`${kind} C "C" { assessment x { ${exam} } }`)
    .filter(one => one.rule.startsWith('measurement/passing-score'))
    .map(one => `${one.severity} ${one.rule.slice(12)}`);

test('fail: missing', () => {
  expect(found('items: 20')).toEqual(['warning passing-score-missing']);
  expect(found('items: 20', 'certificate')).toEqual(['warning passing-score-missing']);
});

test('success: a hole, unpublished, formative, norm-referenced, attendance, undecided', () => {
  for (const exam of [
    'passing-score: ?',
    'passing-score: unpublished',
    'use: formative',
    'scoring: norm-referenced',
    'standard-setting { method: quota }',
  ])
    expect(found(exam)).toEqual([]);
  expect(found('items: 20', 'attendance')).toEqual([]);
  expect(found('passing-score: 30 of 20', 'program')).toEqual([]);
});

test('fail: a score that cannot be', () => {
  for (const exam of [
    'passing-score: 199; score-scale: 200 to 800',
    'passing-score: 110%',
    'passing-score: 21 of 20',
    'format: multiple-choice; items: 100; unscored: 20; passing-score: 60 of 81',
    'format: multiple-choice; items: 60 to 100; passing-score: 60 of 101',
  ])
    expect(found(exam), exam).toEqual(['error passing-score-range']);
});

test('success: within the scale, or not to be compared', () => {
  for (const exam of [
    'passing-score: 200; score-scale: 200 to 800',
    'passing-score: 850',
    'passing-score: 70%; score-scale: 200 to 800',
    'passing-score: 20 of 20',
    'format: multiple-choice, essay; items: 40; passing-score: 60 of 80',
    'format: multiple-choice; items: 100; unscored: ?; passing-score: 60 of 100',
    'items: 40; passing-score: 60 of 80',
    'format: multiple-choice; items: 60 to 100; passing-score: 60 of 100',
  ])
    expect(found(exam), exam).toEqual([]);
});

test('fix: adds a hole', () => {
  expectFix(
    'certification C "C" { assessment x "X" { items: 20 } }',
    'measurement/passing-score-missing',
    'Add',
    'certification C "C" { assessment x "X" { items: 20; passing-score: ? } }',
  );
});
