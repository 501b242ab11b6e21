/** Computes fingerprints that identify findings over time: a fingerprint stays the same when lines above are added or removed. */
import { createHash } from 'node:crypto';
import type { FileResult, PlainFinding } from './result.ts';

/**
 * Returns the fingerprints of a file's findings, in the same order. Each is made from the rule, the path, the text of the line, and the
 * number of equal findings before it.
 */
export function fingerprintsOf({ path, text }: Pick<FileResult, 'path' | 'text'>, findings: readonly PlainFinding[]): string[] {
  const lines = text.split(/\r\n|\r|\n/);
  const seen = new Map<string, number>();
  return findings.map(({ rule, range: { start, end } }) => {
    const line = lines[start.line] ?? '';
    const words = line.slice(start.character, end.line === start.line ? end.character : undefined);
    const like = JSON.stringify([rule, path, words, line.trim()]);
    const before = seen.get(like) ?? 0;
    seen.set(like, before + 1);
    return createHash('sha256').update(`${like}${before}`).digest('hex').slice(0, 32);
  });
}
