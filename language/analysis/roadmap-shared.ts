/**
 * The steps of developing each kind of program, in order: what shows a step is named by feature paths, as in a standard. How long a
 * step usually takes, what it waits for and who does it are the practice of the field, not a standard's.
 */
import type { Stage } from './standing/standing.ts';

export interface RoadmapStep {
  readonly what: string;
  readonly detail: string;
  /** How long it usually takes. */
  readonly takes: string;
  /** Who usually does it. */
  readonly by: string;
  /** The steps that come first, by their titles. */
  readonly after?: readonly string[];
  /** Each of these; where a path leads through a block that repeats, every one must show it. Without paths, only a milestone shows it. */
  readonly needs?: readonly string[];
  /** One of these. */
  readonly anyOf?: readonly string[];
  /** The step is there only where one of these is stated. */
  readonly where?: readonly string[];
  /** Nobody has to take it. */
  readonly ifWanted?: true;
  /** The program's own status and launch say whether it is open. */
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
