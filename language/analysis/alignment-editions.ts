/** Groups assessments by edition of an examination, because an old and a new outline may stand side by side. */
import type { Assessment } from '../vocabulary/assessment.ts';
import { standsFor } from './alignment-links.ts';

/**
 * Returns the groups of assessments to be judged together, one for each edition, or a single group without editions. If the text leaves
 * open whether two belong together, the grouping for which `fits` returns true is chosen.
 */
export function editionsOf(assessments: readonly Assessment[], fits: (among: readonly Assessment[]) => boolean): (readonly Assessment[])[] {
  const replaced = new Set(assessments.map(({ replaces }) => standsFor(replaces)));
  const versioned = assessments.filter(one => one.version || one.effective || one.until || one.replaces || replaced.has(one));
  if (versioned.length < 2) return [assessments];
  return versioned.map(one => {
    const others = versioned.filter(other => other !== one && !inLine(one, other) && !apart(one, other));
    const sure = assessments.filter(
      other => other === one || !versioned.includes(other) || (others.includes(other) && sameVersion(one, other)),
    );
    const readings = [assessments.filter(other => sure.includes(other) || others.includes(other)), sure, [one]];
    return readings.find(fits) ?? sure;
  });
}

const sameVersion = (a: Assessment, b: Assessment): boolean => a.version?.value !== undefined && a.version.value === b.version?.value;

/** Returns whether one assessment replaces the other, directly or through others. */
const inLine = (a: Assessment, b: Assessment): boolean => firstOf(a) === firstOf(b);

function firstOf(assessment: Assessment): Assessment {
  const seen = new Set<Assessment>();
  let at = assessment;
  while (!seen.has(at)) {
    seen.add(at);
    at = (standsFor(at.replaces) as Assessment | undefined) ?? at;
  }
  return at;
}

/** Returns whether one assessment ends before the other begins. */
const apart = (a: Assessment, b: Assessment): boolean => endsBefore(a, b) || endsBefore(b, a);

function endsBefore({ until }: Assessment, { effective }: Assessment): boolean {
  return until?.value !== undefined && effective?.value !== undefined && until.value.from <= effective.value.to;
}
