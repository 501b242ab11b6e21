/** A SARIF file is one that services take whole. */
import { expect, test } from 'vitest';
import { NOTHING_CHECKED, type PlainFinding } from '../result/result.ts';
import { sarif } from './sarif.ts';

const finding = (severity: PlainFinding['severity'], line: number): PlainFinding => ({
  rule: severity === 'error' ? 'certification/goal' : 'language/hole',
  severity,
  message: 'M.',
  range: { start: { line, character: 0 }, end: { line, character: 1 } },
  help: '',
  fixes: [],
});

test('it has no more results than GitHub takes, and keeps the worst, in their order', () => {
  const context = { asOf: '2026-01-31', colours: false, version: '1.0.0', cwd: '/p', page: () => undefined, severity: () => undefined };
  const writer = sarif(context);
  const findings = [...Array.from({ length: 26_000 }, (_, i) => finding('information', i)), finding('error', 26_000)];
  const file = { file: '/p/a.cred', path: 'a.cred', text: '', silenced: [], names: [], asked: [], programs: 0, holes: 0, isConfig: false };
  const begun = writer.begin + writer.file({ ...file, findings });
  const [run] = JSON.parse(begun + writer.end(NOTHING_CHECKED).join('')).runs;
  expect(run.results).toHaveLength(25_000);
  expect(run.results.at(-1)).toMatchObject({ ruleId: 'certification/goal', level: 'error' });
  expect(run.tool.driver.rules[run.results.at(-1).ruleIndex].id).toBe('certification/goal');
  expect(run.invocations[0].toolExecutionNotifications[0].message.text).toBe(
    '1001 more results are left out; those that are here are the worst.',
  );
});
