/** What is said of the clauses of a standard that a program seeks or holds. */
import { describe, expect, test } from 'vitest';
import { findingsOf, projectOf, shown } from '../../test/expect.ts';
import { STANDARD } from '../../test/own-standard.ts';
import { applyEdits, type Finding } from '../findings/finding.ts';
import { plainHost } from '../findings/host.ts';
import { CredFile } from '../model/file.ts';
import { actions } from '../services/actions.ts';

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
