/** Finds the states of the rules that a standard refers to. They are run together, because a standard refers to many. */
import type { RuleState } from '../analysis/judging/judge.ts';
import { ownerOf } from '../analysis/judging/readiness.ts';
import { saysSomething } from '../analysis/stated.ts';
import type { Host } from '../findings/host.ts';
import type { Block } from '../model/bind.ts';
import type { AnyBlock } from '../model/block.ts';
import type { BlockFacts, NamedFacts } from '../model/facts.ts';
import type { CredFile } from '../model/file.ts';
import type { Names } from '../model/scope.ts';
import { offsets } from '../model/span.ts';
import type { Rule } from '../rules/define.ts';
import { RULES } from '../rules/index.ts';
import type { Program } from '../vocabulary/program.ts';
import { runner, subtree } from './run.ts';
import { type ClosedView, withoutHoles } from './without-holes.ts';

export interface RuleStateContext {
  readonly file: CredFile;
  readonly names: Names;
  readonly host: Host;
}

/**
 * Returns a function that gives a rule's state for a program. `reportedRules` are the rules with findings in the program; if they are
 * unknown, the rules of the standards are run. Without `holes`, a second run that tells whether a rule is silent only because of
 * holes is left out; it does not affect what is missing.
 */
export function ruleStates(
  program: Program,
  { file, names, host }: RuleStateContext,
  standards: readonly NamedFacts[],
  { reportedRules, holes = true }: { readonly reportedRules?: ReadonlySet<string> | undefined; readonly holes?: boolean } = {},
): (id: string) => RuleState {
  const kinds = new Set<string>();
  saidKinds(program, kinds);
  const looks = ({ appliesTo }: Rule): boolean => appliesTo?.some(kind => kinds.has(kind)) ?? kinds.size > 0;
  const owned = program.owner !== undefined && ownerOf(program, file, names) !== undefined;
  const asked = standards.flatMap(leftToRules).filter(looks);
  let found = reportedRules;
  let waiting: ReadonlySet<string> | undefined;
  const stateOf = (rule: Rule): RuleState => {
    if (!looks(rule)) return 'idle';
    // Without an owner, such a rule has nothing to check.
    if (!owned && looksAtOwner(rule)) return program.owner ? 'waits' : 'ownerless';
    found ??= speaking(asked, program, file, names, host);
    if (found.has(rule.id)) return 'fails';
    waiting ??= waitingAmong(holes ? asked.filter(({ id }) => !found!.has(id)) : []);
    return waiting.has(rule.id) ? 'waits' : 'passes';
  };
  const waitingAmong = (silent: readonly Rule[]): ReadonlySet<string> => {
    const closed = silent.length > 0 ? closedView(program, file, names) : undefined;
    return closed
      ? speaking(silent, closed.block(program as unknown as Block) as unknown as Program, closed.file, closed.names, host)
      : new Set();
  };
  const states = new Map<string, RuleState>();
  return id => {
    let state = states.get(id);
    if (!state) states.set(id, (state = byId.has(id) ? stateOf(byId.get(id)!) : 'idle'));
    return state;
  };
}

const byId = new Map(RULES.map(rule => [rule.id, rule]));

/** Returns whether a rule checks what else the owner offers, as the portfolio rules do for a certification. */
const looksAtOwner = ({ id }: Rule): boolean => id.startsWith('portfolio/');

const known = new WeakMap<NamedFacts, readonly Rule[]>();
/** Returns the rules that must find nothing according to the features of a standard. */
function leftToRules(standard: NamedFacts): readonly Rule[] {
  let rules = known.get(standard);
  if (!rules) {
    const passes = ({ says, parts }: BlockFacts): readonly string[] => [...(says.passes ?? []), ...parts.flatMap(passes)];
    known.set(standard, (rules = [...new Set(passes(standard))].flatMap(id => byId.get(id) ?? [])));
  }
  return rules;
}

/** Adds the kinds of the blocks that state something. */
function saidKinds(block: AnyBlock, kinds: Set<string>): void {
  if (!kinds.has(block.kind) && saysSomething(block)) kinds.add(block.kind);
  for (const child of block.children) saidKinds(child, kinds);
}

/** Returns those of the rules that find something in a program. */
function speaking(rules: readonly Rule[], program: Program, file: CredFile, names: Names, host: Host): ReadonlySet<string> {
  const ofFile = rules.filter(({ appliesTo }) => !appliesTo);
  const over = runner(file, names, host);
  const { start, end } = offsets(program.span);
  over.run(ofFile);
  const reportedRules = new Set(
    over.reported.flatMap(({ rule, at }) => (offsets(at).start >= start && offsets(at).start < end ? [rule.id] : [])),
  );
  for (const block of subtree(program as unknown as Block))
    over.run(
      rules.filter(({ appliesTo }) => appliesTo?.includes(block.kind)),
      block,
    );
  for (const id of over.reportedRules) if (byId.get(id)!.appliesTo) reportedRules.add(id);
  return reportedRules;
}

/** Returns the program and its owner without holes; `undefined` if they have none. */
function closedView(program: Program, file: CredFile, names: Names): ClosedView | undefined {
  const owner = ownerOf(program, file, names);
  const here = owner?.uri === file.uri ? file.blockOf(owner) : undefined;
  // The portfolio rules check only certifications.
  const others = owner && program.kind === 'certification' ? names.owned(owner.name) : [];
  return withoutHoles([program as unknown as Block, ...(here ? [here] : [])], owner ? [[owner], others] : [], file, names);
}
