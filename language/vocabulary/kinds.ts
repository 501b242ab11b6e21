/** All kinds of block, in the order in which they stand in a file and in a program. */
import { accreditation, type Accreditation } from './accreditation.ts';
import { assessment, type Assessment } from './assessment.ts';
import { award, type Award } from './award.ts';
import { body, type Body } from './body.ts';
import { charge, type Charge } from './charge.ts';
import { clause, type Clause } from './clause.ts';
import { type KindTable, type ProgramKind, PROGRAMS } from './define.ts';
import { domain, type Domain } from './domain.ts';
import { eligibility, type Eligibility } from './eligibility.ts';
import { evaluation, type Evaluation } from './evaluation.ts';
import { evidence, type Evidence } from './evidence.ts';
import { feature, type Feature } from './feature.ts';
import { handbook, type Handbook } from './handbook.ts';
import { jobAnalysis, type JobAnalysis } from './job-analysis.ts';
import { maintenance, type Maintenance } from './maintenance.ts';
import { milestone, type Milestone } from './milestone.ts';
import { module, type Module } from './module.ts';
import { needsAnalysis, type NeedsAnalysis } from './needs-analysis.ts';
import { organization, type Organization } from './organization.ts';
import { outcome, type Outcome } from './outcome.ts';
import { panel, type Panel } from './panel.ts';
import { person, type Person } from './person.ts';
import { policy, type Policy } from './policy.ts';
import { attendance, certificate, certification, type Program, program } from './program.ts';
import { register, type Register } from './register.ts';
import { requirement, type Requirement } from './requirement.ts';
import { results, type Results } from './results.ts';
import { separation, type Separation } from './separation.ts';
import { standard, type Standard } from './standard.ts';
import { standardSetting, type StandardSetting } from './standard-setting.ts';
import { task, type Task } from './task.ts';
import { vendor, type Vendor } from './vendor.ts';

/** The model of each kind, by the name that is written. */
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
  clause,
  feature,
};

/** Each kind's table by its name, in canonical order. */
export const KINDS: ReadonlyMap<string, KindTable> = new Map(Object.entries(tables));

export const kindOf = (name: string): KindTable | undefined => KINDS.get(name);

/** The kinds that may stand in a kind, or at top level (`TOP`), in canonical order. */
export const childKinds = (parent: string): KindTable[] => [...KINDS.values()].filter(table => table.standsIn.includes(parent));

export const isProgramKind = (name: string): name is ProgramKind => (PROGRAMS as readonly string[]).includes(name);

/** The kinds that have a property. */
export const kindsWith = (key: string): string[] => [...KINDS.values()].filter(kind => Object.hasOwn(kind.properties, key)).map(kind => kind.name);
