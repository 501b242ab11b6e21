/**
 * Interprets the tables of a file: what each of them is, and which blocks its rows become. The command line, the editor and the browser
 * use it for sheets, documents and the clipboard.
 */
import { counted } from '../../language/model/sentence.ts';
import { TOP } from '../../language/vocabulary/define.ts';
import { isProgramKind, KINDS, kindOf } from '../../language/vocabulary/kinds.ts';
import { readSheet } from '../csv-in.ts';
import type { RecordAccount } from '../ctdl/in.ts';
import type { Fate } from '../ctdl/source.ts';
import { type BlockDraft, draft, inOrder } from '../model.ts';
import type { ImportProblem } from '../model-in.ts';
import { FreeNames } from '../names.ts';
import { oneLine } from '../values.ts';
import { CellReader } from './cells.ts';
import { sameText, TableHome } from './home.ts';
import { openProgram, readLabels } from './label-rows.ts';
import { readMatrix } from './matrix.ts';
import { type RowsRead, RowsReader } from './rows.ts';
import { shapeOf, type TableShape, tablesWithin, toldAbove } from './shapes.ts';
import { isBlank, placeIn, type Table } from './table.ts';

/** What the tables of a file say. */
export interface TablesRead {
  readonly blocks: readonly BlockDraft[];
  readonly problems: readonly ImportProblem[];
  readonly accounts: readonly RecordAccount[];
}

/** Reads the tables of a file. Throws nothing: what is wrong is in the problems. */
export function readTables(tables: readonly Table[], names = new FreeNames()): TablesRead {
  const file = new TablesOfFile(names);
  const shaped = tables
    .flatMap(tablesWithin)
    .filter(({ rows }) => rows.some(row => !isBlank(row)))
    .map(table => ({ table, shape: shapeOf(table) }));
  if (shaped.length === 0) file.problems.push({ at: '', why: 'There is nothing in it: no cell has a text.' });
  // Programs come first, so that the other tables can be told to belong to them.
  for (const { table, shape } of shaped) if (shape?.is === 'programs') file.programs(table, shape);
  for (const { table, shape } of shaped) if (shape?.is === 'labels') file.labels(table, shape);
  for (const { table, shape } of shaped) {
    if (!shape) file.unknown(table, shaped.length === 1);
    else if (shape.is === 'matrix' || shape.is === 'blocks') file.blocks(table, shape);
  }
  return file.done();
}

/** The kinds that describe an organization rather than a program, where both may hold them. */
const OF_OWNER: ReadonlySet<string> = new Set(['policy', 'body', 'vendor', 'separation']);

/** The tables of one file, and the programs and organizations that they become parts of. */
export class TablesOfFile {
  readonly problems: ImportProblem[] = [];
  private readonly accounts: RecordAccount[] = [];
  private readonly top: BlockDraft[] = [];
  private readonly homes = new Map<BlockDraft, TableHome>();
  private readonly cells = new CellReader();

  constructor(private readonly names: FreeNames) {}

  /** Begins with a program; tables that name no other become a part of it. */
  begun(program: BlockDraft): void {
    this.top.push(program);
  }

  /** Reads a table of a document, whose text is kept where it is not understood. */
  table(table: Table, keeps = false): void {
    const shape = shapeOf(table);
    const program = this.top.find(({ kind }) => isProgramKind(kind));
    if (shape?.is === 'programs') this.programs(table, shape);
    else if (shape?.is === 'labels') this.labelsOf(table, program ?? openProgram(), table.title ?? '');
    else if (shape) this.blocks(table, shape);
    else {
      this.unknown(table, false);
      if (keeps && program)
        program.notes.push(...table.rows.map(({ cells }) => oneLine(cells.filter(Boolean).join(' | '))).filter(Boolean));
    }
  }

  /** Reads labels below a heading as properties of a program. */
  labelsOf(table: Table, program: BlockDraft, heading: string): void {
    const rows = heading === '' ? table.rows : [{ line: table.rows[0]!.line, cells: [heading] }, ...table.rows];
    const before = program.notes.length;
    const fates = readLabels(table, rows, program, this.homeIn(program), this.cells, this.problems);
    if (program.notes[before] === heading && fates.every(({ noted }) => noted === 0)) program.notes.splice(before, 1);
    this.account(table, program, `labels of ${kindOf(program.kind)!.called}`, { columns: fates, rows: 1 });
  }

  programs(table: Table, shape: Extract<TableShape, { is: 'programs' }>): void {
    const { header, rows } = shape;
    this.problems.push(...toldAbove(table, shape));
    const read = readSheet([header, ...rows], this.names, table);
    this.top.push(...read.blocks);
    this.problems.push(...read.problems);
    this.accounts.push(...read.records.map(one => ({ type: 'row', ...one })));
  }

  labels(table: Table, { rows, title }: Extract<TableShape, { is: 'labels' }>): void {
    const program = openProgram();
    const home = this.homeIn(program);
    const fates = readLabels(table, rows, program, home, this.cells, this.problems);
    program.name = this.names.of(program.title ?? title ?? 'program', { abbreviate: true });
    this.top.push(program);
    this.account(table, program, `labels of ${kindOf(program.kind)!.called}`, { columns: fates, rows: 1 });
  }

  blocks(table: Table, shape: Extract<TableShape, { is: 'matrix' | 'blocks' }>): void {
    const kind = shape.is === 'matrix' ? shape.matrix.rowKind : shape.columns.kind;
    this.problems.push(...toldAbove(table, shape));
    let home: TableHome | undefined;
    const homeOf = (program: string): TableHome => {
      const found = this.within(this.homeFor(table, kind, program, shape.title), kind);
      home ??= found;
      return found;
    };
    const read =
      shape.is === 'matrix'
        ? readMatrix(table, shape.matrix, shape.rows, homeOf(''), this.problems)
        : new RowsReader(table, shape.columns, shape.rows, homeOf, this.cells, this.problems).read();
    const into = [...this.homes].find(([, one]) => one === home)?.[0];
    const called = kindOf(kind)!.called;
    this.account(table, into, shape.is === 'matrix' ? `matrix: each row is ${called}` : `table: each row is ${called}`, read, shape.title);
  }

  unknown(table: Table, only: boolean): void {
    const rows = table.rows.filter(row => !isBlank(row));
    // A sheet of notes among others is no slip; a file that is nothing else is told in the words of sheets of programs.
    const first = rows[0]!;
    const why = only
      ? 'No heading says what the columns hold. Name them, such as "Credential Name" and "Credential Type" for programs, "Domain" and "Weight" for an exam blueprint, or "Policy" and "Approved" for policies.'
      : 'No heading says what the columns hold. The table is left out.';
    this.problems.push({ at: placeIn(table, first.line), why });
    this.accounts.push({ at: table.place, title: table.title ?? '', type: 'table', properties: [] });
  }

  done(): TablesRead {
    const order = [...KINDS.keys()];
    const beside = [...this.homes.values()].flatMap(home => home.beside);
    const blocks = [...beside, ...this.top].sort((a, b) => RANK(a) - RANK(b));
    for (const one of blocks) {
      inOrder(one);
      one.blocks.sort((a, b) => order.indexOf(a.kind) - order.indexOf(b.kind));
    }
    return { blocks, problems: this.problems, accounts: this.accounts };
  }

  private homeIn(block: BlockDraft): TableHome {
    let home = this.homes.get(block);
    if (!home) {
      const known = this.top.flatMap(({ kind, name, title }) =>
        name === undefined ? [] : [{ kind, name, ...(title !== undefined && { title }) }],
      );
      home = new TableHome(block.kind, new FreeNames(this.names), known, true, block.blocks, this.names);
      this.homes.set(block, home);
    }
    return home;
  }

  /** Returns the home of a row: the program that its cell, the table's title or the only one of the file names. */
  private homeFor(table: Table, kind: string, program: string, title: string | undefined): TableHome {
    const standsIn = kindOf(kind)!.standsIn;
    if (standsIn.includes(TOP)) return this.beside();
    const owners = this.top.filter(one => one.kind === 'organization');
    if (OF_OWNER.has(kind) && program === '') return this.homeIn(owners[0] ?? this.begin('organization', undefined));
    const programs = this.top.filter(one => one.kind !== 'organization' && one.kind !== 'person');
    const wanted = program !== '' ? program : (table.title ?? title ?? '');
    const called = programs.find(one => isCalled(one, wanted, program === ''));
    if (called) return this.homeIn(called);
    if (program !== '') return this.homeIn(this.begin('program', program));
    if (programs.length === 1) return this.homeIn(programs[0]!);
    const open = programs.find(one => one.title === undefined);
    if (open) return this.homeIn(open);
    if (programs.length > 1)
      this.problems.push({
        at: placeIn(table),
        why: 'It does not say which of the programs it belongs to. It stands in a program of its own, whose title is open.',
      });
    const named = title !== undefined && title !== table.title && !/^(table|sheet|tabelle|feuil)\s*\d*$/i.test(title) ? title : undefined;
    return this.homeIn(this.begin('program', named));
  }

  /** Returns the home of blocks that stand deeper than the program does, such as the tasks of a domain; it is added if it is not there. */
  private within(home: TableHome, kind: string): TableHome {
    const { standsIn } = kindOf(kind)!;
    if (standsIn.includes(home.kind) || standsIn.includes(TOP)) return home;
    const parent = standsIn[0]!;
    return this.homeIn(home.blocks.find(one => one.kind === parent) ?? home.add(parent, undefined));
  }

  /** Returns the home of people and organizations, which stand beside programs. */
  private beside(): TableHome {
    const home = new TableHome(TOP, this.names, [], true, this.top, this.names);
    return home;
  }

  private begin(kind: string, title: string | undefined): BlockDraft {
    const made = draft(kind, title);
    if (title === undefined) made.holes.push('title');
    made.name = this.names.of(title ?? kind, { abbreviate: true });
    this.top.push(made);
    return made;
  }

  private account(table: Table, into: BlockDraft | undefined, type: string, { columns, rows }: RowsRead, title = table.title): void {
    this.accounts.push({
      at: table.place,
      title: title ?? '',
      type,
      name: into?.name ?? counted(rows, 'block'),
      properties: columns.map(({ heading, meaning, read, noted }) => ({
        path: meaning === '' ? `"${heading}"` : `"${heading}" as ${meaning}`,
        fate: fateOf(meaning, read, noted),
      })),
    });
  }
}

const fateOf = (meaning: string, read: number, noted: number): Fate =>
  meaning === '' ? 'note' : read === 0 && noted > 0 ? 'not understood' : 'mapped';

const RANK = ({ kind }: BlockDraft): number => (kind === 'organization' ? 0 : kind === 'person' ? 1 : 2);

/** Whether a program has a name or title; `within` allows it among other words, as in the name of a sheet. */
function isCalled({ name, title }: BlockDraft, wanted: string, within: boolean): boolean {
  if (wanted === '') return false;
  const text = sameText(wanted);
  if (name?.toLowerCase() === text || (title !== undefined && sameText(title) === text)) return true;
  return (
    within &&
    ((name !== undefined && text.split(' ').includes(name.toLowerCase())) || (title !== undefined && text.includes(sameText(title))))
  );
}
