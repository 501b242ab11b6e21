/** What is weighed, and what the weights come to: plain facts of one program, for rules, inlay hints and reports. */
import type { Stated } from '../model/block.ts';
import type { Range, Share } from '../model/values.ts';
import type { Assessment } from '../vocabulary/assessment.ts';
import type { Domain } from '../vocabulary/domain.ts';
import type { Program } from '../vocabulary/program.ts';
import { editionsOf } from './alignment-editions.ts';
import { blocksOf, measuredBy } from './alignment-links.ts';

export { blocksOf, type Links, measuredBy, standsFor, taughtBy } from './alignment-links.ts';

/** Domains whose weights add up together. */
export interface WeightTotal {
  /** The program, or the assessment that the domains stand in. */
  readonly of: Program | Assessment;
  /** The assessments that measure them. */
  readonly assessments: readonly Assessment[];
  readonly domains: readonly Domain[];
  /** The weights that are known, in the order of the domains. */
  readonly weights: readonly Stated<Share>[];
  /** What they add up to, in percent; the same where no range is given. */
  readonly low: number;
  readonly high: number;
  /** Every domain that counts has its weight and is assessed, so the sum says something. */
  readonly complete: boolean;
  /** The sum is 100, give or take 1 for rounding, or some choice within the ranges gives 100. */
  readonly fits: boolean;
}

/** The groups of domains that add up together: those of each assessment, and the program's own, once for each edition of its outline. */
export function weightTotals(program: Program): readonly WeightTotal[] {
  const assessments = program.all('assessment');
  const nested = assessments.filter(assessment => assessment.all('domain').length > 0);
  return [
    ...ownTotals(program, assessments),
    ...nested.map(assessment => totalOf(assessment, [assessment], assessment.all('domain'), true)),
  ];
}

function ownTotals(program: Program, assessments: readonly Assessment[]): WeightTotal[] {
  const own = program.all('domain');
  if (own.length === 0) return [];
  const { to, any, open } = measuredBy(program);
  const naming = assessments.filter(assessment => blocksOf(assessment.measures).some(block => own.includes(block as Domain)));
  const known = open || !any || own.every(domain => to.has(domain));
  const editions = editionsOf(naming, among => totalOf(program, among, domainsOf(among, own), known).fits);
  // A hole may stand for any domain: then all of them count, unless it is not known in which edition.
  if (naming.length === 0 || open) return [totalOf(program, naming, own, known && editions.length <= 1)];
  const totals = editions.map(among => totalOf(program, among, domainsOf(among, own), known));
  return totals.filter((total, i) => totals.findIndex(other => sameDomains(other, total)) === i);
}

function domainsOf(assessments: readonly Assessment[], own: readonly Domain[]): readonly Domain[] {
  const measured = new Set(assessments.flatMap(assessment => blocksOf(assessment.measures)));
  return own.filter(domain => measured.has(domain));
}

const sameDomains = (a: WeightTotal, b: WeightTotal): boolean =>
  a.domains.length === b.domains.length && a.domains.every(domain => b.domains.includes(domain));

function totalOf(of: Program | Assessment, assessments: readonly Assessment[], domains: readonly Domain[], assessed: boolean): WeightTotal {
  const weights = domains.flatMap(({ weight }) => (weight?.value ? [weight] : []));
  const low = sum(weights.map(({ value }) => Math.min(value!.low, value!.high)));
  const high = sum(weights.map(({ value }) => Math.max(value!.low, value!.high)));
  const fits = low === high ? Math.abs(low - 100) <= 1 : low <= 100 && high >= 100;
  return { of, assessments, domains, weights, low, high, complete: assessed && weights.length === domains.length, fits };
}

/** Without the dust that adding fractions leaves: 33.3 + 33.3 + 33.4 is 100. */
const sum = (numbers: readonly number[]): number => Math.round(numbers.reduce((a, b) => a + b, 0) * 1e6) / 1e6;

/** How many of an assessment's items count, where their number is fixed and known. */
export function scoredItems({ items, unscored }: Assessment): number | undefined {
  if (!items?.value || items.value.low !== items.value.high || (unscored && unscored.value === undefined)) return undefined;
  const scored = items.value.low - (unscored?.value ?? 0);
  return scored > 0 ? scored : undefined;
}

/**
 * How many scored items of an assessment a domain gets from its weight; only where the assessment covers all that the weights
 * add up over. Who knows the program's totals hands them in.
 */
export function itemsOf(domain: Domain, assessment: Assessment, totals?: readonly WeightTotal[]): Range | undefined {
  const scored = scoredItems(assessment);
  const weight = domain.weight?.value;
  if (scored === undefined || !weight) return undefined;
  if (domain.parent !== assessment && !coversAll(domain, assessment, totals)) return undefined;
  const share = (percent: number): number => sum([(percent * scored) / 100]);
  return { low: share(Math.min(weight.low, weight.high)), high: share(Math.max(weight.low, weight.high)) };
}

function coversAll(domain: Domain, assessment: Assessment, totals = weightTotals(assessment.parent as Program)): boolean {
  const measured = blocksOf(assessment.measures);
  const total = totals.find(one => one.assessments.includes(assessment) && one.domains.includes(domain));
  return total?.domains.every(one => measured.includes(one)) ?? false;
}
