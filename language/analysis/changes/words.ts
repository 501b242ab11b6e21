/** Words for changes of properties whose own names do not make a sentence. */
import { entry } from '../../model/entry.ts';

/** How a property's change is worded. `%` stands for the block, such as `the assessment "Final test"`. */
export type Wording =
  /**
   * The block's relation to the listed values: "measures" gives `now also measures "Safety"`. `what` names the values if nothing is listed.
   */
  | { readonly does: string; readonly what: string }
  /** A property of the block that is true or not: "is proctored" gives `is no longer proctored`. */
  | { readonly is: string }
  /** A noun for the value. */
  | { readonly the: string; readonly plural?: true };

const does = (verb: string, what = `what % ${verb}`): Wording => ({ does: verb, what });
const is = (predicate: string): Wording => ({ is: predicate });
const the = (noun: string): Wording => ({ the: noun.includes('%') ? noun : `${noun} of %` });
const plural = (noun: string): Wording => ({ the: noun.includes('%') ? noun : `${noun} of %`, plural: true });
const number = (what: string): Wording => the(`number of ${what}`);

/** The wording by `kind.key`, or else by key. `program` stands for all four kinds of program. */
export const WORDINGS: Readonly<Record<string, Wording>> = {
  // Relations to the people and things that a block names.
  measures: does('measures'),
  follows: does('comes after'),
  after: does('comes after'),
  replaces: does('replaces'),
  requires: does('requires'),
  teaches: does('teaches'),
  'prepares-for': does('prepares for'),
  governs: does('governs'),
  supports: does('supports'),
  accredits: does('accredits'),
  represents: does('represents', 'whom % represents'),
  completes: does('asks people to complete', 'what % asks people to complete'),
  'charge.completes': does('is for those who completed', 'what % asks people to have completed'),
  waives: does('lets people in without', 'which assessments % does without'),
  'one-of': does('accepts as one of several', 'what % accepts as one of several'),
  'policy.for': does('holds for', 'what % holds for'),
  'decided-by': does('is decided by', 'who decides under %'),
  holds: does('asks people to hold', 'what % asks people to hold'),
  conditions: plural('further conditions of %'),
  covers: does('covers'),
  'handbook.covers': does('explains'),
  does: does('does'),
  between: does('keeps apart'),
  instructors: does('is taught by', 'who teaches %'),
  'developed-by': does('is developed by', 'who develops %'),
  'written-by': does('is written by', 'who writes %'),
  members: plural('members'),
  credentials: plural('credentials'),
  occupations: plural('occupations'),
  languages: plural('languages'),
  'panel.purpose': does('is for', 'what % is for'),
  needs: does('asks for'),
  'any-of': does('accepts'),
  where: does('is asked for with'),
  passes: does('asks people to pass again', 'what % asks people to pass again'),
  'feature.passes': does('asks to pass', 'which rules % asks to pass'),
  'feature.is': plural('accepted words'),

  // Yes or no.
  independent: is('is independent of any class'),
  proctored: is('is proctored'),
  'open-book': is('is open-book'),
  required: is('is required'),
  lifetime: is('is valid for life'),
  revocable: is('is revocable'),
  'academic-credit': is('gives academic credit'),
  autonomous: is('is autonomous'),
  'summary-published': is('has a published summary'),
  public: is('is public'),
  'on-request': is('answers on request'),
  trained: is('is trained for its work'),
  'agreements-signed': is('is bound by signed agreements'),
  agreement: is('is bound by a written agreement'),
  reexamination: is('asks for reexamination'),
  ethics: is('asks for a commitment to ethics'),
  staff: is('keeps the staff apart'),
  decisions: is('keeps the decisions apart'),
  content: is('keeps the content of the examination apart'),
  finances: is('keeps the finances apart'),
  promotion: is('keeps the promotion apart'),
  'purchase-required': is('requires a purchase'),
  'pass-guarantee': is('promises that people will pass'),

  // Numbers whose key is only a plural noun.
  items: number('items in %'),
  unscored: number('unscored items in %'),
  forms: number('forms of %'),
  attempts: number('attempts at %'),
  seats: number('seats on %'),
  'public-members': number('public members on %'),
  'certified-members': number('certified members on %'),
  raters: number('raters in %'),
  panelists: number('panelists in %'),
  respondents: number('respondents to %'),
  invited: number('people invited to %'),
  references: number('references that % asks for'),
  candidates: number('candidates in %'),
  passed: number('candidates who passed in %'),
  hours: plural('hours'),
  credits: plural('credits'),
  qualifications: plural('qualifications'),
  letters: plural('letters'),
  findings: plural('findings'),
  mean: the('mean score in %'),

  // Requirements.
  education: the('education that % asks for'),
  field: the('field that % asks for'),
  experience: the('experience that % asks for'),
  training: the('training that % asks for'),
  membership: the('membership that % asks for'),
  license: the('license that % asks for'),
  practice: the('practice that % asks for'),
  'continuing-education': the('continuing education that % asks for'),
  applies: the('reach'),

  // Dates and lengths of time.
  launched: the('launch date'),
  effective: the('effective date'),
  until: the('last day'),
  'framework-level': the('level in a framework'),
  recruited: the('recruitment of the members of %'),
  'assessment.level': the('level of practice'),
  rubric: the('rubric'),
  'imported.from': the('form that % was read from'),
  'imported.value': the('content'),

  granted: the('grant date'),
  expires: the('expiry date'),
  'application-due': the('application deadline'),
  conducted: the('completion date'),
  'next-due': the('next due date'),
  due: the('due date'),
  done: the('date on which % was reached'),
  approved: the('approval date'),
  reviewed: the('date of the last review of %'),
  'review-every': the('review interval'),
  updated: the('date of the last update of %'),
  established: the('founding date'),
  'in-force': the('date from which % applies'),
  withdrawn: the('date on which % was withdrawn'),
  'superseded-by': the('successor'),
  'transition-until': the('end of the transition from %'),
  every: the('interval'),
  term: the('term of office on %'),
  'valid-for': the('period of validity of %'),
  'term-rationale': the('rationale for the term of %'),
  within: the('time within which % must be taken'),
  'feature.within': the('greatest age'),
  'at-least': the('least value'),
  each: the('kind of block that % is asked of'),
  grace: the('grace period'),
  cycle: the('cycle'),
  'retake-wait': the('wait before a retake of %'),

  by: the('accrediting body'),
  'approved-by': the('approving body'),
  who: the('payer'),
  'charge.for': the('purpose'),
  selection: the('selection of the members of %'),
  verification: the('verification address'),
  ctid: the('Credential Registry identifier'),
  'ctdl-type': the('CTDL class'),
};

/** Returns the words for a property of a kind; without an entry of its own, the property is called as its key. */
export const wordingOf = (kind: string, key: string): Wording =>
  entry(WORDINGS, `${kind}.${key}`) ?? entry(WORDINGS, key) ?? the(key.replaceAll('-', ' '));
