/** How a rule about ignores is declared: it looks at one ignore at a time, when it is known what each of them silenced. */
import type { CredFile } from '../model/file.ts';
import type { Report } from '../rules/define.ts';
import { apartRule } from './apart-rule.ts';
import type { Ignore } from './ignore.ts';

/** What such a rule's `check` is given. */
export interface IgnoreSubject {
  readonly file: CredFile;
  readonly ignore: Ignore;
  /** Whether it covers an accreditation that cannot be read: what its standard asks for is not known until it is mended. */
  readonly unread: boolean;
}

/** `ignore-findings.ts` calls it. */
export const ignoreRule = apartRule<IgnoreSubject, Report>;
