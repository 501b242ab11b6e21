import { describe, expect, test } from 'vitest';
import { projectOf } from '../../test/expect.ts';
import { definingFeatures } from './features.ts';

const of = (kind: string, body: string) =>
  definingFeatures(projectOf({ 'a.cred': `${kind} P "Program" {\n${body}\n}\n` }).file('a.cred')!.programs[0]!);
const shown = (kind: string, body: string) =>
  of(kind, body)
    .filter(feature => feature.shown)
    .map(({ feature }) => feature);

describe('definingFeatures', () => {
  test('success: nothing is shown by an empty program, and nine features tell each kind', () => {
    for (const kind of ['certification', 'certificate']) {
      expect(of(kind, '')).toHaveLength(9);
      expect(shown(kind, ''), kind).toEqual([]);
    }
    expect(of('program', '')).toEqual([]);
    expect(shown('attendance', '')).toEqual([]);
  });
  test('success: holes never count', () => {
    expect(
      shown(
        'certification',
        'purpose: ?; goal: ?; scope: ?\njob-analysis { conducted: ? }\nassessment a { independent: ? }\naward { type: ? }\nmaintenance { cycle: ? }',
      ),
    ).toEqual([]);
    expect(
      shown('certificate', 'purpose: ?; goal: ?; scope: ?\noutcome o ?\nmodule m ?\nassessment a { measures: ? }\naward { type: ? }'),
    ).toEqual([]);
  });
  test('success: a whole certification and a whole certificate', () => {
    const certification = `purpose: recognize-competence; goal: validate-competence; scope: broad
      eligibility { experience: 2 years }
      job-analysis { conducted: 2024 }
      assessment a "Exam" { independent: yes }
      award { type: designation }
      maintenance { cycle: 3 years }`;
    expect(shown('certification', certification)).toHaveLength(9);
    const certificate = `purpose: build-capacity; goal: acquire-competence; scope: narrow
      outcome o "Do"
      module m "Course"
      assessment a "Test" { measures: o }
      award { type: certificate }`;
    expect(shown('certificate', certificate)).toHaveLength(9);
    for (const { span } of of('certificate', certificate)) expect(span).toBeDefined();
  });
  test('fail: what contradicts the kind is not shown', () => {
    const body =
      'goal: acquire-competence\nmodule m "M" { required: yes }\nassessment a "A" { independent: no }\naward { type: designation; lifetime: yes }\nmaintenance { cycle: 1 year }';
    expect(shown('certification', body)).toEqual(['A summative assessment', 'A designation']);
    expect(
      shown(
        'certificate',
        'outcome o "Do"\nassessment a "A" { independent: yes; measures: o }\nmaintenance { cycle: 1 year }\naward { type: badge }',
      ),
    ).toEqual(['Intended learning outcomes', 'A summative assessment']);
  });
});
