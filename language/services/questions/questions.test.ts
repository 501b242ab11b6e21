import { describe, expect, test } from 'vitest';
import { projectOf } from '../../../test/expect.ts';
import { applyEdits } from '../../findings/finding.ts';
import { type AnswerOutcome, answer, setAside } from './answer.ts';
import { type OpenQuestion, type QuestionContext, questionsOf } from './questions.ts';

const ORGANIZATION = 'organization ASM "Association of Small Museums" { legal-form: nonprofit }\n';

function open(
  text: string,
  others: Readonly<Record<string, string>> = {},
): { questions: readonly OpenQuestion[]; context: QuestionContext } {
  const project = projectOf({ 'a.cred': text, ...others });
  const file = project.file('a.cred')!;
  const context = { file, names: project, host: project.host };
  return { questions: questionsOf(file.programs[0]!, context), context };
}

/** The text after an answer to the question at the end of an id. */
function answered(text: string, id: string, input: string, others: Readonly<Record<string, string>> = { 'o.cred': ORGANIZATION }): string {
  const { questions, context } = open(text, others);
  const question = questions.find(one => one.id.endsWith(id));
  if (!question) throw new Error(`${id} is not among ${questions.map(one => one.id).join(', ')}`);
  return applied(text, answer(question, input, context));
}
function applied(text: string, given: AnswerOutcome): string {
  return 'edits' in given
    ? applyEdits(text, given.edits)
    : `! ${given.problem} ${given.suggestions.map(({ title }) => title).join('; ')}`.trim();
}
const certification = (body: string): string => `certification CMR "Museum Registrar" {\n${body}\n}\n`;

describe('which questions there are', () => {
  test('holes and missing features, in the order of development', () => {
    const { questions } = open(
      certification('  owner: ?\n  maintenance { cycle: ?; rationale: "So" }\n  assessment exam ? { passing-score: ? }'),
    );
    expect(questions.map(({ step, id }) => `${step} ${id}`)).toEqual([
      'plan CMR/goal',
      'plan CMR/purpose',
      'plan CMR/scope',
      'plan CMR/owner',
      'design CMR/certification/job-analysis/Add a job analysis',
      'design CMR/certification/safeguards/Add the policies and a register of holders',
      'design CMR/maintenance.1/cycle',
      'develop CMR/certification/award/Add an award',
      'develop CMR/exam/independent',
      'develop CMR/measurement/standard-setting-missing/Add a standard-setting study',
      'develop CMR/exam/title',
      'develop CMR/exam/passing-score',
    ]);
    const stages = questions.map(({ step }) => ['plan', 'design', 'develop', 'deliver', 'maintain'].indexOf(step));
    expect(stages).toEqual([...stages].sort((a, b) => a - b));
  });

  test('a question says what is asked, of what, and offers the words or names', () => {
    const { questions } = open(certification('  owner: ?\n  goal: ?'), { 'o.cred': ORGANIZATION });
    expect(questions.find(({ id }) => id === 'CMR/owner')).toMatchObject({
      prompt: 'Which organization owns the program?',
      about: '"Museum Registrar"',
      kind: 'reference',
      options: [{ label: 'Association of Small Museums', value: 'ASM', says: 'an organization' }],
    });
    expect(questions.find(({ id }) => id === 'CMR/goal')!.options.map(({ label }) => label)).toEqual([
      'Acquire competence',
      'Validate competence',
    ]);
  });

  test('a finished program has none, and another program of the file is not asked about', () => {
    const { questions } = open('certificate A "A" { goal: acquire-competence }\ncertification B "B" { goal: ? }\n');
    expect(questions.some(({ id }) => id.startsWith('B'))).toBe(false);
  });

  test('an id stays while something else is edited', () => {
    const text = certification('  goal: ?\n  assessment exam "E" { passing-score: ? }');
    const ids = open(text).questions.map(({ id }) => id);
    const after = open(answered(text, '/passing-score', '70%')).questions.map(({ id }) => id);
    expect(after).toEqual(ids.filter(id => !id.endsWith('/passing-score') && after.includes(id)));
  });
});

describe('what an answer writes', () => {
  test.each([
    ['goal: ?', 'goal', 'validate competence', 'goal: validate-competence'],
    ['goal: ?', 'goal', 'Validate competence', 'goal: validate-competence'],
    ['owner: ?', 'owner', 'Association of Small Museums', 'owner: ASM'],
    ['owner: ?', 'owner', 'asm', 'owner: ASM'],
    ['goal: ?', 'goal', 'validate', 'goal: validate-competence'],
    ['summary: ?', 'summary', 'Says "hello" to \\ all', 'summary: "Says \\"hello\\" to \\\\ all"'],
    ['summary: ?', 'summary', '"Already quoted"', 'summary: "Already quoted"'],
    ['website: ?', 'website', 'https://asm.example/a?b=c', 'website: "https://asm.example/a?b=c"'],
    ['launched: ?', 'launched', 'March 15, 2022', 'launched: 2022-03-15'],
    ['launched: ?', 'launched', '2022', 'launched: 2022'],
    ['maintenance { cycle: ? }', 'cycle', 'three years', 'maintenance { cycle: 3 years }'],
    ['maintenance { cycle: ? }', 'cycle', 'every 3 years', 'maintenance { cycle: 3 years }'],
    ['maintenance { ethics: ? }', 'ethics', 'Y', 'maintenance { ethics: yes }'],
    ['assessment exam "E" { passing-score: ? }', 'passing-score', '70 percent', 'assessment exam "E" { passing-score: 70% }'],
    ['assessment exam "E" { format: ? }', 'format', 'Multiple choice, essay', 'assessment exam "E" { format: multiple-choice, essay }'],
    ['assessment exam ? { items: 3 }', 'title', 'The "big" one', 'assessment exam "The \\"big\\" one" { items: 3 }'],
    ['occupations: ?', 'occupations', 'Registrar\nCurator', 'occupations: "Registrar", "Curator"'],
    ['eligibility { completes: ? }', 'completes', 'A course elsewhere', 'eligibility { completes: "A course elsewhere" }'],
  ])('%s: %s ← %s', (member, key, input, wanted) => {
    expect(answered(certification(`  ${member}`), `/${key}`, input)).toBe(certification(`  ${wanted}`));
  });

  test('a missing property is written where it belongs, with its value', () => {
    expect(answered(certification('  scope: broad'), 'CMR/goal', 'validate-competence')).toContain('\n  goal: validate-competence\n');
  });

  test('a missing block is added with its holes, which are asked next', () => {
    const text = certification('  scope: broad');
    const after = answered(text, 'Add a job analysis', 'yes');
    expect(after).toMatch(/job-analysis \{\s+conducted: \?\s+method: \?\s+\}/);
    expect(open(after).questions.map(({ id }) => id)).toEqual(
      expect.arrayContaining(['CMR/job-analysis.1/conducted', 'CMR/job-analysis.1/method']),
    );
    expect(answered(text, 'Add a job analysis', 'no')).toBe(text);
  });

  test('what cannot be meant is told, with what may be meant', () => {
    const text = certification('  owner: ?\n  goal: ?\n  launched: ?');
    expect(answered(text, '/goal', 'teach everybody')).toMatch(/^! /);
    expect(answered(text, '/launched', '2023-02-30')).toMatch(/^! 2023-02-30 is not in the calendar/);
    expect(answered(text, '/owner', 'Museum Guild')).toMatch(/^! .*Add organization MG in o\.cred$/);
    expect(answered(text, '/owner', 'Museum Guild', {})).toMatch(/^! .*Add organization MG$/);
    expect(answered(text, '/goal', '  ')).toMatch(/^! Nothing is typed yet/);
  });

  test('hostile answers stay within their text', () => {
    const evil = '" } certification X "Y" { goal: ? // ';
    const after = answered(certification('  summary: ?'), '/summary', evil);
    const { context } = open(after);
    expect(context.file.programs).toHaveLength(1);
    expect(context.file.programs[0]!.summary?.value).toBe(evil.trim());
    for (const input of ['} goal: x', 'a\nb: c', '/* x', '"', '"""', '\\', '?; goal: ?', '{'])
      for (const key of ['summary', 'goal', 'launched', 'owner']) expect(open(hostile(key, input)).context.file.programs).toHaveLength(1);
  });
  const hostile = (key: string, input: string): string => {
    const text = certification(`  ${key}: ?`);
    const after = answered(text, `/${key}`, input);
    return after.startsWith('! ') ? text : after;
  };
});

describe('what does not apply', () => {
  const aside = (text: string, id: string, reason: string): string => {
    const { questions, context } = open(text);
    return applied(text, setAside(questions.find(one => one.id.endsWith(id))!, reason, context));
  };
  test('a hole becomes a comment with the reason', () => {
    expect(aside(certification('  goal: ?\n  scope: broad'), '/goal', 'The board  decides\nlater')).toBe(
      certification('  // goal does not apply: The board decides later\n  scope: broad'),
    );
    expect(
      open(aside(certification('  maintenance { cycle: ?; ethics: yes }'), '/cycle', 'no */ term')).context.file.programs,
    ).toHaveLength(1);
  });
  test('a missing feature gets an ignore with the reason, and is asked no more', () => {
    const text = `${ORGANIZATION}${certification('  scope: broad')}`;
    const after = aside(text, 'Add a job analysis', 'Taken over from the former owner');
    expect(after).toContain('// cred-ignore certification/job-analysis: Taken over from the former owner');
    expect(open(after).questions.some(({ id }) => id.endsWith('Add a job analysis'))).toBe(false);
  });
  test('without a reason nothing is written', () => {
    expect(aside(certification('  goal: ?'), '/goal', ' ')).toMatch(/^! Say why/);
  });
});
