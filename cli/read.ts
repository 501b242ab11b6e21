/** Reading files, with a clear word where one cannot be read. */
import { readFileSync } from 'node:fs';
import { type RuleSettings, ruleSettings } from '../language/project/settings.ts';
import { RULES } from '../language/rules/index.ts';

const utf8 = new TextDecoder('utf-8', { fatal: true });

/** The text without its byte-order mark: positions are those of an editor, which shows none. */
export function readText(file: string, shown: string): string {
  let bytes: Buffer;
  try {
    bytes = readFileSync(file);
  } catch (error) {
    throw new Error(`"${shown}" cannot be read: ${reason(error as NodeJS.ErrnoException)}.`);
  }
  try {
    return utf8.decode(bytes);
  } catch {
    throw new Error(`"${shown}" is not UTF-8 text. Save it with the encoding UTF-8.`);
  }
}

/** The severities that a `cred.json` sets. What names no rule is only noted: another version of Cred may know it. */
export function readSettings(file: string, shown: string, notes: string[]): RuleSettings {
  const text = readText(file, shown);
  let settings: RuleSettings;
  try {
    settings = ruleSettings(text, { strict: true });
  } catch (error) {
    throw new Error(shown === 'cred.json' ? (error as Error).message : `${shown}: ${(error as Error).message}`);
  }
  for (const id of settings.keys()) {
    if (!RULES.some(rule => rule.id === id || `${rule.id.slice(0, rule.id.indexOf('/'))}/*` === id)) notes.push(`"${shown}" sets the severity of "${id}", but there is no such rule.`);
  }
  return settings;
}

function reason(error: NodeJS.ErrnoException): string {
  if (error.code === 'EACCES' || error.code === 'EPERM') return 'permission is denied';
  if (error.code === 'ENOENT') return 'it is not there';
  return error.message;
}
