import { type WeightTotal, weightTotals } from '../../analysis/alignment.ts';
import { replace } from '../../fixes/fix.ts';
import { PROGRAMS } from '../../vocabulary/define.ts';
import type { Domain } from '../../vocabulary/domain.ts';
import { clauses, rule } from '../define.ts';

/** The greatest difference, in percentage points, between a share of items and a weight that is not reported. */
const POINTS = 3;

/** The items of each domain follow its weight. */
export default rule('alignment/weights-items', {
  title: 'The items of each domain follow its weight',
  severity: 'warning',
  source: clauses('NCCA-2021.S15'),
  appliesTo: PROGRAMS,
  check(program, { file, report }) {
    for (const total of weightTotals(program)) {
      if (!total.complete || !total.fits) continue;
      const off = offDomains(total);
      const [worst, ...others] = off.sort((a, b) => b.distance - a.distance);
      if (!worst) continue;
      const { domain, items, all, share } = worst;
      report({
        at: domain.items!,
        nature: 'contradiction',
        message:
          `"${domain.label}" has ${items} of ${all} items, which is ${percent(share)}, but its weight is ${file.textOf(domain.weight!.span)}. ` +
          `Check its items and its weight: the examination should be made as its outline says.`,
        fixes: [replace(file, domain.items!, '?', 'Write "?" until the number of items is known')],
        related: [
          { at: domain.weight!, message: `The weight is ${file.textOf(domain.weight!.span)}.` },
          ...others.map(one => ({
            at: one.domain.items!,
            message: `"${one.domain.label}" has ${percent(one.share)} of the items and a weight of ${file.textOf(one.domain.weight!.span)}.`,
          })),
        ],
      });
    }
  },
});

interface OffDomain {
  readonly domain: Domain;
  readonly items: number;
  readonly all: number;
  /** The share of all items, in percent. */
  readonly share: number;
  /** The distance between share and weight, in percentage points. */
  readonly distance: number;
}

/** Returns the domains whose items differ from their weight by more than rounding explains; none if a count is unknown. */
function offDomains({ domains, assessments }: WeightTotal): OffDomain[] {
  if (!domains.every(({ items }) => items?.value !== undefined)) return [];
  const all = domains.reduce((sum, { items }) => sum + items!.value!, 0);
  const unscored = assessments.map(assessment => (assessment.unscored ? assessment.unscored.value : 0));
  if (all === 0 || unscored.includes(undefined)) return [];
  const tried = unscored.reduce<number>((sum, count) => sum + count!, 0);
  const scored = assessments.reduce((sum, { items }) => sum + (items?.value?.high ?? 0), 0) - tried;
  // Unscored items may belong to any domain, unless the domains count only scored items.
  const hidden = tried > 0 && all !== scored && all > tried ? tried : 0;
  const room = Math.max(POINTS, 100 / all);
  return domains.flatMap(domain => {
    const items = domain.items!.value!;
    const { low, high } = domain.weight!.value!;
    const between = (share: number): number => Math.max(Math.min(low, high) - share, share - Math.max(low, high), 0);
    const share = (100 * items) / all;
    const [least, most] = [(100 * Math.max(0, items - hidden)) / (all - hidden), (100 * items) / (all - hidden)];
    const fits = hidden > 0 && most >= Math.min(low, high) - room && least <= Math.max(low, high) + room;
    const distance = between(share);
    return distance > room + 1e-9 && !fits ? [{ domain, items, all, share, distance }] : [];
  });
}

const percent = (share: number): string => `${Math.round(share * 10) / 10}%`;
