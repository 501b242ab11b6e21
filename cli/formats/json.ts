/**
 * Prints the JSON of `cred check`. Other programs rely on its form, which docs/cli.md describes. Each finding stands on a line of its own,
 * so that outputs can be compared and searched.
 */
import { pack } from '../result/packed.ts';
import type { CheckRun, FileResult } from '../result/result.ts';

const VERSION = 1;

/** Formats the findings as JSON, in pieces. */
export function json({ asOf, files, summary }: CheckRun): readonly string[] {
  const told = files.map((file, i) => `${i > 0 ? ',' : ''}\n${fileOf(file)}`);
  return [
    `{\n"version": ${VERSION},\n"asOf": ${JSON.stringify(asOf)},\n"files": [`,
    ...told,
    `${files.length > 0 ? '\n' : ''}],\n"summary": ${JSON.stringify(summary)}\n}\n`,
  ];
}

function fileOf(file: FileResult): string {
  const { text } = file.packed ?? pack(file.findings);
  return `{"path":${JSON.stringify(file.path)},"findings":[${text === '' ? '' : `\n${text}\n`}]}`;
}
