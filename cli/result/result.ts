/** Declares the result of a check as plain data. Every output format is made from it. */
import type { Finding } from '../../language/findings/finding.ts';
import type { TextRange } from '../../language/model/lines.ts';
import { countsOf, type PackedFindings } from './packed.ts';

/** A fix of a finding. */
export interface PlainFix {
  readonly title: string;
  readonly safe: boolean;
  /** The file to change, if it is another than the finding's own. */
  readonly uri?: string;
  /** The changes to that file; computed only if a format shows them. */
  readonly edits?: readonly { readonly range: TextRange; readonly text: string }[];
}

/** A finding as plain data, so that it can pass between threads. */
export interface PlainFinding extends Pick<Finding, 'rule' | 'severity' | 'message' | 'range' | 'help' | 'related'> {
  readonly fixes: readonly PlainFix[];
  /** The reason given by the ignore that silences it; set only if silenced findings are requested. */
  readonly silenced?: string;
}

/** The result of checking one file. */
export interface FileResult {
  /** The absolute path. */
  readonly file: string;
  /** The path relative to the current folder, with forward slashes. */
  readonly path: string;
  readonly text: string;
  readonly findings: readonly PlainFinding[];
  /** The same findings as text, if they arrived in that form. */
  readonly packed?: PackedFindings | undefined;
  /** The findings that ignores silence. */
  readonly silenced: readonly PlainFinding[];
  /** The top-level names that the file declares and those that it refers to. Changes to these names elsewhere can change its findings. */
  readonly names: readonly string[];
  readonly asked: readonly string[];
  readonly programs: number;
  readonly holes: number;
  /** Whether the file is a `cred.json`, which has findings but no programs. */
  readonly isConfig: boolean;
}

/** What formats show of a rule in a list of rules. */
export interface RuleInfo {
  readonly id: string;
  readonly title: string;
  readonly severity: Finding['severity'];
  readonly source: string;
  readonly help: string;
}

/** The counts of a check. */
export interface Summary {
  readonly files: number;
  readonly programs: number;
  readonly errors: number;
  readonly warnings: number;
  readonly information: number;
  readonly holes: number;
}

/** The result of a check. */
export interface CheckRun {
  readonly asOf: string;
  readonly files: readonly FileResult[];
  readonly summary: Summary;
}

/** Returns the result with other findings for each file, counted anew. */
export function retold(result: CheckRun, findingsOf: (file: FileResult) => readonly PlainFinding[]): CheckRun {
  const files = result.files.map(file => ({ ...file, findings: findingsOf(file), packed: undefined }));
  return { ...result, files, summary: summaryOf(files) };
}

/** Counts the findings, programs and holes of some files. */
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

/** Compares findings by their position in the text. */
export const byPlace = (a: PlainFinding, b: PlainFinding): number =>
  a.range.start.line - b.range.start.line || a.range.start.character - b.range.start.character;
