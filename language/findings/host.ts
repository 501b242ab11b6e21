/** What the surroundings hand in: the language itself touches no file, no clock and no network. */
import type { Severity } from './finding.ts';
import { pageOf } from './pages.ts';

/**
 * `outside` is what leads out of the project's folder, and was not looked for; `spelled` is how the path is written on the
 * disk where only capitals differ.
 */
export type Whereabouts = 'there' | 'missing' | 'outside' | { readonly spelled: string };

export interface Host {
  /** `YYYY-MM-DD`. */
  readonly today: string;
  /** Where the document is that a path names, which begins at a file's folder; `undefined` where the host cannot tell. */
  whereabouts(uri: string, path: string): Whereabouts | undefined;
  /** The severity that the project gives to a rule, in a file and in a program by its name. */
  severity(rule: string, at?: { readonly uri: string; readonly program?: string | undefined }): Severity | 'off' | undefined;
  /** The limit that the project sets for a rule that has one, in the rule's own unit. */
  limit?(rule: string): number | undefined;
  /** The standards that the project's programs are judged by on request, by name. */
  readonly standards?: readonly string[] | undefined;
  /** What the project's files are indented by, one level, where it says so. */
  readonly indent?: string | undefined;
  /** Where a rule's page is found. */
  help(rule: string): string;
}

export const plainHost = (today = new Date().toISOString().slice(0, 10)): Host => ({
  today,
  whereabouts: () => undefined,
  severity: () => undefined,
  help: pageOf,
});
