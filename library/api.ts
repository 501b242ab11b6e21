/**
 * Declares Cred as a library: text goes in, plain data comes out. The library reads no file, opens no connection, and runs in Node and in
 * browsers. These declarations are shipped with the package (dist/index.d.ts), so they import nothing.
 */

/** A `.cred` file. `path` only names it in findings and results: it is relative, with forward slashes. */
export interface SourceText {
  readonly path: string;
  readonly text: string;
}

/** Settings that all checks share. */
export interface Options {
  /** The date to judge by, `YYYY-MM-DD`. Default: the date in the configuration, else today. */
  readonly asOf?: string;
  /** The content of `cred.json`, as text or as an object. A mistake in it is a finding of the file `cred.json`. */
  readonly config?: string | object;
  /**
   * Whether a document that a file names exists. It is never called with a path that leads out of the folder that contains all files.
   * Without it, documents are not looked for.
   */
  readonly exists?: (file: string, document: string) => boolean;
}

/** A position as in the Language Server Protocol: line and character count from 0, characters in UTF-16 code units. */
export interface Position {
  readonly line: number;
  readonly character: number;
}

/** A range of text. The position `end` is not part of it. */
export interface TextRange {
  readonly start: Position;
  readonly end: Position;
}

/** How serious a finding is, the most serious first. */
export type Severity = 'error' | 'warning' | 'information' | 'hint';

/** What Cred found at one place of a file. */
export interface Finding {
  /** The id of a rule, `certification/goal`, or of a clause, `ncca-2021/S14`. */
  readonly rule: string;
  readonly severity: Severity;
  readonly message: string;
  readonly range: TextRange;
  /** The path of the rule's page within the package. */
  readonly help: string;
  readonly fixes: readonly {
    readonly title: string;
    readonly safe: boolean;
    /** The file to change, if it is another than that of the finding. */
    readonly path?: string;
    readonly edits: readonly TextEdit[];
  }[];
  readonly related?: readonly { readonly path: string; readonly range: TextRange; readonly message: string }[];
}

/** A change of one range of a text. */
export interface TextEdit {
  readonly range: TextRange;
  readonly text: string;
}

/** The findings of all files, and counts. */
export interface CheckResult {
  readonly version: 1;
  readonly asOf: string;
  /** The files in the order given; `cred.json` comes first if it has findings. */
  readonly files: readonly { readonly path: string; readonly findings: readonly Finding[] }[];
  readonly summary: {
    readonly files: number;
    readonly programs: number;
    readonly errors: number;
    readonly warnings: number;
    readonly information: number;
    /** The number of values that are still `?`. */
    readonly holes: number;
  };
}

/** Checks files that belong together. */
export declare function check(files: readonly SourceText[], options?: Options): CheckResult;

/** A range of text in a named file. */
export interface PlacedRange {
  readonly path: string;
  readonly range: TextRange;
}

/** A feature that a clause of a standard asks for. */
export interface Feature {
  /** The full name with dots, `NCCA-2021.S14.study`. */
  readonly id: string;
  readonly title: string;
  /** Whether the standard itself asks for it (`published`), or common practice does. */
  readonly basis: 'published' | 'practice';
  readonly stage?: string;
  /** The ranges that show the feature, that hold a `?` for it, or that state something else than it asks for. */
  readonly places: readonly PlacedRange[];
}

/** A feature that a program does not show yet. */
export interface MissingFeature extends Feature {
  readonly advice?: string;
  readonly hole: boolean;
  /** The statements that are still missing. */
  readonly lacks: readonly string[];
  /** The ids of the rules on which the feature depends. */
  readonly rules: readonly string[];
}

/** A clause of a standard, and how far a program meets it. */
export interface Clause {
  /** The id of the clause, `ncca-2021/S14`. */
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

/** The readiness of one program for one standard. */
export interface ReadinessEntry extends PlacedRange {
  readonly name: string;
  readonly title: string;
  readonly kind: string;
  /** The findings that the authors have silenced, with their reasons. */
  readonly ignored: readonly (PlacedRange & { readonly rules: readonly string[]; readonly reason: string })[];
  /** `null` if no standard fits the program. */
  readonly standard: string | null;
  readonly claim?: 'planned' | 'seeking' | 'accredited' | 'lapsed' | 'asked';
  readonly met: number;
  readonly attested: number;
  readonly total: number;
  readonly clauses: readonly Clause[];
}

/** Options of {@link readiness}. */
export interface ReadinessOptions extends Options {
  /** The names of standards, such as `NCCA-2021`. Default: the standards that fit each program. */
  readonly standards?: readonly string[];
}

/** Returns how ready programs are for standards, clause by clause. Throws a RangeError if a standard is unknown. */
export declare function readiness(
  files: readonly SourceText[],
  options?: ReadinessOptions,
): { readonly version: 1; readonly programs: readonly ReadinessEntry[] };

/** The path (kind of program) that a description fits, with the reasons. */
export interface Fit extends PlacedRange {
  readonly name: string;
  readonly title: string;
  /** The declared kind; `program` if the author has left it open. */
  readonly declared: string;
  readonly fits: string;
  /** A number from 0 to 1. */
  readonly confidence: number;
  /** The confidence in words: "all five stated dimensions point there". */
  readonly firmness?: string;
  readonly reasons: readonly (PlacedRange & { readonly dimension: string; readonly pointsTo: string; readonly because: string })[];
  readonly next: readonly string[];
  /** The findings that the program would have if it were of the kind given in the options. */
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

/** Options of {@link path}. */
export interface PathOptions extends Options {
  /** Also return the findings that the programs would have if they were of this kind. */
  readonly as?: 'certificate' | 'certification' | 'attendance';
}

/** Returns which path each program fits: certificate, certification, both or neither. */
export declare function path(
  files: readonly SourceText[],
  options?: PathOptions,
): { readonly version: 1; readonly programs: readonly Fit[] };

/** A file after its fixes. */
export interface FixedText {
  readonly path: string;
  readonly text: string;
  readonly changed: boolean;
  /** The number of errors that are left. */
  readonly errors: number;
}

/** Options of {@link fix}. */
export interface FixOptions extends Options {
  /** Also apply fixes that an author should look at afterwards: missing values are added as `?`. */
  readonly unsafe?: boolean;
}

/** Returns the files with all safe fixes applied. */
export declare function fix(files: readonly SourceText[], options?: FixOptions): readonly FixedText[];

/** Returns a text with its layout normalized: only blanks and line breaks change. */
export declare function format(text: string): string;

/** Returns the page of a rule, kind, property, standard or clause in Markdown; `undefined` if the topic is unknown. */
export declare function explain(topic: string): string | undefined;

/** A rule of Cred, as a list shows it. */
export interface RuleInfo {
  readonly id: string;
  readonly title: string;
  readonly severity: Severity;
  readonly source: string;
  readonly help: string;
}

/** Returns all rules that Cred checks. */
export declare function rules(): readonly RuleInfo[];
