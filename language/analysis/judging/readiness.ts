/**
 * Judges how ready a program is for a standard: for each clause, what its description shows, what it lacks, and what a document attests.
 * The result is plain data.
 */
import { type Ignore, ignoresOf, names as namesRule } from '../../findings/ignore.ts';
import type { NamedFacts } from '../../model/facts.ts';
import type { CredFile } from '../../model/file.ts';
import type { TextRange } from '../../model/lines.ts';
import { type Names, resolve } from '../../model/scope.ts';
import type { Accreditation } from '../../vocabulary/accreditation.ts';
import { isProgramKind } from '../../vocabulary/kinds.ts';
import type { Program } from '../../vocabulary/program.ts';
import { type BlockView, type Ground, viewOfBlock, viewOfFacts } from './block-view.ts';
import { type JudgingInputs, judgeClause, type RuleState } from './judge.ts';

/** A place in a file. */
export interface FilePlace {
  readonly uri: string;
  readonly range: TextRange;
}

/** The status of a clause for a program. */
export type ClauseStatus = 'met' | 'partly met' | 'missing' | 'attested' | 'open';

/** A feature of a clause, and whether the program shows it. */
export interface FeatureState {
  /** The dotted path, such as `NCCA-2021.S14.study`. */
  readonly path: string;
  readonly title: string;
  /** `hole`: the feature would be shown if a hole were filled. A hole alone shows nothing. */
  readonly status: 'shown' | 'hole' | 'missing';
  /** Whether the standard itself asks for the feature, or the practice of the field does. */
  readonly basis: 'published' | 'practice';
  readonly stage?: string | undefined;
  readonly advice?: string | undefined;
  /** The condition on the value, such as "at least 100". */
  readonly asks?: string | undefined;
  /** The places that show it; or of the holes; or of the values that do not meet the condition. */
  readonly at: readonly FilePlace[];
  /** The paths that are not stated, or whose values do not meet the condition. */
  readonly lacks: readonly string[];
  /** The rules that must find nothing, but find something or have nothing to check. */
  readonly failed: readonly string[];
  /** The kind of block whose every block must show it. */
  readonly each?: string | undefined;
  /** The place of the feature in its standard. */
  readonly from: FilePlace;
  /**
   * The place for a finding: the first block that lacks the feature, if every block must show it; otherwise a place that shows a part of
   * it.
   */
  readonly block?: FilePlace | undefined;
}

/** A piece of evidence that supports a clause. */
export interface EvidenceState {
  readonly title?: string;
  readonly document?: string;
  readonly date?: string;
  readonly note?: string;
  /** Whether the evidence is only announced: without a document or a note, it attests nothing. */
  readonly pending?: boolean;
  readonly at: FilePlace;
}

/** The state of a clause for a program. */
export interface ClauseState {
  /** The id of its findings, such as `ncca-2021/S14`. */
  readonly id: string;
  /** The dotted path by which references name it, such as `NCCA-2021.S14`; `undefined` if the clause has no name. */
  readonly path?: string | undefined;
  readonly name: string;
  /** The number as the document prints it. */
  readonly number?: string | undefined;
  readonly title: string;
  readonly summary?: string | undefined;
  readonly status: ClauseStatus;
  readonly features: readonly FeatureState[];
  readonly evidence: readonly EvidenceState[];
  /** The `// cred-ignore` that silences the clause, with its reason. */
  readonly ignored?: { readonly reason: string; readonly at: FilePlace } | undefined;
  readonly clauses: readonly ClauseState[];
  /** The place of the clause in its standard. */
  readonly at: FilePlace;
}

/** The readiness of a program for a standard. */
export interface Readiness {
  /** The program's name, or else its title. */
  readonly program: string;
  readonly kind: string;
  /** The standard's name, such as `NCCA-2021`. */
  readonly standard: string;
  readonly title: string;
  readonly edition?: string;
  readonly publisher?: string;
  readonly website?: string;
  /** The status of the program's accreditation; `asked` if the program does not name the standard. */
  readonly claim: 'planned' | 'seeking' | 'accredited' | 'lapsed' | 'asked';
  /** The numbers of leaf clauses by status. An attested clause is not counted as met. */
  readonly met: number;
  readonly attested: number;
  readonly total: number;
  readonly clauses: readonly ClauseState[];
  /** The place where the program names the standard. */
  readonly at?: FilePlace;
}

/** The surroundings in which a program is judged. */
export interface JudgingContext {
  readonly file: CredFile;
  readonly names: Names;
  readonly today: string;
  rule(id: string): RuleState;
  /** The ground that a caller shares between the standards of one program. */
  readonly ground?: Ground;
  /** Whether the places of holes and of shown features are needed. They are by default. */
  readonly places?: boolean;
}

/** Collects what a program and its owner state, as views for judging. */
export function groundOf(program: Program, { file, names, today }: Pick<JudgingContext, 'file' | 'names' | 'today'>): Ground {
  const owner = ownerPiece(program, file, names);
  const view = viewOfBlock(program, file);
  return {
    program: view,
    owner,
    unknownOwner: owner || program.owner?.isHole ? undefined : view.words('owner')[0],
    today,
    names: new Set([program.name, ...program.all('module').map(({ name }) => name)].filter(name => name !== undefined)),
    isProgram: name => names.top(name).some(({ kind }) => isProgramKind(kind)),
    otherTitles: once(() => otherTitlesOf(program, ownerOf(program, file, names), names)),
    reached: new Map(),
  };
}

/** Returns the names and titles of the owner's programs of other kinds, and the titles of their assessments. */
function otherTitlesOf({ kind }: Program, owner: NamedFacts | undefined, names: Names): readonly string[] {
  const others = owner ? names.owned(owner.name).filter(one => isProgramKind(one.kind) && one.kind !== kind) : [];
  return others.flatMap(({ name, title, parts }) => [
    name,
    ...(title ? [title] : []),
    ...parts.flatMap(part => (part.kind === 'assessment' && part.title ? [part.title] : [])),
  ]);
}

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => (made ??= { value: make() }).value;
}

/** Judges a program by a standard. The caller provides the states of the rules; `language/check/readiness.ts` runs the rules itself. */
export function readinessBy(program: Program, standard: NamedFacts, around: JudgingContext): Readiness {
  const { file, names, rule } = around;
  const ground = around.ground ?? groundOf(program, around);
  const { accreditation, claim } = claimOf(program, standard, file, names);
  const place = accreditation?.standard?.span ?? program.headSpan;
  const documents = evidenceOf(ground.program, ground.owner);
  const ignores = ignoresOf(file);
  const judged: JudgingInputs = {
    program: ground.program,
    owner: ground.owner,
    today: ground.today,
    names: ground.names,
    reached: ground.reached,
    isProgram: ground.isProgram,
    otherTitles: ground.otherTitles,
    unknownOwner: ground.unknownOwner,
    places: around.places ?? true,
    rule,
    evidence: path => documents.filter(({ supports }) => supports.includes(path)).map(({ state }) => state),
    ignored: id => (ignores.length > 0 ? ignoredBy(ignores, id, file.offsets(place).start, file) : undefined),
  };
  const clauses = standard.parts.filter(part => part.kind === 'clause').map(part => judgeClause(part, standard.name, judged));
  const leaves = clauses.flatMap(leavesOf);
  const count = (status: ClauseStatus): number => leaves.filter(one => one.status === status).length;
  const said = (key: string): string | undefined => standard.says[key]?.[0];
  const [edition, publisher, website] = ['edition', 'publisher', 'website'].map(said);
  return {
    program: program.name ?? program.label,
    kind: program.kind,
    standard: standard.name,
    title: standard.title ?? standard.name,
    ...(edition !== undefined && { edition }),
    ...(publisher !== undefined && { publisher }),
    ...(website !== undefined && { website }),
    claim,
    met: count('met'),
    attested: count('attested'),
    total: leaves.length,
    clauses,
    ...(accreditation && { at: { uri: file.uri, range: file.range(place) } }),
  };
}

/** Returns the clauses that contain no others; only these are counted. */
export const leavesOf = (clause: ClauseState): readonly ClauseState[] =>
  clause.clauses.length === 0 ? [clause] : clause.clauses.flatMap(leavesOf);

/** Returns the organization that owns a program; `undefined` if none is named, or the name refers to nothing or to something else. */
export const ownerOf = (program: Program, file: CredFile, names: Names): NamedFacts | undefined => {
  const owner = program.owner?.value && resolve(program.owner.value, program, file, names, ['organization']);
  return owner?.kind === 'organization' ? owner : undefined;
};

/** Returns the owner as this file describes it, because the project's facts may be older than an edit in progress. */
function ownerPiece(program: Program, file: CredFile, names: Names): BlockView | undefined {
  const owner = ownerOf(program, file, names);
  const block = owner?.uri === file.uri ? file.blockOf(owner) : undefined;
  return block ? viewOfBlock(block, file) : owner && viewOfFacts(owner);
}

/** Returns the accreditation by which a program names a standard: one that it seeks, or else holds, or else any. */
export function claimOf(
  program: Program,
  standard: NamedFacts,
  file: CredFile,
  names: Names,
): { accreditation?: Accreditation; claim: Readiness['claim'] } {
  const named = program.all('accreditation').filter(one => same(standardOf(one, file, names), standard));
  for (const claim of CLAIMS) {
    const accreditation = named.find(({ status }) => status?.value === claim);
    if (accreditation) return { accreditation, claim };
  }
  return { ...(named[0] && { accreditation: named[0] }), claim: 'asked' };
}

export const CLAIMS = ['seeking', 'accredited', 'planned', 'lapsed'] as const;
/** Returns whether both are the same block of the same file. */
export const same = (one: NamedFacts | undefined, other: NamedFacts): boolean =>
  one !== undefined && one.uri === other.uri && one.path === other.path;

/** Returns the standard that an accreditation names. */
export function standardOf({ standard }: Accreditation, file: CredFile, names: Names): NamedFacts | undefined {
  const named = standard?.value && resolve(standard.value, standard.property.owner, file, names, ['standard']);
  return named?.kind === 'standard' ? named : undefined;
}

interface Document {
  readonly supports: readonly string[];
  readonly state: EvidenceState;
}

/** Returns the evidence of the program and its owner, each with the dotted paths of the clauses that it supports. */
function evidenceOf(program: BlockView, owner: BlockView | undefined): readonly Document[] {
  return [...program.inner, ...(owner?.inner ?? [])].filter(({ kind }) => kind === 'evidence').map(documentOf);
}

function documentOf(view: BlockView): Document {
  const said = (key: string): string | undefined => view.words(key)[0]?.text;
  const [document, date, note] = ['document', 'date', 'note'].map(said);
  return {
    supports: view.words('supports').flatMap(({ text }) => text ?? []),
    state: {
      ...(view.title !== undefined && { title: view.title }),
      ...(document !== undefined && { document }),
      ...(date !== undefined && { date }),
      ...(note !== undefined && { note }),
      ...(document === undefined && note === undefined && { pending: true }),
      at: view.at(),
    },
  };
}

function ignoredBy(ignores: readonly Ignore[], id: string, start: number, file: CredFile): ClauseState['ignored'] {
  const ignore = ignores.find(one => start >= one.from && start <= one.to && one.rules.some(rule => namesRule(rule.id, id)));
  if (!ignore) return undefined;
  const { start: from, end } = ignore.comment;
  return { reason: ignore.reason ?? '', at: { uri: file.uri, range: file.lines.range(from, end) } };
}
