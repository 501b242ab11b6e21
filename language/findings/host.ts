/** The services that the caller provides. The language itself reads no file, no clock and no network. */
import type { Severity } from './finding.ts';
import { pageOf } from './pages.ts';

/**
 * Where a document is. `outside`: the path leads out of the project's folder, and was not looked up. `spelled`: the path as it is
 * written on the disk, if only capitals differ.
 */
export type Whereabouts = 'there' | 'missing' | 'outside' | { readonly spelled: string };

/** The caller's side of a check: the date, the files and the project's settings. */
export interface Host {
  /** Today's date, `YYYY-MM-DD`. */
  readonly today: string;
  /** Returns where the document with a path relative to the file's folder is; `undefined` if the host cannot tell. */
  whereabouts(uri: string, path: string): Whereabouts | undefined;
  /** Returns the severity that the project sets for a rule in a file, and in a program if its name is given. */
  severity(rule: string, at?: { readonly uri: string; readonly program?: string | undefined }): Severity | 'off' | undefined;
  /** Returns the limit that the project sets for a rule, in the rule's own unit. */
  limit?(rule: string): number | undefined;
  /** The names of the standards by which the project wants its programs judged although they do not name them. */
  readonly standards?: readonly string[] | undefined;
  /** One level of indentation in the project's files, if the project sets it. */
  readonly indent?: string | undefined;
  /** Returns the address or path of a rule's page. */
  help(rule: string): string;
}

/** Returns a host that knows no documents and no settings. `today` is `YYYY-MM-DD`; the default is the day in UTC. */
export const plainHost = (today = new Date().toISOString().slice(0, 10)): Host => ({
  today,
  whereabouts: () => undefined,
  severity: () => undefined,
  help: pageOf,
});
