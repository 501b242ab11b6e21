/** Finds what in a program's description points to which kind, by dimension, each with its place. */
import type { Span } from '../model/span.ts';
import type { Assessment } from '../vocabulary/assessment.ts';
import type { Award } from '../vocabulary/award.ts';
import type { Maintenance } from '../vocabulary/maintenance.ts';
import type { Program } from '../vocabulary/program.ts';
import { asksFor, awardsAttendanceOnly, isUngated, standardsSoughtOrHeld, summativeAssessments, type Targets } from './program.ts';
import { saysSomething } from './stated.ts';

export const DIMENSIONS = ['goal', 'purpose', 'instruction', 'assessment', 'award', 'maintenance', 'accreditation'] as const;
export type Dimension = (typeof DIMENSIONS)[number];

/** The kind that a reason points to. `neither` is a degree or a license. */
export type PointsTo = 'certificate' | 'certification' | 'attendance' | 'neither';

export interface Reason {
  readonly dimension: Dimension;
  readonly pointsTo: PointsTo;
  /** A clause in plain words that can follow "because". */
  readonly because: string;
  readonly span: Span;
}

/** Returns at most one reason for each dimension and kind, in the order of the dimensions. */
export function reasonsOf(program: Program, targets: Targets): readonly Reason[] {
  const reasons: Reason[] = [];
  for (const dimension of DIMENSIONS) {
    const add = (pointsTo: PointsTo, because: string, span: Span): void => {
      if (!reasons.some(one => one.dimension === dimension && one.pointsTo === pointsTo))
        reasons.push({ dimension, pointsTo, because, span });
    };
    WEIGH[dimension](program, add, targets);
  }
  return reasons;
}

type AddReason = (pointsTo: PointsTo, because: string, span: Span) => void;

const WEIGH: Readonly<Record<Dimension, (program: Program, add: AddReason, targets: Targets) => void>> = {
  goal({ goal }, add) {
    if (goal?.value === 'acquire-competence') add('certificate', 'its goal is that participants acquire competence', goal.span);
    if (goal?.value === 'validate-competence')
      add('certification', 'its goal is to validate competence that people bring with them', goal.span);
  },
  purpose({ purpose }, add) {
    if (purpose?.value === 'build-capacity') add('certificate', 'its purpose is to build capacity', purpose.span);
    if (purpose?.value === 'recognize-competence')
      add('certification', 'its purpose is to recognize people who are competent', purpose.span);
  },
  instruction(program, add) {
    const modules = program.all('module').filter(saysSomething);
    // Voluntary instruction, such as continuing education, can belong to either kind.
    const taught = modules.find(module => module.required?.value !== false);
    if (taught) add('certificate', `it teaches ("${taught.label}")`, taught.headSpan);
    if (modules.length > 0) return;
    const outcome = program.all('outcome').find(saysSomething);
    if (outcome) add('certificate', 'it names intended learning outcomes', outcome.headSpan);
    const experience = program.all('eligibility').find(one => one.applies?.value !== 'advised' && one.experience?.value !== undefined);
    if (experience) add('certification', 'people come with experience gained elsewhere', experience.experience!.span);
  },
  assessment(program, add, targets) {
    const assessments = program.all('assessment').filter(saysSomething);
    const summative = summativeAssessments(program).filter(saysSomething);
    for (const assessment of summative) {
      const tie = tieOf(assessment, targets);
      if (tie === 'course') add('certificate', `"${assessment.label}" assesses what its own course teaches`, assessment.headSpan);
      if (tie === 'independent') add('certification', `"${assessment.label}" stands apart from any course`, assessment.headSpan);
    }
    if (assessments.length > 0 && summative.length === 0)
      add('attendance', 'no assessment counts towards the award', assessments[0]!.headSpan);
    if (summative.length > 0 && summative.some(assessment => tieOf(assessment, targets))) return;
    const study = program.all('job-analysis').find(saysSomething) ?? program.all('domain').find(saysSomething);
    if (study)
      add(
        'certification',
        study.kind === 'domain' ? 'its content is laid out in domains of a role' : 'its content rests on a job analysis',
        study.headSpan,
      );
  },
  award(program, add) {
    for (const award of program.all('award')) {
      const type = award.type?.value;
      if (type === 'certificate') add('certificate', `"${award.label}" is a certificate`, award.type!.span);
      if (type === 'designation') add('certification', `"${award.label}" is a designation`, award.type!.span);
      else if (hasLetters(award) && award.letters?.value)
        add('certification', `holders put "${award.letters.value}" after their name`, award.letters.span);
      if (type === 'attendance') add('attendance', `"${award.label}" is for attendance`, award.type!.span);
      if (type === 'degree' || type === 'license') add('neither', `"${award.label}" is a ${type}`, award.type!.span);
    }
  },
  maintenance(program, add) {
    const maintenance = program.all('maintenance').find(one => saysSomething(one) && !isOptional(one));
    if (maintenance) return add('certification', 'holders must keep it up', maintenance.headSpan);
    const lasting = program.all('award').find(award => award.lifetime?.value === true);
    if (lasting) add('certificate', `"${lasting.label}" is valid for life`, lasting.lifetime!.span);
  },
  accreditation(program, add, targets) {
    for (const { accreditation, accredits, standard } of standardsSoughtOrHeld(program, targets)) {
      const [only] = accredits;
      if (accredits.length === 1 && (only === 'certificate' || only === 'certification')) {
        add(
          only,
          `${standard.name} accredits ${only === 'certificate' ? 'certificate programs' : 'certifications'}`,
          accreditation.standard!.span,
        );
      }
    }
  },
};

/** Returns whether maintenance is only voluntary continuing education, such as `0 to 20 hours`. */
const isOptional = ({ continuingEducation, properties, children }: Maintenance): boolean =>
  continuingEducation?.value?.amount === 0 &&
  children.length === 0 &&
  properties.every(({ key }) => key === 'continuing-education' || key === 'cycle');

/** Returns whether holders put letters after their name. The letters of a license or a degree do not count. */
export const hasLetters = ({ type, letters }: Award): boolean =>
  Boolean(letters?.value?.trim()) && type?.value !== 'license' && type?.value !== 'degree';

/**
 * Returns whether an assessment belongs to a course or is independent: as it states, or else by what it follows, or else by what it
 * measures.
 */
export function tieOf(assessment: Assessment, { target }: Targets): 'course' | 'independent' | undefined {
  if (assessment.independent?.value !== undefined) return assessment.independent.value ? 'independent' : 'course';
  if (assessment.follows?.items.some(({ value }) => value !== undefined)) return 'course';
  const measured = assessment.measures?.items.map(item => target(item)?.kind) ?? [];
  if (measured.includes('outcome')) return 'course';
  return measured.includes('domain') ? 'independent' : undefined;
}

/**
 * Returns whether people must pass something: a summative assessment that the awards do not leave out; `undefined` if no assessment is
 * described and nothing states that taking part is enough.
 */
export function hasGate(program: Program, targets: Targets): boolean | undefined {
  const awards = program.all('award');
  const leftOut =
    awards.length > 0 &&
    awards.every(award => {
      const asked = asksFor(award, targets);
      return asked?.complete && isUngated(asked);
    });
  if (summativeAssessments(program).length > 0) return !leftOut;
  return leftOut || awardsAttendanceOnly(program) || program.all('assessment').some(saysSomething) ? false : undefined;
}
