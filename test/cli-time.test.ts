/** Only the findings about dates depend on the day of a check. */
import { expect, test } from 'vitest';
import { cred, folderOf } from './command.ts';

const SOURCE = `certification CWT "Widget Technician" {
  status: operating
  launched: 2024-03
  job-analysis { conducted: 2021-06-30; method: survey }
  assessment exam "Examination" {
    standard-setting { method: angoff; conducted: 2022-02; panelists: 8; next-due: 2027-01 }
  }
  results { period: 2024; candidates: 90 }
  policy "Rights" { covers: appeals; approved: 2024-01-31; review-every: 1 month }
  accreditation { standard: NCCA-2014; status: seeking; application-due: 2024-08-31 }
  accreditation { standard: ISO-17024-2012; status: accredited; granted: 2022-05; expires: 2027-05 }
}
`;

const folder = folderOf({ 'a.cred': SOURCE });
async function timeRules(...args: string[]): Promise<string[]> {
  const { files } = JSON.parse((await cred(folder, ['check', '--format', 'json', ...args])).out) as {
    files: { path: string; findings: { rule: string; severity: string; range: { start: { line: number } } }[] }[];
  };
  return files
    .flatMap(({ findings }) => findings)
    .filter(({ rule }) => rule.startsWith('time/'))
    .map(({ rule, severity, range }) => `${range.start.line + 1} ${severity} ${rule.slice('time/'.length)}`);
}

test.each([
  // Before any of it had happened.
  ['2021-06-29', ['4 error future', '6 error future', '9 error future', '10 information too-early', '11 error future']],
  ['2022-06-01', ['9 error future', '10 information too-early']],
  // The last day on which nothing is due, and the days after.
  ['2024-02-29', ['10 information standard-withdrawn', '10 information too-early']],
  ['2024-03-01', ['9 information overdue', '10 information standard-withdrawn', '10 information too-early']],
  [
    '2024-06-02',
    ['9 information overdue', '10 information standard-withdrawn', '10 information accreditation-deadline', '10 information too-early'],
  ],
  [
    '2026-07-01',
    [
      '4 information job-analysis-age',
      '9 information overdue',
      '10 information standard-withdrawn',
      '10 information accreditation-deadline',
      '10 information too-early',
      '11 information standard-withdrawn',
      '11 information accreditation-deadline',
    ],
  ],
  [
    '2027-06-01',
    [
      '4 information job-analysis-age',
      '6 information overdue',
      '9 information overdue',
      '10 information standard-withdrawn',
      '10 information accreditation-deadline',
      '10 information too-early',
      '11 information standard-withdrawn',
      '11 warning accreditation-expired',
    ],
  ],
])('--as-of %s', async (day, wanted) => {
  // That an accreditation was granted before the launch is told on every day.
  expect((await timeRules('--as-of', day)).sort()).toEqual([...wanted, '11 warning order'].sort());
});

test('cred.json moves the limits, and the day where no other is given', async () => {
  const config = { asOf: '2026-07-01', limits: { 'time/job-analysis-age': 6, 'time/accreditation-deadline': 200 } };
  const set = folderOf({ 'a.cred': SOURCE.replace('2024-08-31', '2027-01-10'), 'cred.json': JSON.stringify(config) });
  const rules = async (...args: string[]) =>
    (JSON.parse((await cred(set, ['check', '--format', 'json', ...args])).out).files as { findings: { rule: string }[] }[]).flatMap(
      ({ findings }) => findings.map(({ rule }) => rule),
    );
  expect(await rules()).toContain('time/accreditation-deadline');
  expect(await rules()).not.toContain('time/job-analysis-age');
  expect(await rules('--as-of', '2026-02-01')).not.toContain('time/accreditation-deadline');
  expect(await rules('--as-of', '2027-07-01')).toContain('time/job-analysis-age');
});
