/**
 * The types and common steps of the roadmaps for each kind of program. Feature paths tell what shows a step, as in a standard. The
 * duration of a step, its predecessors and the people who do it are the practice of the field, not taken from a standard.
 */
import type { Stage } from './standing/standing.ts';

/** A step of developing a program. */
export interface RoadmapStep {
  readonly what: string;
  readonly detail: string;
  /** Its usual duration, in words. */
  readonly takes: string;
  /** The people who usually do it. */
  readonly by: string;
  /** The titles of the steps that come before it. */
  readonly after?: readonly string[];
  /**
   * Feature paths that must all be shown, by every block if a path leads through a repeated one. Without any path, only a milestone shows
   * the step.
   */
  readonly needs?: readonly string[];
  /** Feature paths of which one must be shown. */
  readonly anyOf?: readonly string[];
  /** Whether its paths show only how it is meant to be done. Such a step is in work until a milestone says that it is done. */
  readonly onlyPlanned?: true;
  /** Feature paths of which one must be stated for the step to apply. */
  readonly where?: readonly string[];
  /** Whether the step is voluntary. */
  readonly ifWanted?: true;
  /** Whether the program's own status and launch date show the step. */
  readonly opening?: true;
}

export type Steps = Readonly<Record<Stage['stage'], readonly RoadmapStep[]>>;

export const NEED: RoadmapStep = {
  what: 'Need and feasibility',
  detail: 'Find out whether there are people enough who want it, and employers or a public who ask for it.',
  takes: '2 to 4 months',
  by: 'the owner, with advice from outside',
};
export const BUDGET: RoadmapStep = {
  what: 'Budget',
  detail: 'Reckon what developing and running it costs until fees carry it, and who pays until then.',
  takes: '1 to 2 months',
  by: 'the owner',
  after: ['Need and feasibility'],
};
export const OWNER: RoadmapStep = {
  what: 'Owner',
  detail: 'Name the organization that owns the program and answers for it.',
  takes: 'at once',
  by: 'the owner',
  needs: ['owner'],
};
export const RESULTS: RoadmapStep = {
  what: 'Results',
  detail: 'Count who took part and who passed, for each period.',
  takes: 'every year',
  by: 'staff',
  after: ['Opening'],
  needs: ['results.candidates', 'results.passed'],
};
export const EVALUATION: RoadmapStep = {
  what: 'Evaluation',
  detail: 'Look back at regular intervals at whether the program does what it is for, and improve it.',
  takes: '1 to 2 months, every year or two',
  by: 'the owner',
  after: ['Opening'],
  needs: ['evaluation.conducted', 'evaluation.every'],
};
export const PURPOSE: RoadmapStep = {
  what: 'Purpose and audience',
  detail: 'Say what the program is for, how much it covers and whom it serves.',
  takes: '1 month',
  by: 'the owner',
  after: ['Need and feasibility'],
  needs: ['purpose', 'goal', 'scope', 'audience'],
};
/** When one may apply for an accreditation, which each accreditor rules on in its own way, and the accreditation itself. */
export const accreditation = (detail: string): readonly RoadmapStep[] => [
  {
    what: 'When one may apply',
    detail,
    takes: 'a look at the rules of the accreditor',
    by: 'the owner',
    after: ['Results'],
    needs: ['accreditation.application-due'],
    ifWanted: true,
  },
  {
    what: 'Accreditation',
    detail: 'Where the owner wants one: have an outside body look at the program by a standard for its kind.',
    takes: '6 to 12 months',
    by: 'the owner',
    after: ['When one may apply'],
    needs: ['accreditation.standard', 'accreditation.status.accredited'],
    ifWanted: true,
  },
];
