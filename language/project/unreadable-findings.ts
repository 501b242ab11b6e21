/** The finding about a file that cannot be read. It stands at the file's start, because there is no text. */
import type { Finding } from '../findings/finding.ts';
import type { Host } from '../findings/host.ts';
import type { Unreadable } from '../findings/unreadable.ts';
import { RULES } from '../rules/index.ts';

const RULE = RULES.find(rule => rule.id === 'language/unreadable')!;
const check = RULE.check as unknown as (subject: Unreadable, context: { report(finding: { message: string }): void }) => void;
const START = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };

/** Returns the finding, or none if the project has set the rule to "off". */
export function unreadableFindings(unreadable: Unreadable, uri: string, host: Pick<Host, 'severity' | 'help'>): readonly Finding[] {
  const severity = host.severity(RULE.id, { uri }) ?? RULE.severity;
  if (severity === 'off') return [];
  const findings: Finding[] = [];
  check(unreadable, {
    report: ({ message }) => findings.push({ rule: RULE.id, severity, message, range: START, help: host.help(RULE.id), fixes: [] }),
  });
  return findings;
}
