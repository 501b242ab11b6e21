/** The body of a report: versions and rules, and no word of the author's text that the author does not give. */
import { expect, test } from 'vitest';
import { problemBody } from '../client/problem-body.ts';

const REPORT = {
  asks: 'What went wrong?',
  made: ['Cred 0.1.0', 'Visual Studio Code 1.101.0', '2026-01-31'],
  rules: ['certification/goal', 'language/unknown-property', 'certification/goal'],
};

test('a report tells the versions, the day and the rules, and nothing else', () => {
  expect(problemBody(REPORT)).toBe(
    '**What went wrong?**\n\n\n\nCred 0.1.0, Visual Studio Code 1.101.0, 2026-01-31\n\ncertification/goal (2), language/unknown-property',
  );
  expect(problemBody({ ...REPORT, rules: [] })).toBe('**What went wrong?**\n\n\n\nCred 0.1.0, Visual Studio Code 1.101.0, 2026-01-31');
});

test('a text that is given stands in a fence that it cannot close, and is cut where the form would not take it', () => {
  expect(problemBody({ ...REPORT, text: 'person P "P"\n````\n' })).toContain('\n\n`````cred\nperson P "P"\n````\n\n`````');
  const body = problemBody({ ...REPORT, text: 'x'.repeat(50_000) });
  expect(body.length).toBeLessThan(3300);
  expect(body).toMatch(/x\n…\n````$/);
});
