/** Imports files of other systems: texts become the texts of `.cred` files, with a report on every value. */
import { byLine } from './csv-in.ts';
import { type FileProblem, importCtdl, type RecordReport } from './ctdl/in.ts';
import { type Json, parseJson } from './json.ts';
import type { BlockDraft, ModelBlock } from './model.ts';
import { type ImportProblem, isModel, readModel } from './model-in.ts';
import { FreeNames } from './names.ts';
import { type AnswerField, type DocumentPart, readDocument } from './tables/document.ts';
import { readTables } from './tables/interpret.ts';
import type { Table } from './tables/table.ts';
import { write } from './write.ts';

/** A JSON file as its text, or tables, or the parts of a document; the caller reads files of other programs. */
export type ImportInput =
  | { readonly file: string; readonly text: string }
  | { readonly file: string; readonly tables: readonly Table[]; readonly problems?: readonly ImportProblem[] }
  | { readonly file: string; readonly parts: readonly DocumentPart[]; readonly answers: readonly AnswerField[] };

/** The result of an import. */
export interface ImportResult {
  /** The text made from each file; files without content for Cred are left out. */
  readonly files: readonly { readonly file: string; readonly text: string }[];
  readonly records: readonly RecordReport[];
  readonly problems: readonly FileProblem[];
}

/** Imports files. Throws nothing: what is wrong is in the problems. */
export function importFiles(inputs: readonly ImportInput[]): ImportResult {
  const problems: FileProblem[] = [];
  const records: RecordReport[] = [];
  const blocks = new Map<string, readonly (BlockDraft | ModelBlock)[]>();
  const names = new FreeNames();
  const graphs: { file: string; json: Json }[] = [];
  for (const input of inputs) {
    const { file } = input;
    const wrong = (found: readonly { at: string; why: string }[]): void => void problems.push(...found.map(one => ({ file, ...one })));
    if ('parts' in input) {
      const read = readDocument(input.parts, names);
      blocks.set(file, read.blocks);
      records.push(...read.accounts.map(one => ({ file, ...one })));
      wrong(read.problems);
      continue;
    }
    if ('tables' in input) {
      const read = readTables(input.tables, names);
      blocks.set(file, read.blocks);
      records.push(...read.accounts.map(one => ({ file, ...one })));
      wrong(byLine([...(input.problems ?? []), ...read.problems]));
      continue;
    }
    const parsed = parseJson(input.text);
    if (!('json' in parsed)) {
      wrong([parsed]);
      continue;
    }
    wrong(parsed.remarks);
    if (isModel(parsed.json)) {
      const read = readModel(parsed.json);
      blocks.set(file, read.blocks);
      records.push(...read.blocks.map(one => ownRecord(file, one)));
      wrong(read.problems);
    } else graphs.push({ file, json: parsed.json });
  }
  const imported = importCtdl(graphs, names);
  for (const one of imported.files) blocks.set(one.file, one.blocks);
  return {
    files: inputs.flatMap(({ file }) => {
      const made = blocks.get(file) ?? [];
      return made.length > 0 ? [{ file, text: write(made) }] : [];
    }),
    records: [...records, ...imported.records],
    problems: [...problems, ...imported.problems],
  };
}

/** What Cred itself exported is taken unchanged. */
const ownRecord = (file: string, { kind, name = '', title = '' }: ModelBlock): RecordReport => ({
  file,
  at: '',
  title: title || name,
  type: kind,
  name,
  properties: [],
});
