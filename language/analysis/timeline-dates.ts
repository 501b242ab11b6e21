/** The meaning of each date of a program: something that happened, or something that is due. */

/** The block of a date, described in the words of the text. */
export interface Dated {
  readonly kind: string;
  /** Its title in quotes, or else its kind with an article. */
  readonly called: string;
  /** Its parent, in quotes. */
  readonly within: string | undefined;
  /** Returns a value in plain words. */
  said(key: string): string | undefined;
}

/** The meaning of a date property. */
export interface DateMeaning {
  readonly what: (of: Dated) => string;
  /** Whether something is due by then; otherwise it happened then. */
  readonly due?: boolean;
  /** Present if only the newest block of its kind is due again. Returns what distinguishes blocks of different series. */
  readonly newest?: (of: Dated) => string;
  /** Returns whether it has been done, so that it cannot be overdue. */
  readonly settled?: (of: Dated) => boolean;
}

const of = (what: string, { within }: Dated): string => (within ? `${what} for ${within}` : what);
const standard = ({ said }: Dated): string => said('standard') ?? said('by') ?? 'the accreditor';
const EVALUATIONS: Readonly<Record<string, string>> = {
  'program-evaluation': 'program evaluation',
  'quality-review': 'quality review',
  'psychometric-review': 'psychometric review',
};
const evaluation = (of: Dated): string => (of.called.startsWith('"') ? of.called : (EVALUATIONS[of.said('type') ?? ''] ?? 'evaluation'));
const version = ({ said }: Dated): string => (said('version') === undefined ? 'This version' : `Version ${said('version')}`);
const study = (called: string) => ({
  conducted: { what: (one: Dated) => of(sentence(called), one) },
  'next-due': { what: (one: Dated) => of(`Next ${called}`, one), due: true, newest: (one: Dated) => one.within ?? '' },
});
const sentence = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

const program: Readonly<Record<string, DateMeaning>> = {
  launched: { what: () => 'Launch' },
  effective: { what: one => `${version(one)} takes effect` },
  until: { what: one => `${version(one)} ends`, due: true, settled: () => true },
};

/** The meaning of each date, by kind and property. */
export const DATES: Readonly<Record<string, Readonly<Record<string, DateMeaning>>>> = {
  certification: program,
  certificate: program,
  attendance: program,
  program,
  'needs-analysis': study('needs analysis'),
  'job-analysis': study('job analysis'),
  'standard-setting': study('standard setting'),
  assessment: {
    effective: { what: ({ called }) => `${called} takes effect` },
    until: { what: ({ called }) => `${called} ends`, due: true, settled: () => true },
  },
  eligibility: { until: { what: ({ called }) => `${called} closes`, due: true, settled: () => true } },
  handbook: { updated: { what: () => 'Candidate handbook updated' } },
  results: { period: { what: () => 'Results' } },
  policy: {
    approved: { what: ({ called }) => `${called} approved` },
    reviewed: { what: ({ called }) => `${called} reviewed` },
  },
  evaluation: { conducted: { what: one => sentence(evaluation(one)) } },
  accreditation: {
    granted: { what: one => `Accreditation granted: ${standard(one)}` },
    expires: { what: one => `Accreditation ends: ${standard(one)}`, due: true, settled: ({ said }) => said('status') === 'lapsed' },
    'application-due': {
      what: one => `Application due: ${standard(one)}`,
      due: true,
      settled: ({ said }) => said('status') === 'accredited' || said('status') === 'lapsed',
    },
  },
  evidence: { date: { what: ({ called, said }) => `Evidence: ${called.startsWith('"') ? called : (said('document') ?? called)}` } },
  milestone: {
    due: { what: ({ called }) => called.replace(/^"(.*)"$/, '$1'), due: true, settled: ({ said }) => said('done') !== undefined },
    done: { what: ({ called }) => called.replace(/^"(.*)"$/, '$1') },
  },
};

/** The kinds that are repeated after an interval, counted from the first date in `since` that is stated. */
export const AGAIN: Readonly<
  Record<
    string,
    {
      readonly since: readonly string[];
      readonly every: string;
      readonly what: (of: Dated) => string;
      readonly newest?: (of: Dated) => string;
    }
  >
> = {
  policy: { since: ['reviewed', 'approved'], every: 'review-every', what: ({ called }) => `Review of ${called}` },
  evaluation: {
    since: ['conducted'],
    every: 'every',
    what: one => `Next ${evaluation(one)}`,
    newest: one => evaluation(one),
  },
};
