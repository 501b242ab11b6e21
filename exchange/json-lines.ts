/** Reads files with a record on each line (NDJSON), as services hand out large collections. */
import { type Json, parseJson } from './json.ts';
import type { ImportProblem } from './model-in.ts';

/** The records of a file, each with its line. */
export interface JsonLines {
  readonly records: readonly { readonly at: string; readonly json: Json }[];
  readonly problems: readonly ImportProblem[];
}

/**
 * Returns the records of a file with one on each line; `undefined` if it is none. Its ending says so, or else each of its lines is a whole
 * record.
 */
export function linesIn(file: string, text: string): JsonLines | undefined {
  const isNamed = /\.(?:ndjson|jsonl)$/i.test(file);
  const body = text.replace(/^\uFEFF/, '');
  if (!isNamed && !/^\s*\{[^\n]*\}[ \t\r]*\n\s*\{/.test(body)) return undefined;
  const records: { at: string; json: Json }[] = [];
  const problems: ImportProblem[] = [];
  for (const [index, line] of body.split('\n').entries()) {
    if (line.trim() === '') continue;
    const at = `line ${index + 1}`;
    const parsed = parseJson(line);
    if ('json' in parsed) {
      records.push({ at, json: parsed.json });
      problems.push(...parsed.remarks.map(one => ({ at: inLine(at, one.at), why: one.why })));
    } else problems.push({ at: inLine(at, parsed.at), why: parsed.why });
  }
  return !isNamed && problems.length > 0 ? undefined : { records, problems };
}

/** Returns a place in a line as a place in the file. */
const inLine = (line: string, at: string): string => at.replace(/^line \d+/, line) || line;
