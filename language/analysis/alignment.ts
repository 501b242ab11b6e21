/** The weights of domains and their totals, for rules, inlay hints and reports. */
import type { Stated } from '../model/block.ts';
import type { Range, Share } from '../model/values.ts';
import type { Assessment } from '../vocabulary/assessment.ts';
import type { Domain } from '../vocabulary/domain.ts';
import type { Program } from '../vocabulary/program.ts';
import { editionsOf } from './alignment-editions.ts';
import { blocksOf, measuredBy } from './alignment-links.ts';

export { blocksOf, type Links, measuredBy, standsFor, taughtBy } from './alignment-links.ts';

/** A group of domains whose weights add up. */
export interface WeightTotal {
  /** The program or the assessment that contains the domains. */
  readonly of: Program | Assessment;
  /** The assessments that measure the domains. */
  readonly assessments: readonly Assessment[];
  readonly domains: readonly Domain[];
  /** The known weights, in the order of the domains. */
  readonly weights: readonly Stated<Share>[];
  /** The sum in percent; `high` is equal if no range is given. */
  readonly low: number;
  readonly high: number;
  /** Whether every domain that counts has a weight and is assessed, so that the sum is meaningful. */
  readonly complete: boolean;
  /** Whether the sum is 100, give or take 1 for rounding, or can be 100 within the ranges. */
  readonly fits: boolean;
}

/**
 * Returns the groups of domains whose weights add up: those of each assessment, and the program's own, once for each edition of its
 * outline.
 */
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
  // A hole may stand for any domain, so all domains count, unless it is unknown to which edition it belongs.
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

/** Adds numbers without the rounding error of binary fractions: 33.3 + 33.3 + 33.4 is 100. */
const sum = (numbers: readonly number[]): number => Math.round(numbers.reduce((a, b) => a + b, 0) * 1e6) / 1e6;

/** Returns the number of an assessment's scored items, if it is fixed and known. */
export function scoredItems({ items, unscored }: Assessment): number | undefined {
  if (!items?.value || items.value.low !== items.value.high || (unscored && unscored.value === undefined)) return undefined;
  const scored = items.value.low - (unscored?.value ?? 0);
  return scored > 0 ? scored : undefined;
}

/**
 * Returns how many scored items of an assessment a domain gets by its weight, if the assessment covers all domains of the total. `totals`
 * are the program's totals, if the caller has them.
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
