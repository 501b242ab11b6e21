/** What a check has found, as plain data: every format is made from it. */
import type { Finding } from '../../language/findings/finding.ts';
import type { TextRange } from '../../language/model/lines.ts';
import { countsOf, type PackedFindings } from './packed.ts';

export interface PlainFix {
  readonly title: string;
  readonly safe: boolean;
  /** The file that it changes, where that is not the finding's own. */
  readonly uri?: string;
  /** What it changes there; worked out only where a format shows it. */
  readonly edits?: readonly { readonly range: TextRange; readonly text: string }[];
}

/** A finding as plain data, so that it can go from thread to thread. */
export interface PlainFinding extends Pick<Finding, 'rule' | 'severity' | 'message' | 'range' | 'help' | 'related'> {
  readonly fixes: readonly PlainFix[];
  /** Why an ignore silences it: it is told only where silenced findings are asked for. */
  readonly silenced?: string;
}

export interface FileResult {
  /** Absolute. */
  readonly file: string;
  /** Relative to the current folder, with forward slashes. */
  readonly path: string;
  readonly text: string;
  readonly findings: readonly PlainFinding[];
  /** The same in JSON, where they have come so. */
  readonly packed?: PackedFindings | undefined;
  /** What ignores keep quiet. */
  readonly silenced: readonly PlainFinding[];
  /** The top-level names that it gives, and those that it asked for: what others give changes its findings. */
  readonly names: readonly string[];
  readonly asked: readonly string[];
  readonly programs: number;
  readonly holes: number;
  /** A `cred.json` has findings too, but is no file of programs. */
  readonly isConfig: boolean;
}

/** What a rule is, for formats that list the rules. */
export interface RuleInfo {
  readonly id: string;
  readonly title: string;
  readonly severity: Finding['severity'];
  readonly source: string;
  readonly help: string;
}

export interface Summary {
  readonly files: number;
  readonly programs: number;
  readonly errors: number;
  readonly warnings: number;
  readonly information: number;
  readonly holes: number;
}

export interface CheckRun {
  readonly asOf: string;
  readonly files: readonly FileResult[];
  readonly summary: Summary;
}

/** The same result with other findings for each file, counted anew. */
export function retold(result: CheckRun, findingsOf: (file: FileResult) => readonly PlainFinding[]): CheckRun {
  const files = result.files.map(file => ({ ...file, findings: findingsOf(file), packed: undefined }));
  return { ...result, files, summary: summaryOf(files) };
}

export function summaryOf(files: readonly FileResult[]): Summary {
  const sum = (count: (file: FileResult) => number): number => files.reduce((n, file) => n + count(file), 0);
  const counts = files.map(file => file.packed?.counts ?? countsOf(file.findings));
  const findings = (severity: PlainFinding['severity']): number => counts.reduce((n, of) => n + of[severity], 0);
  return {
    files: sum(file => (file.isConfig ? 0 : 1)),
    programs: sum(file => file.programs),
    errors: findings('error'),
    warnings: findings('warning'),
    information: findings('information'),
    holes: sum(file => file.holes),
  };
}

/** In the order of the text. */
export const byPlace = (a: PlainFinding, b: PlainFinding): number =>
  a.range.start.line - b.range.start.line || a.range.start.character - b.range.start.character;
