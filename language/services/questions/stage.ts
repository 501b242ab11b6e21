/** Finds the stage of development that a program's block or property belongs to: the roadmap's, or else the usual one of its kind. */
import { STEPS } from '../../analysis/roadmap-steps.ts';
import type { ProgramKind } from '../../vocabulary/define.ts';
import { isProgramKind } from '../../vocabulary/kinds.ts';
import type { Program } from '../../vocabulary/program.ts';
import type { STAGES } from '../../vocabulary/stages.ts';

export type StageName = keyof typeof STAGES;

/** The stages of kinds that no step of the roadmap names. */
const USUAL: Readonly<Record<string, StageName>> = {
  eligibility: 'design',
  'needs-analysis': 'plan',
  outcome: 'design',
  'job-analysis': 'design',
  panel: 'design',
  domain: 'design',
  task: 'design',
  policy: 'design',
  separation: 'design',
  module: 'develop',
  vendor: 'develop',
  assessment: 'develop',
  'standard-setting': 'develop',
  award: 'develop',
  charge: 'deliver',
  handbook: 'deliver',
  register: 'deliver',
  results: 'deliver',
  maintenance: 'maintain',
  requirement: 'maintain',
  evaluation: 'maintain',
  accreditation: 'maintain',
  evidence: 'maintain',
};

/** Returns the stage. `kind` and `key` are spelt as in the language; without a key, it is the stage of the whole block. */
export function stageOf(program: Program, kind: string, key?: string): StageName {
  const path = isProgramKind(kind) ? key : key === undefined ? kind : `${kind}.${key}`;
  const steps = STEPS[program.kind as ProgramKind] ?? {};
  for (const [stage, all] of Object.entries(steps)) {
    for (const { needs = [], anyOf = [] } of all)
      if ([...needs, ...anyOf].some(one => one === path || one.endsWith(`.${path}`))) return stage as StageName;
  }
  return USUAL[kind] ?? 'plan';
}
