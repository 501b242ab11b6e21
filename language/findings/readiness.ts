/** Readiness with the rules at hand: a standard may leave to them what they decide already. */
import type { RuleState } from '../analysis/judge.ts';
import type { Ground } from '../analysis/pieces.ts';
import { CLAIMS, claimOf, ownerOf, type Readiness, readinessBy, same, standardOf, type Where } from '../analysis/readiness.ts';
import { saysSomething } from '../analysis/stated.ts';
import type { Block } from '../model/bind.ts';
import type { AnyBlock } from '../model/block.ts';
import type { Named } from '../model/facts.ts';
import type { CredFile } from '../model/file.ts';
import type { Names } from '../model/scope.ts';
import { offsets } from '../model/span.ts';
import type { Rule } from '../rules/define.ts';
import { RULES } from '../rules/index.ts';
import { standardNamed } from '../standards/index.ts';
import { BUILT_IN } from '../standards/names.ts';
import type { Program } from '../vocabulary/program.ts';
import type { Host } from './host.ts';
import { runner, subtree } from './run.ts';
import { type Holes, holesIn, withoutHoles } from './without-holes.ts';

export interface ReadinessContext {
  readonly file: CredFile;
  readonly names: Names;
  readonly host: Host;
  /** What the rules find in the program, before ignores; left out, those that the standard names are run. */
  readonly found?: readonly { readonly rule: string }[];
  /** What {@link rulesOn} tells; handed in by those who judge by several standards. */
  readonly rule?: (id: string) => RuleState;
  readonly ground?: Ground;
}

/** How ready a program is for a standard, clause by clause. */
export function readiness(program: Program, standard: Named, context: ReadinessContext): Readiness {
  const { file, names, host } = context;
  const rule = context.rule ?? rulesOn(program, context);
  return readinessBy(program, standard, { file, names, today: host.today, rule, ...(context.ground && { ground: context.ground }) });
}

/** What the rules say of a program; each is run when it is asked for. */
export function rulesOn(program: Program, context: ReadinessContext): (id: string) => RuleState {
  const { file, names, host, found } = context;
  const spoke = found && new Set(found.map(({ rule }) => rule));
  return ruleStates(program, context, id => (spoke ? spoke.has(id) : speaks(id, program, file, names, host)));
}

/** Tells of a rule whether it looks at something that the program says, and finds nothing there. */
export function ruleStates(
  program: Program,
  { file, names, host }: Omit<ReadinessContext, 'found'>,
  spoke: (rule: string) => boolean,
): (id: string) => RuleState {
  let holes: Holes | undefined | null = null;
  const waits = (id: string): boolean => {
    if (holes === null) holes = holesAround(program, file, names);
    return holes !== undefined && withoutHoles(holes, without => speaks(id, program, file, without, host));
  };
  const states = new Map<string, RuleState>();
  const kinds = new Set<string>();
  saidKinds(program, kinds);
  const owned = program.owner !== undefined && ownerOf(program, file, names) !== undefined;
  const stateOf = (id: string): RuleState => {
    if (!looks(id)) return 'idle';
    // Silent without an owner, such a rule has seen nothing yet.
    if (!owned && looksAtOwner(id)) return program.owner ? 'waits' : 'ownerless';
    return spoke(id) ? 'fails' : waits(id) ? 'waits' : 'passes';
  };
  const looks = (id: string): boolean => {
    const rule = ruleOf(id);
    return rule !== undefined && (rule.appliesTo?.some(kind => kinds.has(kind)) ?? kinds.size > 0);
  };
  return id => {
    let state = states.get(id);
    if (!state) states.set(id, (state = stateOf(id)));
    return state;
  };
}

/** In the program and with its owner. */
function holesAround(program: Program, file: CredFile, names: Names): Holes | undefined {
  const owner = ownerOf(program, file, names);
  const here = owner?.uri === file.uri ? file.blockOf(owner) : undefined;
  // Only of a certification the rules ask what else its owner offers.
  const others = owner && program.kind === 'certification' ? names.owned(owner.name) : [];
  return holesIn([program as unknown as Block, ...(here ? [here] : [])], owner ? [owner, ...others] : [], file, names);
}

/** Of a certification, its rules ask what else the owner offers. */
const looksAtOwner = (id: string): boolean => id.startsWith('portfolio/');

const byId = new Map(RULES.map(rule => [rule.id, rule]));
const ruleOf = (id: string): Rule | undefined => byId.get(id);

/** The kinds of the blocks that say something. */
function saidKinds(block: AnyBlock, kinds: Set<string>): void {
  if (!kinds.has(block.kind) && saysSomething(block)) kinds.add(block.kind);
  for (const child of block.children) saidKinds(child, kinds);
}

function speaks(id: string, program: Program, file: CredFile, names: Names, host: Host): boolean {
  const rule = ruleOf(id)!;
  const over = runner(file, names, host);
  if (!rule.appliesTo) {
    const { start, end } = offsets(program.span);
    over.run([rule]);
    return over.said.some(({ at }) => offsets(at).start >= start && offsets(at).start < end);
  }
  for (const block of subtree(program as unknown as Block)) if (rule.appliesTo.includes(block.kind)) over.run([rule], block);
  return over.spoke.has(id);
}

export interface Claimed {
  readonly standard: Named;
  readonly claim: Readiness['claim'];
  /** Where the program names it. */
  readonly at?: Where;
}

/**
 * The standards that a program may be judged by: those that it seeks or holds, those that it plans or once held, those that
 * the project asks for (else the built-in ones in force that accredit its kind), and last what tells the kinds apart.
 */
export function standardsFor(program: Program, { file, names, host }: Omit<ReadinessContext, 'found'>): readonly Claimed[] {
  const named = program.all('accreditation').flatMap(one => standardOf(one, file, names) ?? []);
  const asked = host.standards?.flatMap(name => names.top(name).find(({ kind }) => kind === 'standard') ?? []);
  const builtIn = BUILT_IN.map(name => standardNamed(name)!);
  const fitting = builtIn.filter(one => one.says.accredits?.includes(program.kind) && inForce(one, host.today));
  const all = [...named, ...(asked ?? fitting), ...builtIn.filter(({ name }) => name === LAST && COMPARED.includes(program.kind))];
  const once = all.filter((one, i) => all.findIndex(other => same(other, one)) === i);
  const claimed = once.map((standard): Claimed => {
    const { accreditation, claim } = claimOf(program, standard, file, names);
    const span = accreditation?.standard?.span;
    return { standard, claim, ...(span && { at: { uri: file.uri, range: file.range(span) } }) };
  });
  const order = (claim: Readiness['claim']): number => (claim === 'asked' ? CLAIMS.length : CLAIMS.indexOf(claim));
  return claimed.sort((a, b) => order(a.claim) - order(b.claim));
}

/** It compares two kinds and says nothing of others. */
const LAST = 'DEFINING-FEATURES';
const COMPARED: readonly string[] = ['certification', 'certificate'];

/** Begun, and neither withdrawn nor replaced by an edition that has begun. */
export function inForce(standard: Named, today: string): boolean {
  const has = (key: string, { says }: Named): boolean => says[key]?.some(day => day <= today) ?? false;
  const begun = (one: Named): boolean => one.says['in-force'] === undefined || has('in-force', one);
  const next = standard.says['superseded-by']?.flatMap(name => standardNamed(name) ?? []) ?? [];
  return begun(standard) && !has('withdrawn', standard) && !next.some(begun);
}
