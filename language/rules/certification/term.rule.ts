import { replace } from '../../fixes/fix.ts';
import type { Quantity } from '../../model/values.ts';
import { clauses, rule } from '../define.ts';

/** An award lasts as long as the cycle in which it is renewed. */
export default rule('certification/term', {
  title: 'An award is valid for as long as its cycle of renewal',
  severity: 'information',
  source: clauses('ISO-17024-2026.C9-6'),
  appliesTo: 'certification',
  check(program, { file, report }) {
    const cycles = program.all('maintenance').map(({ cycle }) => cycle);
    const known = cycles.flatMap(cycle => (cycle?.value ? [cycle] : []));
    if (known.length === 0 || known.length < cycles.length) return;
    for (const award of program.all('award')) {
      const valid = award.validFor?.value;
      // Different units are not compared: the owner must say whether 36 months are 3 years.
      if (!valid || known.some(({ value }) => value!.unit !== valid.unit || value!.amount === valid.amount)) continue;
      const [first] = known;
      report({
        at: award.validFor!,
        nature: 'weak',
        message: `"${award.label}" is valid for ${shown(valid)}, but "${program.label}" is renewed every ${shown(first!.value!)}. Check which of the two is meant.`,
        fixes: known.length === 1 ? [replace(file, award.validFor!, file.textOf(first!.span))] : [],
        related: known.map(cycle => ({ at: cycle, message: `The cycle is ${shown(cycle.value!)}.` })),
      });
    }
  },
});

const shown = ({ amount, unit }: Quantity): string => `${amount} ${unit}${amount === 1 ? '' : 's'}`;
