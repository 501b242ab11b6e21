/** What is still to be done: each stage with its steps. */
import { describe, expect, test } from 'vitest';
import { certification, standingIn } from '../../../test/standing.ts';
import { featurePath } from '../judging/feature-path.ts';
import { STEPS } from '../roadmap-steps.ts';
import type { Standing } from './standing.ts';

describe('the roadmap', () => {
  const step = ({ roadmap }: Standing, what: string) => roadmap.flatMap(({ steps }) => steps).find(one => one.what === what);

  test('a policy alone does not do what has to be done again and again; a milestone tells that it is', () => {
    const written = '  policy { covers: security, recertification; document: "p.pdf" }\n  handbook { covers: administration }';
    for (const what of ['Renewal audits', 'Irregularities']) {
      expect(step(standingIn(certification(written)), what)?.status).toBe('in work');
      expect(
        step(
          standingIn(
            certification(`${written}\n  milestone "${what}" { stage: ${what.startsWith('R') ? 'maintain' : 'deliver'}; done: 2024 }`),
          ),
          what,
        )?.status,
      ).toBe('done');
    }
  });
  test('a plan whose day has passed is no plan', () => {
    const due = (day: string): string => certification(`  job-analysis { conducted: 2015; method: survey; next-due: ${day} }`);
    expect(step(standingIn(due('2019')), 'Next job analysis')?.status).toBe('missing');
    expect(step(standingIn(due('2039')), 'Next job analysis')?.status).toBe('done');
  });

  test('each kind has its stages in order, and every step names what can be written', () => {
    for (const [kind, stages] of Object.entries(STEPS)) {
      expect(Object.keys(stages), kind).toEqual(['plan', 'design', 'develop', 'deliver', 'maintain']);
      const before = new Set<string>();
      for (const { what, takes, by, after = [], needs = [], anyOf = [], where = [] } of Object.values(stages).flat()) {
        expect([what, takes, by].every(Boolean), `${kind}: ${what}`).toBe(true);
        // Each step comes after the steps that it depends on, so the list can be followed from the top.
        expect(
          after.filter(one => !before.has(one)),
          `${kind}: ${what}`,
        ).toEqual([]);
        before.add(what);
        expect(
          [...needs, ...anyOf, ...where].filter(text => !featurePath(text)),
          `${kind}: ${what}`,
        ).toEqual([]);
      }
    }
  });

  test('done, in work and missing follow what is written', () => {
    const standing = standingIn(
      certification(
        '  status: developing\n  job-analysis { conducted: 2024-05; method: survey }\n  eligibility "Route" { experience: 2 years }\n' +
          '  maintenance { cycle: ?; rationale: ? }',
      ),
    );
    expect(step(standing, 'Job analysis')).toMatchObject({ status: 'done', at: { range: { start: { line: 2 } } } });
    expect(step(standing, 'Eligibility')?.status).toBe('in work');
    expect(step(standing, 'Upkeep')).toMatchObject({ status: 'in work', at: { range: { start: { line: 4, character: 23 } } } });
    expect(step(standing, 'Governing body')?.status).toBe('missing');
    expect(step(standing, 'Opening')?.status).toBe('missing');
  });

  test('one block is not all: every route has its rationale, every examination its study', () => {
    const routes = (second: string): string | undefined =>
      step(
        standingIn(certification(`  eligibility "A" { experience: 2 years; rationale: "So long" }\n  eligibility "B" { ${second} }`)),
        'Eligibility',
      )?.status;
    expect(routes('education: bachelor; rationale: "The same"')).toBe('done');
    expect(routes('education: bachelor')).toBe('in work');
    expect(routes('education: bachelor; rationale: ?')).toBe('in work');
  });

  test('what no description can show is not said, until a milestone with its title says it', () => {
    expect(step(standingIn(certification('  goal: ?')), 'Budget')).toMatchObject({ status: 'not said', after: ['Need and feasibility'] });
    const done = standingIn(certification('  milestone "budget" { stage: plan; done: 2025-03 }'));
    expect(step(done, 'Budget')?.status).toBe('done');
    expect(done.roadmap[0]!.steps.filter(({ what }) => what.toLowerCase() === 'budget')).toHaveLength(1);
  });

  test('an accreditation is there for who wants one, and is never late', () => {
    const standing = standingIn(certification('  milestone "Review" { stage: maintain; due: 2025-03 }'));
    expect(step(standing, 'Accreditation')).toMatchObject({ ifWanted: true, status: 'missing' });
    expect(step(standing, 'Accreditation')).not.toHaveProperty('due');
    expect(step(standing, 'Item bank')).toMatchObject({ due: '2025-03', overdue: true });
  });

  test('raters are trained where performance is judged', () => {
    expect(step(standingIn(certification('  assessment e "E" { format: multiple-choice }')), 'Rater training')).toBeUndefined();
    expect(step(standingIn(certification('  assessment e "E" { format: oral }')), 'Rater training')?.status).toBe('missing');
  });

  test("a stage's open milestones set the day for what it still has to do", () => {
    const standing = standingIn(
      certification(
        '  status: planned\n  purpose: recognize-competence; goal: validate-competence; scope: broad; audience: "Technicians"\n' +
          '  milestone "Charter" { stage: plan; due: 2025-06 }; milestone "Survey" { stage: design; due: 2026-09; done: 2025-11 }',
      ),
    );
    expect(step(standing, 'Owner')).toMatchObject({ status: 'missing', due: '2025-06', overdue: true });
    expect(step(standing, 'Purpose and scope')).not.toHaveProperty('due');
    expect(step(standing, 'Charter')).toMatchObject({ status: 'in work', overdue: true });
    expect(step(standing, 'Survey')).toMatchObject({ status: 'done' });
    expect(step(standing, 'Job analysis')).not.toHaveProperty('due');
  });

  test('a launch ahead is still to come', () => {
    expect(step(standingIn(certification('launched: 2027-01')), 'Opening')?.status).toBe('in work');
    expect(step(standingIn(certification('launched: 2020')), 'Opening')?.status).toBe('done');
    expect(step(standingIn(certification('goal: ?')), 'Opening')?.status).toBe('done');
    expect(step(standingIn(certification('status: ?')), 'Opening')?.status).toBe('missing');
  });
});
