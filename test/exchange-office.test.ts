/** Workbooks and Word documents: as LibreOffice, Excel, Word and Google write them, and those that cannot be read. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { strToU8, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { type ImportResult, importFiles } from '../exchange/import.ts';
import { inputsFrom } from '../host/import-inputs.ts';
import { numberKind, shownNumber } from '../host/office/number-format.ts';
import { CredFile } from '../language/model/file.ts';

const fixture = (name: string): Uint8Array => new Uint8Array(readFileSync(path.join(import.meta.dirname, 'office', name)));
const zip = (parts: Record<string, string>): Uint8Array =>
  zipSync(Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, strToU8(text)])));

function read(name: string, bytes: Uint8Array): ImportResult {
  const { inputs, problems } = inputsFrom(name, bytes);
  const made = importFiles(inputs);
  return { ...made, problems: [...problems, ...made.problems] };
}
const whys = (name: string, bytes: Uint8Array): string[] => read(name, bytes).problems.map(({ at, why }) => (at ? `${at}: ${why}` : why));
const text = (name: string, bytes: Uint8Array): string => read(name, bytes).files[0]?.text ?? '';
const slips = (made: string): string[] => CredFile.read('', made).problems.flatMap(one => (one.rule === 'hole' ? [] : [one.rule]));

describe('a workbook of LibreOffice', () => {
  const made = text('sheets.xlsx', fixture('libreoffice-sheets.xlsx'));
  test('dates, money and percent are what they are in the sheet', () => {
    expect(slips(made)).toEqual([]);
    expect(made).toContain('launched: 2019-04-03\n  fee: 450 USD');
    expect(made).toContain('launched: 2021-06\n  fee: 1200.5 EUR');
    expect(made).toContain('passing-score: 70%');
    expect(made).toContain('{ covers: appeals, complaints; approved: 2024-02-15; public: yes }');
  });
  test('each sheet belongs to the program that its name tells of', () => {
    const [, technician = '', basics = ''] = /(certification CWT[^]*)(certificate widget-basics[^]*)/.exec(made) ?? [];
    expect(technician).toContain(
      'domain working-safely "Working safely" {\n    weight: 25%\n    items: 30\n\n    task "Inspect the workplace"\n    task "Wear',
    );
    expect(technician).toContain('task "Replace parts"\n    task "Test the repair"');
    expect(technician).not.toMatch(/total/i);
    expect(basics).toContain('module tools "Tools" { teaches: name-tools }');
  });
  test('what is not understood is told by sheet, row and column', () => {
    expect(whys('sheets.xlsx', fixture('libreoffice-sheets.xlsx'))).toEqual([
      'sheet "Programs", row 3, column "Pass mark": "seventy or so" is read as 70. See whether that is meant; it is kept as a note, too.',
    ]);
  });
});

test('a document of LibreOffice becomes a draft: tables and lists are read, what remains is kept', () => {
  const made = text('handbook.docx', fixture('libreoffice-handbook.docx'));
  expect(slips(made)).toEqual([]);
  expect(made).toContain('program CWT "Certified Widget Technician (CWT)" {');
  expect(made).toContain('owner: american-board-widget-professionals');
  expect(made).toContain('domain working-safely "Working safely" {\n    weight: 25%\n\n    task "Inspect the workplace"');
  expect(made).toContain(
    'eligibility {\n    education: ?\n    experience: ?\n    // A high school diploma\n    // 4,000 hours of experience',
  );
  expect(made).toContain('milestone "First form" { due: 2027-11-01 }');
  expect(made).toContain('policy "Appeals policy" {\n    covers: appeals\n    document: ?\n    // Candidates may appeal within 30 days.');
  expect(made).toContain('// The program recognizes technicians who install and repair industrial widgets.');
  expect(made).toContain('// History: It began in a garage.');
});

const NS =
  'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"';
const RELS = (target: string, more = ''): string =>
  `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="x" Target="${target}"/>${more}</Relationships>`;
/** A workbook of one sheet in the shape that Excel writes. */
const workbook = (rows: string, more: Record<string, string> = {}): Uint8Array =>
  zip({
    'xl/workbook.xml': `<?xml version="1.0"?><workbook ${NS}><sheets><sheet name="Sheet1" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': RELS('worksheets/sheet1.xml'),
    'xl/worksheets/sheet1.xml': `<worksheet ${NS}><sheetData>${rows}</sheetData></worksheet>`,
    ...more,
  });

describe('other shapes of workbooks', () => {
  test('Excel: shared texts with runs of formats, formulas with their results, gaps', () => {
    const made = workbook(
      '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="C1" t="s"><v>1</v></c></row><row r="3"><c r="A3" t="s"><v>2</v></c><c r="C3" s="1"><f>1/4</f><v>0.25</v></c></row><row r="4"><c r="A4" t="str"><f>"Re"&amp;"pair"</f><v>Repair</v></c><c r="C4" s="1"><f>1-C3</f><v>0.75</v></c></row>',
      {
        'xl/sharedStrings.xml': `<sst ${NS}><si><r><rPr><b/></rPr><t xml:space="preserve">Content </t></r><r><t>area</t></r></si><si><t>Weight</t></si><si><t>Safety &amp; care</t><rPh sb="0" eb="1"><t>ku</t></rPh></si></sst>`,
        'xl/styles.xml': `<styleSheet ${NS}><numFmts count="1"><numFmt numFmtId="164" formatCode="0.0%"/></numFmts><cellStyleXfs><xf numFmtId="0"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="164"/></cellXfs></styleSheet>`,
      },
    );
    expect(text('a.xlsx', made)).toContain('domain safety-care "Safety & care" { weight: 25% }\n  domain repair "Repair" { weight: 75% }');
    expect(whys('a.xlsx', made)).toEqual([]);
  });

  test('Google: texts within the cells, absolute targets; a prefix for all tags, as others write', () => {
    const cells = (p: string): string =>
      `<${p}row r="1"><${p}c r="A1" t="inlineStr"><${p}is><${p}t>Policy</${p}t></${p}is></${p}c><${p}c r="B1" t="inlineStr"><${p}is><${p}t>Approved</${p}t></${p}is></${p}c></${p}row><${p}row r="2"><${p}c r="A2" t="inlineStr"><${p}is><${p}t>Appeals</${p}t></${p}is></${p}c><${p}c r="B2" t="d"><${p}v>2024-02-15T00:00:00</${p}v></${p}c></${p}row>`;
    const google = workbook(cells(''), { 'xl/_rels/workbook.xml.rels': RELS('/xl/worksheets/sheet1.xml') });
    const prefixed = workbook('', {
      'xl/worksheets/sheet1.xml': `<x:worksheet xmlns:x="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><x:sheetData>${cells('x:')}</x:sheetData></x:worksheet>`,
    });
    for (const one of [google, prefixed]) expect(text('a.xlsx', one)).toContain('policy "Appeals" { approved: 2024-02-15 }');
  });

  test('macros, links and formulas without results are told, and nothing of them is followed', () => {
    const made = workbook(
      '<row r="1"><c r="A1" t="str"><v>Domain</v></c><c r="B1" t="str"><v>Weight</v></c></row><row r="2"><c r="A2" t="str"><v>Safety</v></c><c r="B2"><f>[1]Other!A1</f></c></row>',
      {
        'xl/vbaProject.bin': 'x',
        'xl/externalLinks/externalLink1.xml': '<externalLink/>',
        'xl/_rels/workbook.xml.rels': RELS(
          'worksheets/sheet1.xml',
          '<Relationship Id="rId2" Target="file:///etc/passwd" TargetMode="External"/>',
        ),
      },
    );
    expect(text('a.xlsm', made)).toContain('domain safety "Safety"\n');
    expect(whys('a.xlsm', made)).toEqual([
      'It has macros. None was run, and nothing of them is read.',
      'It refers to other workbooks. They were not opened; what was last worked out from them is read.',
      'sheet "Sheet1": 1 cells have a formula whose result is not in the file. Open it in a spreadsheet and save it; until then they count as empty.',
    ]);
  });
});

test('numbers by the format of their cell', () => {
  const shown = (value: number, code: string | undefined, id = 164): string => shownNumber(value, numberKind(id, code), false);
  expect(shown(43558, undefined, 14)).toBe('2019-04-03');
  expect(shown(43558, undefined, 17)).toBe('2019-04');
  expect(shown(43558.75, 'dd/mm/yyyy hh:mm')).toBe('2019-04-03');
  expect(shown(43558, '[$-409]mmmm\\ yyyy')).toBe('2019-04');
  expect(shown(43558, 'yyyy')).toBe('2019');
  expect(shown(1, 'd/m/yy')).toBe('1900-01-01');
  expect(shown(0.125, '[h]:mm')).toBe('3 hours');
  expect(shown(0.07, '0.0%')).toBe('7%');
  expect(shown(450, '"$"#,##0.00')).toBe('$450');
  expect(shown(450, '[$$-409]#,##0.00')).toBe('450 USD');
  expect(shown(450, '[$$-1009]#,##0')).toBe('450 CAD');
  expect(shown(450.5, '#,##0.00\\ [$€-407]')).toBe('450.5 EUR');
  expect(shown(450, '[$USD]\\ #,##0')).toBe('450 USD');
  expect(shown(0.1 + 0.2, 'General')).toBe('0.3');
  expect(shown(12, '0" days"')).toBe('12');
  expect(shownNumber(0, numberKind(14), true)).toBe('1904-01-01');
});

test('changes that were tracked, fields and text boxes in Word', () => {
  const w = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:mc="x"';
  const made = zip({
    'word/document.xml': `<w:document ${w}><w:body><w:p><w:pPr><w:pStyle w:val="berschrift1"/></w:pPr><w:r><w:t>Widget Basics</w:t></w:r></w:p>
<w:p><w:r><w:t>Passing score: </w:t></w:r><w:del><w:r><w:delText>60%</w:delText></w:r></w:del><w:ins><w:r><w:t>70%</w:t></w:r></w:ins></w:p>
<w:p><w:r><w:instrText>HYPERLINK "http://evil.example"</w:instrText></w:r><w:r><w:t>Audience: Welders</w:t></w:r></w:p>
<w:tbl><w:tr><w:tc><w:p><w:r><w:t>Module</w:t></w:r></w:p></w:tc><w:tc><w:tcPr><w:gridSpan w:val="2"/></w:tcPr><w:p><w:r><w:t>Hours</w:t></w:r></w:p></w:tc></w:tr>
<w:tr><w:tc><w:p><w:r><w:t>Tools</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>6</w:t></w:r></w:p></w:tc><w:tc><w:p/></w:tc></w:tr></w:tbl></w:body></w:document>`,
    'word/styles.xml': `<w:styles ${w}><w:style w:type="paragraph" w:styleId="berschrift1"><w:name w:val="heading 1"/></w:style></w:styles>`,
  });
  const got = text('a.docx', made);
  expect(got).toContain('program widget-basics "Widget Basics" {\n  audience: "Welders"');
  expect(got).toContain('passing-score: 70%');
  expect(got).toContain('module tools "Tools" { hours: 6 hours }');
  expect(got).not.toMatch(/60%|evil/);
});

describe('what cannot be read gets a sentence, and nothing is made of it', () => {
  const good = fixture('libreoffice-sheets.xlsx');
  /** The file with the size that its first entries declare changed. */
  const declaring = (size: number): Uint8Array => {
    const bytes = good.slice();
    const view = new DataView(bytes.buffer);
    for (let i = 0; i + 28 < bytes.length; i++) if (view.getUint32(i, true) === 0x02014b50) view.setUint32(i + 24, size, true);
    return bytes;
  };
  test.each<[string, string, Uint8Array]>([
    ['empty', 'It is empty.', new Uint8Array()],
    ['cut off', 'damaged, or a part of it is missing', good.slice(0, 5000)],
    ['older', '.xls, .doc', new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, ...Array(600).fill(0)])],
    [
      'encrypted',
      'protected by a password',
      new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, ...[...'EncryptedPackage'].flatMap(c => [c.charCodeAt(0), 0])]),
    ],
    ['a PDF', 'It is a PDF.', strToU8('%PDF-1.7 x')],
    ['a text', 'whatever its name says', strToU8('title,kind\nA,certificate\n')],
    ['another archive', 'neither a workbook nor a Word document', zip({ 'a.txt': 'x' })],
    ['OpenDocument', 'OpenDocument', zip({ mimetype: 'application/vnd.oasis.opendocument.spreadsheet', 'content.xml': '<x/>' })],
    ['a bomb', 'more than 150 MB when it is unpacked', declaring(0xfffffff0)],
    ['without a cell', 'There is nothing in it', workbook('')],
  ])('%s', (_, why, bytes) => {
    for (const name of ['a.xlsx', 'a.docx']) {
      const { files, problems } = read(name, bytes);
      expect(files).toEqual([]);
      expect(problems).toHaveLength(1);
      expect(problems[0]!.why).toContain(why);
    }
  });
  test('a file that declares less than it holds, or is changed anywhere, ends in a sentence or a result', () => {
    expect(() => read('a.xlsx', declaring(10))).not.toThrow();
    for (let at = 0; at < good.length; at += 97) {
      const bytes = good.slice();
      bytes[at] = bytes[at]! ^ 0x55;
      expect(() => read('a.xlsx', bytes), String(at)).not.toThrow();
    }
  });
});

test('a sheet of 10,000 rows is read whole', () => {
  const rows = Array.from(
    { length: 10_000 },
    (_, i) => `<row r="${i + 2}"><c r="A${i + 2}" t="str"><v>Program ${i}</v></c><c r="B${i + 2}" t="str"><v>Certification</v></c></row>`,
  );
  const made = workbook(`<row r="1"><c r="A1" t="str"><v>Program name</v></c><c r="B1" t="str"><v>Type</v></c></row>${rows.join('')}`);
  const { records, problems } = read('a.xlsx', made);
  expect(records).toHaveLength(10_000);
  expect(problems).toEqual([]);
});
