import { replace } from '../../fixes/fix.ts';
import type { Stated } from '../../model/block.ts';
import { practice, rule } from '../define.ts';

/** Figures that contradict each other, or that no examination can have. */
export default rule('measurement/impossible-results', {
  title: 'The figures of an examination and its results are possible',
  severity: 'error',
  source: practice('What the figures mean: a share lies between 0 and 1, and a part is not more than the whole'),
  appliesTo: ['certification', 'certificate', 'attendance'],
  check(program, { file, report }) {
    const wrong = (at: Stated<unknown>, message: string, related?: { at: Stated<unknown>; message: string }): void =>
      report({
        at,
        message,
        fixes: [replace(file, at, '?', 'Write "?" until it is known')],
        ...(related && { related: [related] }),
      });
    const coefficients = (block: { reliability?: Stated<number>; decisionConsistency?: Stated<number> }, label: string): void => {
      for (const [value, what] of [
        [block.reliability, 'reliability'],
        [block.decisionConsistency, 'decision consistency'],
      ] as const) {
        if (value?.value !== undefined && (value.value < 0 || value.value > 1))
          wrong(value, `The ${what} of ${label} cannot be ${value.value}: it lies between 0 and 1. Check the figure.`);
      }
    };
    for (const assessment of program.all('assessment')) {
      coefficients(assessment, `"${assessment.label}"`);
      const { items, unscored } = assessment;
      if (
        items?.value &&
        unscored?.value !== undefined &&
        unscored.value > 0 &&
        unscored.value >= Math.max(items.value.low, items.value.high)
      )
        wrong(
          unscored,
          `"${assessment.label}" has ${unscored.value} unscored items of ${items.value.high} in all, so none would count. Check both figures.`,
          {
            at: items,
            message: 'So many items it has, scored or not.',
          },
        );
    }
    for (const results of program.all('results')) {
      coefficients(results, `the results of "${program.label}"`);
      const { candidates, passed } = results;
      if (candidates?.value !== undefined && passed?.value !== undefined && passed.value > candidates.value)
        wrong(passed, `${passed.value} cannot have passed where there were ${candidates.value} candidates. Check both figures.`, {
          at: candidates,
          message: 'So many took it.',
        });
    }
  },
});
