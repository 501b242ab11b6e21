/** Reads a matrix: rows and columns are blocks, and a mark in a cell ties the two, such as an outcome and the module that teaches it. */

import { kindOf } from '../../language/vocabulary/kinds.ts';
import { kindMeant, partsOf } from '../../language/vocabulary/meant.ts';
import { clean } from '../csv-values.ts';
import type { BlockDraft } from '../model.ts';
import type { ImportProblem } from '../model-in.ts';
import { brief, oneLine } from '../values.ts';
import { headingText, isNamedFor } from './columns.ts';
import { type TableHome, withoutNumber } from './home.ts';
import { addTo, type ColumnFate, type RowsRead } from './rows.ts';
import { isBlank, placeIn, type Table, type TableRow } from './table.ts';

/** A matrix: the row of its headings and what its rows and columns are. */
export interface Matrix {
  readonly rowKind: 'outcome' | 'domain' | 'module' | 'assessment';
  /** What the columns are; in a matrix of outcomes they may be modules and assessments. */
  readonly columns: readonly (MatrixColumn | undefined)[];
  /** Whether a heading or the title of the table names what the rows or columns are. */
  readonly isNamed: boolean;
  /** The columns before the marks: the title, and perhaps a number. */
  readonly titleAt: number;
}
interface MatrixColumn {
  readonly kind: 'outcome' | 'domain' | 'module' | 'assessment';
  readonly title: string;
}

/** Matches a mark that ties a row to a column. */
const MARK =
  /^(x+|✓|✔|✗|☑|■|●|•|◦|√|\*|1|y|yes|true|p|i|d|m|r|a|e|s|i\/d|i, ?[drm]|introduced?|developed?|mastered|reinforced?|assessed)$/i;
/** Matches a cell that says that there is no tie. */
const NO_MARK = /^(|-|–|—|0|n|no|false|n\/a|☐|□|○)$/i;
/** Matches marks that say more than a tie: introduced, developed, mastered, or primary and secondary. */
const GRADED = /^[pidmraes/, ]+$|^(introduced?|developed?|mastered|reinforced?|assessed)$/i;

/** Returns what the rows and columns of a table are, if it is a matrix; `undefined` otherwise. */
export function matrixOf({ cells }: TableRow, rows: readonly TableRow[], title?: string): Matrix | undefined {
  const headings = cells.map(headingText);
  const body = rows.filter(row => !isBlank(row));
  const marked = headings.map((heading, index) => {
    const texts = body.map(row => clean(row.cells[index] ?? ''));
    return (
      /\p{L}{2}/u.test(heading) &&
      index > 0 &&
      texts.every(text => MARK.test(text) || NO_MARK.test(text)) &&
      texts.some(text => MARK.test(text))
    );
  });
  const count = marked.filter(Boolean).length;
  if (count < 2) return undefined;
  const first = marked.indexOf(true);
  const titleAt = headings
    .slice(0, first)
    .findIndex((_, i) => body.filter(row => /\p{L}{3}/u.test(row.cells[i] ?? '')).length > body.length / 2);
  if (titleAt < 0) return undefined;
  const named = kindNamedIn(headings[titleAt]!) ?? kindNamedIn(headings.slice(0, first).join(' '));
  const others = headings.map((heading, i) => (marked[i] ? kindNamedIn(heading) : undefined));
  const rowKind = named ?? (isNamedFor(title, 'domain') ? 'domain' : others.includes('outcome') ? 'module' : 'outcome');
  const usual = rowKind === 'outcome' ? 'module' : rowKind === 'domain' ? 'assessment' : 'outcome';
  const columns = headings.map((heading, i): MatrixColumn | undefined => {
    if (!marked[i]) return undefined;
    const kind = others[i] !== undefined && others[i] !== rowKind ? others[i] : usual;
    return { kind, title: withoutNumber(heading) };
  });
  const isNamed = named !== undefined || others.some(kind => kind !== undefined) || isNamedFor(title, rowKind);
  return { rowKind, columns, titleAt, isNamed };
}

/** Returns the kind that a heading names, also with a number or title behind it: "Module 2: Ethics", "Final exam", "LO". */
function kindNamedIn(heading: string): Matrix['rowKind'] | undefined {
  const parts = partsOf(heading);
  if (/^lo\d*$/i.test(parts[0] ?? '')) return 'outcome';
  for (const run of [parts, parts.slice(0, 1), parts.slice(0, 2), parts.slice(-1)]) {
    const kind = run.length === 0 ? undefined : kindMeant(run.join(' '), 'certificate')?.word;
    if (kind === 'outcome' || kind === 'module' || kind === 'assessment' || kind === 'domain') return kind;
  }
  return undefined;
}

/** Makes the blocks of a matrix and ties them. */
export function readMatrix(table: Table, matrix: Matrix, rows: readonly TableRow[], home: TableHome, problems: ImportProblem[]): RowsRead {
  const { rowKind, columns, titleAt } = matrix;
  const blockOf = (kind: string, title: string): BlockDraft | string | undefined => {
    const before = home.added(kind, title);
    if (before) return before;
    const name = home.nameFor([kind], title);
    return home.blocks.find(one => one.kind === kind && one.name === name) ?? name;
  };
  const heads = columns.map(one => one && blockOf(one.kind, one.title));
  const counts = columns.map(() => ({ read: 0, noted: 0 }));
  let made = 0;
  for (const { line, cells } of rows) {
    const title = clean(cells[titleAt] ?? '');
    if (title === '' || cells.every(cell => cell.trim() === '')) continue;
    const row = blockOf(rowKind, withoutNumber(title));
    made++;
    for (const [index, cell] of cells.entries()) {
      const text = clean(cell);
      const column = columns[index];
      if (index === titleAt || text === '' || NO_MARK.test(text)) continue;
      if (!column) {
        if (typeof row === 'object' && !/^[\dA-Z]{1,4}([.-]\d+)*[.)]?$/.test(text)) row.notes.push(oneLine(text));
        continue;
      }
      const head = heads[index];
      const tied = head !== undefined && row !== undefined && tie(row, rowKind, head, column.kind);
      if (tied) counts[index]!.read++;
      else {
        counts[index]!.noted++;
        problems.push({
          at: placeIn(table, line, column.title),
          why: `"${brief(title)}" and "${brief(column.title)}" cannot be tied here, as one of them is not written in this place.`,
        });
      }
      if (GRADED.test(text) && typeof row === 'object') row.notes.push(`${column.title}: ${text}`);
    }
  }
  const fates = columns.flatMap((column, i): ColumnFate[] =>
    column
      ? [{ heading: column.title, meaning: `${kindOf(column.kind)!.called}; a mark ties it to ${kindOf(rowKind)!.called}`, ...counts[i]! }]
      : [],
  );
  return { columns: fates, rows: made };
}

const nameOf = (block: BlockDraft | string): string => (typeof block === 'string' ? block : block.name!);

/** Ties two blocks: a module teaches an outcome, an assessment measures an outcome or a domain. Returns false if it cannot be written. */
function tie(row: BlockDraft | string, rowKind: string, head: BlockDraft | string, headKind: string): boolean {
  for (const [one, kind, other, otherKind] of [
    [row, rowKind, head, headKind],
    [head, headKind, row, rowKind],
  ] as const) {
    const key = kind === 'module' && otherKind === 'outcome' ? 'teaches' : kind === 'assessment' ? 'measures' : undefined;
    if (key === undefined || typeof one === 'string') continue;
    addTo(one, key, { ref: nameOf(other) });
    return true;
  }
  return false;
}
