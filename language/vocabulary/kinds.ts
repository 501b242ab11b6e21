/** All kinds of block, in canonical order: the order in which they stand in a file and in a program. */
import { type Accreditation, accreditation } from './accreditation.ts';
import { type Assessment, assessment } from './assessment.ts';
import { type Award, award } from './award.ts';
import { type Body, body } from './body.ts';
import { type Charge, charge } from './charge.ts';
import { type Clause, clause } from './clause.ts';
import { type KindTable, PROGRAMS, type ProgramKind } from './define.ts';
import { type Domain, domain } from './domain.ts';
import { type Eligibility, eligibility } from './eligibility.ts';
import { type Evaluation, evaluation } from './evaluation.ts';
import { type Evidence, evidence } from './evidence.ts';
import { type Feature, feature } from './feature.ts';
import { type Handbook, handbook } from './handbook.ts';
import { type Imported, imported } from './imported.ts';
import { type JobAnalysis, jobAnalysis } from './job-analysis.ts';
import { type Maintenance, maintenance } from './maintenance.ts';
import { type Milestone, milestone } from './milestone.ts';
import { type Module, module } from './module.ts';
import { type NeedsAnalysis, needsAnalysis } from './needs-analysis.ts';
import { type Organization, organization } from './organization.ts';
import { type Outcome, outcome } from './outcome.ts';
import { type Panel, panel } from './panel.ts';
import { type Person, person } from './person.ts';
import { type Policy, policy } from './policy.ts';
import { attendance, certificate, certification, type Program, program } from './program.ts';
import { type Register, register } from './register.ts';
import { type Requirement, requirement } from './requirement.ts';
import { type Results, results } from './results.ts';
import { type Separation, separation } from './separation.ts';
import { type Standard, standard } from './standard.ts';
import { type StandardSetting, standardSetting } from './standard-setting.ts';
import { type Task, task } from './task.ts';
import { type Vendor, vendor } from './vendor.ts';

/** The model type of each kind, by the kind's name. */
export interface KindsByName {
  organization: Organization;
  person: Person;
  certification: Program;
  certificate: Program;
  attendance: Program;
  program: Program;
  standard: Standard;
  body: Body;
  eligibility: Eligibility;
  'needs-analysis': NeedsAnalysis;
  outcome: Outcome;
  module: Module;
  'job-analysis': JobAnalysis;
  panel: Panel;
  domain: Domain;
  task: Task;
  assessment: Assessment;
  'standard-setting': StandardSetting;
  award: Award;
  maintenance: Maintenance;
  requirement: Requirement;
  charge: Charge;
  handbook: Handbook;
  register: Register;
  policy: Policy;
  separation: Separation;
  vendor: Vendor;
  results: Results;
  evaluation: Evaluation;
  accreditation: Accreditation;
  evidence: Evidence;
  milestone: Milestone;
  imported: Imported;
  clause: Clause;
  feature: Feature;
}

export type KindName = keyof KindsByName;

const tables: Readonly<Record<KindName, KindTable>> = {
  organization,
  person,
  certification,
  certificate,
  attendance,
  program,
  standard,
  body,
  eligibility,
  'needs-analysis': needsAnalysis,
  outcome,
  module,
  'job-analysis': jobAnalysis,
  panel,
  domain,
  task,
  assessment,
  'standard-setting': standardSetting,
  award,
  maintenance,
  requirement,
  charge,
  handbook,
  register,
  policy,
  separation,
  vendor,
  results,
  evaluation,
  accreditation,
  evidence,
  milestone,
  imported,
  clause,
  feature,
};

/** The table of each kind by its name, in canonical order. */
export const KINDS: ReadonlyMap<string, KindTable> = new Map(Object.entries(tables));

/** Returns the table of a kind; `undefined` if there is no kind of that name. */
export const kindOf = (name: string): KindTable | undefined => KINDS.get(name);

/** Returns the kinds that may stand in a kind, or at the top level (`TOP`), in canonical order. */
export const childKinds = (parent: string): KindTable[] => [...KINDS.values()].filter(table => table.standsIn.includes(parent));

const PROGRAM_KINDS: ReadonlySet<string> = new Set(PROGRAMS);
/** Returns whether a kind is one of the programs, `program` of undecided kind among them. */
export const isProgramKind = (name: string): name is ProgramKind => PROGRAM_KINDS.has(name);

/** Returns the kinds that have the property. */
export const kindsWith = (key: string): string[] =>
  [...KINDS.values()].filter(kind => Object.hasOwn(kind.properties, key)).map(kind => kind.name);
