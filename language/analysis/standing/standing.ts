/** The state of a program as plain data: everything that the panel, the report and the editor's views show. */

import type { Severity } from '../../findings/finding.ts';
import type { IgnoredRules } from '../ignored.ts';
import type { FilePlace, Readiness } from '../judging/readiness.ts';
import type { ProgramMap } from '../map.ts';
import type { Path } from '../path.ts';
import type { Dimension, PointsTo } from '../reasons.ts';

/** The state of a program on a day. */
export interface Standing {
  readonly program: {
    readonly name?: string;
    readonly label: string;
    readonly kind: 'certification' | 'certificate' | 'attendance' | 'program';
    readonly status: string;
    readonly summary?: string;
    readonly owner?: { readonly name: string; readonly label: string; readonly at?: FilePlace };
    readonly at: FilePlace;
  };
  /** The date of the check, `YYYY-MM-DD`. */
  readonly asOf: string;
  readonly findings: Readonly<Record<Severity, number>>;
  readonly path: {
    readonly fits: Path;
    /** From 0 to 1. */
    readonly confidence: number;
    /** The confidence in words, such as "all five stated dimensions point there". */
    readonly firmness?: string;
    readonly next: readonly string[];
  };
  /** All seven dimensions in order; one without a statement has no reasons. */
  readonly dimensions: readonly {
    readonly dimension: Dimension;
    readonly reasons: readonly { readonly pointsTo: PointsTo; readonly because: string; readonly at: FilePlace }[];
  }[];
  /** The defining features of the program's kind; `rule` reports that one is not shown. */
  readonly features: readonly { readonly feature: string; readonly shown: boolean; readonly at?: FilePlace; readonly rule?: string }[];
  /** The standards that the program seeks or holds, followed by others that accredit its kind. */
  readonly readiness: readonly Readiness[];
  readonly alignment: Alignment;
  readonly specifications: readonly Specification[];
  /** Past and due dates in order. */
  readonly timeline: readonly DatedEvent[];
  readonly holes: readonly { readonly what: string; readonly at: FilePlace }[];
  readonly roadmap: readonly Stage[];
  /** The next steps, the most pressing first. */
  readonly next: readonly NextStep[];
  /** The people and things around the program, and the relations that cross between teaching and certifying. */
  readonly map: ProgramMap;
  /** The safeguards of an owner of both a certification and instruction; absent if the owner does not have both. */
  readonly both?: readonly {
    readonly what: string;
    readonly status: StepStatus;
    /** The rule that decides it. */
    readonly rule?: string;
    readonly at?: FilePlace;
  }[];
  /** The findings that the author has silenced, with the reasons. */
  readonly ignored: readonly IgnoredRules[];
  readonly further: readonly { readonly title: string; readonly url: string }[];
}

/** A next step for a program. */
export interface NextStep {
  readonly text: string;
  readonly severity: Severity;
  readonly rule?: string;
  readonly at: FilePlace;
  /** Whether a finding reports it, so that it can be set aside. */
  readonly reported?: true;
  /** Whether a fix adds what is missing, or changes what is written. */
  readonly fix?: 'adds' | 'changes';
}

/** A block with its label and place. */
export interface LabelledBlock {
  readonly name?: string;
  readonly label: string;
  readonly at: FilePlace;
}

/** What is taught and assessed where. */
export interface Alignment {
  /** The intended learning outcomes. The indexes of the modules that teach and the assessments that test each refer to the lists below. */
  readonly outcomes: readonly (LabelledBlock & {
    readonly level?: string;
    readonly taughtBy: readonly number[];
    readonly testedBy: readonly number[];
  })[];
  readonly modules: readonly (LabelledBlock & { readonly hours?: string })[];
  readonly assessments: readonly (LabelledBlock & { readonly use: 'summative' | 'formative' })[];
  /** The domains of the examination specifications. */
  readonly domains: readonly (LabelledBlock & { readonly testedBy: readonly number[] })[];
}

/** The domains whose weights add up: those of one assessment, or of the program. */
export interface Specification {
  readonly of: LabelledBlock;
  readonly domains: readonly (LabelledBlock & {
    /** In percent; both are equal if no range is given. */
    readonly weight?: { readonly low: number; readonly high: number };
    /** Scored items, as stated or as computed from the weight. */
    readonly items?: { readonly low: number; readonly high: number; readonly stated: boolean };
    readonly tasks: readonly string[];
  })[];
  readonly total: { readonly low: number; readonly high: number; readonly complete: boolean; readonly fits: boolean };
  /** The scored items of the examination, if that is a single number. */
  readonly scored?: number;
}

/** An event with a date. */
export interface DatedEvent {
  readonly what: string;
  /** The date as written: a year, a month or a day. */
  readonly date: string;
  readonly from: string;
  readonly to: string;
  readonly state: 'done' | 'due' | 'overdue';
  readonly at: FilePlace;
}

/** A stage of developing a program, with its steps. */
export interface Stage {
  readonly stage: 'plan' | 'design' | 'develop' | 'deliver' | 'maintain';
  readonly steps: readonly StageStep[];
}

/** The status of a step. `not said`: no description can show it, but a milestone with the step's title can. */
export type StepStatus = 'done' | 'in work' | 'missing' | 'not said';

/** A step of development with its status. */
export interface StageStep {
  readonly what: string;
  /** The reason or the way, in a sentence. */
  readonly detail?: string;
  readonly status: StepStatus;
  /** Its usual duration, the people who usually do it, and the steps before it. */
  readonly takes?: string;
  readonly by?: string;
  readonly after?: readonly string[];
  /** Whether the step is voluntary. */
  readonly ifWanted?: true;
  readonly due?: string;
  readonly overdue?: boolean;
  readonly at?: FilePlace;
}
