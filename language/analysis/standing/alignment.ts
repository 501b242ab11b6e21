/** What is taught and assessed where, and the examination specifications, as plain data for tables and charts. */
import type { AnyBlock } from '../../model/block.ts';
import type { CredFile } from '../../model/file.ts';
import type { Quantity } from '../../model/values.ts';
import type { Assessment } from '../../vocabulary/assessment.ts';
import type { Domain } from '../../vocabulary/domain.ts';
import type { Program } from '../../vocabulary/program.ts';
import { unitOf } from '../../vocabulary/units.ts';
import { blocksOf, itemsOf, scoredItems, type WeightTotal, weightTotals } from '../alignment.ts';
import type { Alignment, LabelledBlock, Specification } from './standing.ts';

/** Returns the name, the label and the place of a block. */
export const itemOf = (block: AnyBlock, file: CredFile): LabelledBlock => ({
  ...(block.name !== undefined && { name: block.name }),
  label: block.label,
  at: { uri: file.uri, range: file.range(block.headSpan) },
});

/** Returns the alignment of a program. */
export function alignmentOf(program: Program, file: CredFile): Alignment {
  const modules = program.all('module');
  const assessments = program.all('assessment');
  const taught = modules.map(module => blocksOf(module.teaches));
  const tested = assessments.map(assessment => [...blocksOf(assessment.measures), ...assessment.all('domain')] as readonly AnyBlock[]);
  const naming = (lists: readonly (readonly AnyBlock[])[], block: AnyBlock): number[] =>
    lists.flatMap((list, i) => (list.includes(block) ? [i] : []));
  return {
    outcomes: program.all('outcome').map(outcome => ({
      ...itemOf(outcome, file),
      ...(outcome.level?.value && { level: outcome.level.value }),
      taughtBy: naming(taught, outcome),
      testedBy: naming(tested, outcome),
    })),
    modules: modules.map(module => ({ ...itemOf(module, file), ...(module.hours?.value && { hours: quantity(module.hours.value) }) })),
    assessments: assessments.map(one => ({ ...itemOf(one, file), use: one.use?.value ?? 'summative' })),
    domains: [...program.all('domain'), ...assessments.flatMap(one => one.all('domain'))].map(domain => ({
      ...itemOf(domain, file),
      testedBy: naming(tested, domain),
    })),
  };
}

/** Writes a quantity, such as `6 hours`. */
function quantity({ amount, unit }: Quantity): string {
  return `${amount} ${amount === 1 ? unit : (unitOf(unit)?.plurals[0] ?? unit)}`;
}

/** Returns the examination specifications of a program: one for each group of domains whose weights add up. */
export const specificationsOf = (program: Program, file: CredFile): readonly Specification[] =>
  weightTotals(program).map(total => {
    const { low, high, complete, fits } = total;
    const scored = total.assessments.length === 1 ? scoredItems(total.assessments[0]!) : undefined;
    return {
      of: itemOf(total.of as AnyBlock, file),
      domains: total.domains.map(domain => {
        const items = itemsIn(domain, total);
        return {
          ...itemOf(domain, file),
          ...(domain.weight?.value && { weight: ordered(domain.weight.value) }),
          ...(items && { items }),
          tasks: domain.all('task').map(({ label }) => label),
        };
      }),
      total: { low, high, complete, fits },
      ...(scored !== undefined && { scored }),
    };
  });

function itemsIn(domain: Domain, { assessments }: WeightTotal): Specification['domains'][number]['items'] {
  const stated = domain.items?.value;
  if (stated !== undefined) return { low: stated, high: stated, stated: true };
  const given = assessments.length === 1 ? itemsOf(domain, assessments[0] as Assessment) : undefined;
  return given && { ...given, stated: false };
}

const ordered = ({ low, high }: { low: number; high: number }) => ({ low: Math.min(low, high), high: Math.max(low, high) });
