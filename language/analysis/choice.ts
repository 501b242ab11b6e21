/** The guided choice: from answers to the path that fits, why, what to read, and a file to go on with. */
import { CredFile } from '../model/file.ts';
import type { Names } from '../model/scope.ts';
import type { Program } from '../vocabulary/program.ts';
import type { Answers } from './choice-questions.ts';
import { textFor, undecidedText } from './choice-text.ts';
import { type Path, pathOf } from './path.ts';
import { type Reading, readingForPath } from './reading.ts';
import type { Dimension, PointsTo } from './reasons.ts';

export { type Answer, type Answers, isAnswer, nextQuestion, type Question, questions } from './choice-questions.ts';

export interface Outcome {
  readonly fits: Path;
  /** 0 to 1. */
  readonly confidence: number;
  readonly reasons: readonly { readonly dimension: Dimension; readonly pointsTo: PointsTo; readonly because: string }[];
  /** Which path fits and what that means, in plain words. */
  readonly summary: string;
  /** What to state next, each a sentence. */
  readonly next: readonly string[];
  readonly further: readonly Reading[];
  /** The `.cred` file. */
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

export function outcome(given: Answers): Outcome {
  const file = CredFile.read('file:///program.cred', undecidedText(given));
  const { path, confidence, reasons, next } = pathOf(file.programs[0] as Program, file, NO_NAMES);
  return {
    fits: path,
    confidence,
    reasons: reasons.map(({ dimension, pointsTo, because }) => ({ dimension, pointsTo, because })),
    summary: SUMMARY[path],
    next,
    further: readingForPath(path),
    text: textFor(path, given),
  };
}

/** The answers name nothing of other files. */
const NO_NAMES: Names = { top: () => [], all: [], owned: () => [] };
