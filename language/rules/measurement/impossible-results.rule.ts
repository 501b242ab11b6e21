import { certainlySummative } from '../../analysis/program.ts';
import { replace } from '../../fixes/fix.ts';
import type { Stated } from '../../model/block.ts';
import type { Assessment } from '../../vocabulary/assessment.ts';
import type { Program } from '../../vocabulary/program.ts';
import type { Results } from '../../vocabulary/results.ts';
import { practice, type RuleContext, rule } from '../define.ts';
import { newest } from '../shared/newest.ts';

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
    const most = mostPoints(program);
    // Older results may be of a longer examination.
    const latest = newest(program.all('results'), one => one.period);
    for (const results of program.all('results')) {
      coefficients(results, `the results of "${program.label}"`);
      const { candidates, passed } = results;
      if (candidates?.value !== undefined && passed?.value !== undefined && passed.value > candidates.value)
        wrong(passed, `${passed.value} cannot have passed where there were ${candidates.value} candidates. Check both figures.`, {
          at: candidates,
          message: 'So many took it.',
        });
      const { mean, standardDeviation: spread, standardError: error } = results;
      if (most !== undefined && latest.includes(results) && mean?.value !== undefined && mean.value > most)
        wrong(mean, `The mean of "${program.label}" cannot be ${mean.value}: nobody can score more than ${most}. Check the figure.`);
      if (spread?.value !== undefined && error?.value !== undefined && error.value > spread.value)
        wrong(
          error,
          `The standard error of ${error.value} cannot be: chance is a part of the spread of the scores, which is ${spread.value}. Check both figures.`,
          { at: spread, message: 'So widely the scores are spread.' },
        );
      if (latest.includes(results)) unlikelyShare(program, results, report);
    }
  },
});

/**
 * Reports a share of passes that no distribution of scores with this mean and spread can have (Cantelli's inequality): with the cut k
 * spreads above the mean at most 1/(1+k²) reach it, with the cut k below at least k²/(1+k²). It is information where
 * the mean may be one of another scale.
 */
function unlikelyShare(
  program: Program,
  { candidates, passed, mean, standardDeviation: spread }: Results,
  report: RuleContext['report'],
): void {
  const [examination, second] = certainlySummative(program);
  if (!examination || second || !candidates?.value || passed?.value === undefined || mean?.value === undefined || !spread?.value) return;
  const share = passed.value / candidates.value;
  const cuts = cutsOf(examination, mean.value);
  const [first] = cuts;
  if (share > 1 || first === undefined) return;
  const fits = (cut: number): boolean => {
    const distance = (cut - mean.value!) / spread.value!;
    const bound = 1 / (1 + distance ** 2);
    return (distance > 0 ? share - bound : 1 - bound - share) <= ROUNDING;
  };
  if (fits(first)) return;
  const otherScale = cuts.some(fits);
  report({
    at: passed,
    severity: otherScale ? 'information' : 'warning',
    nature: otherScale ? 'weak' : 'contradiction',
    message: `${Math.round(share * 100)}% of the candidates of "${program.label}" passed, but the passing score lies far ${first > mean.value ? 'above' : 'below'} the mean of ${mean.value} with a standard deviation of ${spread.value}. Check the figures${otherScale ? ', or state the mean in points as the passing score is' : ''}.`,
    related: [
      { at: mean, message: `The mean is ${mean.value}.` },
      { at: examination.passingScore!, message: 'This is the passing score.' },
    ],
  });
}

/** The share by which rounded figures may miss the bound. */
const ROUNDING = 0.02;

/** Returns the passing score on every scale that the mean may be stated on, the likeliest first: points, the reported scale, a percentage. */
function cutsOf({ passingScore, scoreScale, items, unscored }: Assessment, mean: number): readonly number[] {
  const score = passingScore?.value;
  const most = items?.value?.high;
  if (score?.form === 'ratio') return mean <= score.whole ? [score.part, (100 * score.part) / score.whole] : [];
  if (score?.form === 'percent')
    return most !== undefined && most === items?.value?.low
      ? [score.value, (score.value / 100) * (most - (unscored?.value ?? 0))]
      : scoreScale
        ? []
        : [score.value];
  if (score?.form !== 'number') return [];
  const scale = scoreScale?.value;
  const within = scale ? mean >= scale.low && mean <= scale.high : most !== undefined && score.value <= most && mean <= most;
  return within ? [score.value] : [];
}

/**
 * The highest score that anybody can have, on any scale that may be meant: points, a percentage or the scale of the report.
 * `undefined` where some examination leaves it open.
 */
function mostPoints(program: Program): number | undefined {
  const tops = certainlySummative(program).map(({ passingScore, scoreScale, items }) => {
    const score = passingScore?.value;
    const scale = scoreScale?.value;
    if (scoreScale && !scale) return undefined;
    const points = score?.form === 'ratio' ? score.whole : undefined;
    return scale || points !== undefined ? Math.max(points ?? items?.value?.high ?? 0, scale?.low ?? 0, scale?.high ?? 0) : undefined;
  });
  return tops.length === 0 || tops.includes(undefined) ? undefined : Math.max(100, ...(tops as number[]));
}
