/** What the surroundings hand in: the language itself touches no file, no clock and no network. */
import { BUILT_IN } from '../standards/index.ts';
import type { Severity } from './finding.ts';

export interface Host {
  /** `YYYY-MM-DD`. */
  readonly today: string;
  /** Whether a path beside a file exists; `undefined` where the host cannot tell. */
  exists(uri: string, path: string): boolean | undefined;
  /** The severity that the project gives to a rule, in a file and in a program by its name. */
  severity(rule: string, at?: { readonly uri: string; readonly program?: string | undefined }): Severity | 'off' | undefined;
  /** The limit that the project sets for a rule that has one, in the rule's own unit. */
  limit?(rule: string): number | undefined;
  /** The standards that the project's programs are judged by on request, by name. */
  readonly standards?: readonly string[] | undefined;
  /** Where a rule's page is found. */
  help(rule: string): string;
}

export const plainHost = (today = new Date().toISOString().slice(0, 10)): Host => ({
  today,
  exists: () => undefined,
  severity: () => undefined,
  help: pageOf,
});

/** Whether the page of an id is that of a built-in standard. */
export const isStandardPage = (rule: string): boolean => pageOf(rule).startsWith('docs/standards/');

/** The page of a rule, or of a built-in standard at the clause, as a path in the package. */
export function pageOf(rule: string): string {
  const at = rule.indexOf('/');
  const standard = BUILT_IN.find(name => name.toLowerCase() === rule.slice(0, at));
  return standard ? `docs/standards/${standard}.md#${rule.slice(at + 1)}` : `docs/rules/${rule}.md`;
}
