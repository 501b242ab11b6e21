/** Reads the sheets of a workbook (.xlsx) as tables. Formulas give what was last worked out; nothing is run or fetched. */
import type { Table, TableRow } from '../../exchange/tables/table.ts';
import type { OfficeArchive } from './archive.ts';
import { type NumberKind, numberKind, shownNumber } from './number-format.ts';
import { attribute, xmlTokens } from './xml.ts';

/** The parts of a workbook that are read. */
export const WORKBOOK_PARTS = /^xl\/(workbook|sharedStrings|styles|_rels\/workbook|worksheets\/[^/]+)\.xml(\.rels)?$/i;

/** The most columns and rows of a sheet that are read. */
const MOST_COLUMNS = 300;
const MOST_ROWS = 200_000;

/** The sheets of a workbook, with remarks for people, each about the whole file or one sheet. */
export interface WorkbookRead {
  readonly tables: readonly Table[];
  readonly remarks: readonly { readonly at: string; readonly why: string }[];
}

/** Reads a workbook; returns a sentence where the file is none. */
export function readWorkbook(archive: OfficeArchive): WorkbookRead | string {
  const workbook = archive.part('xl/workbook.xml');
  if (workbook === undefined) return 'It is a zip archive, but no workbook is in it.';
  const targets = targetsOf(archive.part('xl/_rels/workbook.xml.rels') ?? '');
  const kinds = kindsOf(archive.part('xl/styles.xml') ?? '');
  const strings = [...sharedTexts(archive.part('xl/sharedStrings.xml') ?? '')];
  const remarks: { at: string; why: string }[] = [];
  const tables: Table[] = [];
  let since1904 = false;
  for (const token of xmlTokens(workbook)) {
    if (token.is !== 'open') continue;
    if (token.name === 'workbookPr') since1904 = /^(1|true)$/.test(attribute(token.attributes, 'date1904') ?? '');
    if (token.name !== 'sheet') continue;
    const name = attribute(token.attributes, 'name') ?? '';
    const place = `sheet "${name}"`;
    const xml = archive.part(targets.get(attribute(token.attributes, 'id') ?? '') ?? '');
    if (xml === undefined) continue; // A sheet that is a chart.
    if (/hidden/i.test(attribute(token.attributes, 'state') ?? '')) {
      remarks.push({ at: place, why: 'The sheet is hidden, and left out. Show it to import it.' });
      continue;
    }
    const sheet = new SheetReader(xml, strings, kinds, since1904);
    tables.push({ place, counts: 'row', title: name, rows: sheet.rows() });
    remarks.push(...sheet.remarks.map(why => ({ at: place, why })));
  }
  return { tables, remarks };
}

/** Returns the paths of the workbook's parts by their ids; parts outside the file are left out. */
function targetsOf(rels: string): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const token of xmlTokens(rels)) {
    if (token.is !== 'open' || token.name !== 'Relationship' || attribute(token.attributes, 'TargetMode') === 'External') continue;
    const target = attribute(token.attributes, 'Target') ?? '';
    found.set(attribute(token.attributes, 'Id') ?? '', target.startsWith('/') ? target.slice(1) : `xl/${target.replace(/^\.\//, '')}`);
  }
  return found;
}

/** Returns what each style of a cell makes of a number. */
function kindsOf(styles: string): readonly NumberKind[] {
  const codes = new Map<number, string>();
  const kinds: NumberKind[] = [];
  let within = false;
  for (const token of xmlTokens(styles)) {
    if (token.is === 'open' && token.name === 'numFmt')
      codes.set(Number(attribute(token.attributes, 'numFmtId')), attribute(token.attributes, 'formatCode') ?? '');
    if (token.is !== 'text' && token.name === 'cellXfs') within = token.is === 'open';
    if (within && token.is === 'open' && token.name === 'xf') {
      const id = Number(attribute(token.attributes, 'numFmtId') ?? 0);
      kinds.push(numberKind(id, codes.get(id)));
    }
  }
  return kinds;
}

/** Returns the texts that cells share. How Japanese words sound is not part of them. */
function* sharedTexts(xml: string): Generator<string> {
  let text = '';
  let reading = false;
  let phonetic = false;
  for (const token of xmlTokens(xml)) {
    if (token.is === 'text') {
      if (reading && !phonetic) text += token.text;
    } else if (token.name === 'si') {
      if (token.is === 'open') text = '';
      else yield escapes(text);
    } else if (token.name === 't') reading = token.is === 'open';
    else if (token.name === 'rPh') phonetic = token.is === 'open';
  }
}
/** Replaces the escapes of control characters (`_x000D_`) by a line break or nothing. */
const escapes = (text: string): string => text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => (/000[Aa]/.test(code) ? '\n' : ''));

class SheetReader {
  readonly remarks: string[] = [];
  private unsolved = 0;
  private beyond = false;

  constructor(
    private readonly xml: string,
    private readonly strings: readonly string[],
    private readonly kinds: readonly NumberKind[],
    private readonly since1904: boolean,
  ) {}

  rows(): TableRow[] {
    const rows: TableRow[] = [];
    let cells: string[] = [];
    let line = 0;
    let column = 0;
    let cell: { type: string; style: number; value: string; formula: boolean } | undefined;
    let reading = false;
    for (const token of xmlTokens(this.xml)) {
      if (token.is === 'text') {
        if (reading && cell) cell.value += token.text;
        continue;
      }
      const opens = token.is === 'open';
      if (token.name === 'row') {
        if (opens) {
          line = Number(attribute(token.attributes, 'r') ?? line + 1);
          column = 0;
          cells = [];
        } else if (cells.some(text => text !== '')) {
          if (rows.length >= MOST_ROWS) {
            this.remarks.push(`Only the first ${MOST_ROWS} rows with a text are read.`);
            break;
          }
          rows.push({ line, cells });
        }
      } else if (token.name === 'c') {
        if (opens) {
          const { attributes } = token;
          column = columnOf(attribute(attributes, 'r')) ?? column;
          cell = { type: attribute(attributes, 't') ?? 'n', style: Number(attribute(attributes, 's') ?? 0), value: '', formula: false };
        } else if (cell) {
          this.put(cells, column, this.textOf(cell));
          column++;
          cell = undefined;
        }
      } else if (token.name === 'v' || token.name === 't') reading = opens;
      else if (token.name === 'f' && cell) cell.formula = true;
      else if (token.name === 'rPh') reading = false;
    }
    if (this.unsolved > 0)
      this.remarks.push(
        `${this.unsolved} cells have a formula whose result is not in the file. Open it in a spreadsheet and save it; until then they count as empty.`,
      );
    if (this.beyond) this.remarks.push(`Only the first ${MOST_COLUMNS} columns are read.`);
    return rows;
  }

  private put(cells: string[], column: number, text: string): void {
    if (text === '') return;
    if (column >= MOST_COLUMNS) {
      this.beyond = true;
      return;
    }
    while (cells.length < column) cells.push('');
    cells[column] = text;
  }

  private textOf({ type, style, value, formula }: { type: string; style: number; value: string; formula: boolean }): string {
    if (value === '') {
      if (formula && type !== 'str') this.unsolved++;
      return '';
    }
    switch (type) {
      case 's':
        return this.strings[Number(value)] ?? '';
      case 'str':
      case 'inlineStr':
        return escapes(value);
      case 'b':
        return value === '1' ? 'yes' : 'no';
      case 'd':
        return value.slice(0, 10);
      case 'e':
        return value;
      default: {
        const number = Number(value);
        return Number.isFinite(number) ? shownNumber(number, this.kinds[style] ?? { is: 'plain' }, this.since1904) : value;
      }
    }
  }
}

/** Returns the index of the column of a cell such as `AB12`. */
function columnOf(reference: string | undefined): number | undefined {
  const letters = /^[A-Z]{1,3}/.exec(reference ?? '')?.[0];
  if (letters === undefined) return undefined;
  let index = 0;
  for (const letter of letters) index = index * 26 + letter.charCodeAt(0) - 64;
  return index - 1;
}
