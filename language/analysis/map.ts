/** The map of a program as plain data: the people, programs and parts around it, and the relations between them. */
import type { AnyBlock, Stated, StatedList } from '../model/block.ts';
import { type BlockFacts, type NamedFacts, valuesOf } from '../model/facts.ts';
import type { CredFile } from '../model/file.ts';
import { type Names, resolve } from '../model/scope.ts';
import type { Reference } from '../model/values.ts';
import { isProgramKind } from '../vocabulary/kinds.ts';
import type { Program } from '../vocabulary/program.ts';
import type { FilePlace } from './judging/readiness.ts';

/** The map of a program or of a folder. */
export interface ProgramMap {
  readonly nodes: readonly MapNode[];
  readonly edges: readonly MapEdge[];
}

/** The side of a node: teaching, certifying, or neither. */
export type MapSide = 'teaching' | 'certifying' | 'shared';
export type MapNodeKind = 'owner' | 'body' | 'person' | 'program' | 'instruction' | 'examination' | 'award' | 'renewal';

/** A node of the map. */
export interface MapNode {
  /** An id that is unique within the map. */
  readonly id: string;
  readonly kind: MapNodeKind;
  /** The label in the author's own words: a title, or else a name, or else the kind of block. */
  readonly label: string;
  /** A second, smaller line, such as "certification" or "2 more". */
  readonly note?: string;
  readonly side: MapSide;
  readonly at?: FilePlace;
}

export type MapVerb = 'owns' | 'governs' | 'teaches' | 'writes' | 'decides' | 'assesses' | 'requires' | 'prepares for' | 'renews';

/** A relation between two nodes. */
export interface MapEdge {
  readonly from: string;
  readonly to: string;
  readonly does: MapVerb;
  /** Whether it leads from teaching to certifying or back, directly or through a person who does both. */
  readonly crosses: boolean;
  /** The rule that reports the crossing, if one does. */
  readonly rule?: string;
}

export interface MapContext {
  readonly file: CredFile;
  readonly names: Names;
  readonly owner: NamedFacts | undefined;
  /** The rules with findings in the program. */
  readonly found: ReadonlySet<string>;
}

/** The rules that report a crossing between teaching and certifying, by relation. The first one with a finding is named. */
const OBJECTS: Readonly<Partial<Record<MapVerb, readonly string[]>>> = {
  teaches: ['portfolio/shared-author', 'portfolio/shared-decider'],
  writes: ['portfolio/shared-author'],
  decides: ['portfolio/shared-decider'],
  requires: ['certification/instruction', 'portfolio/tied-eligibility', 'portfolio/tied-recertification'],
};

/** The number of nodes of one kind that are drawn; the others are counted in one more node. */
const MOST = 7;

/**
 * Draws the map of a program: its owner, the bodies that govern it, its instruction, examinations, awards and renewal, the people in
 * them, and the owner's other programs that are connected to it.
 */
export function mapOf(program: Program, context: MapContext): ProgramMap {
  const made = new MapMaker(context);
  const own = made.program(program);
  made.ways(program, own);
  made.neighbours(program, own);
  return made.map();
}

/** An edge before the sides of its nodes are known. */
type Drawn = Omit<MapEdge, 'crosses' | 'rule'>;

class MapMaker {
  readonly #context: MapContext;
  readonly #nodes = new Map<string, MapNode>();
  readonly #edges: Drawn[] = [];

  constructor(context: MapContext) {
    this.#context = context;
  }

  /** Adds a program that is read in full, and returns the id of its node. */
  program(program: Program): string {
    const { owner } = this.#context;
    const own = this.#block(program, 'program', sideOf(program.kind), KIND_WORDS[program.kind]);
    if (owner) {
      this.#add({ id: idOf(owner), kind: 'owner', label: labelOf(owner), side: 'shared', at: whereOf(owner) });
      this.#edge(idOf(owner), own, 'owns');
      for (const body of owner.parts) this.#body(body, program, own);
    }
    for (const module of program.all('module')) {
      const id = this.#block(module, 'instruction', 'teaching');
      this.#edge(own, id, 'teaches');
      for (const person of this.#named(module.instructors, module)) this.#person(person, id, 'teaches');
    }
    const examinations = program.all('assessment').map(assessment => {
      const id = this.#block(
        assessment,
        'examination',
        sideOf(program.kind),
        assessment.use?.value === 'formative' ? 'practice' : undefined,
      );
      this.#edge(own, id, 'assesses');
      for (const one of this.#named(assessment.writtenBy, assessment)) this.#writers(one, id);
      return { id, assessment };
    });
    for (const panel of program.all('panel')) {
      if (!panel.purpose?.items.some(({ value }) => value === 'item-writing' || value === 'item-review')) continue;
      for (const { id } of examinations.slice(0, 1))
        for (const person of this.#named(panel.members, panel)) this.#person(person, id, 'writes');
    }
    const awards = program.all('award').map(award => {
      const id = this.#block(award, 'award', sideOf(program.kind), award.type?.value);
      const asked = [...this.#named(award.requires, award), ...this.#named(award.stated('one-of'), award)];
      if (!award.requires && !award.stated('one-of'))
        for (const one of examinations) if (one.assessment.use?.value !== 'formative') this.#edge(id, one.id, 'requires');
      for (const one of asked) if (this.#nodes.has(idOf(one))) this.#edge(id, idOf(one), 'requires');
      return id;
    });
    for (const renewal of program.all('maintenance')) {
      const cycle = renewal.cycle?.value;
      const id = this.#block(
        renewal,
        'renewal',
        sideOf(program.kind),
        cycle && `every ${cycle.amount === 1 ? cycle.unit : `${cycle.amount} ${cycle.unit}s`}`,
      );
      for (const award of awards.length > 0 ? awards.slice(0, 1) : [own]) this.#edge(id, award, 'renews');
      for (const one of this.#named(renewal.stated('completes'), renewal)) this.#instruction(one, id);
    }
    return own;
  }

  /** Adds the routes into a program that lead through instruction described in the project. */
  ways(program: Program, own: string): void {
    for (const way of program.all('eligibility')) {
      if (way.applies?.value === 'advised') continue;
      for (const one of [...this.#named(way.completes, way), ...this.#named(way.holds, way)]) this.#instruction(one, own);
    }
  }

  /** Adds the owner's other programs that prepare for this one, or that this one prepares for. */
  neighbours(program: Program, own: string): void {
    const { owner, names } = this.#context;
    for (const target of this.#named(program.preparesFor, program)) this.#edge(own, this.#other(target), 'prepares for');
    for (const module of program.all('module'))
      for (const target of this.#named(module.preparesFor, module))
        this.#edge(this.#idOfBlock(module), target.name === program.name ? own : this.#other(target), 'prepares for');
    if (!owner || program.name === undefined) return;
    for (const one of names.owned(owner.name)) {
      if (one.name === program.name || one.says.status?.includes('retired')) continue;
      const modules = one.parts.filter(({ kind }) => kind === 'module');
      const prepares = [one, ...modules].some(({ says }) => says['prepares-for']?.includes(program.name!));
      const together = (one.kind === 'certificate') !== (program.kind === 'certificate') && program.kind !== 'program';
      if (!prepares && !(together && this.#shares(one))) continue;
      const id = this.#other(one);
      if (prepares) this.#edge(id, own, 'prepares for');
    }
  }

  /** Finishes the map: surplus nodes of a kind are counted, and every edge is marked if it crosses between the sides. */
  map(): ProgramMap {
    const sides = this.#sidesOfPeople();
    const nodes = [...this.#nodes.values()].map(node =>
      node.kind === 'person' ? { ...node, side: sides.get(node.id) ?? 'shared' } : node,
    );
    const kept = fold(nodes, this.#edges);
    const at = new Map(kept.nodes.map(node => [node.id, node]));
    return { nodes: kept.nodes, edges: kept.edges.map(edge => this.#judged(edge, at)) };
  }

  #judged(edge: Drawn, at: ReadonlyMap<string, MapNode>): MapEdge {
    const [from, to] = [at.get(edge.from)!, at.get(edge.to)!];
    const doesBoth = (node: MapNode): boolean => node.kind === 'person' && node.side === 'shared';
    const crosses = (from.side !== to.side && from.side !== 'shared' && to.side !== 'shared') || doesBoth(from) || doesBoth(to);
    const rule = crosses ? OBJECTS[edge.does]?.find(id => this.#context.found.has(id)) : undefined;
    return { ...edge, crosses, ...(rule !== undefined && { rule }) };
  }

  /** Returns the side of each person: that of the person's work, or `shared` if a person works on both sides. */
  #sidesOfPeople(): ReadonlyMap<string, MapSide> {
    const sides = new Map<string, MapSide>();
    for (const { from, to } of this.#edges) {
      if (this.#nodes.get(from)?.kind !== 'person') continue;
      const side = this.#nodes.get(to)!.side;
      const known = sides.get(from);
      sides.set(from, known === undefined || known === side ? side : 'shared');
    }
    return sides;
  }

  #body(body: BlockFacts, program: Program, own: string): void {
    if (body.kind !== 'body' || program.name === undefined || !body.says.governs?.includes(program.name)) return;
    const id = idOf(body);
    this.#add({ id, kind: 'body', label: labelOf(body), side: sideOf(program.kind), at: whereOf(body) });
    this.#edge(id, own, 'governs');
    for (const member of body.says.members ?? []) for (const person of this.#called(member)) this.#person(person, id, 'decides');
  }

  /** Adds the people who write an examination, one by one or as a panel. */
  #writers(one: NamedFacts, examination: string): void {
    if (one.kind === 'person') this.#person(one, examination, 'writes');
    for (const member of one.kind === 'panel' ? (one.says.members ?? []) : [])
      for (const person of this.#called(member)) this.#person(person, examination, 'writes');
  }

  #person(person: NamedFacts, to: string, does: MapVerb): void {
    if (person.kind !== 'person') return;
    this.#add({ id: idOf(person), kind: 'person', label: labelOf(person), side: 'shared', at: whereOf(person) });
    this.#edge(idOf(person), to, does);
  }

  /** Adds instruction that is required for admission or renewal. */
  #instruction(one: NamedFacts, from: string): void {
    if (one.kind === 'module' && !this.#nodes.has(idOf(one)))
      this.#add({ id: idOf(one), kind: 'instruction', label: labelOf(one), side: 'teaching', at: whereOf(one) });
    this.#edge(from, one.kind === 'module' ? idOf(one) : this.#other(one), 'requires');
  }

  /** Adds another program as one node, with the people who teach in it and are already on the map. */
  #other(one: NamedFacts): string {
    const id = idOf(one);
    if (!isProgramKind(one.kind) || this.#nodes.has(id)) return id;
    this.#add({ id, kind: 'program', label: labelOf(one), note: KIND_WORDS[one.kind], side: sideOf(one.kind), at: whereOf(one) });
    const { owner } = this.#context;
    if (owner && one.says.owner?.includes(owner.name)) this.#edge(idOf(owner), id, 'owns');
    for (const person of this.#teachers(one)) this.#person(person, id, 'teaches');
    return id;
  }

  /** Returns whether a person on the map also teaches in another program. */
  #shares(one: NamedFacts): boolean {
    return this.#teachers(one).some(person => this.#nodes.has(idOf(person)));
  }

  #teachers(one: BlockFacts): readonly NamedFacts[] {
    const modules = one.parts.filter(({ kind }) => kind === 'module');
    return modules.flatMap(({ says }) => [...new Set(says.instructors ?? [])].flatMap(name => this.#called(name)));
  }

  /** Returns the people with a name, as facts spell it. */
  #called(path: string): readonly NamedFacts[] {
    const person = this.#context.names.top(path.split('.').at(-1)!).find(({ kind }) => kind === 'person');
    return person ? [person] : [];
  }

  /** Returns the blocks that a property refers to. Texts and unresolved names are left out. */
  #named(stated: Stated<unknown> | StatedList<unknown> | undefined, from: AnyBlock): readonly NamedFacts[] {
    const { file, names } = this.#context;
    return valuesOf(stated).flatMap(({ value }) => {
      const reference = typeof value === 'object' && value !== null && 'path' in value ? (value as Reference) : undefined;
      const named = reference && resolve(reference, from, file, names);
      return named ? [named] : [];
    });
  }

  #block(block: AnyBlock, kind: MapNodeKind, side: MapSide, note?: string): string {
    const { file } = this.#context;
    const id = this.#idOfBlock(block);
    this.#add({ id, kind, label: block.label, side, ...(note && { note }), at: { uri: file.uri, range: file.range(block.headSpan) } });
    return id;
  }

  #idOfBlock(block: AnyBlock): string {
    const { file } = this.#context;
    const named = file.named(block);
    return named
      ? idOf(named)
      : `${file.uri}#${block.kind}${file.range(block.headSpan).start.line}:${file.range(block.headSpan).start.character}`;
  }

  #add(node: MapNode): void {
    if (!this.#nodes.has(node.id)) this.#nodes.set(node.id, node);
  }

  #edge(from: string, to: string, does: MapVerb): void {
    if (from === to || !this.#nodes.has(from) || !this.#nodes.has(to)) return;
    if (!this.#edges.some(one => one.from === from && one.to === to && one.does === does)) this.#edges.push({ from, to, does });
  }
}

const KIND_WORDS: Readonly<Record<string, string>> = {
  certification: 'certification',
  certificate: 'certificate program',
  attendance: 'attendance program',
  program: 'kind not decided',
};

const sideOf = (kind: string): MapSide => (kind === 'certification' ? 'certifying' : kind === 'program' ? 'shared' : 'teaching');
const labelOf = ({ title, name, kind }: BlockFacts): string => title || name || kind;
const idOf = (facts: BlockFacts): string =>
  'path' in facts
    ? `${facts.uri}#${(facts as NamedFacts).path}`
    : `${facts.uri}#${facts.kind}${facts.range.start.line}:${facts.range.start.character}`;
const whereOf = ({ uri, range }: BlockFacts): FilePlace => ({ uri, range });

/** Replaces the nodes of one kind and side beyond {@link MOST} by one that counts them; nodes at a crossing are kept first. */
function fold(nodes: readonly MapNode[], edges: readonly Drawn[]): { nodes: readonly MapNode[]; edges: readonly Drawn[] } {
  const groups = new Map<string, MapNode[]>();
  for (const node of nodes) {
    const key = `${node.kind} ${node.side}`;
    groups.set(key, [...(groups.get(key) ?? []), node]);
  }
  const kept: MapNode[] = [];
  const into = new Map<string, string>();
  for (const [key, all] of groups) {
    const left = all.length > MOST + 1 ? all.slice(MOST) : [];
    kept.push(...all.slice(0, all.length - left.length));
    const [first] = left;
    if (!first) continue;
    const id = `more ${key}`;
    kept.push({ id, kind: first.kind, side: first.side, label: `${left.length} more`, note: MORE[first.kind] });
    for (const one of left) into.set(one.id, id);
  }
  const seen = new Set<string>();
  const folded = edges.flatMap(edge => {
    const next = { ...edge, from: into.get(edge.from) ?? edge.from, to: into.get(edge.to) ?? edge.to };
    const key = `${next.from}\n${next.to}\n${next.does}`;
    if (next.from === next.to || seen.has(key)) return [];
    seen.add(key);
    return [next];
  });
  return { nodes: kept, edges: folded };
}

const MORE: Readonly<Record<MapNodeKind, string>> = {
  owner: 'owners',
  body: 'bodies',
  person: 'people',
  program: 'programs',
  instruction: 'modules',
  examination: 'assessments',
  award: 'awards',
  renewal: 'ways to renew',
};
