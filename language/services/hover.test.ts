import { describe, expect, test } from 'vitest';
import { DAY, projectOf } from '../../test/expect.ts';
import { plainHost } from '../findings/host.ts';
import { RULES } from '../rules/index.ts';
import { CURRENCIES, UNITS } from '../vocabulary/units.ts';
import { hover } from './hover.ts';

const ORGANIZATION = 'organization ABWP "Board of *Widgets*" {\n  legal-form: nonprofit\n  body board "Council" { autonomous: yes }\n}\n';

/** The hover at the mark, and the words that it covers. */
function hoverAt(source: string, help?: (rule: string) => string): { markdown: string; words: string } | undefined {
  const offset = source.indexOf('<|>');
  const project = projectOf({ 'file:///p/a.cred': source.replace('<|>', ''), 'file:///p/my%20board.cred': ORGANIZATION });
  const file = project.file('file:///p/a.cred')!;
  const host = { ...plainHost(DAY), ...(help && { help }) };
  const found = hover(file, offset, project, host);
  return (
    found && { markdown: found.markdown, words: file.text.slice(file.lines.offset(found.range.start), file.lines.offset(found.range.end)) }
  );
}

const program = (body: string, kind = 'certification'): string => `${kind} CWT "Technician" {\n  ${body}\n}\n`;

describe('hover', () => {
  test('a kind: what it means, how the two kinds of program differ in it, who asks for it', () => {
    const found = hoverAt(program('job-ana<|>lysis { conducted: ? }'))!;
    expect(found.words).toBe('job-analysis');
    expect(found.markdown).toContain('**job-analysis**: a job analysis');
    expect(found.markdown).toMatch(
      /- In a certification: .+\n- In a certificate program: |- In a certificate program: .+\n- In a certification: /,
    );
    expect(found.markdown).toContain('Asked for by');
  });

  test('a name: what stands within it, by number', () => {
    const inner = 'outcome a "A"; outcome b "B"; policy p "P" { }; assessment t "T" { measures: a }';
    const found = hoverAt(`certificate LG "Labels" { ${inner} }\n${program('eligibility { holds: L<|>G }')}`)!;
    expect(found.markdown).toContain('Describes 2 intended learning outcomes, 1 policy and 1 assessment.');
  });

  test('a key: what it means, how it is written, its words', () => {
    const found = hoverAt(program('go<|>al: ?'))!;
    expect(found.words).toBe('goal');
    expect(found.markdown).toContain('**goal** of a certification');
    expect(found.markdown).toContain('- `validate-competence`: ');
    expect(found.markdown).toContain('Asked for by');
    expect(hoverAt(program('launch<|>ed: 2020'))!.markdown).toContain('a date such as');
    expect(hoverAt(program('own<|>er: ABWP'))!.markdown).toContain('the name of an organization');
  });

  test('a word', () => {
    const found = hoverAt(program('goal: validate-<|>competence'))!;
    expect(found.words).toBe('validate-competence');
    expect(found.markdown).toContain('**validate-competence**: Candidates show');
    expect(found.markdown).toContain('In a certificate program:');
    expect(hoverAt(program('academic-credit: n<|>o'))!.markdown).toContain('credit towards an academic degree');
    expect(hoverAt(program('assessment { passing-score: unpub<|>lished }'))!.markdown).toContain('**unpublished**: It is set');
  });

  test('a reference to another file: title escaped, kind, where, what it says', () => {
    const { markdown, words } = hoverAt(program('owner: AB<|>WP'))!;
    expect(words).toBe('ABWP');
    expect(markdown).toContain('**ABWP**: Board of \\*Widgets\\*');
    expect(markdown).toContain('An organization, in [my board.cred, line 1](file:///p/my%20board.cred#L1)');
    expect(markdown).toContain('- Legal form: nonprofit');
    expect(markdown).toContain('Holds 1 governing body.');
  });

  test('a reference within the file says the properties as written', () => {
    const { markdown } = hoverAt(
      program('domain safety "Working <b>safely</b>" { weight: 25%; items: ? }\n  assessment exam { measures: saf<|>ety }'),
    )!;
    expect(markdown).toContain('**safety**: Working \\<b\\>safely\\</b\\>');
    expect(markdown).toContain('A domain, line 2; from elsewhere `CWT.safety`.');
    expect(markdown).toContain('- Weight: 25%');
    expect(markdown).toContain('- Items: not known yet');
  });

  test('each part of a dotted name by itself', () => {
    const award = (name: string): string => program(`assessment exam "Examination" {}\n  award { requires: ${name} }`);
    expect(hoverAt(award('CWT.ex<|>am'))).toMatchObject({ words: 'exam', markdown: expect.stringContaining('**exam**: Examination') });
    expect(hoverAt(award('C<|>WT.exam'))).toMatchObject({ words: 'CWT', markdown: expect.stringContaining('**CWT**: Technician') });
    expect(hoverAt(award('CWT.oth<|>er'))).toBeUndefined();
  });

  test('a standard: publisher, edition, dates', () => {
    const { markdown } = hoverAt(program('accreditation { standard: ISO-17024-<|>2012 }'))!;
    expect(markdown).toContain('A standard, built in.');
    expect(markdown).toContain('- Publisher: International Organization');
    expect(markdown).toContain('- Edition: ISO/IEC 17024:2012');
    expect(markdown).toContain('- Withdrawn: 2026-04-01');
    expect(markdown).toContain('- Superseded by: ISO-17024-2026');
    expect(markdown).toContain('- Website: <https://www.iso.org>');
    expect(markdown).toContain('- Transition until: not known yet');
    expect(hoverAt(program('evidence { supports: NCCA-2021.S1<|>4 }'))!.markdown).toContain('**NCCA-2021.S14**: 14, Job Analysis');
  });

  test('the name of a block', () => {
    expect(hoverAt('certification C<|>WT "Technician" { goal: ? }')!.markdown).toContain('- Goal: not known yet');
  });

  test('units and currencies', () => {
    expect(hoverAt(program('maintenance { continuing-education: 6 CE<|>Us }'))).toMatchObject({
      words: 'CEUs',
      markdown: expect.stringContaining('1 CEU = 10 contact-hours'),
    });
    for (const unit of UNITS)
      expect(hoverAt(program(`maintenance { continuing-education: 2 <|>${unit.plurals[0]} }`))!.markdown).toContain(unit.says);
    expect(hoverAt(program('fee: 450 US<|>D'))!.markdown).toBe('**USD**: US Dollar (ISO 4217).');
    expect(CURRENCIES.has('USX')).toBe(false);
    expect(hoverAt(program('fee: 450 US<|>X'))).toBeUndefined();
  });

  test('a hole says what is to come', () => {
    const { markdown, words } = hoverAt(program('goal: <|>?'))!;
    expect(words).toBe('?');
    expect(markdown).toContain('**Not known yet.** What is to come: `goal` of a certification.');
    expect(markdown).toContain('- `validate-competence`');
    expect(hoverAt(program('outcome one <|>?'))!.markdown).toContain('The title of an intended learning outcome is to come.');
  });

  test('a month and a year are spans of days', () => {
    expect(hoverAt(program('launched: 2024-0<|>2'))!.markdown).toBe('Any day from 2024-02-01 to 2024-02-29.');
    expect(hoverAt(program('launched: 2024-02-<|>01'))).toBeUndefined();
  });

  test('a rule in an ignore', () => {
    const rule = RULES.find(one => one.id === 'certification/goal')!;
    const found = hoverAt(program('// cred-ignore language/hole, certification/go<|>al: not ours'), id => `https://cred.example/${id}`)!;
    expect(found.words).toBe('certification/goal');
    expect(found.markdown).toContain(rule.title);
    expect(found.markdown).toContain('(<https://cred.example/certification/goal>)');
    expect(hoverAt(program('// cred-ignore certif<|>ication/*: x'))!.markdown).toContain(rule.title);
    expect(hoverAt(program('// cred-ignore certification/goal: language/ho<|>le'))).toBeUndefined();
    expect(hoverAt(program('// see certification/go<|>al'))).toBeUndefined();
  });

  test('a path of a feature, part by part', () => {
    const feature = (path: string): string => `standard S "S" { clause C "C" { feature F "F" { needs: ${path} } } }`;
    expect(hoverAt(feature('job-<|>analysis.method.survey'))!.markdown).toContain('**job-analysis**');
    expect(hoverAt(feature('job-analysis.meth<|>od.survey'))!.markdown).toContain('**method** of a job analysis');
    expect(hoverAt(feature('job-analysis.method.sur<|>vey'))!.markdown).toContain('**survey**:');
    expect(hoverAt(feature('assessment.standard-<|>setting.method'))!.markdown).toContain('**standard-setting**');
    expect(hoverAt(feature('assessment.format; each: assess<|>ment'))!.markdown).toContain('**assessment**');
  });

  test.each([
    program('<|>'),
    program('summary: "go<|>al"'),
    program('nonsense: yes<|>'),
    program('owner: Nob<|>ody'),
    'nons<|>ense',
    program('{<|>'),
  ])('nothing to say: %j', source => {
    expect(hoverAt(source)).toBeUndefined();
  });
});
