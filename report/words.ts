/** Defines the words of the report and the panel, so that all drawings use the same ones. */

import type { ClauseState, ClauseStatus, Readiness } from '../language/analysis/judging/readiness.ts';
import { leavesOf } from '../language/analysis/judging/readiness.ts';
import type { PointsTo } from '../language/analysis/reasons.ts';
import type { DatedEvent, Specification, Stage, Standing } from '../language/analysis/standing/standing.ts';
import { counted } from '../language/model/sentence.ts';
import { capital, range } from './text.ts';

type StandingProgram = Standing['program'];

/** The names of the kinds of program. */
export const KIND: Readonly<Record<StandingProgram['kind'], string>> = {
  certification: 'Certification',
  certificate: 'Certificate program',
  attendance: 'Attendance program',
  program: 'Kind not decided',
};

/** The names of the sides to which a dimension can point. */
export const POINTS_TO: Readonly<Record<PointsTo, string>> = {
  certificate: 'a certificate program',
  certification: 'a certification',
  attendance: 'an attendance program',
  neither: 'none of the kinds',
};

/** The states of clauses, in the order in which a bar shows them. */
export const CLAUSE_STATUSES: readonly ClauseStatus[] = ['met', 'attested', 'partly met', 'missing', 'open'];
/** The meaning of each state of a clause. */
export const CLAUSE_MEANS: Readonly<Record<ClauseStatus, string>> = {
  met: 'the description shows it',
  attested: 'a document says so',
  'partly met': 'the description shows some of it',
  missing: 'the description does not show it',
  open: 'only a document can show it',
};

/** The names of a program's claims about a standard. */
export const CLAIM: Readonly<Record<Readiness['claim'], string>> = {
  seeking: 'sought',
  accredited: 'held',
  planned: 'planned',
  lapsed: 'lapsed',
  asked: 'not claimed',
};

/** The names of the states of dated events. */
export const EVENT: Readonly<Record<DatedEvent['state'], string>> = { done: 'done', due: 'due', overdue: 'overdue' };

/** Returns in one sentence what the description fits. */
export function verdict({ path, program }: Standing): string {
  const firmly = path.confidence >= 0.8 ? 'clearly ' : path.confidence >= 0.5 ? '' : 'so far loosely ';
  const fits = {
    certificate: `What is described ${firmly}fits a certificate program.`,
    certification: `What is described ${firmly}fits a certification.`,
    both: 'What is described fits a certificate program and a certification at once; they are two programs.',
    neither: 'What is described is neither a certificate program nor a certification.',
    undecided: 'It cannot be told yet which kind the description fits.',
  }[path.fits];
  return `${fits} ${program.kind === 'program' ? 'Its kind is not declared yet.' : `It is declared as ${DECLARED[program.kind]}.`}`;
}
const DECLARED = { certification: POINTS_TO.certification, certificate: POINTS_TO.certificate, attendance: POINTS_TO.attendance } as const;

/** Returns how firm that is, as a sentence: "All five stated dimensions point there."; `undefined` if it is undecided. */
export const firmlyIn = ({ path: { firmness } }: Standing): string | undefined => firmness && `${capital(firmness)}.`;

const FITS: Readonly<Record<Standing['path']['fits'], string>> = {
  certificate: 'Certificate program',
  certification: 'Certification',
  both: 'Both at once',
  neither: 'Neither',
  undecided: 'Undecided so far',
};

/** Returns both in a few words, for tables: "Certificate program: all five stated dimensions point there". */
export const fitInWords = ({ path: { fits, firmness } }: Standing): string => `${FITS[fits]}${firmness ? `: ${firmness}` : ''}`;

/** Counts the clauses in each state. */
export function clauseCounts({ clauses }: Readiness): readonly { readonly status: ClauseStatus; readonly count: number }[] {
  const leaves = clauses.flatMap(leavesOf);
  return CLAUSE_STATUSES.map(status => ({ status, count: leaves.filter(one => one.status === status).length }));
}

/** Returns a text such as "11 of 23 clauses met, 2 attested". */
export const readinessInWords = ({ met, attested, total }: Readiness): string =>
  `${met} of ${counted(total, 'clause')} met${attested > 0 ? `, ${attested} attested` : ''}`;

/** Returns the standard that matters most: one that the program seeks or holds, else one that is made for its kind. */
export const leading = ({ readiness }: Standing): Readiness | undefined => readiness[0];

/** Returns a clause's number and title. */
export const clauseTitle = ({ number, title }: ClauseState): string => (number === undefined ? title : `${number} ${title}`);

/** Whether a clause still asks for something. */
export const asksSomething = ({ status }: ClauseState): boolean => status !== 'met' && status !== 'attested';

/** Returns how many steps of a stage are done, in words. */
export function stepsDone({ steps }: Stage): string {
  // Steps that no description can show and steps that nobody has to take do not make a stage look unfinished.
  const counted = steps.filter(({ status, ifWanted }) => status === 'done' || (status !== 'not said' && !ifWanted));
  return `${counted.filter(({ status }) => status === 'done').length} of ${counted.length} done`;
}

/** Returns the sum of the domains' weights in words. */
export function totalInWords({ total }: Specification): string {
  const sum = range(total, '%');
  if (!total.complete) return `So far ${sum}; not every domain has a weight.`;
  if (total.low === total.high) return total.fits ? `Together ${sum}.` : `Together ${sum}; they should make 100%.`;
  return total.fits
    ? `Together ${sum}: shares that make 100% can be chosen within the ranges.`
    : `Together ${sum}: no shares within the ranges make 100%.`;
}

/** Whether the description fits another kind than the declared one. An attendance program counts as neither of the two. */
export const fitsElsewhere = ({ program: { kind }, path: { fits } }: Standing): boolean =>
  kind !== 'program' && fits !== 'undecided' && fits !== (kind === 'attendance' ? 'neither' : kind);

/** Returns to which sides the dimensions point: "Of 7 dimensions, 5 point to a certification; 2 are not stated". */
export function signsInWords({ dimensions }: Standing): string {
  const sides = Object.keys(POINTS_TO) as PointsTo[];
  const on = (side: PointsTo): number => dimensions.filter(({ reasons }) => reasons.some(({ pointsTo }) => pointsTo === side)).length;
  const said = sides.filter(side => on(side) > 0).map(side => `${on(side)} ${on(side) === 1 ? 'points' : 'point'} to ${POINTS_TO[side]}`);
  const silent = dimensions.filter(({ reasons }) => reasons.length === 0).length;
  const rest = silent > 0 ? [`${silent} ${silent === 1 ? 'is' : 'are'} not stated`] : [];
  return `Of ${dimensions.length} dimensions, ${[...said, ...rest].join('; ')}`;
}

/** Counts the findings of each severity, without those that do not occur. */
export const findingCounts = ({ findings }: Standing) =>
  (
    [
      ['error', findings.error === 1 ? 'error' : 'errors'],
      ['warning', findings.warning === 1 ? 'warning' : 'warnings'],
      ['information', 'for information'],
    ] as const
  ).flatMap(([severity, words]) => (findings[severity] > 0 ? [{ severity, count: findings[severity], words }] : []));

/** Returns a text such as "3 errors, 1 warning", or that nothing was found. */
export const findingsInWords = (standing: Standing): string =>
  findingCounts(standing)
    .map(({ count, words }) => `${count} ${words}`)
    .join(', ') || 'No findings';

/** The parts of a page in order, with what they are about. */
export const PARTS = {
  kinds: {
    title: 'Between the kinds',
    about: 'Where the description points, in each of seven dimensions. Neither side is better; they do different work.',
  },
  map: {
    title: 'Picture',
    about: 'Who and what belongs to the program, and what leads from one to another. The line stands between teaching and certifying.',
  },
  next: { title: 'Next steps', about: 'The most pressing first.' },
  readiness: {
    title: 'Readiness',
    about: 'What the description shows of each standard, clause by clause. This is no decision of an accreditor.',
  },
  alignment: { title: 'Alignment', about: 'What is taught and assessed where.' },
  specifications: { title: 'Examination specifications', about: 'The share of each domain in the examination.' },
  timeline: { title: 'Dates', about: 'What has happened, and what falls due.' },
  roadmap: { title: 'Roadmap', about: 'The steps of developing a program of this kind.' },
  both: {
    title: 'Teaching and certifying kept apart',
    about: 'What an owner of instruction and of a certification must have in place.',
  },
  holes: { title: 'Still to be stated', about: 'Places that the authors have left open with "?".' },
  ignored: { title: 'Findings set aside', about: 'Findings that the authors have silenced, each with their reason.' },
  further: { title: 'Further reading', about: 'Pages of the publishers themselves.' },
} as const;
/** The names of the parts. */
export type PartName = keyof typeof PARTS;
