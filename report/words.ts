/** What things are called in the report and the panel, once for all that draw them. */
import type { ClauseState, ClauseStatus, Readiness } from '../language/analysis/readiness.ts';
import { leavesOf } from '../language/analysis/readiness.ts';
import type { DatedEvent, Specification, Stage, Standing } from '../language/analysis/standing.ts';
import { counted, range } from './text.ts';

type Program = Standing['program'];
export type StepStatus = Stage['steps'][number]['status'];
export type PointsTo = Standing['dimensions'][number]['reasons'][number]['pointsTo'];

export const KIND: Readonly<Record<Program['kind'], string>> = {
  certification: 'Certification',
  certificate: 'Certificate program',
  attendance: 'Attendance program',
  program: 'Kind not decided',
};

export const POINTS_TO: Readonly<Record<PointsTo, string>> = {
  certificate: 'a certificate program',
  certification: 'a certification',
  attendance: 'an attendance program',
  neither: 'none of the kinds',
};

/** In the order in which a bar shows them. */
export const CLAUSE_STATUSES: readonly ClauseStatus[] = ['met', 'attested', 'partly met', 'missing', 'open'];
export const CLAUSE_MEANS: Readonly<Record<ClauseStatus, string>> = {
  met: 'the description shows it',
  attested: 'a document says so',
  'partly met': 'the description shows some of it',
  missing: 'the description does not show it',
  open: 'only a document can show it',
};

export const CLAIM: Readonly<Record<Readiness['claim'], string>> = {
  seeking: 'sought',
  accredited: 'held',
  planned: 'planned',
  lapsed: 'lapsed',
  asked: 'not claimed',
};

export const EVENT: Readonly<Record<DatedEvent['state'], string>> = { done: 'done', due: 'due', overdue: 'overdue' };

/** What the description fits, in one sentence. */
export function verdict({ path, program }: Standing): string {
  const firmly = path.confidence >= 0.8 ? 'clearly ' : path.confidence >= 0.5 ? '' : 'so far loosely ';
  const fits = {
    certificate: `What is described ${firmly}fits a certificate program.`,
    certification: `What is described ${firmly}fits a certification.`,
    both: 'What is described fits a certificate program and a certification at once; they are two programs.',
    neither: 'What is described is neither a certificate program nor a certification.',
    undecided: 'Too little is stated to tell which kind the description fits.',
  }[path.fits];
  return `${fits} ${program.kind === 'program' ? 'Its kind is not declared yet.' : `It is declared as ${DECLARED[program.kind]}.`}`;
}
const DECLARED = { certification: POINTS_TO.certification, certificate: POINTS_TO.certificate, attendance: POINTS_TO.attendance } as const;

/** The same in a word or two, for tables. */
export const FITS: Readonly<Record<Standing['path']['fits'], string>> = {
  certificate: 'Certificate program',
  certification: 'Certification',
  both: 'Both at once',
  neither: 'Neither',
  undecided: 'Not to be told yet',
};

export function clauseCounts({ clauses }: Readiness): readonly { readonly status: ClauseStatus; readonly count: number }[] {
  const leaves = clauses.flatMap(leavesOf);
  return CLAUSE_STATUSES.map(status => ({ status, count: leaves.filter(one => one.status === status).length }));
}

/** "11 of 23 clauses met, 2 attested". */
export const readinessInWords = ({ met, attested, total }: Readiness): string =>
  `${met} of ${counted(total, 'clause')} met${attested > 0 ? `, ${attested} attested` : ''}`;

/** What a program is judged by first: what it seeks or holds, else what is made for its kind. */
export const leading = ({ readiness }: Standing): Readiness | undefined => readiness[0];

export const clauseTitle = ({ number, title }: ClauseState): string => (number === undefined ? title : `${number} ${title}`);

/** Whether a clause still asks for something. */
export const asksSomething = ({ status }: ClauseState): boolean => status !== 'met' && status !== 'attested';

export const stepsDone = ({ steps }: Stage): string => `${steps.filter(({ status }) => status === 'done').length} of ${steps.length} done`;

/** What the weights of the domains come to. */
export function totalInWords({ total }: Specification): string {
  if (!total.complete) return `So far ${range(total, '%')}; not every domain has a weight.`;
  return total.fits ? `${range(total, '%')} together, which 100% fits.` : `${range(total, '%')} together, which 100% does not fit.`;
}

/** "3 errors, 1 warning", or that nothing is found. */
export function findingsInWords({ findings }: Standing): string {
  const said = [
    findings.error > 0 && counted(findings.error, 'error'),
    findings.warning > 0 && counted(findings.warning, 'warning'),
    findings.information > 0 && `${findings.information} for information`,
  ].filter(Boolean);
  return said.length > 0 ? said.join(', ') : 'No findings';
}

/** The parts in their order, with what they are about. */
export const PARTS = {
  kinds: {
    title: 'Between the kinds',
    about: 'Where the description points, in each of seven dimensions. Neither side is better; they do different work.',
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
export type PartName = keyof typeof PARTS;
