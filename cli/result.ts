/** What a check has found, as plain data: every format is made from it. */
import type { Finding } from '../language/findings/finding.ts';

export interface FixName {
  readonly title: string;
  readonly safe: boolean;
}

/** A finding whose fixes are only named, so that it can go from thread to thread. */
export interface PlainFinding extends Pick<Finding, 'rule' | 'severity' | 'message' | 'range' | 'help'> {
  readonly fixes: readonly FixName[];
}

export interface FileResult {
  /** Relative to the current folder, with forward slashes. */
  readonly path: string;
  readonly text: string;
  readonly findings: readonly PlainFinding[];
}

export interface Summary {
  readonly files: number;
  readonly programs: number;
  readonly errors: number;
  readonly warnings: number;
  readonly information: number;
  readonly holes: number;
}

export interface CheckResult {
  readonly asOf: string;
  readonly files: readonly FileResult[];
  readonly summary: Summary;
}
