/** Makes tables of what people copy: tables of Word, Excel and web pages as HTML, and texts with tabs, bars, bullets or labels. */
import { isBlank, type Table, type TableRow } from './table.ts';

/** What the clipboard holds. */
export interface ClipboardContent {
  readonly text?: string;
  /** The same as HTML; tables in it are taken instead of the text. */
  readonly html?: string;
  /** Tables that were read from a file, in the place of both. */
  readonly tables?: readonly Table[];
}

/** Returns the tables of the clipboard. A text without a table becomes one with a row for each of its lines. */
export function tablesOfClipboard({ text = '', html = '', tables: given }: ClipboardContent): readonly Table[] {
  if (given) return given;
  const tables = tablesOfHtml(html);
  return tables.length > 0 ? tables : tablesOfText(text);
}

/** Matches a tag, a comment or a declaration of HTML. The alternatives begin alike but none can match in two ways. */
const TAG = /<!--[\s\S]*?(?:-->|$)|<![^>]*>|<(\/?)([a-z][a-z0-9:]*)([^>]*)>/gi;
const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  ndash: '–',
  mdash: '—',
  bull: '•',
  middot: '·',
  hellip: '…',
  rsquo: '’',
  lsquo: '‘',
  rdquo: '”',
  ldquo: '“',
  euro: '€',
  pound: '£',
  sect: '§',
};
const decoded = (text: string): string =>
  text.replace(/&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|([a-z]{2,8}));/gi, (whole, decimal?: string, hex?: string, name?: string) => {
    if (name !== undefined) return ENTITIES[name.toLowerCase()] ?? whole;
    const code = decimal === undefined ? Number.parseInt(hex!, 16) : Number(decimal);
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : '';
  });

/** Tags that begin a new line within a cell. */
const LINES: ReadonlySet<string> = new Set(['br', 'p', 'li', 'div', 'tr']);
/** Tags whose content is not shown. */
const HIDDEN: ReadonlySet<string> = new Set(['style', 'script', 'head', 'title', 'xml']);

/** Returns the outermost tables of HTML. A cell over several rows or columns is empty in all but its first. */
export function tablesOfHtml(html: string): readonly Table[] {
  const tables: Table[] = [];
  let rows: { line: number; cells: string[] }[] = [];
  let spans: number[] = [];
  let cell: { text: string; width: number; height: number } | undefined;
  let depth = 0;
  let hidden: string | undefined;
  let at = 0;
  const say = (text: string): void => {
    if (cell && hidden === undefined) cell.text += decoded(text.replace(/\s+/g, ' '));
  };
  const endCell = (): void => {
    const row = rows.at(-1);
    if (!cell || !row) return;
    while ((spans[row.cells.length] ?? 0) > 0) {
      spans[row.cells.length]!--;
      row.cells.push('');
    }
    const text = cell.text
      .split('\n')
      .map(line => line.replace(/[ \u00a0]+/g, ' ').trim())
      .filter(Boolean)
      .join('\n');
    for (let i = 0; i < cell.width; i++) {
      if (cell.height > 1) spans[row.cells.length] = cell.height - 1;
      row.cells.push(i === 0 ? text : '');
    }
    cell = undefined;
  };
  for (const found of html.matchAll(TAG)) {
    say(html.slice(at, found.index));
    at = found.index + found[0].length;
    const name = found[2]?.toLowerCase();
    if (name === undefined) continue;
    const closes = found[1] === '/';
    if (HIDDEN.has(name)) {
      if (hidden === undefined && !closes) hidden = name;
      else if (hidden === name && closes) hidden = undefined;
    } else if (name === 'table') {
      depth += closes ? -1 : 1;
      if (depth < 0) depth = 0;
      if (depth === 1 && !closes) [rows, spans] = [[], []];
      if (depth === 0 && closes) {
        endCell();
        tables.push({ place: '', counts: 'row', rows });
        rows = [];
      }
    } else if (depth === 1 && name === 'tr') {
      endCell();
      if (!closes) rows.push({ line: rows.length + 1, cells: [] });
    } else if (depth === 1 && (name === 'td' || name === 'th')) {
      endCell();
      if (!closes) cell = { text: '', width: spanOf(found[3]!, 'colspan'), height: spanOf(found[3]!, 'rowspan') };
    } else if (cell && LINES.has(name)) cell.text += '\n';
  }
  endCell();
  if (rows.length > 0) tables.push({ place: '', counts: 'row', rows });
  return tables.filter(({ rows: all }) => all.some(row => !isBlank(row)));
}
const spanOf = (attributes: string, name: string): number =>
  Math.min(Math.max(Number(new RegExp(`\\b${name}\\s*=\\s*["']?(\\d{1,4})`, 'i').exec(attributes)?.[1] ?? 1), 1), 200);

/** Stands for a line break within a cell while the text is split into lines. */
const WITHIN = '\u0001';

const BULLET = /^([ \t]*)(?:[-–—*•·▪◦●○§o]|\uf0b7|\uf0a7)[ \t]+(?=\S)/;

/** Returns the table that a text holds: cells between tabs or bars, labels before colons, or a row for each line. */
export function tablesOfText(text: string): readonly Table[] {
  const lines = linesOf(text);
  const filled = lines.filter(({ text: line }) => line.trim() !== '');
  if (filled.length === 0) return [];
  const share = (has: (line: string) => boolean): number => filled.filter(({ text: line }) => has(line)).length / filled.length;
  const made = (cellsOf: (line: string) => readonly string[]): Table[] => [
    {
      place: '',
      counts: 'line',
      rows: filled.map(({ line, text: one, depth }) => ({ line, cells: cellsOf(one), ...(depth > 0 && { depth }) })),
    },
  ];
  if (share(line => line.trim().includes('\t')) > 0.5)
    return made(line => line.split('\t').map(cell => cell.replaceAll(WITHIN, '\n').trim()));
  if (share(line => /^\s*\|.*\|\s*$/.test(line)) > 0.7)
    return made(line =>
      /^[\s|:-]+$/.test(line)
        ? []
        : line
            .trim()
            .replace(/^\||\|$/g, '')
            .split('|')
            .map(cell => cell.trim()),
    );
  if (share(line => LABEL.test(line)) > 0.5)
    return made(line => {
      const [, label, value] = LABEL.exec(line) ?? [];
      return label === undefined ? [line.trim().replace(/:$/, '')] : [label.trim(), value!.trim()];
    });
  const [first, ...rest] = filled;
  const isTitle = rest.length > 0 && /^[^.]{2,80}:\s*$/.test(first!.text);
  const listed: TableRow[] = (isTitle ? rest : filled).map(({ line, text: one, depth }) => ({
    line,
    cells: [one.trim()],
    ...(depth > 0 && { depth }),
  }));
  const isList = lines.some(one => one.isItem);
  return [
    { place: '', counts: 'line', rows: listed, ...(isList && { isList }), ...(isTitle && { title: first!.text.trim().replace(/:$/, '') }) },
  ];
}

/** Matches a label with its value: `Passing score: 70%`. An address is no label. */
const LABEL = /^\s*(?:[-–*•·]\s+)?([\p{L}][^:\n]{0,58}?)\s*[:：](?!\/\/)\s*(\S.*)$/u;

/** Splits a text into lines without bullets. A text in quotation marks between tabs may have several lines, as spreadsheets copy it. */
function linesOf(text: string): { readonly line: number; readonly text: string; readonly depth: number; readonly isItem: boolean }[] {
  const plain = text.replace(/\r\n?/g, '\n').replace(/^\uFEFF/, '');
  const joined = plain.includes('\t')
    ? plain.replace(
        /(^|\t|\n)"((?:[^"]|"")*\n(?:[^"]|"")*)"(?=\t|\n|$)/g,
        (_, before: string, cell: string) => before + cell.replaceAll('""', '"').replaceAll('\n', WITHIN),
      )
    : plain;
  const lines = joined.split('\n').map((line, i) => {
    const bullet = BULLET.exec(line);
    return {
      line: i + 1,
      text: bullet ? line.slice(bullet[0].length) : line,
      indent: widthOf(bullet?.[1] ?? /^[ \t]*/.exec(line)![0]),
      isItem: bullet !== null || /^\s*(\d{1,3}|[a-zA-Z])[.)]\s+\S/.test(line),
    };
  });
  const used = [...new Set(lines.filter(({ text: one }) => one.trim() !== '').map(({ indent }) => indent))].sort((a, b) => a - b);
  const hasBullets = lines.some(({ isItem }) => isItem);
  return lines.map(({ line, text: one, indent, isItem }) => ({
    line,
    isItem,
    text: one,
    depth: hasBullets && !plain.includes('\t\t') ? used.indexOf(indent) : 0,
  }));
}
const widthOf = (blanks: string): number => blanks.replaceAll('\t', '    ').length;
