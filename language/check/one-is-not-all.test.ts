/** Tests for features that seem to be met and are not: one block instead of all, something similar, or another program's block. */
import { describe, expect, test } from 'vitest';
import { projectOf } from '../../test/expect.ts';
import { GOOD_CERTIFICATE, GOOD_CERTIFICATION } from '../../test/good-programs.ts';
import { leavesOf } from '../analysis/judging/readiness.ts';
import { standardNamed } from '../standards/index.ts';
import { readiness } from './readiness.ts';

/** Returns the status of a clause and what it lacks. */
function clauseOf(text: string, path: string): { status: string; missing: string[] } {
  const project = projectOf({ 'a.cred': text });
  const file = project.file('a.cred')!;
  const [standard, name] = path.split('.') as [string, string];
  const { clauses } = readiness(file.programs[0]!, standardNamed(standard)!, { file, names: project, host: project.host });
  const { status, features } = clauses.flatMap(leavesOf).find(one => one.name === name)!;
  return { status, missing: features.filter(one => one.status !== 'shown').map(one => one.path.slice(path.length + 1)) };
}
/** Something more, or something else, in a program that is in good order. */
const more = (text: string, members: string): string => text.replace(/\n\}$/, `\n${members}\n}`);
const instead = (text: string, old: string, other: string): string => {
  expect(text).toContain(old);
  return text.replaceAll(old, other);
};

describe('a certification in good order meets it; not so', () => {
  test.each([
    ['a route without a rationale', 'NCCA-2021.S7', 'rationale', more(GOOD_CERTIFICATION, 'eligibility "School" { education: bachelor }')],
    [
      'one whose rationale is still to come',
      'NCCA-2021.S7',
      'rationale',
      more(GOOD_CERTIFICATION, 'eligibility "School" { education: bachelor; rationale: ? }'),
    ],
    [
      'a form without reliability',
      'NCCA-2021.S23',
      'reliability',
      more(GOOD_CERTIFICATION, 'results { period: 2024; form: "B"; candidates: 40; passed: 30 }'),
    ],
    [
      'an examination without reliability',
      'NCCA-2021.S20',
      'reliability',
      more(
        GOOD_CERTIFICATION,
        'assessment oral "Oral" { measures: a; format: oral; rubric: "rubric.pdf"; decision-consistency: 0.9 }',
      ).replace('reliability: 0.9; standard-error: 3 }', 'standard-error: 3 }'),
    ],
    ['an examination without a level', 'NCCA-2021.S15', 'level', instead(GOOD_CERTIFICATION, 'level: entry; ', '')],
    ['a rubric for the oral', 'NCCA-2021.S16', 'rubrics', more(GOOD_CERTIFICATION, 'assessment oral "Oral" { format: oral }')],
    [
      'a panel of which nobody knows whom it represents',
      'NCCA-2021.S13',
      'represents',
      more(GOOD_CERTIFICATION, 'panel p "P" { size: 8 }'),
    ],
    [
      'a survey that almost nobody answered',
      'NCCA-2021.S14',
      'respondents',
      instead(GOOD_CERTIFICATION, 'respondents: 500', 'respondents: 3; invited: 4200'),
    ],
    [
      'a study of twenty years ago whose next one is overdue',
      'NCCA-2021.S14',
      'current',
      instead(GOOD_CERTIFICATION, 'conducted: 2024-02', 'conducted: 2004-02').replace('next-due: 2029-02', 'next-due: 2009-02'),
    ],
    [
      'items that do not follow the weights',
      'NCCA-2021.S15',
      'weights',
      instead(GOOD_CERTIFICATION, 'weight: 60%', 'weight: 60%; items: 10').replace('weight: 40%', 'weight: 40%; items: 40'),
    ],
    [
      'a rubric where performance is judged beside questions',
      'NCCA-2021.S16',
      'rubrics',
      more(
        GOOD_CERTIFICATION,
        'assessment bench "Bench" { format: multiple-choice, performance; written-by: writers; form-assembly: fixed }',
      ),
    ],
    [
      'an open route without the examination',
      'NCCA-2021.S8',
      'same',
      more(GOOD_CERTIFICATION, 'eligibility "First" { experience: 9 years; waives: exam; rationale: "They began it" }'),
    ],
    ['figures of ten years ago', 'NCCA-2021.S23', 'volume', instead(GOOD_CERTIFICATION, 'period: 2024', 'period: 2015')],
    [
      'the reliability of ten years ago',
      'NCCA-2021.S20',
      'reliability',
      instead(GOOD_CERTIFICATION, 'period: 2024', 'period: 2015').replace('reliability: 0.9; reliability-method', 'reliability-method'),
    ],
    [
      'one result for two examinations',
      'NCCA-2021.S20',
      'reliability',
      more(GOOD_CERTIFICATION, 'assessment second "Second" { format: multiple-choice; standard-error: 3; decision-consistency: 0.9 }'),
    ],
    ['a review whose day nobody knows', 'NCCA-2021.S20', 'review', instead(GOOD_CERTIFICATION, 'conducted: 2025-02; every', 'every')],
    ['a review of twenty years ago', 'NCCA-2021.S20', 'review', instead(GOOD_CERTIFICATION, 'conducted: 2025-02', 'conducted: 2005-02')],
    ['a policy that is written nowhere', 'NCCA-2021.S7', 'written', more(GOOD_CERTIFICATION, 'policy { covers: appeals }')],
    ['a domain without tasks', 'NCCA-2021.S15', 'elements', more(GOOD_CERTIFICATION, 'domain c "C" { weight: 0% }')],
    [
      'a day for the next study that has passed',
      'NCCA-2021.S17',
      'again',
      instead(GOOD_CERTIFICATION, 'next-due: 2029-06', 'next-due: 2019-06'),
    ],
    [
      'an examination that tells those who fail nothing else',
      'NCCA-2021.S19',
      'failing',
      more(GOOD_CERTIFICATION, 'assessment oral "Oral" { format: oral; score-report: pass-fail }'),
    ],
    [
      'a renewal that asks for nothing',
      'NCCA-2021.S21',
      'requirements',
      more(GOOD_CERTIFICATION, 'maintenance { cycle: 3 years; fee: 9 USD; rationale: "R" }'),
    ],
    ['a vendor without an agreement', 'ISO-17024-2026.C6-3', 'agreements', instead(GOOD_CERTIFICATION, 'agreement: yes', 'agreement: no')],
    ['a second vendor without one', 'ISO-17024-2026.C6-3', 'agreements', more(GOOD_CERTIFICATION, 'vendor "Other" { does: scoring }')],
    [
      'decisions that are not kept apart from one course',
      'ISO-17024-2026.C9-4',
      'decisions',
      more(GOOD_CERTIFICATION, 'separation { decisions: no }'),
    ],
    [
      'an award that cannot be withdrawn',
      'ISO-17024-2026.C9-5',
      'revocable',
      more(GOOD_CERTIFICATION, 'award "Card" { type: card; revocable: no }'),
    ],
    [
      'material that candidates must buy, though no course is described',
      'NCCA-2021.S3',
      'material',
      instead(GOOD_CERTIFICATION, 'purchase-required: no', 'purchase-required: yes'),
    ],
    [
      'a promise that people will pass, though no course is described',
      'NCCA-2021.S3',
      'promises',
      instead(GOOD_CERTIFICATION, 'pass-guarantee: no', 'pass-guarantee: yes'),
    ],
    ['an examination without a study', 'NCCA-2021.S17', 'study', more(GOOD_CERTIFICATION, 'assessment oral "Oral" { format: oral }')],
  ])('%s', (_, path, feature, text) => {
    const before = clauseOf(GOOD_CERTIFICATION, path);
    expect(before.missing).toEqual([]);
    const after = clauseOf(text, path);
    expect(after.status).not.toBe('met');
    expect(after.missing).toContain(feature);
  });

  test('a level stands for nothing else: audience and scope do not show it', () => {
    expect(clauseOf(instead(GOOD_CERTIFICATION, 'level: entry; ', ''), 'NCCA-2021.S15').missing).toEqual(['level']);
  });
});

test('that somebody watches does not show that they are trained for it; a document does', () => {
  expect(clauseOf(GOOD_CERTIFICATION, 'NCCA-2021.S18')).toEqual({ status: 'partly met', missing: ['trained'] });
  const attested = more(GOOD_CERTIFICATION, 'evidence { supports: NCCA-2021.S18; document: "proctors.pdf" }');
  expect(clauseOf(attested, 'NCCA-2021.S18').status).toBe('attested');
});

describe('what does not count', () => {
  test('a route that is closed, or that is only advised', () => {
    for (const route of ['until: 2020', 'applies: advised'])
      expect(clauseOf(more(GOOD_CERTIFICATION, `eligibility "Old" { ${route}; education: none }`), 'NCCA-2021.S7').missing).toEqual([]);
  });

  test('a route without the examination that is closed', () => {
    const text = more(GOOD_CERTIFICATION, 'eligibility "First" { experience: 9 years; waives: exam; until: 2020; rationale: "R" }');
    expect(clauseOf(text, 'NCCA-2021.S8').status).toBe('met');
  });

  test('a form that was retired', () => {
    const text = more(GOOD_CERTIFICATION, 'results { period: 2019; form: "A"; candidates: 40 }');
    expect(clauseOf(text, 'NCCA-2021.S23').status).toBe('met');
  });

  test('a rubric for answers that a key scores', () => {
    const text = more(
      GOOD_CERTIFICATION,
      'assessment second "Second" { format: multiple-choice; written-by: writers; form-assembly: linear-on-the-fly }',
    );
    expect(clauseOf(text, 'NCCA-2021.S16').status).toBe('met');
    const open = text.replace('format: multiple-choice; written-by: writers; form', 'format: ?; written-by: writers; form');
    expect(clauseOf(open, 'NCCA-2021.S16')).toEqual({ status: 'partly met', missing: ['rubrics', 'raters'] });
  });

  test('several results, each of the examination that it names', () => {
    const text = more(
      GOOD_CERTIFICATION,
      'assessment second "Second" { format: multiple-choice; standard-error: 3; decision-consistency: 0.9 }\n results { period: 2025; form: "Second"; reliability: 0.8 }',
    );
    expect(clauseOf(text, 'NCCA-2021.S20').status).toBe('met');
  });

  test('an advisory group that does not speak for others, beside a panel that does', () => {
    expect(clauseOf(GOOD_CERTIFICATE, 'ASTM-E2659-2024.C5-2-1').missing).toEqual([]);
    const text = instead(GOOD_CERTIFICATE, 'purpose: advisory; represents: "Employers, learners"; ', 'purpose: advisory; ');
    expect(clauseOf(text, 'ASTM-E2659-2024.C5-2-1').missing).toEqual(['represents']);
  });

  test.each(['lapsed', 'planned', 'accredited; expires: 2019-05'])('an accreditation that is %s', status => {
    const text = instead(GOOD_CERTIFICATE, 'evaluation {', `accreditation { standard: ICE-1100-2019; status: ${status} }\n evaluation {`);
    const bare = text.replace('conducted: 2025-02; every', 'every').replace('third-parties, quality,', 'third-parties,');
    expect(clauseOf(bare, 'EU-MICRO-2022.quality-assurance').status).toBe('missing');
  });

  test.each(['completes: "Any course"', 'passes: exam', 'ethics: yes'])('renewal that asks for %s', asked => {
    const text = instead(GOOD_CERTIFICATION, 'continuing-education: 60 hours; ethics: yes', asked);
    expect(clauseOf(text, 'NCCA-2021.S21').status).toBe('met');
  });

  test('an older result of the same form', () => {
    const text = more(GOOD_CERTIFICATION, 'results { period: 2020; candidates: 40; passed: 30 }');
    expect(clauseOf(text, 'NCCA-2021.S23').missing).toEqual([]);
  });
});

describe('a policy of the owner counts for the programs that it is for', () => {
  const owned = (policy: string): string =>
    `${GOOD_CERTIFICATE.replace('appeals, complaints, confidentiality', 'confidentiality').replace('organization O "Owner" {', `organization O "Owner" { ${policy}; `)}
certification CWT "Widget Technician" { owner: O; assessment exam "CWT examination" { independent: yes } }`;
  const missing = (policy: string): string[] => clauseOf(owned(policy), 'ASTM-E2659-2024.C5-2-1').missing;
  const says = 'covers: appeals, complaints; document: "a.pdf"';

  test('for all where it names none, and for those that it names', () => {
    expect(missing(`policy { ${says} }`)).toEqual([]);
    expect(missing(`policy { for: X; ${says} }`)).toEqual([]);
    expect(missing(`policy { for: X, CWT; ${says} }`)).toEqual([]);
  });
  test('not for others', () => expect(missing(`policy { for: CWT; ${says} }`)).toEqual(['appeals']));
  test('not where its title names an examination of another kind', () => {
    expect(missing(`policy "Appeals of the CWT examination" { ${says} }`)).toEqual(['appeals']);
    expect(missing(`policy "Appeals for Widget Technician candidates" { ${says} }`)).toEqual(['appeals']);
    expect(missing(`policy "Appeals" { ${says} }`)).toEqual([]);
  });
});

describe('a program that seeks a standard and says hardly anything is warned', () => {
  const warned = (standard: string, kind = 'certification'): string[] => {
    const text = `organization O "Owner" { legal-form: nonprofit }
${kind} X "Thing" { owner: O; purpose: ${kind === 'certification' ? 'recognize-competence' : 'build-capacity'}; scope: broad
accreditation { standard: ${standard}; status: seeking } }`;
    return projectOf({ 'a.cred': text })
      .findings('a.cred')
      .filter(({ rule, severity }) => severity === 'warning' && rule.startsWith(`${standard.toLowerCase()}/`))
      .map(({ rule }) => rule.slice(standard.length + 1));
  };

  test('without governing body, policies, register or reliability', () => {
    expect(warned('NCCA-2021')).toEqual(expect.arrayContaining(['S2', 'S6', 'S7', 'S9', 'S10', 'S11', 'S12', 'S20', 'S22']));
    expect(warned('ISO-17024-2026')).toEqual(expect.arrayContaining(['C4-2', 'C4-3', 'C6-5', 'C7-2', 'C7-3', 'C7-4', 'C9-8', 'C9-9']));
    expect(warned('ASTM-E2659-2024', 'certificate')).toEqual(expect.arrayContaining(['C5-2-1', 'C5-1-3']));
  });

  test('and never told that the document may not ask for it', () => {
    const text = 'certification X "Thing" { accreditation { standard: NCCA-2021; status: seeking } }';
    const messages = projectOf({ 'a.cred': text })
      .findings('a.cred')
      .filter(({ rule }) => rule.startsWith('ncca-2021/'))
      .map(({ message }) => message);
    expect(messages.length).toBeGreaterThan(15);
    for (const message of messages) expect(message).not.toMatch(/not known to ask|practice of the field/);
    // Cut at 60 characters they can still be told apart.
    expect(new Set(messages.map(message => message.slice(0, 60))).size).toBe(messages.length);
  });
});
