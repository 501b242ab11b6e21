/** Writes the result of a check file by file, so that the findings of a file are written before all files are checked. */
import type { CheckRun, FileResult, Summary } from '../result/result.ts';

export interface Writer {
  /** The text before the first file. */
  readonly begin: string;
  /** Returns the text of the next file; empty if the format has to know all files first. */
  file(file: FileResult): string;
  /** Returns the text after the last file, in pieces if it is long. */
  end(summary: Summary): readonly string[];
}

/** Makes the writer of a format that has no header and no footer. */
export const fileByFile = (write: (file: FileResult) => string): Writer => ({ begin: '', file: write, end: () => [] });

/** Yields the text of a whole result in pieces: a single string could exceed the longest that V8 allows. */
export function* pieces(writer: Writer, { files, summary }: CheckRun): Generator<string> {
  yield writer.begin;
  for (const file of files) yield writer.file(file);
  yield* writer.end(summary);
}

/** Returns the text of a whole result. */
export const textOf = (writer: Writer, result: CheckRun): string => [...pieces(writer, result)].join('');
