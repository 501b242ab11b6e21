/** Prints a code quality report, which GitLab shows in merge requests (in the format of Code Climate). */
import { fingerprintsOf } from '../result/fingerprint.ts';
import type { FileResult, PlainFinding } from '../result/result.ts';
import { listed } from './json-list.ts';
import type { Writer } from './writer.ts';

const SEVERITY: Readonly<Record<PlainFinding['severity'], string>> = {
  error: 'critical',
  warning: 'major',
  information: 'info',
  hint: 'info',
};

/** Returns the writer of this format. */
export function gitlab(): Writer {
  const list = listed('');
  return {
    begin: '[',
    file: file => list.more(entriesOf(file)),
    end: () => [`${list.close()}]\n`],
  };
}

function entriesOf(file: FileResult) {
  const prints = fingerprintsOf(file, file.findings);
  return file.findings.map(({ rule, severity, message, range: { start, end } }, i) => ({
    description: message,
    check_name: rule,
    fingerprint: prints[i],
    severity: SEVERITY[severity],
    location: { path: file.path, lines: { begin: start.line + 1, end: end.line + 1 } },
  }));
}
