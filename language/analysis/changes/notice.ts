/**
 * The people who are usually notified of a change: those who hold the award, those who apply or take part, or the accreditor. This is the
 * practice of the field, not a clause; an accreditor's own procedures state what it requires.
 */
import { entry } from '../../model/entry.ts';

export type Notice = 'holders' | 'candidates' | 'accreditor';

/** By kind and key; the key `*` stands for adding or removing the block. */
const NOTICES: Readonly<Record<string, Readonly<Record<string, readonly Notice[]>>>> = {
  program: {
    '*': ['holders', 'candidates', 'accreditor'],
    kind: ['holders', 'candidates', 'accreditor'],
    title: ['holders', 'candidates', 'accreditor'],
    owner: ['holders', 'candidates', 'accreditor'],
    status: ['holders', 'candidates', 'accreditor'],
    purpose: ['accreditor'],
    goal: ['accreditor'],
    scope: ['candidates', 'accreditor'],
    audience: ['candidates'],
    languages: ['candidates'],
    fee: ['candidates'],
  },
  eligibility: { '*': ['candidates', 'accreditor'], any: ['candidates', 'accreditor'] },
  outcome: { '*': ['candidates', 'accreditor'], title: ['candidates', 'accreditor'] },
  module: { '*': ['candidates', 'accreditor'], hours: ['candidates'], delivery: ['candidates'], required: ['candidates', 'accreditor'] },
  domain: {
    '*': ['candidates', 'accreditor'],
    title: ['candidates', 'accreditor'],
    weight: ['candidates', 'accreditor'],
    items: ['candidates'],
  },
  task: { '*': ['candidates'] },
  'job-analysis': { '*': ['accreditor'], conducted: ['accreditor'], method: ['accreditor'] },
  assessment: {
    '*': ['candidates', 'accreditor'],
    measures: ['candidates', 'accreditor'],
    follows: ['candidates', 'accreditor'],
    independent: ['accreditor'],
    format: ['candidates', 'accreditor'],
    items: ['candidates'],
    unscored: ['candidates'],
    duration: ['candidates'],
    delivery: ['candidates', 'accreditor'],
    proctored: ['candidates', 'accreditor'],
    'open-book': ['candidates'],
    scoring: ['candidates', 'accreditor'],
    'score-scale': ['candidates', 'accreditor'],
    'passing-score': ['candidates', 'accreditor'],
    equating: ['accreditor'],
    'form-assembly': ['accreditor'],
    attempts: ['candidates'],
    'retake-wait': ['candidates'],
    'score-report': ['candidates'],
    after: ['candidates'],
    within: ['candidates'],
    fee: ['candidates'],
  },
  'standard-setting': { '*': ['accreditor'], method: ['accreditor'], conducted: ['accreditor'] },
  award: {
    '*': ['holders', 'candidates', 'accreditor'],
    type: ['holders', 'candidates', 'accreditor'],
    title: ['holders', 'candidates'],
    letters: ['holders', 'candidates', 'accreditor'],
    requires: ['candidates', 'accreditor'],
    'valid-for': ['holders', 'candidates', 'accreditor'],
    lifetime: ['holders', 'candidates', 'accreditor'],
    revocable: ['holders', 'accreditor'],
    wording: ['holders'],
    verification: ['holders'],
  },
  maintenance: { '*': ['holders', 'candidates', 'accreditor'], any: ['holders', 'candidates', 'accreditor'] },
  requirement: { '*': ['holders', 'accreditor'], any: ['holders', 'accreditor'] },
  charge: { '*': ['candidates'], any: ['candidates'] },
  handbook: { '*': ['candidates'], document: ['candidates'] },
  register: { '*': ['holders'], website: ['holders'], public: ['holders'] },
  policy: { '*': ['holders', 'candidates', 'accreditor'], covers: ['holders', 'candidates', 'accreditor'] },
  separation: { '*': ['accreditor'], any: ['accreditor'] },
  body: { '*': ['accreditor'], any: ['accreditor'] },
  vendor: { '*': ['accreditor'], does: ['accreditor'] },
  organization: {
    '*': ['holders', 'candidates', 'accreditor'],
    title: ['holders', 'candidates', 'accreditor'],
    'legal-form': ['accreditor'],
  },
};

/** Returns who is usually notified. `program` stands for all four kinds of program in the table. */
export function noticeOf(kind: string, key: string): readonly Notice[] {
  const table = entry(NOTICES, kind) ?? {};
  return entry(table, key) ?? (key === '*' ? [] : (table.any ?? []));
}
