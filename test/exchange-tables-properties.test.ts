/** What holds of all tables: cells survive a workbook, what is made parses, and no word of a cell is lost. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { importFiles } from '../exchange/import.ts';
import { pasteAsCred } from '../exchange/tables/paste.ts';
import { inputsFrom } from '../host/import-inputs.ts';
import { workbookBytes } from '../host/office/xlsx-out.ts';
import { applyEdits } from '../language/findings/finding.ts';
import { CredFile } from '../language/model/file.ts';

const NONE = { top: () => [], owned: () => [], all: [] };
const slipsIn = (text: string): string[] =>
  CredFile.read('file:///a.cred', text).problems.flatMap(one => (one.rule === 'hole' ? [] : [one.rule]));

const HEADINGS = [
  'Domain',
  'Weight',
  'Items',
  'Tasks',
  'Policy',
  'Approved',
  'Topics',
  'Module',
  'Hours',
  'Learning outcome',
  'Bloom level',
  'Program name',
  'Type',
  'Owner',
  'Fee',
  'Passing score',
  'Notes',
  'Colour',
  '#',
  'Milestone',
  'Due date',
  'Instructor',
  'Public',
  'Document',
  'Route',
  'Experience',
] as const;
const cell = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.constantFrom(
      '',
      'Safety',
      'Ann Lee',
      '25%',
      '0.75',
      '2024-02-15',
      '3/4/2027',
      '450 USD',
      'every 3 years',
      'x',
      'Appeals; Complaints',
      'Apply',
      '12',
      'yes',
    ),
  },
  { weight: 2, arbitrary: fc.string({ unit: 'grapheme-ascii', maxLength: 20 }) },
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      'a "quoted" text',
      'ends with \\',
      '// cred-ignore x: y',
      '*/ }',
      '=1+1',
      'line\nbreak',
      '1. first | 2. second',
      '{ ; }',
      '"""',
      '#REF!',
    ),
  },
);
const grid = fc
  .uniqueArray(fc.constantFrom(...HEADINGS), { minLength: 2, maxLength: 5 })
  .chain(headings =>
    fc
      .array(fc.array(cell, { minLength: headings.length, maxLength: headings.length }), { minLength: 1, maxLength: 6 })
      .map(rows => [[...headings], ...rows]),
  );
const table = (rows: readonly (readonly string[])[]) => ({
  place: '',
  counts: 'row' as const,
  rows: rows.map((cells, i) => ({ line: i + 1, cells })),
});
/** The words of a text that a reader would miss. */
const wordsIn = (text: string): string[] => text.match(/\p{L}{4,}/gu) ?? [];

test('what is made of a table parses, and no word of a cell is lost', () => {
  fc.assert(
    fc.property(grid, rows => {
      const { files, problems } = importFiles([{ file: 'a', tables: [table(rows)] }]);
      const made = files[0]?.text ?? '';
      expect(slipsIn(made)).toEqual([]);
      // What is left out as a whole is told.
      if (made === '') expect(problems.length).toBeGreaterThan(0);
      else {
        const said = `${made} ${problems.map(({ why }) => why).join(' ')}`.normalize('NFC').toLowerCase();
        // A row that is left out as a whole is told by its number.
        const left = new Set(problems.flatMap(({ at, why }) => (why.includes('left out') ? [Number(/row (\d+)/.exec(at)?.[1])] : [])));
        const kept = rows.filter((_, i) => i > 0 && !left.has(i + 1)).flat();
        for (const text of kept)
          for (const word of wordsIn(text)) expect(said, text).toContain(KNOWN.get(word.toLowerCase()) ?? word.toLowerCase());
      }
    }),
    { numRuns: 150 },
  );
});
/** Words that the language says otherwise. */
const KNOWN = new Map([
  ['every', 'years'],
  ['complaints', 'complaint'],
  ['years', 'year'],
  ['cred', 'cred'],
  ['ignore', 'ignore'],
]);

test('what is pasted leaves the file as it was, but for holes that are filled', () => {
  const text =
    'organization O "Board"\n\ncertification C "Cee" {\n  owner: O\n  audience: ?\n  \n  assessment exam "Exam" { items: 10 }\n}\n';
  const at = text.indexOf('  \n') + 2;
  fc.assert(
    fc.property(grid, fc.boolean(), (rows, asText) => {
      const file = CredFile.read('file:///a.cred', text);
      const copied = asText
        ? { text: rows.map(cells => cells.map(one => one.replace(/[\n\t]/g, ' ')).join('\t')).join('\n') }
        : { tables: [table(rows)] };
      const read = pasteAsCred(file, { start: at, end: at }, copied, NONE);
      if (!read) return;
      const after = applyEdits(text, [...read.further, { start: at, end: at, text: read.insert }]);
      expect(slipsIn(after)).toEqual([]);
      for (const line of text.split('\n'))
        if (line.trim() !== '' && !line.includes('?') && !line.includes('assessment')) expect(after).toContain(line.trim());
      expect(after).toContain('items: 10');
    }),
    { numRuns: 150 },
  );
});

test('cells survive a workbook', () => {
  const text = fc.string({ unit: 'binary', maxLength: 30 });
  fc.assert(
    fc.property(
      fc.array(
        fc.array(fc.oneof(text, fc.integer(), fc.record({ percent: fc.integer({ min: 0, max: 100 }) })), { minLength: 1, maxLength: 4 }),
        { minLength: 1, maxLength: 5 },
      ),
      rows => {
        const bytes = workbookBytes([{ name: 'A', columns: rows[0]!.map(() => ({ heading: 'H', width: 9 })), rows }]);
        const { inputs, problems } = inputsFrom('a.xlsx', bytes);
        expect(problems).toEqual([]);
        const [, ...read] = (inputs[0] as unknown as { tables: { rows: { line: number; cells: string[] }[] }[] }).tables[0]!.rows;
        const wanted = rows.map(cells =>
          cells.map(one => (typeof one === 'object' ? `${one.percent}%` : typeof one === 'number' ? String(one) : kept(one))),
        );
        wanted.forEach((cells, i) => {
          const found = read.find(({ line }) => line === i + 2)?.cells ?? [];
          expect(cells.map((_, at) => found[at] ?? '')).toEqual(cells);
        });
      },
    ),
    { numRuns: 100 },
  );
});
/** A text without the characters that XML forbids. */
const kept = (text: string): string =>
  text.replace(/\r\n?/g, '\n').replace(/[\p{Cc}\p{Cs}\uFFFE\uFFFF]/gu, one => (one === '\n' || one === '\t' ? one : ''));
