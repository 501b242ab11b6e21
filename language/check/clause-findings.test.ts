import { describe, expect, test } from 'vitest';
import { findingsOf, projectOf, shown } from '../../test/expect.ts';
import { applyEdits, type Finding } from '../findings/finding.ts';
import { plainHost } from '../findings/host.ts';
import { CredFile } from '../model/file.ts';
import type { Project } from '../project/project.ts';
import { actions } from '../services/actions.ts';
import { complete } from '../services/completion.ts';
import { hover } from '../services/hover.ts';

const STANDARD = `standard OUR-1 "Our rules" {
  accredits: certification
  clause S1 "Study" { number: "1"; summary: "The role is studied."
    feature study "A documented study" { needs: job-analysis.conducted, job-analysis.method; basis: published; advice: "Study the role." }
    feature summary "A published summary" { needs: job-analysis.summary-published.yes; basis: practice } }
  clause S2 "Rights" { number: "2"; feature appeals "A policy on appeals" { needs: policy.covers.appeals }
    feature weights "Weights that add up" { needs: domain.weight; passes: "alignment/weights-sum" } }
  clause S3 "Money" { number: "3" }
}`;
const program = (members: string, status = 'seeking', kind = 'certification'): string =>
  `${STANDARD}\n${kind} X "Thing" {\n  ${members}\n  accreditation { standard: OUR-1; status: ${status} }\n}`;
const said = (text: string): Finding[] => findingsOf(text).filter(({ rule }) => rule.startsWith('our-1/'));
const ids = (text: string): string[] => said(text).map(({ rule, severity }) => `${severity} ${rule}`);

const FULL = `job-analysis { conducted: 2024; method: survey; summary-published: yes }
  policy { covers: appeals; document: "https://a.example" }
  domain a "A" { weight: 100% }; assessment exam { measures: a }
  evidence { supports: OUR-1.S3; document: "https://a.example/money" }`;

describe('a standard that is sought', () => {
  test('one finding per clause, by what its missing features rest on, and one for all that only documents show', () => {
    expect(ids(program(''))).toEqual(['warning our-1/S1', 'information our-1/S2', 'information our-1/open']);
    expect(ids(program('job-analysis { conducted: 2024; method: survey }'))).toEqual([
      'information our-1/S1',
      'information our-1/S2',
      'information our-1/open',
    ]);
    expect(ids(program(FULL))).toEqual([]);
  });

  test('begins with the clause, and names features and what to do', () => {
    const [first] = said(program('job-analysis { summary-published: yes }'));
    expect(first!.message).toBe('OUR-1 1 Study: not shown yet: a documented study. "Thing" seeks OUR-1. Study the role.');
    expect(first).toMatchObject({ standard: 'OUR-1', help: 'a.cred#L3' });
    const [both] = said(program(''));
    expect(both!.message).toBe('OUR-1 1 Study: not shown yet: a documented study and a published summary. "Thing" seeks OUR-1.');
  });

  describe('stands', () => {
    const place = (text: string): string => shown(said(text)[0]!, text);

    test('where the program names the standard, while nothing of the clause is shown', () => {
      expect(place(program(''))).toContain('«OUR-1»');
    });

    test('on the kind of the block that shows a part, and leads to the accreditation', () => {
      const text = program('job-analysis { summary-published: yes }');
      expect(place(text)).toContain('«job-analysis»');
      expect(said(text)[0]!.related).toMatchObject([{ message: '"Thing" names the standard here.' }]);
      expect(place(program('job-analysis { conducted: 2024 }'))).toContain('«job-analysis»');
    });

    test('on the kind of the first block that lacks what every one must show', () => {
      const text = `standard OUR-1 "Our rules" { clause S1 "Panels" { feature f "Purpose" { needs: panel.purpose; each: panel } } }
certification X "Thing" {
  panel a "A" { purpose: advisory }
  panel b "B" { size: 8 }
  accreditation { standard: OUR-1; status: seeking }
}`;
      expect(place(text)).toMatch(/^4:3 .*«panel»/);
    });

    test('where it was silenced before', () => {
      const text = program('job-analysis { summary-published: yes }');
      expect(ids(text.replace('accreditation {', '// cred-ignore our-1/S1: next year\n  accreditation {'))).not.toContain(
        'warning our-1/S1',
      );
    });
  });

  test('is silent of holes, and of what evidence attests or is to attest', () => {
    expect(
      ids(program('job-analysis { conducted: ?; method: ?; summary-published: ? }; policy { covers: ? }; domain a "A" { weight: ? }')),
    ).toEqual(['information our-1/open']);
    expect(
      ids(program('evidence { supports: OUR-1.S1, OUR-1.S2; document: "a.pdf" }; evidence { supports: OUR-1.S3; document: ? }')),
    ).toEqual([]);
  });

  test('asks for what a clause asks for itself beside the clauses within it', () => {
    const nested = `standard OUR-1 "Our rules" { accredits: certification
      clause S1 "Study" { number: "1"; feature study "A study" { needs: job-analysis.conducted }
        clause S1a "Depth" { number: "1 (a)"; feature people "People asked" { needs: job-analysis.respondents } } } }
certification X "Thing" { accreditation { standard: OUR-1; status: seeking } }`;
    expect(ids(nested)).toEqual(['information our-1/S1', 'information our-1/S1a']);
  });

  test('evidence for a clause within another names it so that it is found', () => {
    const nested = `standard OUR-1 "Our rules" { accredits: certification
      clause S1 "Money" { number: "1"; clause S1a "Accounts" { number: "1 (a)" }; clause S1b "Cover" { number: "1 (b)" } } }
certification X "Thing" { accreditation { standard: OUR-1; status: seeking } }`;
    const [open] = said(nested);
    expect(open).toMatchObject({ rule: 'our-1/open', message: expect.stringContaining('evidence { supports: OUR-1.S1.S1a;') });
    const mended = applyEdits(nested, open!.fixes[0]!.edits());
    expect(said(mended)).toEqual([]);
    expect(findingsOf(mended).filter(({ rule }) => rule === 'language/unresolved-reference')).toEqual([]);
  });

  test('of a clause that has no name to refer to, no evidence is proposed', () => {
    const asking = (clauses: string): Finding[] =>
      said(`standard OUR-1 "Our rules" { ${clauses} }\ncertification X "Thing" { accreditation { standard: OUR-1; status: seeking } }`);
    const [alone] = asking('clause "Money at hand" { number: "3" }');
    expect(alone).toMatchObject({
      fixes: [],
      message: 'OUR-1 3 Money at hand: only a document can show it. An evidence block settles it.',
    });
    const [beside] = asking('clause "Money at hand" { number: "3" }; clause S4 "Cover" { number: "4" }');
    expect(beside!.message).toContain('such as evidence { supports: OUR-1.S4;');
    expect(beside!.fixes.map(({ title }) => title)).toEqual(['Add evidence for 4 Cover']);
  });

  test('tells what it asks for where something else is stated', () => {
    const asking = (feature: string, members: string): Finding =>
      said(
        `standard OUR-1 "Our rules" { clause S1 "One" { feature f "Enough" { ${feature} } } }\ncertification X "Thing" {\n${members}\naccreditation { standard: OUR-1; status: seeking } }`,
      )[0]!;
    const few = asking('needs: job-analysis.respondents; at-least: 100', 'job-analysis { respondents: 50 }');
    expect(few.message).toContain('not shown yet: enough. "Thing" seeks OUR-1. It asks for at least 100.');
    expect(few.related).toMatchObject([
      {
        message: 'This does not show "Enough", which asks for at least 100.',
        range: { start: { line: 2, character: 28 }, end: { character: 30 } },
      },
    ]);
    expect(few.fixes).toEqual([]);
    expect(asking('needs: job-analysis.conducted; within: 5 years', 'job-analysis { conducted: 2010 }').message).toContain(
      'It asks for a date no older than 5 years.',
    );
    expect(asking('needs: award.revocable.yes', 'award "A" { revocable: no }').related).toHaveLength(1);
    for (const silent of ['job-analysis { method: survey }', ''])
      expect(asking('needs: job-analysis.respondents; at-least: 100', silent).related).toBeUndefined();
    expect(asking('needs: policy.covers.appeals', 'policy { covers: complaints }').related).toBeUndefined();
  });

  test('what it points to moves along with its words', () => {
    const text = `standard OUR-1 "Our rules" { clause S1 "One" { feature f "Enough" { needs: fee; at-least: 100 USD } } }
certification X "Thing" {\n  fee: 50 USD\n  accreditation { standard: OUR-1; status: seeking }\n}`;
    const project = projectOf({ 'a.cred': text });
    const line = () => project.findings('a.cred').find(({ rule }) => rule === 'our-1/S1')?.related?.[0]?.range.start.line;
    expect(line()).toBe(2);
    project.set('a.cred', text.replace('\ncertification', '\n\n\ncertification'), true);
    expect(line()).toBe(4);
  });

  test('what a rule has said is not said again', () => {
    const text = program(FULL.replace('100%', '90%'));
    expect(findingsOf(text).map(({ rule }) => rule)).toContain('alignment/weights-sum');
    expect(ids(text)).toEqual([]);
  });

  test('follows what the program says of itself', () => {
    expect(ids(program('status: developing'))).toEqual(['information our-1/S1', 'information our-1/S2', 'information our-1/open']);
    expect(ids(program('status: suspended'))).toEqual([]);
    expect(ids(program('', 'planned'))).toEqual([]);
    expect(ids(program('', 'seeking', 'program'))).toEqual([]);
    // The wrong crossing is one finding.
    expect(ids(program('', 'seeking', 'certificate'))).toEqual([]);
  });

  test('fixes add holes at their places; one fix adds all of a standard, apart from the features of the kind', () => {
    const text = program('job-analysis { method: survey }');
    const [first] = said(text);
    expect(first!.fixes.map(({ title }) => title)).toEqual(['Add what OUR-1 1 Study asks for']);
    expect(applyEdits(text, first!.fixes[0]!.edits())).toContain('job-analysis { conducted: ?; method: survey; summary-published: ? }');
    const project = projectOf({ 'a.cred': text });
    const file = CredFile.read('a.cred', text);
    const offered = (range: Finding['range']) => actions(file, project.fixable('a.cred'), { range }, project, project.host);
    const all = offered(first!.range).find(({ title }) => title.startsWith('Add what OUR-1 still asks for'))!;
    const after = applyEdits(text, all.edits);
    expect(said(after)).toEqual([]);
    expect(findingsOf(after).filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(after).not.toContain('  goal: ?');
    const head = offered(file.range(file.programs[0]!.headSpan)).find(({ title }) => title.startsWith('Add all missing features'))!;
    expect(applyEdits(text, head.edits)).toContain('goal: ?');
    expect(applyEdits(text, head.edits)).not.toContain('summary-published: ?');
  });

  test('one place can be told to be quiet; an id that silences nothing is reported', () => {
    const quiet = program('').replace('  accreditation', '  // cred-ignore our-1/S1, our-1/open: next year\n  accreditation');
    expect(ids(quiet)).toEqual(['information our-1/S2']);
    expect(ids(program('').replace('  accreditation', '  // cred-ignore our-1/*: next year\n  accreditation'))).toEqual([]);
    const unused = findingsOf(
      'certification X "Thing" {\n  // cred-ignore ncca-2021/S99: why\n  accreditation { standard: NCCA-2021; status: seeking }\n}',
    ).find(({ rule }) => rule === 'language/unused-ignore');
    expect(unused?.message).toContain('NCCA-2021 has no clause "S99".');
  });

  test('an ignore is not called unused because of a slip in the accreditation that it is for', () => {
    const text =
      'certification X "Thing" {\n  // cred-ignore our-1/S1, ncca-2021/*: next year\n  accreditation { standard: OUR-1; status: seeking }\n}';
    const rules = (accreditation: string): string[] =>
      findingsOf(`${STANDARD}\n${text.replace('standard: OUR-1; status: seeking', accreditation)}`)
        .map(({ rule }) => rule)
        .filter(rule => rule.startsWith('language/'));
    expect(rules('standard: OUR-11; status: seeking')).toEqual(['language/unresolved-reference']);
    expect(rules('standard: X; status: seeking')).toEqual(['language/wrong-reference']);
    expect(rules('standard: OUR-1; status: seekin')).toEqual(['language/unknown-word']);
    expect(rules('\n standard: OUR-11 // cred-ignore our-1/S2: later\n status: seeking')).toEqual(['language/unresolved-reference']);
    expect(rules('standard: OUR-1; status: seeking')).toEqual(['language/unused-ignore']);
    expect(rules('standard: OUR-1; status: planned')).toEqual(['language/unused-ignore']);
  });

  test('the settings of a project count', () => {
    const project = projectOf({ 'a.cred': program('') });
    project.host = {
      ...plainHost('2026-01-01'),
      severity: rule => (rule === 'our-1/S1' ? 'off' : rule === 'our-1/S2' ? 'error' : undefined),
    };
    expect(project.findings('a.cred').flatMap(({ rule, severity }) => (rule.startsWith('our-1') ? [`${severity} ${rule}`] : []))).toEqual([
      'error our-1/S2',
      'information our-1/open',
    ]);
  });
});

test('a standard that is held: one information that counts, none when nothing is left', () => {
  expect(said(program('', 'accredited')).map(({ message }) => message)).toEqual([
    'OUR-1: the description of "Thing" shows 0 of 3 clauses. One can be shown by documents only. Its readiness lists them clause by clause.',
  ]);
  expect(ids(program(FULL, 'accredited'))).toEqual([]);
});

test('a built-in standard has a page with a place for each clause', () => {
  const found = findingsOf('certification X "Thing" { accreditation { standard: NCCA-2021; status: seeking } }');
  expect(found.find(({ rule }) => rule === 'ncca-2021/S17')).toMatchObject({
    severity: 'warning',
    help: 'docs/standards/NCCA-2021.md#S17',
  });
});

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
