/** Prints a code quality report, which GitLab shows in merge requests (in the format of Code Climate). */
import { fingerprintsOf } from '../result/fingerprint.ts';
import type { CheckRun, PlainFinding } from '../result/result.ts';

const SEVERITY: Readonly<Record<PlainFinding['severity'], string>> = {
  error: 'critical',
  warning: 'major',
  information: 'info',
  hint: 'info',
};

/** Formats the findings as a report. */
export function gitlab({ files }: CheckRun): string {
  const entries = files.flatMap(file => {
    const prints = fingerprintsOf(file, file.findings);
    return file.findings.map(({ rule, severity, message, range: { start, end } }, i) => ({
      description: message,
      check_name: rule,
      fingerprint: prints[i],
      severity: SEVERITY[severity],
      location: { path: file.path, lines: { begin: start.line + 1, end: end.line + 1 } },
    }));
  });
  return `${JSON.stringify(entries, undefined, 2)}\n`;
}
