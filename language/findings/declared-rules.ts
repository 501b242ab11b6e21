/** How the rules are declared that look at no block of a `.cred` file: those about `cred.json`, about ignores, and about files that cannot be read. */
import type { CredFile } from '../model/file.ts';
import type { Config, NamedThere } from '../project/config.ts';
import type { Report, Rule } from '../rules/define.ts';
import type { Severity } from './finding.ts';
import type { Ignore } from './ignore.ts';
import type { Unreadable } from './unreadable.ts';

/** Declares a rule that applies to no block: its caller says what it looks at, and hears what it reports. */
const apartRule = <Subject, Reportable>(
  id: string,
  declared: Pick<Rule, 'title' | 'severity' | 'source'> & {
    check(subject: Subject, context: { report(finding: Reportable): void }): void;
  },
): Rule => ({ ...declared, id, reads: 'file', appliesTo: [], check: declared.check as unknown as Rule['check'] });

/** What the rule about `cred.json` is given. */
export interface ConfigSubject {
  readonly config: Config;
  /** Ids of rules and of standards' clauses; `group/*` and `*` are theirs too. */
  readonly rules: ReadonlySet<string>;
  /** Rules that have a limit. */
  readonly limited: ReadonlySet<string>;
  readonly standards: ReadonlySet<string>;
  readonly programs: ReadonlySet<string>;
  /** Patterns of files that name none; empty where that is not known. */
  readonly unfit: readonly UnmatchedPattern[];
}

/** A pattern of files that names none of the project's. */
export interface UnmatchedPattern extends NamedThere {
  readonly of: 'files' | 'exclude';
  /** Whether it names some that are left out. */
  readonly leftOut: boolean;
}

/** A finding in `cred.json`, by offsets in its text. */
export interface ConfigReport {
  readonly start: number;
  readonly end: number;
  readonly message: string;
  readonly severity?: Severity;
}

/** Declares the rule about `cred.json`: `project/config-findings.ts` hands it what was read, and the names that it may use. */
export const configRule = apartRule<ConfigSubject, ConfigReport>;

/** What a rule about ignores is given. */
export interface IgnoreSubject {
  readonly file: CredFile;
  readonly ignore: Ignore;
  /** Whether it covers an accreditation that cannot be read: what its standard asks for is not known until it is mended. */
  readonly unread: boolean;
}

/** Declares a rule about ignores: `check/ignore-findings.ts` hands it one ignore at a time, when it is known what each of them silenced. */
export const ignoreRule = apartRule<IgnoreSubject, Report>;

/** Declares the rule about files that cannot be read: `project/unreadable-findings.ts` hands it the reason. */
export const unreadableRule = apartRule<Unreadable, { readonly message: string }>;
