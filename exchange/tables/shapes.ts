/** Recognizes what a table is: programs, a matrix, blocks of one kind, labels with values, or a plain list. */
import { childKinds, kindOf } from '../../language/vocabulary/kinds.ts';
import type { ImportProblem } from '../model-in.ts';
import { headings } from '../sheet.ts';
import { brief } from '../values.ts';
import { type Columns, columnsOf, headingText, isNamedFor, ROW_KINDS } from './columns.ts';
import { labelMeant } from './labels.ts';
import { type Matrix, matrixOf } from './matrix.ts';
import { withAmount } from './rows.ts';
import { isBlank, placeIn, type Table, type TableRow } from './table.ts';

/** What a table is, with the rows below its headings. `title` is the line above the headings, if there is one. */
export type TableShape = {
  readonly rows: readonly TableRow[];
  readonly title?: string;
  /** The rows above the headings that are more than a line of a title. */
  readonly above?: readonly TableRow[];
} & (
  | { readonly is: 'programs'; readonly header: TableRow }
  | { readonly is: 'matrix'; readonly matrix: Matrix }
  | { readonly is: 'blocks'; readonly columns: Columns; readonly hasHeadings: boolean }
  | { readonly is: 'labels' }
);

/** The headings stand within this many rows that have a text. */
const MOST_BEFORE = 12;

/**
 * Recognizes a table; `undefined` if it is none that Cred knows. `within` is the kind of the block that it is to become a part of, if that
 * is known.
 */
export function shapeOf(table: Table, within?: string): TableShape | undefined {
  const rows = table.rows.filter(row => !isBlank(row));
  const kinds = within === undefined ? undefined : ROW_KINDS.filter(kind => kindOf(kind)!.standsIn.includes(within));
  let best: { readonly shape: TableShape; readonly score: number } | undefined;
  let title = table.title;
  for (const [index, row] of rows.slice(0, MOST_BEFORE).entries()) {
    const texts = row.cells.filter(cell => cell.trim() !== '');
    const below = rows.slice(index + 1);
    const passed = rows.slice(0, index).filter(({ cells }) => cells.filter(cell => cell.trim() !== '').length > 1);
    const above = { ...(title !== undefined && { title }), ...(passed.length > 0 && { above: passed }) };
    const programs = within === undefined && below.length > 0 ? programScore(row.cells) : 0;
    if (programs > (best?.score ?? 0)) best = { shape: { is: 'programs', header: row, rows: below, ...above }, score: programs };
    const columns =
      kinds?.length === 0
        ? undefined
        : columnsOf(row.cells, { rows: below, ...(title !== undefined && { title }), ...(kinds && { kinds }) });
    if (columns && below.length > 0 && columns.score > (best?.score ?? 0))
      best = { shape: { is: 'blocks', columns, hasHeadings: true, rows: below, ...above }, score: columns.score };
    const found = below.length > 0 ? matrixOf(row, below, title) : undefined;
    // Marks below a row of data do not make it a row of headings.
    const matrix = found && (found.isNamed || passed.length === 0) ? found : undefined;
    const worth = matrix ? 4 + matrix.columns.filter(Boolean).length * 2 : 0;
    if (matrix && worth > (best?.score ?? 0)) best = { shape: { is: 'matrix', matrix, rows: below, ...above }, score: worth };
    if (texts.length === 1 && index < 4 && headingText(texts[0]!).length <= 120) title = headingText(texts[0]!);
  }
  const labels = labelShare(rows, within ?? 'certification');
  if (labels.known >= (within === undefined ? 2 : 1) && labels.share > 0.4 && labels.known * 2 > (best?.score ?? 0))
    return { is: 'labels', rows, ...(table.title !== undefined && { title: table.title }) };
  return best?.shape ?? listShape(rows, table, within);
}

/** Tells of the rows that stand above the headings and are no title. */
export const toldAbove = (table: Table, { above = [] }: TableShape): ImportProblem[] =>
  above.map(({ line, cells }) => ({
    at: placeIn(table, line),
    why: `It stands above the headings, and is left out: "${brief(cells.filter(Boolean).join(', '))}".`,
  }));

/** Splits a sheet into its tables: an empty row and headings below it begin another one, perhaps with its title before them. */
export function tablesWithin(table: Table): readonly Table[] {
  const { rows } = table;
  const starts = rows.flatMap((row, i) => {
    const before = rows[i - 1];
    // In a text a cell may have several lines, so that only an empty row tells.
    const isApart = before !== undefined && (isBlank(before) || (table.counts === 'row' && row.line > before.line + 1));
    if (!isApart || isBlank(row)) return [];
    const head = row.cells.filter(cell => cell.trim() !== '').length === 1 ? rows[i + 1] : row;
    return head && (columnsOf(head.cells) || programScore(head.cells) > 0) ? [i] : [];
  });
  const isLine = ({ cells }: TableRow): boolean => cells.filter(cell => cell.trim() !== '').length < 2;
  // Lines above the first headings are its titles.
  const real = starts.filter((start, i) => !rows.slice(starts[i - 1] ?? 0, start).every(isLine));
  return [0, ...real].map((start, i, all) => ({ ...table, rows: rows.slice(start, all[i + 1] ?? rows.length) }));
}

/** Tells how much a row looks like the headings of a sheet of programs; 0 if it is none. */
function programScore(cells: readonly string[]): number {
  const found = headings(cells);
  const keys = found.flatMap(({ key, part }) => (key === undefined && part === undefined ? [] : [key ?? '']));
  const name = found.find(({ key }) => key === 'title')?.name;
  // A list of names alone may be a list of anything.
  if (name === undefined || (keys.length < 2 && (found.length > 1 || /^name$/i.test(name)))) return 0;
  // A name and what might be said of anything else are no programs yet.
  if (/^(name|title)$/i.test(name) && keys.length > 1 && !keys.some(key => TELLING.has(key))) return 0;
  return (/^(name|title)$/i.test(name) ? 2 : 5) + 2 * (keys.length - 1) - (found.length - keys.length) / 2;
}

/** The columns that only sheets of programs have, as a rule. */
const TELLING: ReadonlySet<string> = new Set([
  'kind',
  'name',
  'owner',
  'ctid',
  'ctdl-type',
  'purpose',
  'goal',
  'status',
  'languages',
  'website',
  'fee',
  'summary',
]);

/** Counts the rows that are a label with a value, and those whose label has a meaning. */
function labelShare(rows: readonly TableRow[], within: string): { readonly known: number; readonly share: number } {
  const pairs = rows.filter(({ cells }) => (cells[0] ?? '').trim() !== '' && (cells[1] ?? '').trim() !== '');
  if (pairs.some(({ cells }) => cells.slice(2).some(cell => cell.trim() !== ''))) return { known: 0, share: 0 };
  const known = pairs.filter(({ cells }) => isProgramLabel(cells[0]!, within) || labelMeant(cells[0]!, within) !== undefined).length;
  return { known, share: pairs.length === 0 ? 0 : known / pairs.length };
}
/** Whether a label names the title, the kind or the abbreviation of a program. */
const isProgramLabel = (label: string, within: string): boolean =>
  within === 'certification' && /^(program(me)?|credential|certification|certificate)?\s*(title|name|type)\s*:?$/i.test(label.trim());

/** Recognizes a list without headings: titles, perhaps with a percent, a time or a count behind each. */
function listShape(rows: readonly TableRow[], table: Table, within: string | undefined): TableShape | undefined {
  if (rows.length === 0) return undefined;
  const { title } = table;
  const kind = listKind(rows, table, within);
  if (kind === undefined) return undefined;
  const width = Math.max(...rows.map(({ cells }) => cells.length));
  const isNumbered = width > 1 && rows.every(({ cells }) => /^[\dA-Z]{1,3}([.)-]?[\dA-Z]{1,3})*[.)]?$/.test((cells[0] ?? '').trim()));
  const titleAt = isNumbered ? 1 : 0;
  const columns = Array.from({ length: width }, (_, i) => {
    const texts = rows.map(({ cells }) => (cells[i] ?? '').trim()).filter(text => text !== '');
    if (i < titleAt) return { heading: '', meaning: { is: 'number' as const } };
    if (i === titleAt) return { heading: '', meaning: { is: 'title' as const } };
    const key =
      kind === 'domain'
        ? texts.every(text => /%|percent/i.test(text))
          ? 'weight'
          : texts.every(text => /^\d+$/.test(text))
            ? 'items'
            : undefined
        : kind === 'module' && texts.every(text => /^\d+(\.\d+)?\s*(h|hrs?|hours?)$/i.test(text))
          ? 'hours'
          : undefined;
    return { heading: '', ...(key !== undefined && texts.length > 0 && { meaning: { is: 'key' as const, key } }) };
  });
  return { is: 'blocks', columns: { kind, columns, score: 0 }, hasHeadings: false, rows, ...(title !== undefined && { title }) };
}

/** The kinds of lists, and what a list is in a block of a kind if nothing else tells. */
const LISTED = ['domain', 'outcome', 'module', 'policy', 'task', 'person', 'milestone'] as const;
const USUAL: Readonly<Record<string, string>> = {
  certification: 'domain',
  certificate: 'outcome',
  attendance: 'module',
  program: 'outcome',
  assessment: 'domain',
  domain: 'task',
  organization: 'policy',
};

function listKind(rows: readonly TableRow[], { title, isList = false }: Table, within: string | undefined): string | undefined {
  const may = (kind: string): boolean => within === undefined || childKinds(within).some(({ name }) => name === kind);
  const titles = rows.map(({ cells }) => cells.find(cell => /\p{L}{2}/u.test(cell)) ?? '');
  if (titles.some(text => text === '')) return undefined;
  const all = rows.map(({ cells }) => cells.join(' ').trim());
  for (const kind of ['domain', 'module'] as const)
    if (may(kind) && all.filter(text => withAmount(text, kind).key !== undefined).length > all.length / 2) return kind;
  const named = LISTED.find(kind => may(kind) && isNamedFor(title, kind));
  if (named) return named;
  if (within === undefined || rows.some(({ cells }) => cells.filter(cell => cell.trim() !== '').length > 2)) return undefined;
  if (!isList && (rows.length < 2 || all.some(text => text.length > 120 || /[.!?,;]$/.test(text)))) return undefined;
  // People list the topics of an examination in nouns and learning outcomes in sentences that begin with a verb.
  return USUAL[within];
}
