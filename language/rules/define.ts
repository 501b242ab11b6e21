/**
 * How a rule is written: one `rule(…)` per file, `GROUP/NAME.rule.ts`, beside its page `NAME.md`.
 * The index of rules is generated from these files; nothing else names a rule.
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

/** Where a rule comes from: a document by edition, number and title, or a practice of the field. */
export interface Source {
  readonly document: string;
  readonly clause?: string;
  readonly basis: 'published' | 'practice' | 'language';
  /** When the source was read. */
  readonly read?: string;
}

const READ = '2026-11-30';
export const definingFeatures = (row: string): Source => ({
  document: 'Defining Features of Quality Certification and Assessment-Based Certificate Programs, ICE, 2010',
  clause: row,
  basis: 'published',
  read: READ,
});
/** Clauses of one built-in standard, cited by number and title from its own file. */
export const clauses = (...cited: readonly [CitedClause, ...CitedClause[]]): Source => ({
  document: documentCited(cited[0]),
  clause: cited.map(partCited).join('; '),
  basis: 'published',
  read: READ,
});
export const practice = (what: string): Source => ({ document: 'Practice of the field', clause: what, basis: 'practice' });
export const LANGUAGE: Source = { document: 'The Cred language', basis: 'language' };

/** Where a finding stands: some words, a stated value (its value), or a block (its name, else its title, else its kind). */
export type Place = Span | Stated<unknown> | StatedList<unknown> | AnyBlock;

export interface Report {
  readonly at: Place;
  /** The rule's severity unless said. */
  readonly severity?: Severity;
  /**
   * What kind of finding it is: something written contradicts the declared kind or cannot be true; something is merely
   * missing (softened while a program is planned or developing); or only a hint of evidence. Default `contradiction`
   * for errors, else `missing`.
   */
  readonly nature?: 'contradiction' | 'missing' | 'weak';
  readonly message: string;
  readonly fixes?: readonly Fix[];
  readonly related?: readonly { readonly at: Place | Pick<BlockFacts, 'uri' | 'range'>; readonly message: string }[];
  readonly unnecessary?: boolean;
}

/** What a rule may ask beside the block in front of it. */
export interface RuleContext {
  readonly file: CredFile;
  readonly names: Names;
  readonly host: Host;
  /** The day of the check, `YYYY-MM-DD`. */
  readonly today: string;
  /** What a reference stands for; asks only what is visible from the block. */
  target(reference: Stated<Reference | string> | undefined): NamedFacts | undefined;
  /** The block of this file that a reference stands for. */
  block<K extends keyof KindsByName & string>(reference: Stated<Reference | string> | undefined, kind?: K): KindsByName[K] | undefined;
  /** What `look` finds of a subject, looked for when first asked and remembered until the end of the check: for rules that need the same. */
  once<Subject extends object, Found>(look: (subject: Subject, context: RuleContext) => Found, subject: Subject): Found;
  report(finding: Report): void;
}

/** An age or a time ahead from which on a rule speaks. */
export interface Limit {
  readonly default: number;
  readonly unit: 'years' | 'days';
}

export type Applies = keyof KindsByName & string;

export interface Rule {
  readonly id: string;
  /** What it looks after, in a few words: "The goal is to validate competence". */
  readonly title: string;
  readonly severity: Severity;
  readonly source: Source;
  /** Whether other files can change its findings. */
  readonly reads: 'file' | 'project';
  /** A number that `cred.json` may set under `limits`. */
  readonly limit?: Limit;
  /** The kinds of block that it looks at, each by itself; without, the whole file. */
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

/** Declares a rule that looks at every block of some kinds, or, without `appliesTo`, at a whole file. */
export function rule<K extends Applies>(id: string, draft: RuleDeclaration<K>): Rule;
export function rule(id: string, draft: FileRuleDeclaration): Rule;
export function rule(id: string, draft: RuleDeclaration<Applies> | FileRuleDeclaration): Rule {
  const { title, severity, source, reads = 'file' } = draft;
  const limit = 'limit' in draft ? draft.limit : undefined;
  const appliesTo = 'appliesTo' in draft ? ([draft.appliesTo].flat() as string[]) : undefined;
  const whole = { id, title, severity, source, reads, limit, appliesTo, check: draft.check as Rule['check'] };
  return whole satisfies Record<keyof Rule, unknown>;
}
