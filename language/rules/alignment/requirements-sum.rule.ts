import { addProperty, fixOf } from '../../fixes/fix.ts';
import type { Stated } from '../../model/block.ts';
import { offsets } from '../../model/span.ts';
import type { QuantityRange } from '../../model/values.ts';
import { PROGRAMS } from '../../vocabulary/define.ts';
import type { Maintenance } from '../../vocabulary/maintenance.ts';
import { practice, rule } from '../define.ts';
import { inUnitOf, isOfWholeCycle, wholesOf } from '../shared/upkeep.ts';

/** Parts of the upkeep that add up to more than the whole. */
export default rule('alignment/requirements-sum', {
  title: 'The parts of a maintenance fit into the whole',
  severity: 'information',
  source: practice('Parts of recertification with a minimum of their own are part of what is asked for in all'),
  appliesTo: PROGRAMS,
  check(program, { file, report }) {
    for (const maintenance of program.all('maintenance')) {
      const parts = maintenance.all('requirement').filter(part => part.amount?.value && isOfWholeCycle(part, maintenance));
      for (const [whole, ...others] of byUnit(wholesOf(maintenance))) {
        const { unit } = whole!.value!;
        const counted = parts.flatMap(part => {
          const amount = inUnitOf({ amount: 1, unit }, part.amount!.value!);
          return amount === undefined ? [] : [{ part, amount }];
        });
        const wholes = [whole!, ...others].map(
          ({ value }) => inUnitOf({ amount: 1, unit }, { unit: value!.unit, amount: value!.to ?? value!.amount })!,
        );
        const all = sum(wholes);
        const together = sum(counted.map(({ amount }) => amount));
        // A part as large as the whole always overlaps with the others; program/impossible-counts reports one that is larger.
        if (together <= all || counted.some(({ amount }) => amount >= Math.max(...wholes)) || saysOverlap(maintenance)) continue;
        report({
          at: whole!,
          nature: 'weak',
          message:
            `The parts of the maintenance of "${program.label}" come to ${written(together, unit)}, more than the ${written(all, unit)} that it asks for in all. ` +
            `Say among its conditions that one activity may count for several parts, or check the figures.`,
          fixes: [
            maintenance.conditions
              ? fixOf('Leave room for it in "conditions"', false, () => {
                  const { end } = offsets(maintenance.conditions!.span);
                  return [{ start: end, end, text: ', ?' }];
                })
              : addProperty(file, maintenance, 'conditions'),
          ],
          related: counted.map(({ part }) => ({
            at: part.amount!,
            message: `"${part.label}" asks for ${file.textOf(part.amount!.span)}.`,
          })),
        });
      }
    }
  },
});

/** Groups amounts by unit, because parts in a unit may belong to any whole in that unit. */
function byUnit(wholes: readonly Stated<QuantityRange>[]): readonly (readonly Stated<QuantityRange>[])[] {
  const groups: Stated<QuantityRange>[][] = [];
  for (const whole of wholes) {
    const group = groups.find(([first]) => inUnitOf(first!.value!, whole.value!) !== undefined);
    if (group) group.push(whole);
    else groups.push([whole]);
  }
  return groups;
}

const sum = (numbers: readonly number[]): number => Math.round(numbers.reduce((a, b) => a + b, 0) * 1e6) / 1e6;
const written = (amount: number, unit: string): string => `${amount} ${unit}${amount === 1 ? '' : 's'}`;

/** Matches words by which an author says that one activity counts for several parts. */
const OVERLAP =
  /\b(?:overlap\w*|counts? (?:also|as well|toward|towards|for)|may (?:also )?(?:count|be counted)|included in|within the|part of the|more than one|several (?:parts|requirements)|same (?:hours?|activit\w+))\b/i;

/** Returns whether a text of the maintenance says so, or a hole may still do so. */
function saysOverlap(maintenance: Maintenance): boolean {
  const texts = [
    ...(maintenance.conditions?.items.map(({ value }) => value) ?? []),
    ...(maintenance.rationale ? [maintenance.rationale.value ?? ''] : []),
    ...maintenance.all('requirement').map(({ title }) => title ?? ''),
  ];
  return texts.some(text => text === undefined || OVERLAP.test(text));
}
