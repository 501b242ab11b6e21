/** The guided choice: it turns answers into the fitting path, the reasons, further reading, and a file to start from. */
import type { Path } from '../path.ts';
import { questionOn } from '../path-next.ts';
import { type Reading, readingForPath } from '../reading.ts';
import { DIMENSIONS, type Dimension, type PointsTo } from '../reasons.ts';
import { fileNameFor } from './file-name.ts';
import { fitOf, fitOfText, NO_NAMES } from './fit.ts';
import { type Answers, type Question, questions } from './questions.ts';
import { commented, textFor, titledHalf } from './text.ts';

export { type Answer, type Answers, isAnswer, nextQuestion, type Question, questions } from './questions.ts';

/** The result of the guided choice. */
export interface ChoiceOutcome {
  readonly fits: Path;
  /** From 0 to 1. */
  readonly confidence: number;
  /** The reasons in the words of the questions and answers, each a sentence. */
  readonly reasons: readonly { readonly dimension: Dimension; readonly pointsTo: PointsTo; readonly because: string }[];
  /** The fitting path in a few words, as a sentence. */
  readonly verdict: string;
  /** The meaning of the path in plain words, as sentences that go on from the verdict. */
  readonly summary: string;
  /** What the answers mean for what the author can sustain, each a sentence. */
  readonly means: readonly string[];
  /** What to state next, each a sentence. */
  readonly next: readonly string[];
  readonly further: readonly Reading[];
  /** A name for the file, without its ending. */
  readonly fileName: string;
  /** The text of the `.cred` file. It begins with the verdict as a comment. */
  readonly text: string;
}

const VERDICT: Readonly<Record<Path, string>> = {
  certificate: 'It fits an assessment-based certificate program.',
  certification: 'It fits a certification.',
  both: 'It fits both kinds, as two programs.',
  neither: 'It fits a certificate of attendance.',
  undecided: 'It cannot be told yet.',
};

const SUMMARY: Readonly<Record<Path, string>> = {
  certificate: 'It teaches, and tests whether its own intended learning outcomes were reached.',
  certification:
    'It finds out by an independent assessment whether a person meets the requirements of a role, and asks that the designation be kept up.',
  both: 'They belong to one owner and are kept apart: a certificate program for the course and its test, and a certification for the designation.',
  neither: 'Nothing has to be passed, and it says so openly. With an assessment it could become a certificate program or a certification.',
  undecided: 'The file says what is known, and Cred goes on to say which path it fits as you fill in the rest.',
};

/**
 * Returns the outcome of the answers. `project` has the names of the project for the file: its names are not used again, and the owner may
 * be among them.
 */
export function outcome(given: Answers, project = NO_NAMES): ChoiceOutcome {
  const said = fitOf(given);
  const chosen = said.path === 'both' ? given.parts : undefined;
  const path = chosen === 'certificate' || chosen === 'certification' ? chosen : said.path;
  const written = textFor(path, given, project);
  // Where one of two programs was left out, what pointed to it no longer counts.
  const { reasons, confidence } = path === said.path ? said : fitOfText(written);
  const against = AGAINST[path];
  const unsettled = path === 'undecided' && given.assessment === 'none';
  const asked = questions(given);
  return {
    fits: path,
    confidence,
    reasons: reasons.map(({ dimension, pointsTo, because }) => ({
      dimension,
      pointsTo,
      because: inWords(dimension, asked, given) ?? because,
    })),
    verdict: VERDICT[path],
    summary: SUMMARY[path],
    means: asked.flatMap(({ id, answers }) => answers.find(answer => answer.id === given[id])?.means ?? []),
    // What the written file still needs.
    next: [
      ...(unsettled ? [NOTHING_TO_PASS] : []),
      ...(reasons.some(({ pointsTo }) => against?.includes(pointsTo)) ? [SETTLE] : []),
      ...(path === 'both'
        ? [given.owner?.trim() ? KEPT_APART : NO_OWNER, titledHalf(given) === 'certificate' ? OWN_DESIGNATION : OWN_TITLE]
        : fitOfText(written).next.filter(sentence => !isAnswered(sentence, given))),
    ],
    further: readingForPath(path),
    fileName: fileNameFor(given.title ?? ''),
    text: `${commented([`${VERDICT[path]} ${SUMMARY[path]}`, ...refusals(asked, given)])}\n${written}`,
  };
}

/** Returns the answers that say no, each as a sentence. Most of them have no place in a program, and nobody should have to give them twice. */
const refusals = (asked: readonly Question[], given: Answers): string[] =>
  asked.flatMap(({ id, title, answers }) => {
    const answer = answers.find(one => one.id === given[id] && (one.id === 'no' || one.id === 'none'));
    return answer ? [`${title} ${answer.label}.`] : [];
  });

/** Returns whether a sentence asks about what was answered with no. */
const isAnswered = (sentence: string, given: Answers): boolean =>
  DIMENSIONS.some(dimension => (given[dimension] === 'none' || given[dimension] === 'no') && sentence === questionOn(dimension));

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
const OWN_DESIGNATION = 'Give the certification a title of its own, one that the public does not take for the certificate of the course.';
const OWN_TITLE = 'Give the certificate program a title of its own, one that the public does not take for the certification.';

/** Returns the question about a dimension and its answer. */
function inWords(dimension: Dimension, asked: readonly Question[], given: Answers): string | undefined {
  const question = asked.find(({ id }) => id === dimension);
  const answer = question?.answers.find(({ id }) => id === given[dimension]);
  return question && answer && `${question.title} ${answer.label}.`;
}
