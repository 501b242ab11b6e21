/** The severities that a project gives to rules: by id, or by `group/*`; from `cred.json` or an editor's settings. */
import type { Severity } from '../findings/finding.ts';

export type RuleSettings = ReadonlyMap<string, Severity | 'off'>;

const SEVERITIES: ReadonlySet<unknown> = new Set(['error', 'warning', 'information', 'hint', 'off']);

/**
 * Takes the text of a `cred.json` or an object with `rules`. What is not a severity is left out.
 * Throws where `strict` and something is wrong; the message says what and where.
 */
export function ruleSettings(from: unknown, { strict = false } = {}): RuleSettings {
  const made = new Map<string, Severity | 'off'>();
  let value = from;
  if (typeof from === 'string') {
    try {
      value = JSON.parse(from);
    } catch (error) {
      if (strict) throw new Error(`cred.json is not valid JSON: ${(error as Error).message}.`);
      return made;
    }
  }
  const rules = (value as { rules?: unknown } | null | undefined)?.rules;
  if (typeof rules !== 'object' || rules === null || Array.isArray(rules)) {
    if (strict && rules !== undefined) throw new Error('"rules" in cred.json is an object: each rule or group with its severity.');
    return made;
  }
  for (const [rule, severity] of Object.entries(rules)) {
    if (SEVERITIES.has(severity)) made.set(rule, severity as Severity | 'off');
    else if (strict)
      throw new Error(
        `"${rule}" in cred.json has the severity ${JSON.stringify(severity)}; it may be error, warning, information, hint or off.`,
      );
  }
  return made;
}

/** What is set for a rule itself, else for its group. */
export const severityIn = (settings: RuleSettings | undefined, rule: string): Severity | 'off' | undefined =>
  settings?.get(rule) ?? settings?.get(`${rule.slice(0, rule.indexOf('/'))}/*`);
