/** How a rule about ignores is declared: it looks at one ignore at a time, when it is known what each of them silenced. */
import type { CredFile } from '../model/file.ts';
import type { Report, Rule } from '../rules/define.ts';
import type { Ignore } from './ignore.ts';

/** What such a rule's `check` is given. */
export interface IgnoreSubject {
  readonly file: CredFile;
  readonly ignore: Ignore;
}

type Draft = Pick<Rule, 'title' | 'severity' | 'source'> & {
  check(subject: IgnoreSubject, context: { report(finding: Report): void }): void;
};

/** It applies to no block and no file: `ignore-findings.ts` calls it. */
export const ignoreRule = (id: string, { title, severity, source, check }: Draft): Rule => ({
  id,
  title,
  severity,
  source,
  reads: 'file',
  appliesTo: [],
  check: check as unknown as Rule['check'],
});
