/** What the surroundings hand in: the language itself touches no file, no clock and no network. */
import type { Severity } from './finding.ts';

export interface Host {
  /** `YYYY-MM-DD`. */
  readonly today: string;
  /** Whether a path beside a file exists; `undefined` where the host cannot tell. */
  exists(uri: string, path: string): boolean | undefined;
  /** The severity that the project gives to a rule, by its id or group. */
  severity(rule: string): Severity | 'off' | undefined;
  /** Where a rule's page is found. */
  help(rule: string): string;
}

export const plainHost = (today = new Date().toISOString().slice(0, 10)): Host => ({
  today,
  exists: () => undefined,
  severity: () => undefined,
  help: rule => `docs/rules/${rule}.md`,
});
