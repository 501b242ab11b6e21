/** The JSON of `cred check`: a contract, described in docs/cli.md. */
import type { CheckResult } from '../result.ts';

const VERSION = 1;

export function json({ asOf, files, summary }: CheckResult): string {
  return `${JSON.stringify({ version: VERSION, asOf, files: files.map(({ path, findings }) => ({ path, findings })), summary }, undefined, 2)}\n`;
}
