/** The JSON of `cred check`: a contract, described in docs/cli.md. A finding stands on a line of its own, for those who compare or search. */
import { pack } from '../packed.ts';
import type { CheckResult, FileResult } from '../result.ts';

const VERSION = 1;

export function json({ asOf, files, summary }: CheckResult): string {
  const told = files.length > 0 ? `[\n${files.map(fileOf).join(',\n')}\n]` : '[]';
  return `{\n"version": ${VERSION},\n"asOf": ${JSON.stringify(asOf)},\n"files": ${told},\n"summary": ${JSON.stringify(summary)}\n}\n`;
}

function fileOf(file: FileResult): string {
  const { text } = file.packed ?? pack(file.findings);
  return `{"path":${JSON.stringify(file.path)},"findings":[${text === '' ? '' : `\n${text}\n`}]}`;
}
