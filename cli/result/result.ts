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

/** Returns the file with other findings. */
export const withFindings = (file: FileResult, findings: readonly PlainFinding[]): FileResult => ({ ...file, findings, packed: undefined });

export const NOTHING_CHECKED: Summary = { files: 0, programs: 0, errors: 0, warnings: 0, information: 0, holes: 0 };

/** Adds up the files of a result. */
export const summaryOf = (files: readonly FileResult[]): Summary => files.reduce(withFile, NOTHING_CHECKED);

/** The sums with one more file. */
export function withFile(sums: Summary, file: FileResult): Summary {
  const { error, warning, information } = file.packed?.counts ?? countsOf(file.findings);
  return {
    files: sums.files + (file.isConfig ? 0 : 1),
    programs: sums.programs + file.programs,
    errors: sums.errors + error,
    warnings: sums.warnings + warning,
    information: sums.information + information,
    holes: sums.holes + file.holes,
  };
}

/** Compares findings by their position in the text. */
export const byPlace = (a: PlainFinding, b: PlainFinding): number =>
  a.range.start.line - b.range.start.line || a.range.start.character - b.range.start.character;
