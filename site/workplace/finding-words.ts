/** The words for findings, as the marks in the text and the list beside it use them. */
import type { Diagnostic } from 'vscode-languageserver-protocol';

const SEVERITY = ['error', 'error', 'warning', 'info', 'hint'] as const;
export type MarkSeverity = (typeof SEVERITY)[number];

/** Returns how serious a finding is; one that does not say so is an information. */
export const severityOf = ({ severity }: Diagnostic): MarkSeverity => SEVERITY[severity ?? 3]!;

/** The server's messages are plain texts; the protocol allows others. */
export const wordsOf = ({ message }: Diagnostic): string => (typeof message === 'string' ? message : message.value);

/** How many findings there are of each severity. */
export type FindingCounts = Readonly<Record<MarkSeverity, number>>;

export function countsOf(all: readonly Diagnostic[]): FindingCounts {
  const counts = { error: 0, warning: 0, info: 0, hint: 0 };
  for (const one of all) counts[severityOf(one)]++;
  return counts;
}

/** Returns a text such as "2 errors, 1 warning, 3 for information" for the counts of several files. */
export function counted(all: readonly FindingCounts[]): string {
  const of = (severity: MarkSeverity): number => all.reduce((sum, counts) => sum + counts[severity], 0);
  const [errors, warnings, rest] = [of('error'), of('warning'), of('info') + of('hint')];
  const parts = [
    errors > 0 && `${errors} ${errors === 1 ? 'error' : 'errors'}`,
    warnings > 0 && `${warnings} ${warnings === 1 ? 'warning' : 'warnings'}`,
    rest > 0 && `${rest} for information`,
  ];
  return parts.filter(Boolean).join(', ') || 'Nothing is found.';
}
