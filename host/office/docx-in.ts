/** Reads a Word document (.docx) as its headings, lists, paragraphs and tables. Deleted text is left out; nothing is fetched. */
import type { AnswerField, DocumentPart } from '../../exchange/tables/document.ts';
import type { TableRow } from '../../exchange/tables/table.ts';
import type { OfficeArchive } from './archive.ts';
import { attribute, xmlTokens } from './xml.ts';

/** The parts of a document that are read. */
export const DOCUMENT_PARTS = /^word\/(document|styles)\d*\.xml$/i;

/** A document: its parts in their order, and the fields with answers (content controls with a tag). */
export interface WordRead {
  readonly parts: readonly DocumentPart[];
  readonly answers: readonly AnswerField[];
}

/** Reads a document; returns a sentence where the file is none. */
export function readWord(archive: OfficeArchive): WordRead | string {
  // Office 365 online may call the part document2.xml.
  const path = [...archive.paths].find(one => /^word\/document\d*\.xml$/i.test(one));
  const xml = path === undefined ? undefined : archive.part(path);
  if (xml === undefined) return 'It is a zip archive, but no Word document is in it.';
  return new WordReader(stylesOf(archive.part('word/styles.xml') ?? '')).read(xml);
}

/** What a style of paragraphs means. */
interface WordStyle {
  /** The level of a heading, from 1 on; 0 for the title of the document. */
  readonly level?: number;
  readonly isList?: boolean;
}

function stylesOf(xml: string): ReadonlyMap<string, WordStyle> {
  const found = new Map<string, WordStyle & { base?: string }>();
  let id = '';
  let style: { level?: number; isList?: boolean; base?: string } = {};
  for (const token of xmlTokens(xml)) {
    if (token.is === 'close' && token.name === 'style') found.set(id, style);
    if (token.is !== 'open') continue;
    const value = attribute(token.attributes, 'val') ?? '';
    if (token.name === 'style') {
      id = attribute(token.attributes, 'styleId') ?? '';
      style = {};
    } else if (token.name === 'name') {
      const heading = /^heading (\d)$/i.exec(value);
      if (heading) style.level = Number(heading[1]);
      else if (/^title$/i.test(value)) style.level = 0;
      else if (/^list( |$)/i.test(value)) style.isList = true;
    } else if (token.name === 'basedOn') style.base = value;
    else if (token.name === 'outlineLvl' && /^[0-8]$/.test(value)) style.level ??= Number(value) + 1;
  }
  for (const one of found.values()) {
    const base = found.get(one.base ?? '');
    if (base && one.level === undefined && base.level !== undefined && base.level > 0) Object.assign(one, { level: base.level });
    if (base?.isList) Object.assign(one, { isList: true });
  }
  return found;
}

/** Elements whose text does not belong to the document as it is read. */
const PASSED_OVER: ReadonlySet<string> = new Set([
  'del',
  'moveFrom',
  'instrText',
  'Fallback',
  'pict',
  'txbxContent',
  'delText',
  'rPrChange',
  'pPrChange',
  'sectPr',
]);

interface ParagraphWork {
  text: string;
  style: string;
  level: number | undefined;
  depth: number;
  isItem: boolean;
}
interface TableWork {
  readonly rows: TableRow[];
  cells: string[];
  cell: string[] | undefined;
  width: number;
  isContinued: boolean;
}

class WordReader {
  private readonly parts: DocumentPart[] = [];
  private readonly answers: AnswerField[] = [];
  private readonly tables: TableWork[] = [];
  private readonly fields: { tag: string; text: string[]; isPlaceholder: boolean }[] = [];
  private paragraph: ParagraphWork | undefined;
  private line = 0;
  private tableCount = 0;

  constructor(private readonly styles: ReadonlyMap<string, WordStyle>) {}

  read(xml: string): WordRead {
    let passing: { name: string; depth: number } | undefined;
    let isText = false;
    for (const token of xmlTokens(xml)) {
      if (passing) {
        if (token.is !== 'text' && token.name === passing.name) passing.depth += token.is === 'open' ? 1 : -1;
        if (passing.depth === 0) passing = undefined;
        continue;
      }
      if (token.is === 'text') {
        if (isText && this.paragraph) this.paragraph.text += token.text;
        continue;
      }
      if (token.is === 'open' && PASSED_OVER.has(token.name)) {
        passing = { name: token.name, depth: 1 };
        continue;
      }
      if (token.name === 't') isText = token.is === 'open';
      if (token.is === 'open') this.open(token.name, token.attributes);
      else this.close(token.name);
    }
    return { parts: this.parts, answers: this.answers };
  }

  private open(name: string, attributes: string): void {
    const { paragraph } = this;
    const table = this.tables.at(-1);
    switch (name) {
      case 'p':
        this.paragraph = { text: '', style: '', level: undefined, depth: 0, isItem: false };
        break;
      case 'pStyle':
        if (paragraph) paragraph.style = attribute(attributes, 'val') ?? '';
        break;
      case 'outlineLvl':
        if (paragraph && /^[0-8]$/.test(attribute(attributes, 'val') ?? '')) paragraph.level = Number(attribute(attributes, 'val')) + 1;
        break;
      case 'ilvl':
        if (paragraph) paragraph.depth = Math.min(Number(attribute(attributes, 'val') ?? 0) || 0, 8);
        break;
      case 'numId':
        if (paragraph) paragraph.isItem = attribute(attributes, 'val') !== '0';
        break;
      case 'tab':
        if (paragraph && paragraph.text !== '') paragraph.text += '\t';
        break;
      case 'br':
      case 'cr':
        if (paragraph) paragraph.text += '\n';
        break;
      case 'noBreakHyphen':
        if (paragraph) paragraph.text += '-';
        break;
      case 'tbl':
        this.tables.push({ rows: [], cells: [], cell: undefined, width: 1, isContinued: false });
        break;
      case 'tr':
        if (table) table.cells = [];
        break;
      case 'tc':
        if (table) Object.assign(table, { cell: [], width: 1, isContinued: false });
        break;
      case 'gridSpan':
        if (table) table.width = Math.min(Math.max(Number(attribute(attributes, 'val')) || 1, 1), 60);
        break;
      case 'vMerge':
        if (table) table.isContinued = attribute(attributes, 'val') !== 'restart';
        break;
      case 'sdt':
        this.fields.push({ tag: '', text: [], isPlaceholder: false });
        break;
      case 'alias':
      case 'tag':
        if (this.fields.length > 0 && (name === 'tag' || this.fields.at(-1)!.tag === ''))
          this.fields.at(-1)!.tag = attribute(attributes, 'val') ?? '';
        break;
      case 'showingPlcHdr':
        if (this.fields.length > 0) this.fields.at(-1)!.isPlaceholder = true;
        break;
    }
  }

  private close(name: string): void {
    const table = this.tables.at(-1);
    if (name === 'p') this.endParagraph();
    else if (name === 'tc' && table?.cell) {
      const text = table.isContinued ? '' : table.cell.join('\n').trim();
      table.cells.push(text, ...Array<string>(table.width - 1).fill(''));
      table.cell = undefined;
    } else if (name === 'tr' && table) table.rows.push({ line: table.rows.length + 1, cells: table.cells });
    else if (name === 'tbl' && table) this.endTable(table);
    else if (name === 'sdt') {
      // A field within the line ends before its paragraph does.
      const field = this.fields.pop();
      const text = field && (field.text.length > 0 ? field.text.join('\n') : (this.paragraph?.text ?? ''));
      if (field && field.tag !== '' && !field.isPlaceholder && text!.trim() !== '')
        this.answers.push({ tag: field.tag, text: text!.trim() });
    }
  }

  private endParagraph(): void {
    const { paragraph } = this;
    if (!paragraph) return;
    this.paragraph = undefined;
    const text = paragraph.text.replaceAll('\u00a0', ' ').trim();
    for (const field of this.fields) field.text.push(text);
    const table = this.tables.at(-1);
    if (table) {
      table.cell?.push(text);
      return;
    }
    this.line++;
    if (text === '') return;
    const style = this.styles.get(paragraph.style) ?? {};
    const level = paragraph.level ?? style.level;
    const { line } = this;
    if (level !== undefined) this.parts.push({ is: 'heading', level, text: text.replace(/\s+/g, ' '), line });
    else if (paragraph.isItem || style.isList) this.parts.push({ is: 'item', depth: paragraph.depth, text, line });
    else this.parts.push({ is: 'paragraph', text, line });
  }

  private endTable(table: TableWork): void {
    this.tables.pop();
    const outer = this.tables.at(-1);
    if (outer) {
      // A table within a cell is read as lines of the cell.
      for (const { cells } of table.rows) outer.cell?.push(cells.filter(Boolean).join(': '));
      return;
    }
    this.parts.push({ is: 'table', number: ++this.tableCount, rows: table.rows });
  }
}
