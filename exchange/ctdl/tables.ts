/**
 * What CTDL calls things and what Cred calls them, read in both directions. Which property is whose counterpart is said
 * by the vocabulary (`ctdl`); here stands how its values are written, and what the words of the one are in the other.
 */
import { kindOf } from '../../language/vocabulary/kinds.ts';
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

/** A Cred property, its CTDL counterpart and how the value is written there. */
export interface PropertyRow {
  readonly key: string;
  readonly ctdl: string;
  readonly form: Form;
}

/** `form` alone takes the counterpart from the vocabulary; a pair names another. */
function rows(kind: string, forms: Readonly<Record<string, Form | readonly [ctdl: string, Form]>>): readonly PropertyRow[] {
  return Object.entries(forms).map(([key, form]) => {
    if (Array.isArray(form)) return { key, ctdl: form[0] as string, form: form[1] as Form };
    const ctdl = kindOf(kind)?.properties[key]?.ctdl;
    if (!ctdl) throw new Error(`"${key}" of a ${kind} has no counterpart in the vocabulary.`);
    return { key, ctdl, form: form as Form };
  });
}

/** Where a word is given twice, the first concept is the one it is written as; a concept without `=` back has no word of its own. */
const STATUS = concept('credentialStat', { operating: 'Active', suspended: 'Suspended', retired: 'Deprecated' });
const USE = concept('assessUse', { summative: 'Summative', formative: 'Formative' });
const SCORING = concept('score', { 'criterion-referenced': 'CriterionReferenced', 'norm-referenced': 'NormReferenced' });
const FORMAT = concept(
  'assessMethod',
  { performance: 'Performance', portfolio: 'PortfolioEvaluation', project: 'Artifact' },
  // An examination is one of several formats: which, its concept does not tell.
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
/** The levels of an audience of learners say less than those of practice, so they are not read back. */
const LEVEL = concept(
  'audLevel',
  {},
  { entry: 'BeginnerLevel', independent: 'IntermediateLevel', advanced: 'AdvancedLevel', expert: 'AdvancedLevel' },
);
const SECTOR = concept('agentSector', { nonprofit: 'PrivateNonProfit', 'for-profit': 'PrivateForProfit', government: 'Public' });

export const ORGANIZATION = rows('organization', {
  summary: text,
  'legal-form': SECTOR,
  established: day,
  website: address,
  ctid: identifier,
});
export const PROGRAM = rows('certification', {
  status: STATUS,
  summary: text,
  audience: named,
  occupations: named,
  languages: language,
  website: address,
  'academic-credit': negated,
  version: plain,
  effective: date,
  until: date,
  ctid: identifier,
});
export const ASSESSMENT = rows('assessment', {
  use: USE,
  level: LEVEL,
  format: FORMAT,
  duration,
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
export const MODULE = rows('module', {
  summary: text,
  hours: duration,
  delivery: TAUGHT,
  website: address,
  fee: money,
  ctid: identifier,
});
export const CONDITION = rows('eligibility', { 'minimum-age': whole, experience: ['ceterms:yearsOfExperience', years] });
export const RENEWAL = rows('maintenance', { fee: money });
export const CHARGE = rows('charge', { for: FOR, who: named });
export const REVIEW = rows('evaluation', { every: said, document: ['ceterms:subjectWebpage', address] });
export const PROCEDURE = rows('policy', {
  'review-every': ['ceterms:processFrequency', said],
  document: ['ceterms:subjectWebpage', address],
});

/** Processes of a record, and the topic of the policy that settles them. */
export const PROCESSES = { 'ceterms:appealProcess': 'appeals', 'ceterms:complaintProcess': 'complaints' } as const;
export const SERVICES = {
  'ceterms:verificationDirectory': ['register', 'website'],
  'ceterms:verificationService': ['award', 'verification'],
} as const;

/** What has no property of its own in CTDL is said among the conditions, in words that are understood again: "Training: 40 hours". */
export const IN_WORDS: Readonly<Record<string, readonly string[]>> = {
  eligibility: ['education', 'field', 'experience', 'training', 'completes', 'license', 'references'],
  maintenance: ['cycle', 'continuing-education', 'completes', 'passes', 'reexamination', 'practice', 'ethics', 'grace'],
};

/** CTDL classes that have a kind of their own; the first of a kind is what it is written as. Other credentials are a `program`, whose kind is open. */
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

export const kindOfClass = (type: string): string | undefined => BY_CLASS.get(type) ?? (CREDENTIALS.has(type) ? 'program' : undefined);

/** Of the classes that a record claims the one that counts: one that has a place in Cred, and says more than the widest. */
export const mainClass = (types: readonly string[]): string | undefined =>
  types.find(one => kindOfClass(one) !== undefined && !WIDEST.has(one)) ?? types.find(one => kindOfClass(one) !== undefined) ?? types[0];
const WIDEST: ReadonlySet<string> = new Set(
  ['Credential', 'Organization', 'Assessment', 'LearningOpportunity'].map(name => `ceterms:${name}`),
);

/** The class that a block is of: the one it was imported as, where that fits its kind. */
export function classOf(kind: string, claimed: string | undefined): string {
  if (claimed !== undefined && kindOfClass(claimed) === kind && !UNPUBLISHED.has(claimed)) return claimed;
  return `ceterms:${CLASSES[kind]![0]}`;
}
/** Classes over others, which no record is of. */
const UNPUBLISHED: ReadonlySet<string> = new Set(['ceterms:Assessment', 'ceterms:LearningOpportunity']);

/** Degrees, levels and credentials of an open kind do not say whether they are for credit. */
export const NO_CREDIT =
  /:(?:\w*Degree|Credential|\w*Doctorate|\w+Level\d\w+|Post\w+|GeneralEducationDevelopment|QualityAssuranceCredential|SecondarySchoolDiploma)$/;
