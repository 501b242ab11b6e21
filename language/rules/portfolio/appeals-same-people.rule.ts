import { blockOfFacts } from '../../fixes/elsewhere.ts';
import type { AnyBlock } from '../../model/block.ts';
import type { BlockFacts } from '../../model/facts.ts';
import type { Program } from '../../vocabulary/program.ts';
import { clauses, type RuleContext, rule } from '../define.ts';
import { type HeldPolicy, lastOf, policiesOf } from '../shared/policies.ts';
import { PeopleGroups } from './groups.ts';
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

interface Sameness {
  readonly at: HeldPolicy;
  readonly severity: 'warning' | 'information';
  readonly message: string;
  readonly related: readonly { readonly policy: HeldPolicy; readonly message: string }[];
}

/** Reports at the owner, with the policies as related places. */
function tell(program: Program, { file, report }: RuleContext, { at, severity, message, related }: Sameness): void {
  const place = ({ at: where }: HeldPolicy): AnyBlock | BlockFacts => ('uri' in where ? (blockOfFacts(where, file) ?? where) : where);
  const own = place(at);
  report({
    at: placeAtOwner(program, 'uri' in own ? program : own),
    severity,
    nature: severity === 'warning' ? 'contradiction' : 'weak',
    message,
    related: related.map(one => ({ at: place(one.policy), message: one.message })),
  });
}
