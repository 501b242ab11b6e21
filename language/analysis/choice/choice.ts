/** The guided choice: it turns answers into the fitting path, the reasons, further reading, and a file to start from. */
import { CredFile } from '../../model/file.ts';
import type { Names } from '../../model/scope.ts';
import type { Program } from '../../vocabulary/program.ts';
import { type Path, type PathFit, pathOf } from '../path.ts';
import { type Reading, readingForPath } from '../reading.ts';
import type { Dimension, PointsTo } from '../reasons.ts';
import { type Answers, questions } from './questions.ts';
import { textFor, undecidedText } from './text.ts';

export { type Answer, type Answers, isAnswer, nextQuestion, type Question, questions } from './questions.ts';

/** The result of the guided choice. */
export interface ChoiceOutcome {
  readonly fits: Path;
  /** From 0 to 1. */
  readonly confidence: number;
  /** The reasons in the words of the questions and answers, each a sentence. */
  readonly reasons: readonly { readonly dimension: Dimension; readonly pointsTo: PointsTo; readonly because: string }[];
  /** The fitting path and its meaning, in plain words. */
  readonly summary: string;
  /** What the answers mean for what the author can sustain, each a sentence. */
  readonly means: readonly string[];
  /** What to state next, each a sentence. */
  readonly next: readonly string[];
  readonly further: readonly Reading[];
  /** The text of the `.cred` file. */
  readonly text: string;
}

const SUMMARY: Readonly<Record<Path, string>> = {
  certificate:
    'It fits an assessment-based certificate program: it teaches, and tests whether its own intended learning outcomes were reached.',
  certification:
    'It fits a certification: it finds out by an independent assessment whether a person meets the requirements of a role, and asks that the designation be kept up.',
  both: 'It fits both paths, so it is best described as two programs of one owner, kept apart: a certificate program for the course and its test, and a certification for the designation.',
  neither:
    'It fits neither path, since nothing has to be passed: it is described as an attendance program, openly. With an assessment it could become either.',
  undecided: 'It cannot be told yet. The file says what is known, and Cred goes on to say which path it fits as you fill in the rest.',
};

/**
 * Returns the outcome of the answers. `project` has the names of the project for the file: its names are not used again, and the owner may
 * be among them.
 */
export function outcome(given: Answers, project = NO_NAMES): ChoiceOutcome {
  const read = (text: string): PathFit => {
    const file = CredFile.read('file:///program.cred', text);
    return pathOf(file.programs[0] as Program, file, NO_NAMES);
  };
  const fit = read(undecidedText(given));
  const { reasons } = fit;
  // The author answered that nobody must pass anything; a file without an assessment does not state that.
  const unsettled = given.assessment === 'none' && fit.path !== 'neither';
  const { path, confidence } = unsettled ? ({ path: 'undecided', confidence: 0 } as const) : fit;
  const text = textFor(path, given, project);
  const against = AGAINST[path];
  return {
    fits: path,
    confidence,
    reasons: reasons.map(({ dimension, pointsTo, because }) => ({
      dimension,
      pointsTo,
      because: said(dimension, given) ?? because,
    })),
    summary: SUMMARY[path],
    means: questions(given).flatMap(({ id, answers }) => answers.find(answer => answer.id === given[id])?.means ?? []),
    // What the written file still needs.
    next: [
      ...(unsettled ? [NOTHING_TO_PASS] : []),
      ...(reasons.some(({ pointsTo }) => against?.includes(pointsTo)) ? [SETTLE] : []),
      ...(path === 'both' ? [given.owner?.trim() ? KEPT_APART : NO_OWNER, OWN_TITLE] : read(text).next),
    ],
    further: readingForPath(path),
    text,
  };
}

/** The kinds that an answer may point to other than the fitting path. */
const AGAINST: Partial<Record<Path, readonly PointsTo[]>> = {
  certificate: ['certification', 'attendance'],
  certification: ['certificate', 'attendance'],
  neither: ['certification'],
};
const SETTLE =
  'Settle the answers that point elsewhere: findings mark them in the file. Change them, or describe a second program for them.';
const NOTHING_TO_PASS =
  'Where nobody has to pass anything, people receive a certificate of attendance. Describe what they must pass, or make the award one for attendance.';
const KEPT_APART = 'Say for each point of the "separation" whether it is in place: staff, decisions, content, finances and promotion.';
const NO_OWNER = 'Describe the organization that offers both, and by a "separation" in it how they are kept apart.';
const OWN_TITLE = 'Give the certificate program a title of its own, one that the public does not take for the certification.';

/** Returns the question about a dimension and its answer. */
function said(dimension: Dimension, given: Answers): string | undefined {
  const question = questions(given).find(({ id }) => id === dimension);
  const answer = question?.answers.find(({ id }) => id === given[dimension]);
  return question && answer && `${question.title} ${answer.label}.`;
}

/** The answers refer to nothing in other files. */
const NO_NAMES: Names = { top: () => [], all: [], owned: () => [] };
