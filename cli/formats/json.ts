/**
 * Prints the JSON of `cred check`. Other programs rely on its form, which docs/cli.md describes. Each finding stands on a line of its own,
 * so that outputs can be compared and searched.
 */
import { pack } from '../result/packed.ts';
import type { FileResult, PlainFinding } from '../result/result.ts';
import type { FormatContext } from './formats.ts';
import type { Writer } from './writer.ts';

const VERSION = 1;
/** Edits are there only if another format shows them. Within a text the quotation marks would be escaped. */
const EDITS = /"edits":/;
const withoutEdits = (finding: PlainFinding): PlainFinding => ({
  ...finding,
  fixes: finding.fixes.map(({ edits: _, ...fix }) => fix),
});

/** Returns the writer of this format. `asOf` is the day of the check, `YYYY-MM-DD`. */
export function json({ asOf }: Pick<FormatContext, 'asOf'>): Writer {
  let isFirst = true;
  return {
    begin: `{\n"version": ${VERSION},\n"asOf": ${JSON.stringify(asOf)},\n"files": [`,
    file(file) {
      const text = `${isFirst ? '' : ','}\n${fileOf(file)}`;
      isFirst = false;
      return text;
    },
    end: summary => [`${isFirst ? '' : '\n'}],\n"summary": ${JSON.stringify(summary)}\n}\n`],
  };
}

function fileOf(file: FileResult): string {
  const { text } = file.packed && !EDITS.test(file.packed.text) ? file.packed : pack(file.findings.map(withoutEdits));
  return `{"path":${JSON.stringify(file.path)},"findings":[${text === '' ? '' : `\n${text}\n`}]}`;
}
