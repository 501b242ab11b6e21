import { describe, expect, test } from 'vitest';
import { findingsOf, projectOf } from '../../../test/expect.ts';
import { type Answers, isAnswer, nextQuestion, outcome, questions } from './choice.ts';

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

test.each(['_', 'TBD', 'Unknown', 'Xx'])('a title such as "%s" becomes no name that reads as "not known yet"', owner => {
  const { text } = outcome({ ...CERTIFICATION, title: owner, owner });
  expect(findingsOf(text).filter(({ severity }) => severity === 'error')).toEqual([]);
});

describe('who takes part and receives a certificate of attendance', () => {
  const ATTENDANCE: Answers = { ...CERTIFICATE, assessment: 'none', award: 'attendance' };
  test.each(['acquire', 'validate', 'open'])('has an attendance program, whatever the goal (%s) and the rest', goal => {
    for (const instruction of ['required', 'optional', 'none', 'open']) {
      for (const purpose of ['build', 'recognize', 'open']) {
        const { fits, verdict, text } = outcome({ ...ATTENDANCE, goal, instruction, purpose });
        expect([fits, verdict]).toEqual(['neither', 'It fits a certificate of attendance.']);
        expect(text).toMatch(/^attendance CWT "Certified Widget Technician" \{/m);
      }
    }
  });
  test('the award says that the course is all it asks for', () => {
    expect(outcome(ATTENDANCE).text).toMatch(/award attendance \? \{\n {4}type: attendance\n {4}requires: course\n/);
  });
});

describe('what was answered with no', () => {
  test('is written: in the program where it has a place, and in the comment above', () => {
    const { text } = outcome({ ...CERTIFICATE, discipline: 'no', risk: 'none' });
    expect(text).toMatch(/lifetime: yes/);
    expect(text).toMatch(/revocable: no/);
    expect(text).toMatch(/^\/\/ Do holders have to keep it up\? No, it stays valid\.$/m);
    expect(text).toMatch(/^\/\/ Is the public at risk, or does a license depend on it\? No, hardly\.$/m);
  });
  test('is not asked again', () => {
    const { next } = outcome({ ...CERTIFICATION, goal: 'open', purpose: 'open', instruction: 'none', award: 'open', maintenance: 'open' });
    expect(next.join(' ')).not.toMatch(/whether it teaches/);
    expect(next.join(' ')).toMatch(/State the award/);
  });
});

describe('answers that fit both kinds', () => {
  test('are asked how they are described', () => {
    const ids = questions(BOTH).map(({ id }) => id);
    expect(ids.indexOf('parts')).toBe(ids.indexOf('maintenance') + 1);
    for (const given of [CERTIFICATE, CERTIFICATION]) expect(questions(given).map(({ id }) => id)).not.toContain('parts');
  });
  test.each([
    ['Certified Widget Technician', 'acquire', 'certification CWT "Certified Widget Technician"', 'certificate CWT-course ?'],
    ['Widget Technician Certificate', 'validate', 'certificate WTC "Widget Technician Certificate"', 'certification WTC-designation ?'],
    ['Widget Board', 'validate', 'certification WB "Widget Board"', 'certificate WB-course ?'],
    ['Widget Basics', 'acquire', 'certificate WB "Widget Basics"', 'certification WB-designation ?'],
  ])('the title "%s" stays with the program that it names, and both have an award', (title, goal, named, other) => {
    const { text } = outcome({ ...BOTH, title, goal, award: 'designation' });
    expect(text).toContain(other);
    expect(text).toContain(named);
    expect(text).toMatch(/award certificate \? \{\n {4}type: certificate/);
    expect(text).toMatch(/award designation \? \{\n {4}type: designation/);
  });
  test('one program without letters is a certificate program of that title', () => {
    const { fits, text, next } = outcome({ ...BOTH, parts: 'certificate' });
    expect(fits).toBe('certificate');
    expect(text).toMatch(/^certificate CWT "Certified Widget Technician" \{/m);
    expect(text).not.toMatch(/designation|letters|separation|certification CWT/);
    expect(next.join(' ')).not.toMatch(/Settle/);
  });
  test('one program without the course is a certification of that title', () => {
    const { fits, text } = outcome({ ...BOTH, assessment: 'course', parts: 'certification' });
    expect(fits).toBe('certification');
    expect(text).toMatch(/^certification CWT "Certified Widget Technician" \{/m);
    expect(text).toMatch(/assessment exam \?/);
    expect(text).not.toMatch(/module|certificate|separation/);
  });
});

test.each([
  ['Certified Widget Technician', 'certified-widget-technician'],
  ['Registrar’s "Guild" & Friends', 'registrars-guild-friends'],
  ['  ', 'program'],
  ['Prüfung für Möbel', 'prüfung-für-möbel'],
  ['con', 'con-program'],
  ['A Certification for People Who Care About Very Long Titles of Programs', 'a-certification-for-people-who-care-about-very-long-titles'],
])('the file for "%s" is called %s', (title, name) => {
  expect(outcome({ ...CERTIFICATION, title }).fileName).toBe(name);
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
