import { blockTold } from '../../fixes/elsewhere.ts';
import type { AnyBlock } from '../../model/block.ts';
import type { BlockFacts } from '../../model/facts.ts';
import type { Program } from '../../vocabulary/program.ts';
import { clauses, type RuleContext, rule } from '../define.ts';
import { soleOwner } from '../shared/owner.ts';
import { type HeldPolicy, lastOf, policiesOf } from '../shared/policies.ts';
import { placeAtOwner } from './owned.ts';
import { listedOnce } from './portfolio.ts';

/** An appeal is heard by others than those who decided. */
export default rule('portfolio/appeals-same-people', {
  title: 'Appeals are not decided by those who took the decision',
  severity: 'warning',
  source: clauses('ISO-17024-2026.C9-8'),
  reads: 'project',
  appliesTo: 'certification',
  check(program, context) {
    const policies = policiesOf(program, context) ?? [];
    const appeals = policies.filter(policy => policy.says('covers').includes('appeals'));
    const decisions = policies.filter(policy => policy.says('covers').some(topic => topic === 'discipline' || topic === 'eligibility'));
    const hearing = decidersOf(appeals);
    const deciding = decidersOf(decisions);
    const all = new PeopleGroups(program, context);
    const same = [...hearing].filter(([name]) => [...deciding].some(([other]) => all.areSame(name, other)));
    if (same.length > 0) {
      const names = same.map(([name]) => all.called(name));
      return tell(program, context, {
        at: same[0]![1],
        severity: 'warning',
        message: `${listedOnce(names)} ${names.length > 1 ? 'decide' : 'decides'} on appeals about "${program.label}", and also on what people appeal against. Let others hear an appeal than those who took the decision.`,
        related: [
          ...same.map(([name, policy]) => ({ policy, message: `${all.called(name)} decides on appeals.` })),
          ...same.flatMap(([name]) =>
            [...deciding].flatMap(([other, policy]) =>
              all.areSame(name, other) ? [{ policy, message: `${all.called(other)} decides on discipline or eligibility.` }] : [],
            ),
          ),
        ],
      });
    }
    // If others decide, the board that hears appeals is a different group.
    if (deciding.size > 0 || decisions.some(policy => policy.isOpen('decided-by'))) return;
    const governing = [...hearing].filter(([name]) => all.governs(name));
    const [first] = governing;
    if (!first) return;
    tell(program, context, {
      at: first[1],
      severity: 'information',
      message: `${listedOnce(governing.map(([name]) => all.called(name)))} hears appeals and also governs "${program.label}". That is ordinary where others took the decision: say by "decided-by" who decides on eligibility and discipline.`,
      related: governing.map(([name, policy]) => ({ policy, message: `${all.called(name)} decides on appeals.` })),
    });
  },
});

/** Returns the names of those who decide under the policies, each with its policy. */
const decidersOf = (policies: readonly HeldPolicy[]): ReadonlyMap<string, HeldPolicy> =>
  new Map(policies.flatMap(policy => policy.says('decided-by').map(name => [lastOf(name), policy] as const)).reverse());

/** The bodies of the owner and the panels of the program, by name. */
class PeopleGroups {
  private readonly bodies: readonly BlockFacts[];

  constructor(
    private readonly program: Program,
    private readonly context: RuleContext,
  ) {
    this.bodies = soleOwner(program, context)?.parts.filter(({ kind }) => kind === 'body') ?? [];
  }

  /** Returns whether two names are the same group or person, or whether all known members of one group also belong to the other. */
  areSame(hearing: string, deciding: string): boolean {
    if (hearing === deciding) return true;
    const members = this.members(hearing);
    const others = new Set(this.members(deciding));
    return members.length > 0 && members.every(name => others.has(name));
  }

  governs(name: string): boolean {
    const body = this.body(name);
    return body?.says.governs?.some(one => lastOf(one) === this.program.name) ?? false;
  }

  called(name: string): string {
    const title =
      this.body(name)?.title ?? this.panel(name)?.title ?? this.context.names.top(name).find(({ kind }) => kind === 'person')?.title;
    return `"${title ?? name}"`;
  }

  /** Returns the members of a group. A person is the only member of himself or herself. */
  private members(name: string): readonly string[] {
    const body = this.body(name);
    if (body) return (body.says.members ?? []).map(lastOf);
    const panel = this.panel(name);
    if (panel) return panel.members?.items.flatMap(({ value }) => value?.path.at(-1) ?? []) ?? [];
    return [name];
  }

  private readonly body = (name: string): BlockFacts | undefined => this.bodies.find(one => one.name === name);
  private readonly panel = (name: string) => this.program.all('panel').find(one => one.name === name);
}

interface Sameness {
  readonly at: HeldPolicy;
  readonly severity: 'warning' | 'information';
  readonly message: string;
  readonly related: readonly { readonly policy: HeldPolicy; readonly message: string }[];
}

/** Reports at the owner, with the policies as related places. */
function tell(program: Program, { file, report }: RuleContext, { at, severity, message, related }: Sameness): void {
  const place = ({ at: where }: HeldPolicy): AnyBlock | BlockFacts => ('uri' in where ? (blockTold(where, file) ?? where) : where);
  const own = place(at);
  report({
    at: placeAtOwner(program, 'uri' in own ? program : own),
    severity,
    nature: severity === 'warning' ? 'contradiction' : 'weak',
    message,
    related: related.map(one => ({ at: place(one.policy), message: one.message })),
  });
}
