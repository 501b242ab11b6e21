/**
 * Maps CTDL to Cred in both directions. The vocabulary says which property is the counterpart of which (`ctdl`); these tables say how
 * values are written, and which words correspond.
 */
import { kindOf } from '../../language/vocabulary/kinds.ts';
import { coded, INDUSTRY_CODES, OCCUPATION_CODES } from './codes.ts';
import {
  address,
  concept,
  date,
  day,
  duration,
  type Form,
  identifier,
  language,
  named,
  negated,
  plain,
  said,
  text,
  truth,
  whole,
  years,
} from './forms.ts';
import { FOR, money } from './prices.ts';
import { CREDENTIALS } from './terms.ts';

/** A Cred property, its CTDL counterpart, and the form of its values. */
export interface PropertyRow {
  readonly key: string;
  readonly ctdl: string;
  readonly form: Form;
}

/** Makes the rows of a kind. A form alone takes the counterpart from the vocabulary; a pair names another one. */
function rows(kind: string, forms: Readonly<Record<string, Form | readonly [ctdl: string, Form]>>): readonly PropertyRow[] {
  return Object.entries(forms).map(([key, form]) => {
    if (Array.isArray(form)) return { key, ctdl: form[0] as string, form: form[1] as Form };
    const ctdl = kindOf(kind)?.properties[key]?.ctdl;
    if (!ctdl) throw new Error(`"${key}" of a ${kind} has no counterpart in the vocabulary.`);
    return { key, ctdl, form: form as Form };
  });
}

/** A word with several concepts is written as the first. The concepts of the third argument (`oneWay`) are written but not read back. */
/** The names of a credential's states; the other states of programs have none. */
export const STATUS_NAMES = { operating: 'Active', suspended: 'Suspended', retired: 'Deprecated' };
const STATUS = concept('credentialStat', STATUS_NAMES);
const USE = concept('assessUse', { summative: 'Summative', formative: 'Formative' });
const SCORING = concept('score', { 'criterion-referenced': 'CriterionReferenced', 'norm-referenced': 'NormReferenced' });
const FORMAT = concept(
  'assessMethod',
  { performance: 'Performance', portfolio: 'PortfolioEvaluation', project: 'Artifact' },
  // An examination is one of several formats, and its concept does not say which.
  {
    'multiple-choice': 'Exam',
    'multiple-response': 'Exam',
    essay: 'Exam',
    oral: 'Exam',
    practical: 'Performance',
    simulation: 'Performance',
  },
);
const TAUGHT = concept(
  'deliveryType',
  { 'in-person': 'InPerson', blended: 'BlendedDelivery' },
  { 'online-live': 'OnlineOnly', 'online-self-paced': 'OnlineOnly' },
);
const TAKEN = concept(
  'deliveryType',
  {},
  { 'test-center': 'InPerson', 'on-site': 'InPerson', 'remote-proctored': 'OnlineOnly', 'remote-unproctored': 'OnlineOnly' },
);
/** The levels of learners' audiences say less than levels of practice, so they are not read back. */
const LEVEL = concept(
  'audLevel',
  {},
  { entry: 'BeginnerLevel', independent: 'IntermediateLevel', advanced: 'AdvancedLevel', expert: 'AdvancedLevel' },
);
const SECTOR = concept('agentSector', { nonprofit: 'PrivateNonProfit', 'for-profit': 'PrivateForProfit', government: 'Public' });

/** The rows of an organization. */
export const ORGANIZATION = rows('organization', {
  summary: text,
  'legal-form': SECTOR,
  established: day,
  website: address,
  ctid: identifier,
});
/** The rows of a program. */
export const PROGRAM = rows('certification', {
  status: STATUS,
  summary: text,
  audience: named,
  occupations: coded(OCCUPATION_CODES),
  industries: coded(INDUSTRY_CODES),
  subjects: named,
  keywords: text,
  duration,
  languages: language,
  website: address,
  'academic-credit': negated,
  version: plain,
  effective: date,
  until: date,
  ctid: identifier,
});
const LIFE_CYCLE = concept('lifeCycle', { developing: 'Developing', operating: 'Active', suspended: 'Suspended', retired: 'Ceased' });
/** The rows of a program that is a record of instruction. */
export const LEARNING_PROGRAM: readonly PropertyRow[] = PROGRAM.map(row =>
  row.key === 'status' ? { ...row, ctdl: 'ceterms:lifeCycleStatusType', form: LIFE_CYCLE } : row,
);
/** The rows of results. */
export const RESULTS = rows('results', { period: ['ceterms:dateEffective', date], passed: ['ceterms:numberAwarded', whole] });
/** The rows of an assessment. */
export const ASSESSMENT = rows('assessment', {
  use: USE,
  level: LEVEL,
  format: FORMAT,
  duration,
  website: address,
  ctid: identifier,
  delivery: TAKEN,
  proctored: truth,
  scoring: SCORING,
  'passing-score': said,
  rubric: address,
  fee: money,
  version: plain,
  effective: date,
  until: date,
});
/** The rows of a module. */
export const MODULE = rows('module', {
  summary: text,
  hours: duration,
  delivery: TAUGHT,
  website: address,
  fee: money,
  ctid: identifier,
});
/** The rows of a condition for admission. */
export const CONDITION = rows('eligibility', { 'minimum-age': whole, experience: ['ceterms:yearsOfExperience', years] });
/** The rows of the conditions of renewal. */
export const RENEWAL = rows('maintenance', { fee: money });
/** The rows of a charge. */
export const CHARGE = rows('charge', { for: FOR, who: named });
/** The rows of an evaluation. */
export const REVIEW = rows('evaluation', { every: said, document: ['ceterms:subjectWebpage', address] });
/** The rows of a policy. */
export const PROCEDURE = rows('policy', {
  'review-every': ['ceterms:processFrequency', said],
  document: ['ceterms:subjectWebpage', address],
});

/** The process properties, each with the topic of the policy for it. */
export const PROCESSES = { 'ceterms:appealProcess': 'appeals', 'ceterms:complaintProcess': 'complaints' } as const;
/** The services and their properties. */
export const SERVICES = {
  'ceterms:verificationDirectory': ['register', 'website'],
  'ceterms:verificationService': ['award', 'verification'],
} as const;

/**
 * Properties without a counterpart in CTDL. They are written among the conditions in words that the import understands, such as "Training:
 * 40 hours".
 */
export const IN_WORDS: Readonly<Record<string, readonly string[]>> = {
  eligibility: ['education', 'field', 'experience', 'training', 'completes', 'license', 'references'],
  maintenance: ['cycle', 'continuing-education', 'completes', 'passes', 'reexamination', 'practice', 'ethics', 'grace'],
};

/** The CTDL classes by kind; a kind is written as its first class. Other credentials become a `program`, whose kind is open. */
const CLASSES: Readonly<Record<string, readonly string[]>> = {
  certification: ['Certification'],
  certificate: ['Certificate', 'ProficiencyCertificate', 'ProfessionalCertificate'],
  attendance: ['CertificateOfParticipation'],
  organization: ['CredentialOrganization', 'QACredentialOrganization', 'Organization'],
  assessment: ['AssessmentProfile', 'Assessment'],
  module: ['LearningOpportunityProfile', 'LearningOpportunity', 'Course', 'LearningProgram'],
  program: ['Credential'],
};
const BY_CLASS: ReadonlyMap<string, string> = new Map(
  Object.entries(CLASSES).flatMap(([kind, names]) => names.map(name => [`ceterms:${name}`, kind] as const)),
);

/** Returns the kind for a CTDL class; `undefined` if the class has no place in Cred. */
export const kindOfClass = (type: string): string | undefined => BY_CLASS.get(type) ?? (CREDENTIALS.has(type) ? 'program' : undefined);

/** Whether a class is that of a whole program of instruction, which is a program in Cred unless a credential requires it. */
export const isInstruction = (type: string | undefined): type is string => type === 'ceterms:LearningProgram';

/** Returns the class that counts among those that a record claims: one that has a place in Cred and is more specific than the widest. */
export const mainClass = (types: readonly string[]): string | undefined =>
  types.find(one => kindOfClass(one) !== undefined && !WIDEST.has(one)) ?? types.find(one => kindOfClass(one) !== undefined) ?? types[0];
const WIDEST: ReadonlySet<string> = new Set(
  ['Credential', 'Organization', 'Assessment', 'LearningOpportunity'].map(name => `ceterms:${name}`),
);

/** Returns the CTDL class of a block: the one with which it was imported, if it fits the kind. */
export function classOf(kind: string, claimed: string | undefined): string {
  if (kind === 'program' && isInstruction(claimed)) return claimed;
  if (claimed !== undefined && kindOfClass(claimed) === kind && !UNPUBLISHED.has(claimed)) return claimed;
  return `ceterms:${CLASSES[kind]![0]}`;
}
/** Superclasses, of which no record is published. */
const UNPUBLISHED: ReadonlySet<string> = new Set(['ceterms:Assessment', 'ceterms:LearningOpportunity']);

/** Classes that do not say whether they are for credit: degrees, levels, and credentials of an open kind. */
export const NO_CREDIT =
  /:(?:\w*Degree|Credential|\w*Doctorate|\w+Level\d\w+|Post\w+|GeneralEducationDevelopment|QualityAssuranceCredential|SecondarySchoolDiploma)$/;
