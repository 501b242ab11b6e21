/** Imports files of other systems: texts become the texts of `.cred` files, with a report on every value. */
import { isBadges, readBadges } from './badges-in.ts';
import { isFramework, readFramework } from './case-in.ts';
import { byLine } from './csv-in.ts';
import { type FileProblem, importCtdl, type RecordReport } from './ctdl/in.ts';
import { type Json, parseJson } from './json.ts';
import { linesIn } from './json-lines.ts';
import type { BlockDraft, ModelBlock } from './model.ts';
import { type ImportProblem, isModel, readModel } from './model-in.ts';
import { FreeNames } from './names.ts';
import { answersIn } from './office/study-answers.ts';
import { distinct, folded, splitEnding } from './paths.ts';
import { type AnswerField, type DocumentPart, readDocument } from './tables/document.ts';
import { readTables } from './tables/interpret.ts';
import type { Table } from './tables/table.ts';
import { write } from './write.ts';

/** A JSON file as its text, or tables, or the parts of a document; the caller reads files of other programs. */
export type ImportInput =
  | { readonly file: string; readonly text: string }
  | { readonly file: string; readonly tables: readonly Table[]; readonly problems?: readonly ImportProblem[] }
  | { readonly file: string; readonly parts: readonly DocumentPart[]; readonly answers: readonly AnswerField[] };

/** A program or an organization that the project has already. */
export interface ExistingBlock {
  readonly name: string;
  readonly kind: string;
  readonly ctid?: string;
  /** The file in which it stands, for messages. */
  readonly file: string;
}

/** The result of an import. */
export interface ImportResult {
  /** The text made from each file; files without content for Cred are left out. */
  readonly files: readonly ImportedFile[];
  readonly records: readonly RecordReport[];
  readonly problems: readonly FileProblem[];
}

/** The text made from a file, as a whole and by its programs and organizations. */
export interface ImportedFile {
  readonly file: string;
  readonly text: string;
  readonly parts: readonly { readonly name: string; readonly text: string }[];
}

/**
 * Imports files into a project with these blocks: their names are not given again, and a record with the identifier of one is that block.
 * Throws nothing: what is wrong is in the problems.
 */
export function importFiles(given: readonly ImportInput[], known: readonly ExistingBlock[] = []): ImportResult {
  const inputs = apart(given);
  const problems: FileProblem[] = [];
  const records: RecordReport[] = [];
  const blocks = new Map<string, readonly (BlockDraft | ModelBlock)[]>();
  const names = new FreeNames();
  names.take(known.map(({ name }) => name));
  const graphs: { file: string; json: Json; at?: string }[] = [];
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
    const lines = linesIn(file, input.text);
    if (lines) {
      wrong(lines.problems);
      graphs.push(...lines.records.map(one => ({ file, ...one })));
      continue;
    }
    const parsed = parseJson(input.text);
    if (!('json' in parsed)) {
      wrong([parsed]);
      continue;
    }
    wrong(parsed.remarks);
    const other = isBadges(parsed.json)
      ? readBadges(parsed.json, names)
      : isFramework(parsed.json)
        ? readFramework(parsed.json, names)
        : undefined;
    if (other) {
      blocks.set(file, other.blocks);
      records.push(...other.records.map(one => ({ file, ...one })));
      wrong(other.problems);
      continue;
    }
    if (isModel(parsed.json)) {
      const read = readModel(parsed.json);
      blocks.set(file, read.blocks);
      records.push(...read.blocks.map(one => ownRecord(file, one)));
      wrong(read.problems);
    } else graphs.push({ file, json: parsed.json });
  }
  const imported = importCtdl(graphs, names, known);
  for (const one of imported.files) blocks.set(one.file, one.blocks);
  return {
    files: inputs.flatMap(({ file }) => {
      const made = blocks.get(file) ?? [];
      if (made.length === 0) return [];
      const parts = made.map(one => ({ name: one.name ?? one.kind, text: write([one]) }));
      return [{ file, text: parts.map(({ text }) => text).join('\n'), parts }];
    }),
    records: [...records, ...imported.records],
    problems: [...problems, ...imported.problems],
  };
}

/** The content of files as the import takes it, and what was wrong with reading them. */
export interface ReadFiles {
  readonly inputs: readonly ImportInput[];
  readonly problems: readonly FileProblem[];
}

/** Imports files that were read one by one. A filled-in self-study is no record; another command takes its answers. */
export function importRead(read: readonly ReadFiles[]): ImportResult {
  const inputs = read.flatMap(one => one.inputs);
  const studies = inputs.filter(one => answersIn(one) !== undefined);
  const { problems, ...imported } = importFiles(inputs.filter(one => !studies.includes(one)));
  const apart = studies.map(({ file }) => ({ file, at: '', why: SELF_STUDY }));
  return { ...imported, problems: [...read.flatMap(one => one.problems), ...apart, ...problems] };
}

const SELF_STUDY =
  'It is a self-study that somebody filled in. "cred import FILE --apply", or "Cred: Import" in VS Code, takes its answers as evidence.';

/** Returns the inputs with a file name of its own for each, since what they become is known by it. */
function apart(given: readonly ImportInput[]): readonly ImportInput[] {
  const taken = new Set(given.map(({ file }) => folded(file)));
  const before = new Set<string>();
  return given.map(input => {
    const isNew = !before.has(input.file);
    before.add(input.file);
    if (isNew) return input;
    const { stem, ending } = splitEnding(input.file);
    return { ...input, file: distinct(stem, ending, taken) };
  });
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
