/** What to state next in a program, so that its path can be decided, or decided more firmly. */
import type { Program } from '../vocabulary/program.ts';
import type { Path } from './path.ts';
import type { Dimension } from './reasons.ts';
import { saysSomething } from './stated.ts';

/** The questions, the most informative first. Accreditation comes later, so it is not asked about. */
const QUESTIONS: readonly (readonly [Dimension, string])[] = [
  ['goal', 'State the goal: do participants acquire competence, or is competence validated that they bring with them?'],
  ['assessment', 'Describe the assessment: does it measure the outcomes of a course of yours, or does it stand apart from any course?'],
  ['instruction', 'Say whether it teaches: add its modules and intended learning outcomes, or the experience that people bring.'],
  ['award', 'State the award: a certificate, a designation, or a certificate of attendance?'],
  ['maintenance', 'Say whether holders keep it up, or whether it is valid for life.'],
  ['purpose', 'State the purpose: to build capacity, or to recognize competence?'],
];

/** Returns the sentence that asks about a dimension, if one does. */
export const questionOn = (dimension: Dimension): string | undefined => QUESTIONS.find(([one]) => one === dimension)?.[1];

export const OUTSIDE =
  'Degrees are granted by schools and licenses by governments, outside of these kinds. State what the program itself awards: a certificate, a designation, or a certificate of attendance.';

export const BALANCED =
  'What is stated points to a certificate program as much as to a certification. Settle the goal first: what does not follow from it belongs to another program.';

/** Returns the next things to state, each as a sentence. */
export function nextOf(path: Path, program: Program, stated: ReadonlySet<Dimension>): string[] {
  // A study of the role is a statement about the assessment, but the assessment itself is still to be described.
  const isKnown = (dimension: Dimension): boolean =>
    dimension === 'assessment' ? program.all('assessment').some(saysSomething) : stated.has(dimension);
  const open = QUESTIONS.filter(([dimension]) => !isKnown(dimension)).map(([, question]) => question);
  if (path === 'both')
    return [
      'Describe it as two programs: a certificate program for the course and its assessment, and a certification for the designation and its upkeep.',
    ];
  if (path === 'neither' && program.kind === 'attendance') return [];
  if (path === 'neither')
    return [
      'Add an assessment that people must pass, or declare it an attendance program.',
      ...open.filter(question => question !== QUESTIONS[1]![1] && question !== QUESTIONS[4]![1]),
    ];
  // A certificate usually has no maintenance, so none is missing.
  if (path === 'certificate') {
    const outcomes = program.all('outcome').some(saysSomething) ? [] : ['Name the intended learning outcomes.'];
    return [...open.filter(question => question !== QUESTIONS[4]![1]), ...outcomes];
  }
  // A certification usually has no instruction: candidates bring their competence instead.
  if (path === 'certification') {
    const missing = (kind: 'eligibility' | 'job-analysis', ask: string) => (program.all(kind).some(saysSomething) ? [] : [ask]);
    return [
      ...open.filter(question => question !== QUESTIONS[2]![1]),
      ...missing('eligibility', 'Say what people bring: the experience, education or training that is asked of them.'),
      ...missing('job-analysis', 'Describe the job analysis that the examination rests on.'),
    ];
  }
  return open;
}
