/** A standard that a project writes itself: what is checked again, what its owner lacks, and what is wrong in the standard. */
import { describe, expect, test } from 'vitest';
import { findingsOf, projectOf } from '../../test/expect.ts';
import { STANDARD } from '../../test/own-standard.ts';
import { applyEdits, type Finding } from '../findings/finding.ts';
import type { Project } from '../project/project.ts';
import { actions } from '../services/actions.ts';
import { complete } from '../services/completion.ts';
import { hover } from '../services/hover.ts';

describe("a project's own standard in a file of its own", () => {
  const files = {
    'standard.cred': STANDARD,
    'a.cred': 'certification X "Thing" {\n  owner: O\n  accreditation { standard: OUR-1; status: seeking }\n}',
    'owner.cred': 'organization O "Owner" { legal-form: nonprofit }',
    'other.cred': 'certification Y "Other" { goal: validate-competence }',
  };

  test('an edit in it, or at the owner, checks again only those that name it', () => {
    const project = projectOf(files);
    for (const uri of Object.keys(files)) project.findings(uri);
    const checked = (uri: string, text: string): number => {
      const before = project.checks;
      project.set(uri, text, true);
      for (const one of Object.keys(files)) project.findings(one);
      return project.checks - before;
    };
    const of = (rule: string) => project.findings('a.cred').find(finding => finding.rule === rule)?.message;
    expect(of('our-1/S2')).toContain('a policy on appeals');
    expect(checked('standard.cred', STANDARD.replace('A policy on appeals', 'Appeals'))).toBe(2);
    expect(of('our-1/S2')).toContain('appeals');
    expect(checked('owner.cred', 'organization O "Owner" { policy { covers: appeals } }')).toBe(2);
    expect(of('our-1/S2')).not.toContain('yet: appeals');
    expect(checked('other.cred', 'certification Y "Other" { goal: ? }')).toBe(1);
  });

  test('what another program of the owner says is no matter of a certificate, whatever is still to come in it', () => {
    const project = projectOf({
      'standard.cred':
        'standard OUR-2 "Ours" { accredits: certificate; clause S1 "One" { feature f "F" { passes: "certificate/purpose" } } }',
      'owner.cred': 'organization O "Owner" { legal-form: ? }',
      'a.cred': 'certificate C "Course" { owner: O; purpose: ?; accreditation { standard: OUR-2; status: seeking } }',
      'b.cred': 'attendance D "Day" { owner: O }',
    });
    for (const uri of project.uris) project.findings(uri);
    project.set('b.cred', 'attendance D "Day" { owner: O; goal: acquire-competence }', true);
    expect(project.dirty).toEqual(['b.cred']);
  });

  test('is completed and hovered like a built-in one', () => {
    const text = 'certification X "Thing" {\n  evidence { supports:  }\n  accreditation { standard: OUR-1; status: seeking }\n}';
    const project = projectOf({ ...files, 'a.cred': text });
    const file = project.file('a.cred')!;
    const labels = complete(file, text.indexOf('supports: ') + 10, project, project.host).map(({ label }) => label);
    expect(labels.slice(0, 3)).toEqual(['OUR-1.S1', 'OUR-1.S2', 'OUR-1.S3']);
    const cited = text.replace('supports: ', 'supports: OUR-1.S1');
    project.set('a.cred', cited, true);
    const { markdown } = hover(project.file('a.cred')!, cited.indexOf('S1') + 1, project, project.host)!;
    expect(markdown).toContain('**OUR-1.S1**: 1, Study');
    expect(markdown).toContain('The role is studied.');
    expect(markdown).toContain(
      '- **A documented study** (published). Shown by `job-analysis.conducted`, `job-analysis.method`. Study the role.',
    );
    expect(markdown).toContain('- **A published summary** (practice of the field). Shown by `job-analysis.summary-published.yes`.');
  });

  describe('what its owner lacks', () => {
    const asks = (members: string): string =>
      `standard OUR-1 "Our rules" { accredits: certification; clause S1 "Board" { number: "1"
        feature free "A free board" { needs: body.autonomous.yes }
        feature term "Its term and appeals" { needs: body.term, policy.covers.appeals, audience } } }
certification X "Thing" { ${members}; accreditation { standard: OUR-1; status: seeking } }`;
    const open = (project: Project): readonly Finding[] => project.fixable('a.cred').filter(({ rule }) => rule.startsWith('our-1/'));

    test('is added to the file where the owner stands, and the rest to the program', () => {
      const files: Record<string, string> = { 'a.cred': asks('owner: O'), 'o.cred': 'organization O "Owner" { body b "Board" }' };
      const fixes = open(projectOf(files)).flatMap(finding => finding.fixes);
      expect(fixes.map(fix => [fix.title, fix.in])).toEqual([
        ['Add what OUR-1 1 Board asks for', undefined],
        ['Add what OUR-1 1 Board asks for in o.cred', 'o.cred'],
      ]);
      for (const fix of fixes) {
        const now = open(projectOf(files))
          .flatMap(finding => finding.fixes)
          .find(({ title }) => title === fix.title)!;
        const uri = now.in ?? 'a.cred';
        files[uri] = applyEdits(files[uri]!, now.edits());
      }
      expect(files['o.cred']!.replace(/\s+/g, ' ')).toBe(
        'organization O "Owner" { body b "Board" { autonomous: ?; term: ? } }'.replace('; ', ' '),
      );
      expect(files['a.cred']).toContain('audience: ?');
      expect(open(projectOf(files))).toEqual([]);
    });

    test('is not asked for while a wrong name hides the owner, or whether a body governs the program', () => {
      const messages = (owner: string, body: string): string[] =>
        open(projectOf({ 'a.cred': asks(owner), 'o.cred': `organization O "Owner" { ${body} }; person P "Pat"` })).map(
          ({ message }) => message,
        );
      const council = 'body b "Board" { governs: X; autonomous: yes; term: 2 years }; policy { covers: appeals }';
      for (const owner of ['owner: P', 'owner: N', 'owner: "O"']) expect(messages(`${owner}; audience: "All"`, council)).toEqual([]);
      // The program has its own to say, and a hole hides nothing that it could say itself.
      expect(messages('owner: P', council)).toHaveLength(1);
      expect(messages('owner: ?; audience: "All"', council)).toHaveLength(1);
      for (const governs of ['P', 'N', '?', 'N, X'])
        expect(messages('owner: O; audience: "All"', council.replace('governs: X', `governs: ${governs}`))).toEqual([]);
      expect(messages('owner: O; audience: "All"', council.replace('governs: X', 'governs: Y; '))).toEqual([]);
      // One that governs other programs, or beside another that is said to govern this one, shows nothing of it.
      const two = `body c "Directors" { autonomous: yes }; ${council.replace('autonomous: yes', 'autonomous: no')}`;
      expect(messages('owner: O; audience: "All"', two)).toEqual([expect.stringContaining('not shown yet: a free board.')]);
      const others = `${council.replace('governs: X', 'governs: Y')} }; certificate Y "Course" { owner: O`;
      expect(messages('owner: O; audience: "All"', others)).toHaveLength(1);
    });

    test.each([
      ['beside a quiz that does not count', 'needs: assessment.items', 'assessment exam; assessment quiz "Quiz" { use: formative }'],
      [
        'beside an examination of old',
        'needs: assessment.items; each: assessment',
        'assessment exam "E"; assessment old "O" { until: 2020 }',
      ],
      ['to the latest study', 'needs: job-analysis.method', 'job-analysis { conducted: 2024 }; job-analysis { conducted: 2010 }'],
      ['to a domain of the examination', 'needs: domain.weight; each: domain', 'assessment exam { domain d "D" }'],
      ['to the body that governs the program', 'needs: body.term, body.governs', ''],
      ['as a wall of the program', 'needs: separation.decisions.yes', ''],
    ])('is added %s', (_, feature, members) => {
      const files: Record<string, string> = {
        'a.cred': `standard OUR-1 "Our rules" { clause S1 "One" { number: "1"; feature f "Enough" { ${feature} } } }
certification X "Thing" { owner: O; ${members}; accreditation { standard: OUR-1; status: seeking } }; certificate Y "Course" { owner: O }`,
        'o.cred': 'organization O "Owner" { body b "Board" { governs: X }; body f "Faculty" { governs: Y }; separation { between: Y } }',
      };
      const [fix] = open(projectOf(files)).flatMap(finding => finding.fixes);
      const uri = fix!.in ?? 'a.cred';
      files[uri] = applyEdits(files[uri]!, fix!.edits());
      expect(open(projectOf(files)), files[uri]).toEqual([]);
    });

    test('is added by one action to all files that it takes', () => {
      const project = projectOf({ 'a.cred': asks('owner: O'), 'o.cred': 'organization O "Owner" { }' });
      const at = project.file('a.cred')!.lines.position(asks('owner: O').indexOf('OUR-1; status'));
      const all = actions(
        project.file('a.cred')!,
        project.fixable('a.cred'),
        { range: { start: at, end: at } },
        project,
        project.host,
      ).find(({ title }) => title === 'Add what OUR-1 1 Board asks for')!;
      project.set('a.cred', applyEdits(project.text('a.cred')!, all.edits), true);
      for (const [uri, edits] of all.elsewhere!) project.set(uri, applyEdits(project.text(uri)!, edits), true);
      expect(project.text('o.cred')).toMatch(/body \{[\s\S]*autonomous: \?[\s\S]*term: \?/);
      expect(open(project)).toEqual([]);
    });

    test('begins with the owner where none is stated', () => {
      const text = asks('audience: "All"');
      const [finding] = open(projectOf({ 'a.cred': text }));
      const fixed = applyEdits(text, finding!.fixes[0]!.edits());
      expect(fixed).toContain('owner: ?');
      expect(fixed).toContain('covers: appeals');
      expect(open(projectOf({ 'a.cred': fixed }))).toEqual([]);
    });
  });

  test('paths, kinds, words and rules that do not exist are reported with the nearest', () => {
    const slips = findingsOf(`standard OUR-2 "Ours" { clause S1 "One" { number: "1"
      feature a "A" { needs: job-analysis.conductd }
      feature b "B" { needs: policy.covers.appeal }
      feature c "C" { needs: assessment.proctored; each: asessment; is: maybe }
      feature d "D" { needs: domain.weight; passes: "alignment/weight-sum" } } }`).filter(
      ({ rule }) => rule === 'language/unresolved-reference',
    );
    expect(slips.map(({ message, fixes }) => `${message} [${fixes.map(({ title }) => title)}]`)).toEqual([
      '"conductd" is neither a property of a job analysis nor a block in it. Did you mean "conducted"? [Write "conducted"]',
      '"appeal" is none of the words that this property takes. Did you mean "appeals"? [Write "appeals"]',
      'No kind of block is called "asessment". Did you mean "assessment"? [Write "assessment"]',
      '"maybe" is none of the words that "assessment.proctored" takes. []',
      'There is no rule "alignment/weight-sum". Did you mean "alignment/weights-sum"? [Write "alignment/weights-sum"]',
    ]);
  });

  test('paths, kinds, words and rules are completed', () => {
    const at = (properties: string): string[] => {
      const text = `standard OUR-2 "Ours" { clause S1 "One" { number: "1"; feature a "A" { ${properties} } } }`;
      const project = projectOf({ 'a.cred': text.replace('|', '') });
      return complete(project.file('a.cred')!, text.indexOf('|'), project, project.host).map(({ label }) => label);
    };
    expect(at('needs: |')).toEqual(expect.arrayContaining(['job-analysis', 'goal']));
    expect(at('needs: assessment.standard-setting.|')).toEqual(expect.arrayContaining(['method', 'conducted']));
    expect(at('needs: policy.covers.|')).toContain('appeals');
    expect(at('needs: separation.staff.|')).toEqual(['yes', 'no']);
    expect(at('needs: assessment.standard-setting.method; each: |').slice(0, 2)).toEqual(['assessment', 'standard-setting']);
    expect(at('needs: award.type; is: |')).toContain('designation');
    expect(at('passes: |')).toContain('alignment/weights-sum');
    expect(at('passes: "alignment/|"')).toContain('alignment/weights-sum');
  });
});
