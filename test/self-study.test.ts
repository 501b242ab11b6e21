/** The self-study goes out as a document and a workbook, and what is filled in comes back as evidence, and nothing else. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import type { AnswerField } from '../exchange/tables/document.ts';
import { inputsFrom } from '../host/import-inputs.ts';
import { cred, folderOf } from './command.ts';

type WordInput = { readonly parts: readonly { readonly is: string; readonly text?: string }[]; readonly answers: readonly AnswerField[] };

const PROGRAM = `organization O "Board" {
  evidence { supports: NCCA-2021.S5; document: "staff.pdf"; note: "Who does what" }
}

certification CWT "Certified Widget Technician" {
  owner: O
  status: operating
  purpose: recognize-competence

  job-analysis { conducted: 2025-02; method: survey }

  accreditation { standard: NCCA-2021; status: seeking }

  evidence { supports: NCCA-2021.S4; document: "accounts.pdf" }
  evidence "Both" { supports: NCCA-2021.S9, NCCA-2021.S10; document: "records.pdf"; note: "Kept seven years" }
}
`;
const made = async (form: 'docx' | 'xlsx') => {
  const folder = folderOf({ 'cwt.cred': PROGRAM });
  const { code, err } = await cred(folder, ['readiness', '--format', form, '-o', `s.${form}`, '--as-of', '2026-01-01']);
  expect([code, err]).toEqual([0, `"s.${form}" is written.\n`]);
  return { folder, file: path.join(folder, `s.${form}`) };
};
/** The file with a part changed. */
function changed(bytes: Uint8Array, part: string, change: (xml: string) => string): Uint8Array {
  const parts = unzipSync(bytes);
  return zipSync({ ...parts, [part]: strToU8(change(strFromU8(parts[part]!))) });
}
/** The answer in the field of a tag, as Word writes what is typed over the prompt. */
const typed = (xml: string, tag: string, text: string): string =>
  xml.replace(
    new RegExp(
      `(<w:tag w:val="${tag}"/>.*?)(<w:showingPlcHdr/>)?(<w:text w:multiLine="1"/></w:sdtPr><w:sdtContent>).*?(</w:sdtContent>)`,
      's',
    ),
    (_, before: string, __: string | undefined, between: string, after: string) =>
      `${before.replace('<w:showingPlcHdr/>', '')}${between}<w:r><w:t>${text}</w:t></w:r>${after}`,
  );

describe('as a Word document', () => {
  test('each clause with number and title, what is shown and where, evidence, what is missing, and room to answer', async () => {
    const { file } = await made('docx');
    const { parts, answers } = inputsFrom('s.docx', readFileSync(file)).inputs[0] as WordInput;
    const texts = parts.map(({ is, text }) => `${is}: ${text ?? ''}`);
    expect(texts).toContain('heading: Certified Widget Technician');
    expect(texts).toContain('heading: Self-study: Standards for the Accreditation of Certification Programs');
    expect(texts).toContain('heading: 14 Job Analysis');
    expect(texts.find(one => one.includes('cwt.cred, line'))).toMatch(/^item: .* \(cwt\.cred, line \d+\)$/);
    expect(answers.find(({ tag }) => tag === 'Program of this self-study')?.text).toBe('CWT');
    expect(answers).toContainEqual({ tag: 'Answer NCCA-2021.S5', text: 'Who does what' });
    expect(answers).toContainEqual({ tag: 'Document NCCA-2021.S4', text: 'accounts.pdf' });
    // A prompt is no answer.
    expect(answers.some(({ tag }) => tag === 'Answer NCCA-2021.S1')).toBe(false);
  });

  test('unchanged, it says nothing new', async () => {
    const { folder } = await made('docx');
    expect(await cred(folder, ['import', 's.docx'])).toEqual({ code: 0, out: '', err: 'The answers say nothing new.\n' });
  });

  test('filled in, answers become notes of evidence and documents evidence, shown first and made on request', async () => {
    const { folder, file } = await made('docx');
    const filled = changed(readFileSync(file), 'word/document.xml', xml =>
      typed(
        typed(
          typed(typed(xml, 'Answer NCCA-2021.S4', 'Audited each year &amp; published'), 'Answer NCCA-2021.S1', 'See the bylaws'),
          'Document NCCA-2021.S1',
          'bylaws.pdf</w:t><w:br/><w:t>charter.pdf',
        ),
        'Answer NCCA-2021.S9',
        'Kept ten years',
      ),
    );
    const study = folderOf({ 'cwt.cred': PROGRAM, 'filled.docx': filled });
    const shown = await cred(study, ['import', 'filled.docx']);
    expect(shown.out).toContain('+  evidence { supports: NCCA-2021.S4; document: "accounts.pdf"; note: "Audited each year & published" }');
    expect(shown.err).toContain('Nothing is changed yet; --apply makes these changes.');
    expect(readFileSync(path.join(study, 'cwt.cred'), 'utf8')).toBe(PROGRAM);
    const { code } = await cred(study, ['import', 'filled.docx', '--apply']);
    const text = readFileSync(path.join(study, 'cwt.cred'), 'utf8');
    expect(code).toBe(0);
    expect(text).toContain('    supports: NCCA-2021.S1\n    document: "bylaws.pdf"\n    note: "See the bylaws"');
    expect(text).toContain('    supports: NCCA-2021.S1\n    document: "charter.pdf"');
    // What is said of one clause does not change what an evidence says of two.
    expect(text).toContain('evidence "Both" { supports: NCCA-2021.S9, NCCA-2021.S10; document: "records.pdf"; note: "Kept seven years" }');
    expect(text).toContain('supports: NCCA-2021.S9\n    note: "Kept ten years"');
    expect(text.replace(/\n {2}evidence \{[^}]*\}/g, '')).toBe(PROGRAM.replace(/\n {2}evidence \{[^}]*\}/g, ''));
    expect((await cred(study, ['import', 'filled.docx'])).err).toBe('The answers say nothing new.\n');
    expect(folder).not.toBe(study);
  });
});

describe('as a workbook', () => {
  test('unchanged, it says nothing new; an answer typed into its column comes back', async () => {
    const { folder, file } = await made('xlsx');
    expect((await cred(folder, ['import', 's.xlsx'])).err).toBe('The answers say nothing new.\n');
    const filled = changed(readFileSync(file), 'xl/worksheets/sheet1.xml', xml =>
      xml.replace(/(NCCA-2021\.S1<.*?)<c r="I(\d+)" s="(\d+)"\/>/s, '$1<c r="I$2" s="$3" t="inlineStr"><is><t>See the bylaws</t></is></c>'),
    );
    const study = folderOf({ 'cwt.cred': PROGRAM, 'filled.xlsx': filled });
    await cred(study, ['import', 'filled.xlsx', '--apply']);
    expect(readFileSync(path.join(study, 'cwt.cred'), 'utf8')).toContain('supports: NCCA-2021.S1\n    note: "See the bylaws"');
  });
  test('only the columns for answers can be written into', async () => {
    const { file } = await made('xlsx');
    const parts = unzipSync(readFileSync(file));
    expect(strFromU8(parts['xl/worksheets/sheet1.xml']!)).toContain('<sheetProtection sheet="1"');
    expect(strFromU8(parts['xl/styles.xml']!)).toMatch(/locked="1".*locked="0"/s);
  });
});

test('answers about a program that is not there are told', async () => {
  const { file } = await made('docx');
  const other = folderOf({ 'x.cred': 'certification X "X" { }\n', 's.docx': readFileSync(file) });
  const { code, err } = await cred(other, ['import', 's.docx']);
  expect([code, err]).toEqual([1, 'No program of these files is called "CWT". Its answers are left out.\nThe answers say nothing new.\n']);
});

test('the page for a board is a document of one page, without ids and line numbers', async () => {
  const folder = folderOf({ 'cwt.cred': PROGRAM });
  expect((await cred(folder, ['report', '--for', 'board', '-o', 'board.docx'])).code).toBe(0);
  const { parts } = inputsFrom('b.docx', readFileSync(path.join(folder, 'board.docx'))).inputs[0] as WordInput;
  const texts = parts.map(({ text }) => text ?? '');
  expect(texts).toEqual(
    expect.arrayContaining(['Certified Widget Technician', 'What it is', 'How ready it is', 'What comes next', 'What it takes']),
  );
  expect(texts.join('\n')).not.toMatch(/cwt\.cred|, line \d/);
});

test('what cannot be printed asks for a file, and a self-study is not written over', async () => {
  const folder = folderOf({ 'cwt.cred': PROGRAM, 's.docx': 'x' });
  expect((await cred(folder, ['readiness', '--format', 'docx'])).err).toContain('Name a file for it');
  expect((await cred(folder, ['report', '--format', 'docx'])).err).toContain('Name a file for it');
  expect((await cred(folder, ['export', '--to', 'xlsx'])).err).toContain('Name a file for it');
  expect((await cred(folder, ['readiness', '--format', 'docx', '-o', 's.docx'])).err).toContain('It may hold answers');
  expect((await cred(folder, ['readiness', '-o', 's.docx'])).err).toContain('-o is for --format docx and xlsx.');
});
