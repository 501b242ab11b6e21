/** What an owner of certification and education keeps apart. */
import { describe, expect, test } from 'vitest';
import { standingIn } from '../../../test/standing.ts';
import type { Standing } from './standing.ts';

describe('an owner of both', () => {
  const files = (separation: string, more = ''): Record<string, string> => ({
    'a.cred': `certification CWT "Certified Widget Technician" {\n  owner: ABWP\n${more}}\n`,
    'b.cred': 'certificate WF "Widget Fundamentals" { owner: ABWP }\n',
    'o.cred': `organization ABWP "Board" {\n  body council "Council" { governs: CWT; autonomous: yes }\n${separation}\n}\n`,
  });
  const states = (standing: Standing): (string | undefined)[] => standing.both?.map(({ status }) => status) ?? [];
  const ALL = 'separation { between: CWT, WF; staff: yes; decisions: yes; content: yes; finances: yes; promotion: yes }';

  const line = (standing: Standing, what: RegExp) => standing.both?.find(one => what.test(one.what));

  test('what is in place, what is open and what is missing, by which rule and where', () => {
    const kept = standingIn(files(ALL));
    expect(states(kept).slice(0, 6)).toEqual(['done', 'done', 'done', 'done', 'done', 'done']);
    expect(line(kept, /governing body/)).toMatchObject({ rule: 'portfolio/autonomy', at: { uri: 'o.cred' } });
    const open = standingIn(files('separation { between: CWT, WF; staff: ?; decisions: no }'));
    expect(states(open).slice(1, 4)).toEqual(['in work', 'missing', 'missing']);
    expect(open.both![1]).toMatchObject({ rule: 'portfolio/separation-incomplete', at: { uri: 'o.cred' } });
    expect(open.both!.map(({ what }) => what).join()).not.toMatch(/accreditation/i);
  });

  test.each([
    ['nothing to buy', /must buy/, `${ALL.slice(0, -1)}; purchase-required: no }`, ''],
    ['no promise to pass', /promise/, `${ALL.slice(0, -1)}; pass-guarantee: no }`, ''],
    ['another way in', /way in/, ALL, '  eligibility "Route" { experience: 2 years }\n'],
    ['the same terms', /same terms/, ALL, '  fee: 100 USD\n'],
    ['appeals of its own', /appeals/, ALL, '  policy { covers: appeals }\n'],
    ['a policy of the owner for it alone', /appeals/, `${ALL}\n policy { for: CWT; covers: appeals }`, ''],
    ['a public statement', /statement/, `${ALL.slice(0, -1)}; document: "https://a.example" }`, ''],
    ['a yearly look', /yearly/, `${ALL}\n evaluation "Impartiality" { conducted: 2026-01; every: 12 months }`, ''],
  ])('%s', (_, what, owner, certified) => {
    expect(line(standingIn(files(ALL)), what)?.status).not.toBe('done');
    expect(line(standingIn(files(owner, certified)), what)?.status).toBe('done');
  });

  test.each([
    ['a way in through the own course only', /way in/, '  eligibility "Route" { holds: WF }\n'],
    ['a price for those alone who took it', /same terms/, '  charge { amount: 100 USD; for: examination; completes: WF }\n'],
  ])('%s breaks it', (_, what, certified) => {
    const broken = line(standingIn(files(ALL, certified)), what);
    expect(broken).toMatchObject({ status: 'missing', at: { uri: 'a.cred' } });
    expect(broken?.rule).toMatch(/^portfolio\//);
  });

  test('somebody who teaches and writes items, or decides', () => {
    const project = (instructor: string): Record<string, string> => ({
      ...files(ALL, '  assessment exam "Exam" { written-by: ann }\n'),
      'b.cred': `certificate WF "Widget Fundamentals" { owner: ABWP; module m "Course" { instructors: ${instructor} } }\nperson ann "Ann"\nperson bo "Bo"\n`,
    });
    expect(line(standingIn(project('ann')), /writes/)).toMatchObject({
      status: 'missing',
      rule: 'portfolio/shared-author',
      at: { uri: 'b.cred' },
    });
    expect(line(standingIn(project('bo')), /writes/)?.status).toBe('done');
  });

  test('two studies, one for each side', () => {
    const studied = (needs: string): Record<string, string> => ({
      ...files(ALL, '  job-analysis { conducted: 2024 }\n'),
      'b.cred': `certificate WF "Widget Fundamentals" { owner: ABWP; ${needs} }\n`,
    });
    expect(line(standingIn(studied('needs-analysis { conducted: 2024 }')), /Two studies/)?.status).toBe('done');
    expect(line(standingIn(studied('needs-analysis { conducted: ? }')), /Two studies/)?.status).toBe('in work');
  });

  test('of titles that are still to come nobody knows whether the public can tell them apart', () => {
    const skeleton = { ...files(ALL), 'b.cred': 'certificate WF ? { owner: ABWP }\n' };
    expect(line(standingIn(skeleton), /^Names/)?.status).toBe('in work');
  });

  test('it is seen from either side, and a wall between other programs does not count', () => {
    const project = files('separation { between: CWA, WF; staff: yes }');
    expect(standingIn(project, { uri: 'b.cred' }).both?.[1]).toMatchObject({ status: 'missing' });
    expect(standingIn(project).both?.map(({ what }) => what)).toEqual(standingIn(project, { uri: 'b.cred' }).both?.map(({ what }) => what));
  });

  test('who sets the passing score, or scores candidates, does not teach', () => {
    const taught = (purpose: string, member: string): Standing =>
      standingIn({
        ...files(ALL, `  panel p "P" { purpose: ${purpose}; members: ${member} }\n`),
        'b.cred': 'certificate WF "Widget Fundamentals" { owner: ABWP; module m "M" { instructors: ana } }\n',
        'c.cred': 'person ana "Ana"\nperson ben "Ben"\n',
      });
    const deciding = (standing: Standing) => line(standing, /decides about/)?.status;
    expect(['standard-setting', 'scoring'].map(purpose => deciding(taught(purpose, 'ana')))).toEqual(['missing', 'missing']);
    expect(deciding(taught('scoring', 'ben'))).toBe('done');
    expect(deciding(taught('advisory', 'ana'))).not.toBe('missing');
  });

  test('names that the public cannot tell apart', () => {
    const same = { ...files(ALL), 'b.cred': 'certificate WF "Widget Technician Certificate" { owner: ABWP }\n' };
    expect(standingIn(same).both?.find(({ what }) => what.startsWith('Names'))).toMatchObject({ status: 'missing', at: { uri: 'b.cred' } });
  });

  test('an owner of one kind only has no such list', () => {
    const { 'b.cred': _, ...one } = files(ALL);
    expect(standingIn(one)).not.toHaveProperty('both');
    expect(standingIn({ ...one, 'b.cred': 'attendance WD "Widget Day" { owner: ABWP }\n' })).not.toHaveProperty('both');
    expect(standingIn({ ...one, 'b.cred': 'attendance WD "Widget Day" { owner: ABWP; prepares-for: CWT }\n' }).both).toBeDefined();
  });
});
