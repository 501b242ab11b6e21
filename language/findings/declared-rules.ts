/** Declares the rules that look at no block: those about `cred.json`, about ignores, and about files that cannot be read. */
import type { CredFile } from '../model/file.ts';
import type { Config, NamedThere } from '../project/config.ts';
import type { Report, Rule } from '../rules/define.ts';
import type { Severity } from './finding.ts';
import type { Ignore } from './ignore.ts';
import type { Unreadable } from './unreadable.ts';

/** Declares a rule that applies to no block. Its caller passes the subject and receives the reports. */
const apartRule = <Subject, Reportable>(
  id: string,
  declared: Pick<Rule, 'title' | 'severity' | 'source'> & {
    check(subject: Subject, context: { report(finding: Reportable): void }): void;
  },
): Rule => ({ ...declared, id, reads: 'file', appliesTo: [], check: declared.check as unknown as Rule['check'] });

/** The subject of the rule about `cred.json`. */
export interface ConfigSubject {
  readonly config: Config;
  /** The ids that the settings may name: rules, clauses of standards, `group/*` and `*`. */
  readonly rules: ReadonlySet<string>;
  /** The ids of the rules that have a limit. */
  readonly limited: ReadonlySet<string>;
  readonly standards: ReadonlySet<string>;
  readonly programs: ReadonlySet<string>;
  /** The file patterns that match no file; empty if that is not known. */
  readonly unfit: readonly UnmatchedPattern[];
}

/** A file pattern of `cred.json` that matches none of the project's files. */
export interface UnmatchedPattern extends NamedThere {
  readonly of: 'files' | 'exclude';
  /** Whether it matches files that the project excludes. */
  readonly leftOut: boolean;
}

/** A report about `cred.json`, with offsets in its text. */
export interface ConfigReport {
  readonly start: number;
  readonly end: number;
  readonly message: string;
  readonly severity?: Severity;
}

/** Declares the rule about `cred.json`. `project/config-findings.ts` calls it with the parsed settings and the names that they may use. */
export const configRule = apartRule<ConfigSubject, ConfigReport>;

/** The subject of a rule about ignores. */
export interface IgnoreSubject {
  readonly file: CredFile;
  readonly ignore: Ignore;
  /** Whether it covers an accreditation that cannot be read. The clauses of its standard are not known then. */
  readonly unread: boolean;
}

/**
 * Declares a rule about ignores. `check/ignore-findings.ts` calls it for each ignore after the check, when it is known what each silenced.
 */
export const ignoreRule = apartRule<IgnoreSubject, Report>;

/** Declares the rule about files that cannot be read. `project/unreadable-findings.ts` calls it with the reason. */
export const unreadableRule = apartRule<Unreadable, { readonly message: string }>;
