/** Sheets that are written: they can be opened everywhere, run nothing, and are read again as what they say. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { exportTo } from '../exchange/export.ts';
import { importFiles } from '../exchange/import.ts';
import { inputsFrom } from '../host/import-inputs.ts';
import { workbookBytes } from '../host/office/xlsx-out.ts';
import { tablesOfSheet } from '../host/sheet-rows.ts';
import { CredFile } from '../language/model/file.ts';

const PROGRAM = `organization O "Board; and others" { policy "Appeals" { covers: appeals, complaints; approved: 2024-02-15; public: yes } }
certificate W "Widget \\"Basics\\", part 1" {
  owner: O
  launched: 2021-06
  summary: "=HYPERLINK(1)"
  fee: 1200.5 EUR
  eligibility { experience: 2 years; minimum-age: 18 }
  domain tools "Tools" { weight: 25%; items: 30; task "Name them"; task "Use them" }
  domain repair "Repair" { weight: 75% }
  outcome name "Name the tools"
  outcome use "Use the tools"
  module A "Basics" { teaches: name; hours: 6 hours }
  module B "Practice" { teaches: name, use }
  assessment test "Final test" { measures: use }
  charge { for: retake; amount: 100 EUR }
  maintenance { cycle: 3 years; continuing-education: 60 hours }
}
`;
const file = CredFile.read('file:///a.cred', PROGRAM);
const out = (target: 'csv' | 'xlsx' | 'bulk-upload') => {
  const made = exportTo(target, [file], [file]);
  if ('refused' in made) throw new Error(made.refused.join());
  return made;
};

describe('a workbook', () => {
  const { files, left } = out('xlsx');
  const bytes = workbookBytes(files[0]!.sheets!);
  test('is read again: programs, blueprint, outcomes by module, policies', () => {
    const { inputs, problems } = inputsFrom('a.xlsx', bytes);
    const { files: read, problems: more } = importFiles(inputs);
    expect([...problems, ...more]).toEqual([]);
    const text = read[0]!.text;
    expect(text).toContain('certificate W "Widget \\"Basics\\", part 1" {');
    expect(text).toContain('launched: 2021-06\n  summary: "=HYPERLINK(1)"\n  fee: 1200.5 EUR');
    expect(text).toMatch(/domain tools "Tools" \{\n {4}weight: 25%\n {4}items: 30\n\n {4}task "Name them"\n {4}task "Use them"/);
    expect(text).toContain('module basics "Basics" { teaches: name-tools; hours: 6 hours }');
    expect(text).toContain('module practice "Practice" { teaches: name-tools, use-tools }');
    expect(text).toContain('assessment final-test "Final test" { measures: use-tools }');
    expect(text).toContain('policy "Appeals" { covers: appeals, complaints; approved: 2024-02-15; public: yes }');
  });
  test('what has no sheet is named', () => {
    expect(left.map(({ what }) => what)).toEqual(expect.arrayContaining(['the maintenance of "Widget "Basics", part 1"']));
  });
  test('has no formula, and the same content gives the same bytes', () => {
    expect(Buffer.from(bytes).toString('latin1')).not.toContain('<f>');
    expect(workbookBytes(files[0]!.sheets!)).toEqual(bytes);
  });
  test('a name of a sheet is short, legal and used once', () => {
    const sheet = { columns: [{ heading: 'A', width: 9 }], rows: [] };
    const named = workbookBytes(['a/b:c[d]*?', 'x'.repeat(40), 'x'.repeat(40), 'History', ''].map(name => ({ name, ...sheet })));
    const { inputs } = inputsFrom('a.xlsx', named);
    expect('tables' in inputs[0]! && inputs[0].tables.map(({ title }) => title)).toEqual([
      'a b c d',
      'x'.repeat(31),
      `${'x'.repeat(27)} (2)`,
      'History (2)',
      'Sheet',
    ]);
  });
});

test('a sheet has a byte-order mark, quotes what parts cells anywhere, and runs no formula', () => {
  const { text } = out('csv').files[0]!;
  expect(text.startsWith('\uFEFFkind,')).toBe(true);
  expect(text).toContain('"Widget ""Basics"", part 1"');
  expect(text).toContain('"Board; and others"');
  expect(text).toContain(`'=HYPERLINK(1)`);
});

describe('the bulk upload of the Credential Registry', () => {
  const { files, left } = out('bulk-upload');
  test('is read again', () => {
    const { files: read, problems } = importFiles([{ file: 'a.csv', ...tablesOfSheet(files[0]!.text) }]);
    expect(problems).toEqual([]);
    const text = read[0]!.text;
    expect(text).toContain('certificate widget-basics-part-1 "Widget \\"Basics\\", part 1" {');
    expect(text).toContain('owner: board-others');
    expect(text).toContain('eligibility { experience: 2 years; minimum-age: 18 }');
    expect(text).toMatch(/maintenance \{[^}]*cycle: 3 years; continuing-education: 60 hours/);
    expect(text).toContain('charge { amount: 100 EUR; for: retake }');
    expect(text).toContain('fee: 1200.5 EUR');
  });
  test('names what it leaves out, and what the Registry will ask for', () => {
    const whats = left.map(({ what, more }) => `${what}${more ? `: ${more}` : ''}`);
    expect(whats).toContain('"Subject Webpage" of "Widget "Basics", part 1": The Registry asks for it in every row.');
    expect(whats).toContain('the module "Basics" of "Widget "Basics", part 1"');
    expect(whats).toContain('"launched" of "Widget "Basics", part 1"');
  });
  test('a route that is one of several is not turned into a condition for all', () => {
    const two = CredFile.read(
      'file:///b.cred',
      'certification C "C" { eligibility "A" { training: 40 hours }; eligibility "B" { experience: 2 years } }',
    );
    const made = exportTo('bulk-upload', [two], [two]);
    expect('files' in made && made.files[0]!.text).not.toMatch(/Requires/);
    expect('left' in made && made.left.filter(({ what }) => what.startsWith('the route'))).toHaveLength(2);
  });
});

test('the workbook of the fixture is the one that LibreOffice wrote', () => {
  // A file that our own writer made would prove nothing about others.
  const bytes = readFileSync(path.join(import.meta.dirname, 'office/libreoffice-sheets.xlsx'));
  expect(bytes.includes('docProps/app.xml')).toBe(true);
});
