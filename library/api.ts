/**
 * Cred as a library: text in, plain data out. It reads no file, opens no connection and runs in Node and in browsers.
 * These declarations are the package's own (dist/index.d.ts), so they import nothing.
 */

/** A `.cred` file. `path` is only its name: relative, with forward slashes; findings and results call it by that. */
export interface SourceText {
  readonly path: string;
  readonly text: string;
}

export interface Options {
  /** The day to judge by, `YYYY-MM-DD`. Default: the one that the configuration sets, else today. */
  readonly asOf?: string;
  /** What would stand in `cred.json`, as its text or as an object. A mistake in it is a finding of the file `cred.json`. */
  readonly config?: string | object;
  /** Whether a document beside a file exists; never asked for a path that leads out of the folder that all files lie in. Left out, documents are not looked for. */
  readonly exists?: (file: string, document: string) => boolean;
}

/** A place as the Language Server Protocol counts: from 0, characters in UTF-16 units. */
export interface Position {
  readonly line: number;
  readonly character: number;
}

/** `end` is not included. */
export interface TextRange {
  readonly start: Position;
  readonly end: Position;
}

export type Severity = 'error' | 'warning' | 'information' | 'hint';

export interface Finding {
  /** `certification/goal`, or a clause: `ncca-2021/S14`. */
  readonly rule: string;
  readonly severity: Severity;
  readonly message: string;
  readonly range: TextRange;
  /** The page of the rule, a path in the package. */
  readonly help: string;
  readonly fixes: readonly {
    readonly title: string;
    readonly safe: boolean;
    /** The file that it changes, where that is not the finding's own. */
    readonly path?: string;
    readonly edits: readonly TextEdit[];
  }[];
  readonly related?: readonly { readonly path: string; readonly range: TextRange; readonly message: string }[];
}

export interface TextEdit {
  readonly range: TextRange;
  readonly text: string;
}

export interface CheckResult {
  readonly version: 1;
  readonly asOf: string;
  /** In the order in which they were given; `cred.json` first where something is amiss with it. */
  readonly files: readonly { readonly path: string; readonly findings: readonly Finding[] }[];
  readonly summary: {
    readonly files: number;
    readonly programs: number;
    readonly errors: number;
    readonly warnings: number;
    readonly information: number;
    /** Values that are still `?`. */
    readonly holes: number;
  };
}

/** What Cred finds in some files that belong together. */
export declare function check(files: readonly SourceText[], options?: Options): CheckResult;

export interface PlacedRange {
  readonly path: string;
  readonly range: TextRange;
}

/** Something that a clause asks for. */
export interface Feature {
  /** Dotted, `NCCA-2021.S14.study`. */
  readonly id: string;
  readonly title: string;
  /** Whether the document itself asks for it, or the field does so. */
  readonly basis: 'published' | 'practice';
  readonly stage?: string;
  /** Where it is shown, where a `?` announces it, or what is stated otherwise than it asks. */
  readonly places: readonly PlacedRange[];
}

export interface MissingFeature extends Feature {
  readonly advice?: string;
  readonly hole: boolean;
  /** What is not stated yet. */
  readonly lacks: readonly string[];
  /** The rules that it depends on. */
  readonly rules: readonly string[];
}

export interface Clause {
  /** `ncca-2021/S14`. */
  readonly id: string;
  readonly number?: string;
  readonly title: string;
  readonly status: 'met' | 'partly met' | 'missing' | 'attested' | 'open';
  readonly shown: readonly Feature[];
  readonly missing: readonly MissingFeature[];
  readonly evidence: readonly (PlacedRange & {
    readonly title?: string;
    readonly document?: string;
    readonly date?: string;
    readonly note?: string;
    readonly pending?: boolean;
  })[];
  readonly ignored?: PlacedRange & { readonly reason: string };
}

/** A program held against a standard. */
export interface ReadinessEntry extends PlacedRange {
  readonly name: string;
  readonly title: string;
  readonly kind: string;
  /** What its authors have silenced, and why. */
  readonly ignored: readonly (PlacedRange & { readonly rules: readonly string[]; readonly reason: string })[];
  /** `null` where no standard fits the program. */
  readonly standard: string | null;
  readonly claim?: 'planned' | 'seeking' | 'accredited' | 'lapsed' | 'asked';
  readonly met: number;
  readonly attested: number;
  readonly total: number;
  readonly clauses: readonly Clause[];
}

export interface ReadinessOptions extends Options {
  /** By name, `NCCA-2021`. Left out, those that fit each program. */
  readonly standards?: readonly string[];
}

/** How ready programs are for a standard, clause by clause. Throws a RangeError where a standard is not known. */
export declare function readiness(
  files: readonly SourceText[],
  options?: ReadinessOptions,
): { readonly version: 1; readonly programs: readonly ReadinessEntry[] };

/** Which path a program's description fits, and why. */
export interface Fit extends PlacedRange {
  readonly name: string;
  readonly title: string;
  /** The kind that it is declared as; `program` where that is undecided. */
  readonly declared: string;
  readonly fits: string;
  /** 0 to 1. */
  readonly confidence: number;
  /** The same in words: "all five stated dimensions point there". */
  readonly firmness?: string;
  readonly reasons: readonly (PlacedRange & { readonly dimension: string; readonly pointsTo: string; readonly because: string })[];
  readonly next: readonly string[];
  /** What would be found if it were of the kind that was asked for. */
  readonly as?: {
    readonly kind: string;
    readonly findings: readonly {
      readonly rule: string;
      readonly severity: Severity;
      readonly message: string;
      readonly range: TextRange;
      readonly isNew: boolean;
    }[];
  };
}

export interface PathOptions extends Options {
  /** Also tell what would be found if the programs were of this kind. */
  readonly as?: 'certificate' | 'certification' | 'attendance';
}

/** Which path each program fits: certificate, certification, both or neither. */
export declare function path(
  files: readonly SourceText[],
  options?: PathOptions,
): { readonly version: 1; readonly programs: readonly Fit[] };

export interface FixedText {
  readonly path: string;
  readonly text: string;
  readonly changed: boolean;
  /** Errors that are left. */
  readonly errors: number;
}

export interface FixOptions extends Options {
  /** Also apply what needs an author's eye afterwards: what is missing comes as `?`. */
  readonly unsafe?: boolean;
}

/** The files with every certain fix applied. */
export declare function fix(files: readonly SourceText[], options?: FixOptions): readonly FixedText[];

/** A text laid out: only blanks and line breaks change. */
export declare function format(text: string): string;

/** The page of a rule, a kind, a property, a standard or a clause, in Markdown; `undefined` where nothing is called so. */
export declare function explain(topic: string): string | undefined;

export interface RuleInfo {
  readonly id: string;
  readonly title: string;
  readonly severity: Severity;
  readonly source: string;
  readonly help: string;
}

/** What Cred checks. */
export declare function rules(): readonly RuleInfo[];
