/** How the rule about `cred.json` is declared: it looks at what was read of it, and knows what there is to name. */
import type { Config, NamedThere } from '../project/config.ts';
import { apartRule } from './apart-rule.ts';
import type { Severity } from './finding.ts';

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

/** `project/config-findings.ts` calls it. */
export const configRule = apartRule<ConfigSubject, ConfigReport>;
