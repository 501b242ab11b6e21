/** The defining features of a program's kind, and which of them the program's description shows. */
import type { AnyBlock, Stated } from '../model/block.ts';
import type { Span } from '../model/span.ts';
import type { Reference } from '../model/values.ts';
import type { Assessment } from '../vocabulary/assessment.ts';
import type { Program } from '../vocabulary/program.ts';
import { summativeAssessments } from './program.ts';
import { saysSomething } from './stated.ts';

/** A defining feature of a program's kind. */
export interface DefiningFeature {
  /** The feature in plain words, such as "An independent assessment". */
  readonly feature: string;
  /** Whether the description shows it. Holes do not count. */
  readonly shown: boolean;
  /** The rule that reports its absence. */
  readonly rule: string;
  /** The place that shows it. */
  readonly span?: Span;
}

type FindShown = (program: Program) => Span | undefined;

/** Returns the features of the declared kind, in the order of the published comparison; none for a program of undecided kind. */
export const definingFeatures = (program: Program): readonly DefiningFeature[] =>
  Object.entries(FEATURES[program.kind]).map(([feature, show]) => {
    const span = show(program);
    return { feature, shown: span !== undefined, rule: `${program.kind}/${RULES[feature]}`, ...(span && { span }) };
  });

const word = (stated: Stated<string> | undefined, wanted: string): Span | undefined => (stated?.value === wanted ? stated.span : undefined);
const first = (blocks: readonly AnyBlock[]): Span | undefined => blocks.find(saysSomething)?.headSpan;
const counts = (program: Program): readonly Assessment[] => summativeAssessments(program).filter(saysSomething);
const awarded = (program: Program, ...types: string[]): Span | undefined =>
  program
    .all('award')
    .flatMap(({ type }) => (type?.value !== undefined && types.includes(type.value) ? [type.span] : []))
    .at(0);

const FEATURES: Readonly<Record<Program['kind'], Readonly<Record<string, FindShown>>>> = {
  certification: {
    'A purpose: to recognize competence': ({ purpose }) => word(purpose, 'recognize-competence'),
    'A goal: to validate competence': ({ goal }) => word(goal, 'validate-competence'),
    'No instruction of its own is required': program =>
      requiresInstruction(program) ? undefined : (first(program.all('eligibility')) ?? first(counts(program))),
    'A summative assessment': program => first(counts(program)),
    'The assessment is independent': program => {
      const assessments = counts(program);
      return assessments.every(({ independent }) => independent?.value === true) ? assessments[0]?.independent?.span : undefined;
    },
    'A job analysis': program => first(program.all('job-analysis')),
    'A broad scope': ({ scope }) => word(scope, 'broad'),
    'A designation': program => awarded(program, 'designation'),
    'Upkeep of the award': program =>
      program.all('award').some(({ lifetime }) => lifetime?.value === true) ? undefined : first(program.all('maintenance')),
  },
  certificate: {
    'A purpose: to build capacity': ({ purpose }) => word(purpose, 'build-capacity'),
    'A goal: participants acquire competence': ({ goal }) => word(goal, 'acquire-competence'),
    Instruction: program => first(program.all('module')),
    'Intended learning outcomes': program => first(program.all('outcome')),
    'A summative assessment': program => first(counts(program)),
    'The assessment measures the outcomes': program => {
      const assessments = counts(program);
      const linked = assessments.every(one => one.independent?.value !== true && measuresOutcome(program, one));
      return linked ? assessments[0]?.measures?.span : undefined;
    },
    'A narrow scope': ({ scope }) => word(scope, 'narrow'),
    'A certificate': program => awarded(program, 'certificate'),
    'No upkeep of the award': program => (program.all('maintenance').length > 0 ? undefined : first(program.all('award'))),
  },
  attendance: {
    'Something to attend': program => first(program.all('module')),
    'A certificate of attendance': program => awarded(program, 'attendance'),
  },
  program: {},
};

/** The name of the rule about each feature; its group is the kind. */
const RULES: Readonly<Record<string, string>> = {
  'A purpose: to recognize competence': 'purpose',
  'A purpose: to build capacity': 'purpose',
  'A goal: to validate competence': 'goal',
  'A goal: participants acquire competence': 'goal',
  'No instruction of its own is required': 'instruction',
  Instruction: 'instruction',
  'Intended learning outcomes': 'outcomes',
  'A summative assessment': 'assessment',
  'The assessment is independent': 'independent-assessment',
  'The assessment measures the outcomes': 'linked-assessment',
  'A job analysis': 'job-analysis',
  'A broad scope': 'scope',
  'A narrow scope': 'scope',
  'A designation': 'award',
  'A certificate': 'award',
  'Upkeep of the award': 'maintenance',
  'No upkeep of the award': 'maintenance',
  'Something to attend': 'claims',
  'A certificate of attendance': 'claims',
};

/**
 * Returns whether the program requires instruction of its own: a required module that an assessment follows, or that every route includes.
 */
function requiresInstruction(program: Program): boolean {
  const own = new Set(program.all('module').map(({ name }) => name));
  const completes = (one: { completes?: { items: readonly Stated<Reference | string>[] } }): boolean =>
    one.completes?.items.some(({ value }) => typeof value === 'object' && own.has(value.path.at(-1))) ?? false;
  const ways = program.all('eligibility').filter(({ applies }) => applies?.value !== 'advised');
  const routes = ways.filter(({ applies }) => applies?.value !== 'everyone');
  return (
    program.all('module').some(({ required }) => required?.value === true) ||
    counts(program).some(({ follows }) => follows?.items.some(({ value }) => value !== undefined)) ||
    ways.some(way => !routes.includes(way) && completes(way)) ||
    (routes.length > 0 && routes.every(completes))
  );
}

const measuresOutcome = (program: Program, { measures }: Assessment): boolean =>
  measures?.items.some(({ value }) => value !== undefined && program.all('outcome').some(({ name }) => name === value.path.at(-1))) ??
  false;
