/** Where one program stands, all of it as plain data: what the panel, the report and the views of an editor show. */

import type { Severity } from '../../findings/finding.ts';
import type { IgnoredRules } from '../ignored.ts';
import type { FilePlace, Readiness } from '../judging/readiness.ts';
import type { ProgramMap } from '../map.ts';
import type { Path } from '../path.ts';
import type { Dimension, PointsTo } from '../reasons.ts';

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
  /** The day it was looked at, `YYYY-MM-DD`. */
  readonly asOf: string;
  readonly findings: Readonly<Record<Severity, number>>;
  readonly path: {
    readonly fits: Path;
    /** 0 to 1. */
    readonly confidence: number;
    /** The same in words, such as "all five stated dimensions point there". */
    readonly firmness?: string;
    readonly next: readonly string[];
  };
  /** All seven, in order; one of which nothing is said has no reasons. */
  readonly dimensions: readonly {
    readonly dimension: Dimension;
    readonly reasons: readonly { readonly pointsTo: PointsTo; readonly because: string; readonly at: FilePlace }[];
  }[];
  /** The defining features of its kind. */
  readonly features: readonly { readonly feature: string; readonly shown: boolean; readonly at?: FilePlace }[];
  /** The standards that it seeks or holds, then those that accredit its kind. */
  readonly readiness: readonly Readiness[];
  readonly alignment: Alignment;
  readonly specifications: readonly Specification[];
  /** Past and due dates in their order. */
  readonly timeline: readonly DatedEvent[];
  readonly holes: readonly { readonly what: string; readonly at: FilePlace }[];
  readonly roadmap: readonly Stage[];
  /** What to do next, the most pressing first. */
  readonly next: readonly NextStep[];
  /** Who and what there is around it, and what crosses the line between teaching and certifying. */
  readonly map: ProgramMap;
  /** What an owner of a certification and of instruction must have in place; absent where the owner has not both. */
  readonly both?: readonly {
    readonly what: string;
    readonly status: StepStatus;
    /** The rule that decides it. */
    readonly rule?: string;
    readonly at?: FilePlace;
  }[];
  /** Findings that the author has silenced, and why. */
  readonly ignored: readonly IgnoredRules[];
  readonly further: readonly { readonly title: string; readonly url: string }[];
}

/** Something to do next with a program. */
export interface NextStep {
  readonly text: string;
  readonly severity: Severity;
  readonly rule?: string;
  readonly at: FilePlace;
}

export interface LabelledBlock {
  readonly name?: string;
  readonly label: string;
  readonly at: FilePlace;
}

export interface Alignment {
  /** Intended learning outcomes, by which modules they are taught and by which assessments they are tested: indexes into the lists. */
  readonly outcomes: readonly (LabelledBlock & {
    readonly level?: string;
    readonly taughtBy: readonly number[];
    readonly testedBy: readonly number[];
  })[];
  readonly modules: readonly (LabelledBlock & { readonly hours?: string })[];
  readonly assessments: readonly (LabelledBlock & { readonly use: 'summative' | 'formative' })[];
  /** Domains of the examination specifications. */
  readonly domains: readonly (LabelledBlock & { readonly testedBy: readonly number[] })[];
}

/** The domains that add up together: of one assessment, or of the program. */
export interface Specification {
  readonly of: LabelledBlock;
  readonly domains: readonly (LabelledBlock & {
    /** Percents; the same where no range is given. */
    readonly weight?: { readonly low: number; readonly high: number };
    /** Scored items, as stated or as the weight gives. */
    readonly items?: { readonly low: number; readonly high: number; readonly stated: boolean };
    readonly tasks: readonly string[];
  })[];
  readonly total: { readonly low: number; readonly high: number; readonly complete: boolean; readonly fits: boolean };
  /** Scored items of the examination, where that is one number. */
  readonly scored?: number;
}

export interface DatedEvent {
  readonly what: string;
  /** As written: a year, a month or a day. */
  readonly date: string;
  readonly from: string;
  readonly to: string;
  readonly state: 'done' | 'due' | 'overdue';
  readonly at: FilePlace;
}

export interface Stage {
  readonly stage: 'plan' | 'design' | 'develop' | 'deliver' | 'maintain';
  readonly steps: readonly StageStep[];
}

/** `not said`: no description can show it; a milestone with the title of the step does. */
export type StepStatus = 'done' | 'in work' | 'missing' | 'not said';

/** A step of development, and how far the program has come with it. */
export interface StageStep {
  readonly what: string;
  /** Why or how, in a sentence. */
  readonly detail?: string;
  readonly status: StepStatus;
  /** How long it usually takes, who usually does it, and the steps that come first. */
  readonly takes?: string;
  readonly by?: string;
  readonly after?: readonly string[];
  /** Nobody has to take it. */
  readonly ifWanted?: true;
  readonly due?: string;
  readonly overdue?: boolean;
  readonly at?: FilePlace;
}
