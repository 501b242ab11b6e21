import { removeMember } from '../../fixes/fix.ts';
import type { Charge } from '../../vocabulary/charge.ts';
import { clauses, rule } from '../define.ts';
import { ownAmong, placeAtOwner } from './owned.ts';
import { quoted } from './portfolio.ts';

/** Who learned elsewhere pays as much as who learned here. */
export default rule('portfolio/unequal-terms', {
  title: "A certification costs no less after the owner's own instruction",
  severity: 'warning',
  source: clauses('ISO-17024-2026.C5-2'),
  reads: 'project',
  appliesTo: 'certification',
  check(program, context) {
    const { file, report } = context;
    const charges = program.all('charge').filter(charge => charge.amount?.value);
    const forAll = charges.filter(charge => !charge.completes);
    for (const charge of charges) {
      const own = ownAmong(charge.completes?.items ?? [], program, context)[0];
      const alike = own ? forAll.filter(other => isAlike(charge, other)) : [];
      // A price for the same people is the better comparison.
      const same = alike.filter(other => other.who?.value === charge.who?.value);
      const higher = (same.length > 0 ? same : alike).find(other => other.amount!.value!.amount > charge.amount!.value!.amount);
      if (!own || !higher) continue;
      report({
        at: placeAtOwner(program, charge.amount!),
        nature: 'contradiction',
        message:
          `"${program.label}" costs ${file.textOf(charge.amount!.span)} after ${quoted(own.named)} of the same owner and ${file.textOf(higher.amount!.span)} otherwise. ` +
          `A certification does not make its own instruction the cheaper way: ask the same of those who learned elsewhere.`,
        fixes: [removeMember(file, charge, 'Remove the lower price')],
        related: [
          { at: charge.amount!, message: `The price after ${quoted(own.named)}.` },
          { at: higher.amount!, message: 'The price without it.' },
        ],
      });
    }
  },
});

/** Returns whether two charges are for the same thing, in the same currency, and equally often. */
function isAlike(a: Charge, b: Charge): boolean {
  const often = ({ every }: Charge): string => (every ? `${every.value?.amount} ${every.value?.unit}` : '');
  return a.for?.value === b.for?.value && a.amount!.value!.currency === b.amount!.value!.currency && often(a) === often(b);
}
