/** Reads the rows of a sheet into programs and their owners, and reports problems by row and column. */
import { KINDS, kindOf } from '../language/vocabulary/kinds.ts';
import { isAddress, isCtid } from './addresses.ts';
import { type BulkCells, bulkParts } from './csv-parts.ts';
import { classNamed, clean, expected, isFault, kindNamed, valueIn } from './csv-values.ts';
import type { RecordAccount } from './ctdl/in.ts';
import type { Fate, PathFate } from './ctdl/source.ts';
import { type BlockDraft, draft, inOrder } from './model.ts';
import type { ImportProblem } from './model-in.ts';
import { FreeNames } from './names.ts';
import { type BulkKey, type Heading, headings, isBulk, joint, valuesIn } from './sheet.ts';
import { CellReader, type ColumnHints, expectedFor, hintsOf } from './tables/cells.ts';
import { placeIn, type Table, type TableRow } from './tables/table.ts';
import { brief, oneLine } from './values.ts';

/** The result of reading a sheet. */
export interface SheetRead {
  readonly blocks: readonly BlockDraft[];
  readonly problems: readonly ImportProblem[];
  readonly records: readonly SheetRecord[];
}
/** What became of a row. */
type SheetRecord = Omit<RecordAccount, 'type'>;

/** Reads a sheet whose first row has the names of its columns. Throws nothing: what is wrong is in the problems. */
export function readSheet(
  [header, ...rows]: readonly TableRow[],
  names = new FreeNames(),
  table: Pick<Table, 'place' | 'counts'> = { place: '', counts: 'line' },
): SheetRead {
  if (!header) return { blocks: [], records: [], problems: [{ at: '', why: 'The sheet is empty.' }] };
  const columns = headings(header.cells);
  const at = placeIn(table, header.line);
  if (!columns.some(({ key }) => key === 'title')) {
    const other = columns.find(({ name }) => /^(learning opportunity|course|assessment) name$/i.test(name));
    const why = other
      ? `The sheet lists what "${other.name}" says. In Cred instruction and assessments stand in programs: import a sheet of credentials, or the records in JSON-LD.`
      : 'No column holds the titles of programs. Call it "title" or "Credential Name".';
    return { blocks: [], records: [], problems: [{ at, why }] };
  }
  const sheet = new Sheet(columns, names, table);
  for (const [index, { name, key }] of columns.entries()) {
    const first = columns.findIndex(one => one.key === key);
    if (key !== undefined && key !== 'id' && first < index)
      sheet.problems.push({ at, why: `Two columns say the same: "${columns[first]!.name}" and "${name}". The first counts.` });
  }
  if (rows.length === 0) sheet.problems.push({ at, why: 'There is no row below the names of the columns.' });
  for (const row of rows) if (row.cells.some(cell => cell.trim() !== '')) sheet.read(row);
  return sheet.done();
}

class Sheet {
  readonly problems: ImportProblem[] = [];
  private readonly records: SheetRecord[] = [];
  private readonly owners = new Map<string, BlockDraft>();
  private readonly programs: BlockDraft[] = [];
  private readonly values = new Map<string, ReturnType<typeof valueIn>>();
  private readonly cells = new CellReader();
  private readonly hints = new Map<string, ColumnHints>();
  /** Programs by identifier, since rows with the same identifier describe the same program. */
  private readonly byId = new Map<string, { readonly program: BlockDraft; readonly line: number }>();

  constructor(
    private readonly columns: readonly Heading[],
    private readonly names: FreeNames,
    private readonly table: Pick<Table, 'place' | 'counts'>,
  ) {}

  read({ line, cells }: TableRow): void {
    const row = new RowReader(this.columns, cells, placeIn(this.table, line), this.problems);
    if (cells.length > this.columns.length)
      this.problems.push({
        at: row.at,
        why: `It has ${cells.length} cells, but there are ${this.columns.length} columns. A text with a comma stands in quotation marks.`,
      });
    const title = oneLine(row.cell('title'));
    const ids = ['ctid', 'id'].flatMap(key =>
      row
        .all(key)
        .filter(cell => key !== 'ctid' || isCtid(cell))
        .map(cell => `${key} ${cell.toLowerCase()}`),
    );
    const before = ids.map(id => this.byId.get(id)).find(one => one !== undefined);
    const same = before && (title === '' || title === before.program.title) ? before : undefined;
    if (before && !same) row.wrong(row.heading('ctid', 'id'), `Line ${before.line} has the same identifier for "${before.program.title}".`);
    const made = same?.program ?? this.begin(row, title);
    if (!made) {
      this.records.push({ title, at: row.at, properties: row.left('not understood') });
      return;
    }
    for (const id of ids) if (!this.byId.has(id)) this.byId.set(id, { program: made, line });
    this.fill(made, row, same?.line);
    this.records.push({ title: made.title!, at: row.at, name: made.name!, properties: row.fates });
  }

  /** Starts a program with its kind, title and name. */
  private begin(row: RowReader, title: string): BlockDraft | undefined {
    if (title === '') return row.wrong(row.heading('title'), 'The program has no title. The row is left out.');
    const type = row.cell('kind');
    const kind = type === '' ? 'program' : kindNamed(type);
    if (kind === undefined)
      return row.wrong(row.heading('kind'), `"${type}" is no kind of program and no type of credential. The row is left out.`);
    const made = draft(kind, title);
    const wish = row.cell('name');
    made.name = this.names.of(title, { abbreviate: true, ...(wish !== '' && { wish }) });
    if (wish !== '' && made.name !== wish)
      row.wrong(row.heading('name'), `"${wish}" is taken or is no name; "${made.name}" stands for it.`);
    const claimed = classNamed(type);
    if (claimed !== undefined) made.properties['ctdl-type'] = claimed;
    this.programs.push(made);
    return made;
  }

  /** Fills a program from a row. `before` is the line that described the program first; its values take precedence. */
  private fill(made: BlockDraft, row: RowReader, before: number | undefined): void {
    const bulk: Partial<Record<BulkKey, string>> = {};
    for (const cell of row.cells) {
      const { key, name, text } = cell;
      if (isBulk(key) && key !== 'id') bulk[key] = text;
      else if (cell.part) this.part(made, cell, cell.part, row);
      else if (key === undefined || key === 'id') row.note(cell, 'note');
      else if (key === 'kind' && before !== undefined && !isOf(made, text)) row.other(cell, before);
      else if (key === 'kind' || key === 'name' || key === 'title') row.note(cell, 'mapped');
      else {
        if (key === 'owner' && SAME.test(text)) {
          row.note(cell, 'not understood');
          row.wrong(name, `"${brief(text)}" names nobody, since this is the column of the owner. Write who it is.`);
          continue;
        }
        const value = key === 'owner' ? this.ownerIn(cell, made.name!, row) : this.valueOf(cell);
        if (value === undefined) {
          row.note(cell, 'not understood');
          row.wrong(name, `"${brief(text)}" is no value of "${key}": ${expected(key)}. It is kept as a note.`);
        } else if (before !== undefined && JSON.stringify(made.properties[key] ?? value) !== JSON.stringify(value)) {
          row.other(cell, before);
        } else {
          made.properties[key] = value;
          if (key !== 'owner') row.note(cell, 'mapped');
        }
      }
    }
    const { done, slips } = bulkParts(made, bulk as BulkCells);
    for (const { key, text, expected } of slips)
      row.wrong(row.heading(key), `"${brief(text)}" is not understood: ${expected} was expected. It is kept as a note.`);
    for (const cell of row.cells) if (isBulk(cell.key) && cell.key !== 'id') row.note(cell, done.has(cell.key) ? 'mapped' : 'note');
    for (const note of row.notes) if (!made.notes.includes(note)) made.notes.push(note);
  }

  /** Returns what a heading tells of the cells below it. */
  private hintsFor(heading: string): ColumnHints {
    let hints = this.hints.get(heading);
    if (!hints) {
      hints = hintsOf(heading, []);
      this.hints.set(heading, hints);
    }
    return hints;
  }

  /** Puts a cell into the block within the program that its column tells of. */
  private part(made: BlockDraft, cell: Cell, { kind, key }: NonNullable<Heading['part']>, row: RowReader): void {
    const property = kindOf(kind)!.properties[key]!;
    const read = this.cells.read(cell.text, kind, key, this.hintsFor(cell.name));
    if (!read) {
      row.note(cell, 'not understood');
      row.wrong(cell.name, `"${brief(cell.text)}" is not understood: ${expectedFor(property)}. It is kept as a note.`);
      return;
    }
    if (read.guessed !== undefined) {
      made.notes.push(`${cell.name}: ${oneLine(cell.text)}`);
      row.wrong(cell.name, `"${brief(cell.text)}" is read as ${read.guessed}. See whether that is meant; it is kept as a note, too.`);
    }
    let block = made.blocks.find(one => one.kind === kind);
    if (!block) {
      block = draft(kind);
      if (kindOf(kind)!.titled) block.holes.push('title');
      if (kindOf(kind)!.named) block.name = kind;
      made.blocks.push(block);
    }
    block.properties[key] ??= property.many ? [...read.values] : read.values[0]!;
    row.note(cell, 'mapped');
  }

  /** Parses a cell, once for all rows with the same text. */
  private valueOf({ text, key, own }: Cell): ReturnType<typeof valueIn> {
    const said = `${key} ${own} ${text}`;
    if (!this.values.has(said)) this.values.set(said, valueIn(text, key!, own));
    return this.values.get(said);
  }

  /** Returns the owner; the other organizations of the cell are described, too, and the cell is kept as a note. */
  private ownerIn(cell: Cell, program: string, row: RowReader): { ref: string } {
    const [first = cell.text, ...others] = cell.own ? [cell.text] : valuesIn(cell.text);
    const owner = this.ownerNamed(first, program, cell.own);
    for (const one of others) this.ownerNamed(one, program);
    row.note(cell, others.length > 0 ? 'note' : 'mapped');
    if (others.length > 0)
      row.wrong(cell.name, `It names ${others.length + 1} owners. A program has one: "${owner}" is taken, and this is kept as a note.`);
    return { ref: owner };
  }

  /** Returns the name of an owner, who is described once for all programs of the sheet. */
  private ownerNamed(text: string, program: string, own = false): string {
    const [called = '', address] = own ? [oneLine(text)] : text.split(joint).map(oneLine);
    const ctid = isCtid(called) ? called : undefined;
    const key = called.toLowerCase();
    let owner = this.owners.get(key);
    if (!owner) {
      owner = draft('organization', ctid === undefined ? oneLine(called) : undefined);
      if (ctid !== undefined) owner.holes.push('title');
      if (ctid !== undefined) owner.properties.ctid = ctid;
      owner.name = this.names.of(called, { abbreviate: true, ...(ctid !== undefined && { wish: `${program}-owner` }) });
      this.owners.set(key, owner);
    }
    if (isAddress(address)) owner.properties.website ??= address;
    return owner.name!;
  }

  done(): SheetRead {
    const order = [...KINDS.keys()];
    for (const one of this.programs) {
      inOrder(one);
      one.blocks.sort((a, b) => order.indexOf(a.kind) - order.indexOf(b.kind));
      // A single profile of conditions is the way in; several ones each apply to everyone.
      const ways = one.blocks.filter(({ kind, properties }) => kind === 'eligibility' && properties.applies === undefined);
      if (ways.length > 1) for (const way of ways) way.properties = { applies: 'everyone', ...way.properties };
    }
    return { blocks: [...this.owners.values(), ...this.programs], problems: byLine(this.problems), records: this.records };
  }
}

/** Matches the words of the bulk upload for an organization that another column names. */
const SAME = /^same as (owner|offerer)$/i;

/** Sorts problems by line; those without a line come first. */
export const byLine = <P extends ImportProblem>(problems: readonly P[]): P[] => [...problems].sort((a, b) => lineOf(a) - lineOf(b));
const lineOf = ({ at }: ImportProblem): number => Number(/^(?:.*, )?(?:line|row) (\d+)/.exec(at)?.[1] ?? 0);

/** Whether a program has the type that a cell names. */
const isOf = ({ kind, properties }: BlockDraft, type: string): boolean =>
  kindNamed(type) === kind && (classNamed(type) ?? properties['ctdl-type']) === properties['ctdl-type'];

interface Cell extends Heading {
  readonly text: string;
}

/** The non-empty cells of a row, and the fate of each. */
class RowReader {
  readonly cells: readonly Cell[];
  private readonly said = new Map<Cell, Fate>();

  constructor(
    private readonly columns: readonly Heading[],
    cells: readonly string[],
    readonly at: string,
    private readonly problems: ImportProblem[],
  ) {
    const texts = cells.map((cell, index): Cell => {
      const { name, key, own = false, part }: Heading = columns[index] ?? { name: `column ${index + 1}` };
      const first = columns.findIndex(one => one.key === key) === index || key === 'id';
      return { name, own, text: clean(cell), ...(key !== undefined && first && { key }), ...(part && { part }) };
    });
    for (const { name, text } of texts)
      if (isFault(text)) this.wrong(name, `The spreadsheet could not work this cell out (${text}). It counts as empty.`);
    this.cells = texts
      .filter(({ text }) => text !== '')
      .map(({ key, ...one }) => (isFault(one.text) || key === undefined ? one : { ...one, key }));
  }

  cell = (key: string): string => this.cells.find(one => one.key === key)?.text ?? '';
  all = (key: string): string[] => this.cells.flatMap(one => (one.key === key ? [one.text] : []));
  /** Returns the heading of the column that has one of these keys. */
  heading = (...keys: string[]): string => this.columns.find(({ key }) => key !== undefined && keys.includes(key))?.name ?? keys[0]!;
  wrong(column: string, why: string): undefined {
    this.problems.push({ at: `${this.at}, column "${column}"`, why });
  }
  /** Records that a cell differs from an earlier line about the same program. */
  other(cell: Cell, line: number): void {
    this.note(cell, 'note');
    this.wrong(cell.name, `Line ${line} tells of the same program and says something else. What it says counts; this is kept as a note.`);
  }
  note(cell: Cell, fate: Fate): void {
    this.said.set(cell, fate);
  }
  left = (fate: Fate): PathFate[] => this.cells.map(({ name }) => ({ path: name, fate }));

  get fates(): PathFate[] {
    return this.cells.map(cell => ({ path: cell.name, fate: this.said.get(cell) ?? 'note' }));
  }
  /** Returns what is kept beside the program as comments. */
  get notes(): string[] {
    return this.cells.flatMap(cell => (this.said.get(cell) === 'mapped' ? [] : [`${cell.name}: ${cell.text}`]));
  }
}
