/** How ready a program is for a standard: clause by clause what its description shows, lacks, and what a document attests. Plain data. */
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

export interface FilePlace {
  readonly uri: string;
  readonly range: TextRange;
}

export type ClauseStatus = 'met' | 'partly met' | 'missing' | 'attested' | 'open';

/** Something that a program can show, and whether this one does. */
export interface FeatureState {
  /** Dotted, `NCCA-2021.S14.study`. */
  readonly path: string;
  readonly title: string;
  /** A hole never shows anything, but it is known to be missing. */
  readonly status: 'shown' | 'hole' | 'missing';
  /** Whether the document itself asks for it, or the field does so. */
  readonly basis: 'published' | 'practice';
  readonly stage?: string | undefined;
  readonly advice?: string | undefined;
  /** What a value must be, beside being stated: "at least 100". */
  readonly asks?: string | undefined;
  /** Where it is shown, where the hole is, or what is stated otherwise than it asks. */
  readonly at: readonly FilePlace[];
  /** The paths that are still to be stated, or that are stated otherwise than it asks. */
  readonly lacks: readonly string[];
  /** The rules that it asks to find nothing, and that find something or nothing to look at. */
  readonly failed: readonly string[];
  /** The kind of block of which every one must show it. */
  readonly each?: string | undefined;
  /** The feature in its standard. */
  readonly from: FilePlace;
  /** For findings: the first block that lacks it of those that must each show it, else where a part of it is shown. */
  readonly block?: FilePlace | undefined;
}

export interface EvidenceState {
  readonly title?: string;
  readonly document?: string;
  readonly date?: string;
  readonly note?: string;
  /** Announced only: neither its document nor a note is there yet, so it attests nothing. */
  readonly pending?: boolean;
  readonly at: FilePlace;
}

export interface ClauseState {
  /** `ncca-2021/S14`, the id of its findings. */
  readonly id: string;
  /** Dotted, `NCCA-2021.S14`: what a reference to it is; none where it has no name. */
  readonly path?: string | undefined;
  readonly name: string;
  /** As the document prints it. */
  readonly number?: string | undefined;
  readonly title: string;
  readonly summary?: string | undefined;
  readonly status: ClauseStatus;
  readonly features: readonly FeatureState[];
  readonly evidence: readonly EvidenceState[];
  /** Silenced with `// cred-ignore`, and why. */
  readonly ignored?: { readonly reason: string; readonly at: FilePlace } | undefined;
  readonly clauses: readonly ClauseState[];
  /** The clause in its standard. */
  readonly at: FilePlace;
}

export interface Readiness {
  /** The program's name, else its title. */
  readonly program: string;
  readonly kind: string;
  /** The standard's name, `NCCA-2021`. */
  readonly standard: string;
  readonly title: string;
  readonly edition?: string;
  readonly publisher?: string;
  readonly website?: string;
  /** What the program says of it; `asked` where it says nothing. */
  readonly claim: 'planned' | 'seeking' | 'accredited' | 'lapsed' | 'asked';
  /** Leaf clauses by status; an attested one is not counted as met. */
  readonly met: number;
  readonly attested: number;
  readonly total: number;
  readonly clauses: readonly ClauseState[];
  /** Where the program names the standard. */
  readonly at?: FilePlace;
}

/** What is known around the program. */
export interface JudgingContext {
  readonly file: CredFile;
  readonly names: Names;
  readonly today: string;
  rule(id: string): RuleState;
  /** Handed in by those who judge a program by several standards. */
  readonly ground?: Ground;
  /** Whether places are wanted of what is shown and of holes, too. Default: they are. */
  readonly places?: boolean;
}

/** What a program and its owner say, ready to be looked through. */
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

/** Names and titles of the owner's programs of other kinds, and the titles of their assessments. */
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

/** Judges a program by a standard, whoever wrote that down. `language/check/readiness.ts` has one that runs the rules itself. */
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

/** The clauses that hold no others: those that are counted. */
export const leavesOf = (clause: ClauseState): readonly ClauseState[] =>
  clause.clauses.length === 0 ? [clause] : clause.clauses.flatMap(leavesOf);

export const ownerOf = (program: Program, file: CredFile, names: Names): NamedFacts | undefined => {
  const owner = program.owner?.value && resolve(program.owner.value, program, file, names, ['organization']);
  return owner?.kind === 'organization' ? owner : undefined;
};

/** The owner as this file has it; in an edit under way, what is known of it elsewhere is of an older text. */
function ownerPiece(program: Program, file: CredFile, names: Names): BlockView | undefined {
  const owner = ownerOf(program, file, names);
  const block = owner?.uri === file.uri ? file.blockOf(owner) : undefined;
  return block ? viewOfBlock(block, file) : owner && viewOfFacts(owner);
}

/** The accreditation by which a program names a standard: one that it seeks, else holds, else any. */
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
export const same = (one: NamedFacts | undefined, other: NamedFacts): boolean =>
  one !== undefined && one.uri === other.uri && one.path === other.path;

/** The standard that an accreditation names. */
export function standardOf({ standard }: Accreditation, file: CredFile, names: Names): NamedFacts | undefined {
  const named = standard?.value && resolve(standard.value, standard.property.owner, file, names, ['standard']);
  return named?.kind === 'standard' ? named : undefined;
}

interface Document {
  readonly supports: readonly string[];
  readonly state: EvidenceState;
}

/** What the program's and the owner's evidence supports, each clause by its dotted path. */
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
