import type { Rule } from '../rules/define.ts';

/** How a rule is declared that applies to no block and no `.cred` file: who calls it says what it looks at, and hears what it reports. */
export const apartRule = <Subject, Report>(
  id: string,
  declared: Pick<Rule, 'title' | 'severity' | 'source'> & {
    check(subject: Subject, context: { report(finding: Report): void }): void;
  },
): Rule => ({ ...declared, id, reads: 'file', appliesTo: [], check: declared.check as unknown as Rule['check'] });
