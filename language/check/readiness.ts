/** Judges readiness and runs the rules that a standard refers to. */

import type { Ground } from '../analysis/judging/block-view.ts';
import type { RuleState } from '../analysis/judging/judge.ts';
import { CLAIMS, claimOf, type FilePlace, type Readiness, readinessBy, same, standardOf } from '../analysis/judging/readiness.ts';
import type { NamedFacts } from '../model/facts.ts';
import { standardNamed } from '../standards/index.ts';
import { BUILT_IN } from '../standards/names.ts';
import type { Program } from '../vocabulary/program.ts';
import { type RuleStateContext, ruleStates } from './rule-states.ts';

export interface ReadinessContext extends RuleStateContext {
  /** The findings in the program before ignores. If they are left out, the rules that the standard refers to are run. */
  readonly found?: readonly { readonly rule: string }[];
  /** The result of {@link rulesOn}, which a caller can share between several standards. */
  readonly rule?: (id: string) => RuleState;
  readonly ground?: Ground;
}

/** Returns how ready a program is for a standard, clause by clause. */
export function readiness(program: Program, standard: NamedFacts, context: ReadinessContext): Readiness {
  const { file, names, host } = context;
  const rule = context.rule ?? rulesOn(program, context, [standard]);
  return readinessBy(program, standard, { file, names, today: host.today, rule, ...(context.ground && { ground: context.ground }) });
}

/** Returns the state of each rule that the standards refer to, for a program. */
export const rulesOn = (program: Program, context: ReadinessContext, standards: readonly NamedFacts[]): ((id: string) => RuleState) =>
  ruleStates(program, context, standards, { reportedRules: context.found && new Set(context.found.map(({ rule }) => rule)) });

export interface ClaimedStandard {
  readonly standard: NamedFacts;
  readonly claim: Readiness['claim'];
  /** The place where the program names the standard. */
  readonly at?: FilePlace;
}

/**
 * Returns the standards that a program may be judged by, in this order: those that it seeks or holds; those that it plans or once held;
 * those that the settings name, or else the built-in ones in force that accredit its kind; and last the defining features of the kinds.
 */
export function standardsFor(program: Program, { file, names, host }: RuleStateContext): readonly ClaimedStandard[] {
  const named = program.all('accreditation').flatMap(one => standardOf(one, file, names) ?? []);
  const asked = host.standards?.flatMap(name => names.top(name).find(({ kind }) => kind === 'standard') ?? []);
  const builtIn = BUILT_IN.map(name => standardNamed(name)!);
  // A standard for one field of work applies only to programs that name it.
  const fitting = builtIn.filter(one => one.says.accredits?.includes(program.kind) && !one.says.field && inForce(one, host.today));
  const all = [...named, ...(asked ?? fitting), ...builtIn.filter(({ name }) => name === LAST && COMPARED.includes(program.kind))];
  const once = all.filter((one, i) => all.findIndex(other => same(other, one)) === i);
  const claimed = once.map((standard): ClaimedStandard => {
    const { accreditation, claim } = claimOf(program, standard, file, names);
    const span = accreditation?.standard?.span;
    return { standard, claim, ...(span && { at: { uri: file.uri, range: file.range(span) } }) };
  });
  const order = (claim: Readiness['claim']): number => (claim === 'asked' ? CLAIMS.length : CLAIMS.indexOf(claim));
  return claimed.sort((a, b) => order(a.claim) - order(b.claim));
}

/** This standard only compares two kinds, so it comes last. */
const LAST = 'DEFINING-FEATURES';
const COMPARED: readonly string[] = ['certification', 'certificate'];

/** Returns whether a standard is in force: it has begun, and is neither withdrawn nor replaced by an edition that has begun. */
export function inForce(standard: NamedFacts, today: string): boolean {
  const has = (key: string, { says }: NamedFacts): boolean => says[key]?.some(day => day <= today) ?? false;
  const begun = (one: NamedFacts): boolean => one.says['in-force'] === undefined || has('in-force', one);
  const next = standard.says['superseded-by']?.flatMap(name => standardNamed(name) ?? []) ?? [];
  return begun(standard) && !has('withdrawn', standard) && !next.some(begun);
}
