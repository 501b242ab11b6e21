/** The JSON of `cred check`: a contract, described in docs/cli.md. A finding stands on a line of its own, for those who compare or search. */
import { pack } from '../result/packed.ts';
import type { CheckRun, FileResult } from '../result/result.ts';

const VERSION = 1;

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
