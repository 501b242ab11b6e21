/** Packs sheets as a workbook (.xlsx). Texts stand in the cells as texts, so that none is run as a formula. */
import { strToU8, zipSync } from 'fflate';
import type { SheetValue, WorkbookSheet } from '../../exchange/office/forms.ts';
import { columnLetters } from '../../exchange/tables/table.ts';
import { escapeXml, XML } from './xml-out.ts';

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
/** Excel allows this many characters in a cell. */
const LONGEST_TEXT = 32_767;

/** Returns the bytes of a workbook. */
export function workbookBytes(sheets: readonly WorkbookSheet[]): Uint8Array {
  const names = sheetNames(sheets.map(({ name }) => name));
  const styles = new CellStyles();
  const parts: Record<string, string> = {};
  sheets.forEach((sheet, i) => {
    parts[`xl/worksheets/sheet${i + 1}.xml`] = sheetXml(sheet, styles);
  });
  parts['xl/styles.xml'] = styles.xml();
  parts['xl/workbook.xml'] =
    `${XML}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets>${names.map((name, i) => `<sheet name="${escapeXml(name)}" sheetId="${i + 1}" r:id="rId${i + 1}"/>`).join('')}</sheets></workbook>`;
  parts['xl/_rels/workbook.xml.rels'] =
    `${XML}<Relationships xmlns="${PACKAGE}/relationships">${names.map((_, i) => relation(`rId${i + 1}`, 'worksheet', `worksheets/sheet${i + 1}.xml`)).join('')}${relation('rIdStyles', 'styles', 'styles.xml')}</Relationships>`;
  parts['_rels/.rels'] =
    `${XML}<Relationships xmlns="${PACKAGE}/relationships">${relation('rId1', 'officeDocument', 'xl/workbook.xml')}</Relationships>`;
  const type = (path: string, name: string): string =>
    `<Override PartName="/${path}" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.${name}+xml"/>`;
  parts['[Content_Types].xml'] =
    `${XML}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${type('xl/workbook.xml', 'sheet.main')}${type('xl/styles.xml', 'styles')}${names.map((_, i) => type(`xl/worksheets/sheet${i + 1}.xml`, 'worksheet')).join('')}</Types>`;
  return packed(parts);
}

/** Packs parts, with one date for all, so that the same content gives the same bytes. */
export const packed = (parts: Readonly<Record<string, string>>): Uint8Array =>
  zipSync(
    Object.fromEntries(
      Object.entries(parts)
        .sort(([a], [b]) => Number(b.startsWith('[')) - Number(a.startsWith('[')))
        .map(([path, text]) => [path, strToU8(text)]),
    ),
    { mtime: new Date(2000, 0, 1), level: 6 },
  );

const relation = (id: string, type: string, target: string): string =>
  `<Relationship Id="${id}" Type="${OFFICE}/${type}" Target="${target}"/>`;

/** Makes names that Excel allows: at most 31 characters, none of `[]:*?/\`, and no name twice. */
function sheetNames(wanted: readonly string[]): string[] {
  const taken = new Set<string>(['history']);
  return wanted.map(text => {
    const base =
      text
        .replace(/[[\]:*?/\\\p{Cc}]/gu, ' ')
        .replace(/^'+|'+$/g, '')
        .trim() || 'Sheet';
    let name = base.slice(0, 31).trim();
    for (let number = 2; taken.has(name.toLowerCase()); number++) name = `${base.slice(0, 28 - String(number).length).trim()} (${number})`;
    taken.add(name.toLowerCase());
    return name;
  });
}

function sheetXml({ columns, rows, isProtected = false }: WorkbookSheet, styles: CellStyles): string {
  const open = columns.map(({ isOpen = false }) => isOpen);
  const wide = columns.map(({ width }) => width);
  const head = row(
    1,
    columns.map(({ heading }) => heading),
    wide,
    () => styles.head(),
  );
  const body = rows.map((values, i) => row(i + 2, values, wide, (value, column) => styles.of(value, open[column] ?? false)));
  const widths = columns.map(({ width }, i) => `<col min="${i + 1}" max="${i + 1}" width="${width}" customWidth="1"/>`).join('');
  const last = `${columnLetters(Math.max(columns.length - 1, 0))}${rows.length + 1}`;
  return `${XML}<worksheet xmlns="${MAIN}"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><dimension ref="A1:${last}"/><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><sheetFormatPr defaultRowHeight="15"/>${widths === '' ? '' : `<cols>${widths}</cols>`}<sheetData>${head}${body.join('')}</sheetData>${isProtected ? '<sheetProtection sheet="1" formatColumns="0" formatRows="0" sort="0" autoFilter="0"/>' : ''}<autoFilter ref="A1:${last}"/><pageMargins left="0.5" right="0.5" top="0.6" bottom="0.6" header="0.3" footer="0.3"/><pageSetup orientation="landscape" fitToHeight="0"/></worksheet>`;
}

/** Writes a row. Its height fits its texts, since not every program works it out when it opens a file. */
function row(
  number: number,
  values: readonly SheetValue[],
  widths: readonly number[],
  styleOf: (value: SheetValue, column: number) => number,
): string {
  const lines = values.map((value, column) =>
    typeof value === 'string'
      ? value.split('\n').reduce((sum, line) => sum + Math.max(Math.ceil(line.length / ((widths[column] ?? 10) * 0.95)), 1), 0)
      : 1,
  );
  const height = Math.min(15 * Math.max(1, ...lines), 409);
  const cells = values.map((value, column) => {
    const place = `r="${columnLetters(column)}${number}" s="${styleOf(value, column)}"`;
    if (typeof value === 'string')
      return value === ''
        ? `<c ${place}/>`
        : `<c ${place} t="inlineStr"><is><t xml:space="preserve">${escapeXml(value.slice(0, LONGEST_TEXT))}</t></is></c>`;
    if (typeof value === 'boolean') return `<c ${place} t="b"><v>${Number(value)}</v></c>`;
    return `<c ${place}><v>${numberIn(value)}</v></c>`;
  });
  return `<row r="${number}" ht="${height}">${cells.join('')}</row>`;
}

function numberIn(value: Exclude<SheetValue, string | boolean>): number {
  if (typeof value === 'number') return value;
  if ('percent' in value) return value.percent / 100;
  if ('amount' in value) return value.amount;
  const [year = 0, month = 1, day = 1] = value.day.split('-').map(Number);
  return (Date.UTC(year, month - 1, day) - Date.UTC(1899, 11, 30)) / 86_400_000;
}

/** The styles of the cells, each numbered when it is first needed. */
class CellStyles {
  private readonly formats: string[] = [];
  private readonly styles: string[] = [];

  head(): number {
    return this.add(
      '<xf numFmtId="49" fontId="1" fillId="2" borderId="0" applyNumberFormat="1" applyFont="1" applyFill="1" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf>',
    );
  }

  of(value: SheetValue, isOpen: boolean): number {
    const id = this.formatOf(value);
    const fill = isOpen ? 3 : 0;
    return this.add(
      `<xf numFmtId="${id}" fontId="0" fillId="${fill}" borderId="0" applyNumberFormat="1" applyFill="1" applyAlignment="1" applyProtection="1"><alignment vertical="top" wrapText="1"/><protection locked="${Number(!isOpen)}"/></xf>`,
    );
  }

  /** Returns the number of a format. A text has the format of texts, so that what is typed over it stays one. */
  private formatOf(value: SheetValue): number {
    if (typeof value === 'string') return 49;
    if (typeof value !== 'object') return 0;
    if ('percent' in value) return this.format('0.##%');
    if ('amount' in value) return this.format(`#,##0.00\\ "${value.currency}"`);
    return this.format(['yyyy', 'yyyy\\-mm', 'yyyy\\-mm\\-dd'][value.day.split('-').length - 1]!);
  }

  private format(code: string): number {
    const at = this.formats.indexOf(code);
    return 164 + (at >= 0 ? at : this.formats.push(code) - 1);
  }

  private add(xf: string): number {
    const at = this.styles.indexOf(xf);
    return at >= 0 ? at : this.styles.push(xf) - 1;
  }

  xml(): string {
    const fill = (color: string): string =>
      `<fill><patternFill patternType="solid"><fgColor rgb="FF${color}"/><bgColor indexed="64"/></patternFill></fill>`;
    const formats = this.formats.map((code, i) => `<numFmt numFmtId="${164 + i}" formatCode="${escapeXml(code)}"/>`).join('');
    return `${XML}<styleSheet xmlns="${MAIN}">${formats === '' ? '' : `<numFmts count="${this.formats.length}">${formats}</numFmts>`}<fonts count="2"><font><sz val="11"/><name val="Calibri"/><family val="2"/></font><font><b/><sz val="11"/><name val="Calibri"/><family val="2"/></font></fonts><fills count="4"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill>${fill('E7EDF3')}${fill('FFF8E1')}</fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="${this.styles.length}">${this.styles.join('')}</cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>`;
  }
}
