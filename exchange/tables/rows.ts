/** Turns the rows of a table into blocks, by the meaning of its columns. */
import { kindOf } from '../../language/vocabulary/kinds.ts';
import { clean, isFault } from '../csv-values.ts';
import type { BlockDraft, ModelValue } from '../model.ts';
import type { ImportProblem } from '../model-in.ts';
import { brief, oneLine } from '../values.ts';
import { type CellReader, type ColumnHints, expectedFor, hintsOf, splitValues } from './cells.ts';
import { type ColumnMeaning, type Columns, inAccount } from './columns.ts';
import { depthOf, type TableHome, withoutNumber } from './home.ts';
import { columnLetters, isBlank, placeIn, type Table, type TableRow } from './table.ts';

/** What became of a column, for the account. */
export interface ColumnFate {
  readonly heading: string;
  readonly meaning: string;
  /** The number of its cells that were read, and of those that are kept as notes. */
  readonly read: number;
  readonly noted: number;
}
/** What became of the rows of a table. */
export interface RowsRead {
  readonly columns: readonly ColumnFate[];
  /** The number of rows that became blocks. */
  readonly rows: number;
}

/** Matches numbers and codes that only put rows in order, as in `2.1`, `IV` or `D-12`. */
const IS_NUMBERING = /^[\p{L}\d]{1,4}(?:[.\-/ ][\p{L}\d]{1,4}){0,3}[.)]?$/u;

/** Matches the title of a row that sums up others. */
const TOTAL = /^(grand |sub-?)?total(s)?\b|^sum(me)?$|^(over)?all$|^gesamt|^total général/i;

/** Returns the texts that a cell lists, one on each line or between bars, without their bullets and numbers. */
export const linesOf = (cell: string): string[] =>
  cell
    .split(/[\n|]|;(?=\s)|\s+[•▪]\s+/)
    .map(one => oneLine(withoutNumber(one)))
    .filter(Boolean);

/** The amount that often stands behind a title, as in "Patient care (25%)" or "Ethics – 3 hours". */
const AMOUNT_OF: Readonly<Record<string, string>> = { domain: 'weight', module: 'hours' };
/** Returns a title without the amount behind it, and the amount. */
export function withAmount(
  title: string,
  kind: string,
): { readonly text: string } & (
  | { readonly key: string; readonly value: string }
  | { readonly key?: undefined; readonly value?: undefined }
) {
  const key = AMOUNT_OF[kind];
  const unit = kind === 'domain' ? '%' : '(?:hours?|hrs?|h)';
  const found = new RegExp(`^(.*?\\p{L}.*?)[\\s:–—-]*[([]?\\s*(\\d+(?:\\.\\d+)?(?:\\s*[-–]\\s*\\d+)?\\s*${unit})[)\\]]?$`, 'iu').exec(
    title,
  );
  return found && key !== undefined ? { text: found[1]!, key, value: found[2]! } : { text: title };
}

interface ColumnWork {
  readonly name: string;
  readonly meaning: ColumnMeaning | undefined;
  readonly hints: ColumnHints;
  read: number;
  noted: number;
}

/** Reads the rows below the headings. `homeOf` returns the home of a row by its cell in a column of programs, if there is one. */
export class RowsReader {
  private readonly columns: readonly ColumnWork[];
  private readonly titleAt: number;
  private readonly hasWeights: boolean;
  private last: { readonly block: BlockDraft; readonly home: TableHome } | undefined;
  private made = 0;

  constructor(
    private readonly table: Table,
    private readonly found: Columns,
    private readonly rows: readonly TableRow[],
    private readonly homeOf: (program: string) => TableHome,
    private readonly cells: CellReader,
    private readonly problems: ImportProblem[],
  ) {
    this.columns = found.columns.map(({ heading, meaning }, index) => ({
      name: heading || `column ${columnLetters(index)}`,
      meaning,
      hints: hintsOf(
        heading,
        rows.flatMap(({ cells }) => (TOTAL.test(cells[0] ?? '') ? [] : [clean(cells[index] ?? '')])),
      ),
      read: 0,
      noted: 0,
    }));
    this.titleAt = found.columns.findIndex(({ meaning }) => meaning?.is === 'title');
    this.hasWeights = found.columns.some(({ meaning }) => meaning?.is === 'key');
  }

  read(): RowsRead {
    for (const row of this.rows) if (!isBlank(row)) this.row(row);
    return {
      columns: this.columns.map(({ name, meaning, read, noted }) => ({
        heading: name,
        meaning: meaning ? inAccount(meaning, this.found.kind) : '',
        read,
        noted,
      })),
      rows: this.made,
    };
  }

  private row({ line, cells, depth = 0 }: TableRow): void {
    const { kind } = this.found;
    const texts = this.columns.map(({ name }, index) => {
      const text = clean(cells[index] ?? '');
      if (!isFault(text)) return text;
      this.wrong(line, name, `The spreadsheet could not work this cell out (${text}). It counts as empty.`);
      return '';
    });
    const title = this.titleAt < 0 ? '' : texts[this.titleAt]!;
    if (TOTAL.test(title) || (title === '' && TOTAL.test(texts.find(text => text !== '') ?? ''))) return;
    const begun = this.block(texts, title, depth);
    if (!begun) {
      const text = texts.filter(Boolean).join(', ');
      this.wrong(line, this.columns[Math.max(this.titleAt, 0)]!.name, `The row has no title, so it is left out: "${brief(text)}".`);
      return;
    }
    const { block, home } = begun;
    for (const [index, text] of texts.entries()) if (text !== '') this.cell(text, index, line, block, home);
    for (const [index, text] of cells.entries()) {
      if (index >= this.columns.length && text.trim() !== '') {
        block.notes.push(oneLine(text));
        this.wrong(line, `column ${columnLetters(index)}`, 'No heading stands above this cell. It is kept as a note.');
      }
    }
    if (kind === block.kind) this.made++;
  }

  /** Returns the block of a row: a new one, or that of the row above where the row goes on with it. */
  private block(
    texts: readonly string[],
    title: string,
    depth: number,
  ): { readonly block: BlockDraft; readonly home: TableHome } | undefined {
    const { kind } = this.found;
    const { last } = this;
    const inner = this.columns.some(({ meaning }, i) => meaning?.is === 'inner' && texts[i] !== '');
    if (this.titleAt >= 0 && title === '') {
      // The cell of a title that spans several rows is empty in all but the first.
      if (inner || texts.some((text, i) => text !== '' && this.columns[i]!.meaning?.is === 'referring')) return last;
      if (kindOf(kind)!.titled) return undefined;
    }
    if (last && title !== '' && last.block.title === oneLine(title) && inner) return last;
    const numberAt = this.columns.findIndex(({ meaning }) => meaning?.is === 'number');
    const number = numberAt >= 0 ? texts[numberAt]! : (/^[\dA-Z]+(?:\.[\dA-Z]+)*(?=[.)\s])/.exec(title)?.[0] ?? '');
    const isPart = kind === 'domain' && last && depthOf(number) > 1 && this.isWithout(texts, 'weight');
    if (isPart) {
      const task = last.home.add('task', withoutNumber(title), { number, into: last.block.blocks });
      return { block: task, home: last.home };
    }
    if (last && depth > 0) {
      // A list within a list tells more of what stands above it.
      if (kind !== 'domain') last.block.notes.push(oneLine(title));
      else last.home.add('task', withoutNumber(title), { into: last.block.blocks });
      return last;
    }
    const programAt = this.columns.findIndex(({ meaning }) => meaning?.is === 'program');
    const home = this.homeOf(programAt < 0 ? '' : texts[programAt]!);
    const { text, key, value } = this.isWithoutAmount(kind) ? withAmount(title, kind) : { text: title };
    const before = text === '' ? undefined : home.added(kind, text);
    const block = before ?? home.add(kind, text === '' ? undefined : withoutNumber(text), number === '' ? {} : { number });
    const amount = key === undefined ? undefined : this.cells.read(value, kind, key);
    if (key !== undefined && amount) block.properties[key] = amount.values[0]!;
    this.last = { block, home };
    return this.last;
  }

  /** Whether a row has no value for a property, though the table has a column for it or none at all. */
  private isWithout(texts: readonly string[], key: string): boolean {
    const at = this.columns.findIndex(({ meaning }) => meaning?.is === 'key' && meaning.key === key);
    return at < 0 ? !this.hasWeights : texts[at] === '';
  }

  /** Whether no column has what may stand behind a title instead. */
  private isWithoutAmount(kind: string): boolean {
    const key = AMOUNT_OF[kind];
    return key !== undefined && !this.columns.some(({ meaning }) => meaning?.is === 'key' && meaning.key === key);
  }

  private cell(text: string, index: number, line: number, block: BlockDraft, home: TableHome): void {
    const column = this.columns[index]!;
    const { meaning } = column;
    if (!meaning) {
      this.note(column, text, block);
      return;
    }
    if (meaning.is === 'number' && !IS_NUMBERING.test(text)) this.note(column, text, block);
    else if (meaning.is === 'title' || meaning.is === 'number' || meaning.is === 'program') column.read++;
    else if (meaning.is === 'inner') {
      for (const one of linesOf(text)) {
        if (!block.blocks.some(({ kind, title }) => kind === meaning.kind && title === one))
          home.add(meaning.kind, one, { into: block.blocks });
      }
      column.read++;
    } else if (meaning.is === 'referring') {
      for (const one of linesOf(text.replace(/,\s+/g, '|'))) {
        const name = home.nameFor([meaning.kind], one);
        const other = home.blocks.find(each => each.name === name);
        if (other && block.name !== undefined) addTo(other, meaning.key, { ref: block.name });
        else this.slip(column, line, one, block, 'a title was expected');
      }
      column.read++;
    } else this.property(meaning.key, text, column, line, block, home);
  }

  private property(key: string, text: string, column: ColumnWork, line: number, block: BlockDraft, home: TableHome): void {
    const property = kindOf(block.kind)!.properties[key];
    if (!property) {
      this.note(column, text, block);
      return;
    }
    if (property.type === 'reference') {
      const known = splitValues(text.replace(/,\s+/g, '|'), property).map(one => home.nameFor(property.to ?? [], one));
      const values = known.every(name => name !== undefined) ? known.map(ref => ({ ref: ref! })) : property.orText ? [text] : [];
      if (values.length > 0) this.set(block, key, property.many ? values : values[0]!, property.many ?? false, column, line, text);
      else this.slip(column, line, text, block, expectedFor(property));
      return;
    }
    const read = this.cells.read(text, block.kind, key, column.hints);
    if (!read) {
      this.slip(column, line, text, block, expectedFor(property));
      return;
    }
    if (read.guessed !== undefined) {
      block.notes.push(`${column.name}: ${oneLine(text)}`);
      this.wrong(
        line,
        column.name,
        `"${brief(text)}" is read as ${read.guessed}. See whether that is meant; what was written is kept as a note.`,
      );
    }
    this.set(block, key, property.many ? [...read.values] : read.values[0]!, property.many, column, line, text);
  }

  private set(
    block: BlockDraft,
    key: string,
    value: ModelValue | ModelValue[],
    many: boolean,
    column: ColumnWork,
    line: number,
    text: string,
  ): void {
    const before = block.properties[key];
    if (before === undefined) block.properties[key] = value;
    else if (many) for (const one of value as ModelValue[]) addTo(block, key, one);
    else if (JSON.stringify(before) !== JSON.stringify(value)) {
      this.note(column, text, block);
      this.wrong(
        line,
        column.name,
        `A row above says something else of "${block.title ?? block.kind}". That counts; "${brief(text)}" is kept as a note.`,
      );
      return;
    }
    column.read++;
  }

  private note(column: ColumnWork, text: string, block: BlockDraft): void {
    column.noted++;
    const note = `${column.name}: ${oneLine(text)}`;
    if (!block.notes.includes(note)) block.notes.push(note);
  }

  private slip(column: ColumnWork, line: number, text: string, block: BlockDraft, expected: string): void {
    this.note(column, text, block);
    this.wrong(line, column.name, `"${brief(text)}" is not understood: ${expected}. It is kept as a note.`);
  }

  private wrong(line: number, column: string, why: string): void {
    this.problems.push({ at: placeIn(this.table, line, column), why });
  }
}

/** Adds a value to a list of a block, unless it is there. */
export function addTo(block: BlockDraft, key: string, value: ModelValue): void {
  const before = (block.properties[key] ??= []) as ModelValue[];
  if (!before.some(one => JSON.stringify(one) === JSON.stringify(value))) before.push(value);
}
