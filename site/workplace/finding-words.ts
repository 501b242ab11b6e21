/** The words for findings, as the marks in the text and the list beside it use them. */
import type { Diagnostic } from 'vscode-languageserver-protocol';

const SEVERITY = ['error', 'error', 'warning', 'info', 'hint'] as const;
export type MarkSeverity = (typeof SEVERITY)[number];

/** Returns how serious a finding is; one that does not say so is an information. */
export const severityOf = ({ severity }: Diagnostic): MarkSeverity => SEVERITY[severity ?? 3]!;

/** The server's messages are plain texts; the protocol allows others. */
export const wordsOf = ({ message }: Diagnostic): string => (typeof message === 'string' ? message : message.value);

/** Returns a text such as "2 errors, 1 warning, 3 for information". */
export function counted(all: readonly Diagnostic[]): string {
  const severities = all.map(severityOf);
  const of = (...wanted: MarkSeverity[]): number => severities.filter(one => wanted.includes(one)).length;
  const [errors, warnings, rest] = [of('error'), of('warning'), of('info', 'hint')];
  const parts = [
    errors > 0 && `${errors} ${errors === 1 ? 'error' : 'errors'}`,
    warnings > 0 && `${warnings} ${warnings === 1 ? 'warning' : 'warnings'}`,
    rest > 0 && `${rest} for information`,
  ];
  return parts.filter(Boolean).join(', ') || 'Nothing is found.';
}
