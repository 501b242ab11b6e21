/**
 * The functions that declare rules: one `rule(…)` in each file `GROUP/NAME.rule.ts`, beside its page `NAME.md`. The index of rules is
 * generated from these files; no other file names a rule.
 */
import type { Fix, Severity } from '../findings/finding.ts';
import type { Host } from '../findings/host.ts';
import type { AnyBlock, Stated, StatedList } from '../model/block.ts';
import type { BlockFacts, NamedFacts } from '../model/facts.ts';
import type { CredFile } from '../model/file.ts';
import type { Names } from '../model/scope.ts';
import type { Span } from '../model/span.ts';
import type { Reference } from '../model/values.ts';
import { type CitedClause, documentCited, partCited } from '../vocabulary/citations.ts';
import type { KindsByName } from '../vocabulary/kinds.ts';

/** The source of a rule: a document by edition, number and title, or a practice of the field. */
export interface Source {
  readonly document: string;
  readonly clause?: string;
  readonly basis: 'published' | 'practice' | 'language';
  /** The date when the source was read. */
  readonly read?: string;
}

const READ = '2026-11-30';
/** Returns a source that cites a row of ICE's table of defining features (2010). */
export const definingFeatures = (row: string): Source => ({
  document: 'Defining Features of Quality Certification and Assessment-Based Certificate Programs, ICE, 2010',
  clause: row,
  basis: 'published',
  read: READ,
});
/** Returns a source that cites clauses of one built-in standard, by number and title from the standard's file. */
export const clauses = (...cited: readonly [CitedClause, ...CitedClause[]]): Source => ({
  document: documentCited(cited[0]),
  clause: cited.map(partCited).join('; '),
  basis: 'published',
  read: READ,
});
/** Returns a source for what the field does, though no document asks for it. */
export const practice = (what: string): Source => ({ document: 'Practice of the field', clause: what, basis: 'practice' });
export const LANGUAGE: Source = { document: 'The Cred language', basis: 'language' };

/** The place of a finding: a span, a stated value, or a block (its name, or else its title, or else its kind). */
export type Place = Span | Stated<unknown> | StatedList<unknown> | AnyBlock;

export interface Report {
  readonly at: Place;
  /** The severity, if it differs from the rule's. */
  readonly severity?: Severity;
  /**
   * The nature of the finding. `contradiction`: a written value contradicts the declared kind or cannot be true. `missing`: something is
   * missing, which is less severe while a program is planned or developed. `weak`: the evidence is only a hint. The default is
   * `contradiction` for errors, and otherwise `missing`.
   */
  readonly nature?: 'contradiction' | 'missing' | 'weak';
  readonly message: string;
  readonly fixes?: readonly Fix[];
  readonly related?: readonly { readonly at: Place | Pick<BlockFacts, 'uri' | 'range'>; readonly message: string }[];
  readonly unnecessary?: boolean;
}

/** The data that a rule can read besides its block. */
export interface RuleContext {
  readonly file: CredFile;
  readonly names: Names;
  readonly host: Host;
  /** The date of the check, `YYYY-MM-DD`. */
  readonly today: string;
  /** Returns the target of a reference, as it resolves from its block. */
  target(reference: Stated<Reference | string> | undefined): NamedFacts | undefined;
  /** Returns the target of a reference, if it is a block of this file. */
  block<K extends keyof KindsByName & string>(reference: Stated<Reference | string> | undefined, kind?: K): KindsByName[K] | undefined;
  /** Returns the result of `look` for a subject. It is computed once in a check, and shared by the rules that need it. */
  once<Subject extends object, Found>(look: (subject: Subject, context: RuleContext) => Found, subject: Subject): Found;
  report(finding: Report): void;
}

/** An age or a time ahead from which a rule reports. */
export interface Limit {
  readonly default: number;
  readonly unit: 'years' | 'days';
}

export type Applies = keyof KindsByName & string;

export interface Rule {
  readonly id: string;
  /** The state that the rule checks for, in a few words: "The goal is to validate competence". */
  readonly title: string;
  readonly severity: Severity;
  readonly source: Source;
  /** Whether findings depend only on the file, or also on other files of the project. */
  readonly reads: 'file' | 'project';
  /** The number that `cred.json` can set under `limits`. */
  readonly limit?: Limit;
  /** The kinds of block on which the rule runs; if it is left out, the rule runs on whole files. */
  readonly appliesTo?: readonly string[];
  readonly check: (subject: never, context: RuleContext) => void;
}

interface RuleDeclaration<K extends Applies> {
  readonly title: string;
  readonly severity: Severity;
  readonly source: Source;
  readonly reads?: 'file' | 'project';
  readonly limit?: Limit;
  readonly appliesTo: K | readonly K[];
  check(subject: KindsByName[K], context: RuleContext): void;
}

interface FileRuleDeclaration {
  readonly title: string;
  readonly severity: Severity;
  readonly source: Source;
  readonly reads?: 'file' | 'project';
  check(file: CredFile, context: RuleContext): void;
}

/** Declares a rule that runs on every block of some kinds or, without `appliesTo`, on whole files. */
export function rule<K extends Applies>(id: string, draft: RuleDeclaration<K>): Rule;
export function rule(id: string, draft: FileRuleDeclaration): Rule;
export function rule(id: string, draft: RuleDeclaration<Applies> | FileRuleDeclaration): Rule {
  const { title, severity, source, reads = 'file' } = draft;
  const limit = 'limit' in draft ? draft.limit : undefined;
  const appliesTo = 'appliesTo' in draft ? ([draft.appliesTo].flat() as string[]) : undefined;
  const whole = { id, title, severity, source, reads, limit, appliesTo, check: draft.check as Rule['check'] };
  return whole satisfies Record<keyof Rule, unknown>;
}
