import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findingsOf, projectOf } from '../../../test/expect.ts';
import { CredFile } from '../../model/file.ts';
import { format } from '../../services/format.ts';
import { pathOf } from '../path.ts';
import { type Answers, isAnswer, nextQuestion, outcome, questions } from './choice.ts';

/** Answers to all that is asked, one after the other, as a person gives them. */
const answered = fc
  .tuple(
    fc.array(fc.nat(), { minLength: 14, maxLength: 14 }),
    fc.string({ unit: 'grapheme', maxLength: 20 }),
    fc.string({ unit: 'grapheme', maxLength: 12 }),
  )
  .map(([picks, title, owner]) => {
    const given: Record<string, string> = {};
    for (let i = 0; ; i++) {
      const question = nextQuestion(given);
      if (!question) return given;
      given[question.id] =
        question.kind === 'text' ? (question.id === 'title' ? title : owner) : question.answers[picks[i]! % question.answers.length]!.id;
    }
  });

const CERTIFICATION: Answers = {
  title: 'Certified Widget Technician',
  owner: 'American Board of Widget Professionals',
  goal: 'validate',
  purpose: 'recognize',
  instruction: 'none',
  assessment: 'role',
  award: 'designation',
  maintenance: 'yes',
};
const CERTIFICATE: Answers = {
  ...CERTIFICATION,
  goal: 'acquire',
  purpose: 'build',
  instruction: 'required',
  assessment: 'course',
  award: 'certificate',
  maintenance: 'no',
};
const BOTH: Answers = { ...CERTIFICATION, instruction: 'required', assessment: 'both', award: 'both' };

describe('the path', () => {
  test.each([
    ['certification', CERTIFICATION],
    ['certificate', CERTIFICATE],
    ['both', BOTH],
    ['neither', { ...CERTIFICATE, assessment: 'none', award: 'attendance' }],
    [
      'undecided',
      { title: 'X', owner: '', goal: 'open', purpose: 'open', instruction: 'open', assessment: 'open', award: 'open', maintenance: 'open' },
    ],
  ] as const)('%s', (path, given) => {
    const { fits, text, further } = outcome(given);
    expect(fits).toBe(path);
    expect(further.length).toBeGreaterThan(1);
    expect(further.every(({ url }) => url.startsWith('https://'))).toBe(true);
    expect(findingsOf(text).filter(({ severity }) => severity === 'error')).toEqual([]);
  });

  test('both are two programs of one owner, kept apart', () => {
    const { text } = outcome(BOTH);
    expect(text).toMatch(/organization ABWP [\s\S]*separation \{\n {4}between: CWT-course, CWT\n {4}staff: \?/);
    expect(text).toMatch(/\ncertificate CWT-course \? \{[\s\S]*\ncertification CWT "Certified Widget Technician" \{/);
  });

  test('reasons are told in the words of the questions, not by names that nobody has given', () => {
    const { reasons } = outcome(BOTH);
    expect(reasons.map(({ because }) => because)).toContain('Does it teach? Yes, everybody takes the course.');
    expect(reasons.filter(({ dimension }) => dimension === 'assessment').map(({ pointsTo }) => pointsTo)).toEqual([
      'certificate',
      'certification',
    ]);
  });

  test('what comes next is what the written file asks for', () => {
    expect(outcome(BOTH).next).toEqual([
      expect.stringMatching(/^Say for each point of the "separation"/),
      expect.stringMatching(/^Give the certificate program a title of its own/),
    ]);
    expect(outcome({ ...BOTH, owner: '' }).next[0]).toMatch(/^Describe the organization that offers both/);
    expect(outcome({ ...CERTIFICATE, assessment: 'none', award: 'attendance', maintenance: 'open' }).next).toEqual([]);
    expect(outcome(CERTIFICATION).next).toEqual([expect.stringMatching(/^Say what people bring/), expect.stringMatching(/job analysis/)]);
  });

  test('answers that point elsewhere are to be settled', () => {
    const settle = /^Settle the answers that point elsewhere/;
    expect(outcome({ ...CERTIFICATE, award: 'designation' }).next[0]).toMatch(settle);
    expect(outcome({ ...CERTIFICATION, maintenance: 'no' }).next[0]).toMatch(settle);
    for (const given of [CERTIFICATION, CERTIFICATE, BOTH]) expect(outcome(given).next.join()).not.toMatch(/Settle/);
  });

  test('an award for which nothing must be passed, and that is none for attendance, is to be settled first', () => {
    const { fits, confidence, next, text } = outcome({ ...CERTIFICATION, assessment: 'none' });
    expect([fits, confidence, next[0]]).toEqual(['undecided', 0, expect.stringMatching(/^Where nobody has to pass anything/)]);
    expect(text).toMatch(/^program CWT/m);
    expect(outcome({ ...CERTIFICATE, assessment: 'none' }).fits).toBe('neither');
  });

  test('no kind is called better', () => {
    const said = JSON.stringify([questions({}), ...[CERTIFICATION, CERTIFICATE, BOTH].map(given => outcome(given))]);
    expect(said).not.toMatch(/\b(better|superior|inferior|upgrade|downgrade|merely|only a)\b/i);
  });
});

test('the written file is in order, whatever was answered, and points where the answers point', () => {
  fc.assert(
    fc.property(answered, given => {
      const { fits, text } = outcome(given);
      const file = CredFile.read('file:///a.cred', text);
      expect(format(file), text).toEqual([]);
      const slips = findingsOf(text).filter(({ rule, severity }) => rule.startsWith('language/') && severity === 'error');
      expect(slips, text).toEqual([]);
      const paths = file.programs.map(program => pathOf(program, file, { top: () => [], all: [], owned: () => [] }).path);
      if (fits === 'both') expect(file.programs.map(({ kind }) => kind)).toEqual(['certificate', 'certification']);
      // That nothing must be passed is known from the answers alone.
      else if (given.assessment !== 'none' || fits !== 'undecided') expect(paths, text).toEqual([fits]);
    }),
    { numRuns: 300 },
  );
});

describe('what one can carry', () => {
  const ASKED = ['people', 'risk', 'discipline', 'means'];
  test('is asked where something is to be passed and held', () => {
    const ids = (given: Answers): string[] => questions(given).map(({ id }) => id);
    expect(ids(CERTIFICATION)).toEqual(expect.arrayContaining(ASKED));
    const asksLess: readonly Answers[] = [{ award: 'attendance' }, { assessment: 'none' }];
    for (const given of asksLess) expect(ids(given).filter(id => ASKED.includes(id))).toEqual([]);
  });
  test('each answer but an open one says what it means', () => {
    for (const { answers } of questions({}).filter(({ id }) => ASKED.includes(id)))
      for (const { id, means } of answers) expect(means, id).toEqual(id === 'open' ? undefined : expect.stringMatching(/\.$/));
  });
  test('is told beside the path, and does not change it', () => {
    const few = outcome({ ...CERTIFICATION, people: 'few', risk: 'none', discipline: 'no', means: 'year' });
    expect(few.fits).toBe('certification');
    expect(few.means).toHaveLength(4);
    expect(few.means[0]).toMatch(/^With few people/);
    expect(outcome(CERTIFICATION).means).toEqual([]);
  });
});

test('what was not said is a hole', () => {
  const { text } = outcome({ ...CERTIFICATION, goal: 'open', owner: '  ' });
  expect(text).toContain('goal: ?');
  expect(text).toContain('owner: ?');
  expect(text).not.toContain('organization');
});

test('questions come in order, and only those that apply', () => {
  expect(questions({}).map(({ id }) => id)).toEqual([
    'title',
    'owner',
    'goal',
    'purpose',
    'instruction',
    'assessment',
    'award',
    'maintenance',
    'people',
    'risk',
    'discipline',
    'means',
  ]);
  expect(questions({ award: 'attendance' }).map(({ id }) => id)).not.toContain('maintenance');
  expect(nextQuestion({ title: 'X' })?.id).toBe('owner');
  const goal = questions({}).find(({ id }) => id === 'goal')!;
  expect([isAnswer(goal, 'acquire'), isAnswer(goal, 'fly')]).toEqual([true, false]);
});

describe('in a project that describes programs already', () => {
  const written = (given: Answers): ReturnType<typeof projectOf> => {
    const project = projectOf({});
    for (const [i, title] of ['Certified Widget Technician', 'Certified Widget Trainer'].entries())
      project.set(`${i}.cred`, outcome({ ...given, title }, project).text, true);
    return project;
  };
  const errors = (project: ReturnType<typeof projectOf>): string[] =>
    project.uris.flatMap(uri => project.findings(uri).flatMap(({ rule, severity }) => (severity === 'error' ? [rule] : [])));

  test.each([
    ['certification', CERTIFICATION],
    ['both', BOTH],
  ])('a second %s of the same owner names the owner that is there, and takes a free name', (_, given) => {
    const project = written(given);
    expect(errors(project)).toEqual([]);
    expect(project.text('1.cred')).not.toContain('organization ');
    expect(project.text('1.cred')).toMatch(/certification CWT-2 "Certified Widget Trainer" \{\n {2}owner: ABWP\n/);
  });

  test('programs that are both say in one of them how they are kept apart', () => {
    expect(written(BOTH).text('1.cred')).toContain('between: CWT-2-course, CWT-2\n');
  });

  test('another owner whose short name is taken gets another', () => {
    const project = projectOf({ 'a.cred': 'organization ABWP "Assembly of Boat and Wherry Pilots"' });
    project.set('b.cred', outcome(CERTIFICATION, project).text, true);
    expect(errors(project)).toEqual([]);
    expect(project.text('b.cred')).toContain('organization ABWP-2 "American Board of Widget Professionals"');
  });
});

test('a course that nobody has to take, with a test and a certificate of its own beside the designation, is a program of its own', () => {
  const { fits, text } = outcome({ ...BOTH, instruction: 'optional' });
  expect(fits).toBe('both');
  expect(findingsOf(text).filter(({ severity }) => severity === 'error')).toEqual([]);
  expect(text).not.toContain('required:');
});
