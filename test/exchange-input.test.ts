/** What files of other systems look like before they are records: encodings, slips of JSON, cells with several values. */
import { expect, describe as group, test } from 'vitest';
import { readSheet } from '../exchange/csv-in.ts';
import { exportTo } from '../exchange/export.ts';
import { importFiles } from '../exchange/import.ts';
import { parseJson } from '../exchange/json.ts';
import { write } from '../exchange/write.ts';
import { inputsFrom } from '../host/import-inputs.ts';
import { rowsOf } from '../host/sheet-rows.ts';
import { CredFile } from '../language/model/file.ts';

const sheet = (csv: string) => readSheet(rowsOf(csv).rows);
const csvOf = (text: string): string => {
  const files = [CredFile.read('file:///a.cred', text)];
  const made = exportTo('csv', files, files);
  if ('refused' in made) throw new Error(made.refused.join());
  return made.files[0]!.text;
};

group('JSON', () => {
  test.each([
    ['{"@type":"ceterms:Certification","ceterms:name":"A"} x', 'line 1, column 54', '"x"'],
    ['{"a": 1}\n\n{"b": 2}', 'line 3, column 1', '"{\\"b\\": 2}"'],
    ['[1]]', 'line 1, column 4', '"]"'],
  ])('what stands behind the end is told, with its place: %s', (text, at, rest) => {
    expect(parseJson(text)).toEqual({ at, why: `Something stands behind the end of the record: ${rest}. Remove it.` });
  });

  test('a key that stands twice in an object is told, in any object', () => {
    const text = '{"a": {"b": 1, "c": [{"b": 1}],\n "b": 2}, "d": "b", "a": "\\"a\\": 1"}';
    expect(parseJson(text)).toEqual({
      json: JSON.parse(text),
      remarks: [
        { at: 'line 2, column 2', why: 'The key "b" stands twice in this object. What stands there last counts.' },
        { at: 'line 2, column 21', why: 'The key "a" stands twice in this object. What stands there last counts.' },
      ],
    });
    const { problems, files } = importFiles([
      {
        file: 'a.json',
        text: '{"@id": "https://x.example", "@type": "ceterms:Certification", "ceterms:name": "A", "ceterms:name": "B"}',
      },
    ]);
    expect(problems.map(({ at, why }) => `${at}: ${why}`)).toEqual([
      'line 1, column 85: The key "ceterms:name" stands twice in this object. What stands there last counts.',
    ]);
    expect(files[0]!.text).toContain('"B"');
  });
});

group('encodings', () => {
  const latin = Buffer.from('Credential Name,Credential Type\nCaf\xe9 Tech \x96 \x93x\x94,Certification\n', 'latin1');

  test('Windows-1252 is read, with a remark that shows a word by which to judge', () => {
    const { inputs, problems } = inputsFrom('a.csv', latin);
    expect(problems).toEqual([
      {
        file: 'a.csv',
        at: '',
        why: 'It is not UTF-8, and is read as Windows-1252. Look at letters with accents, such as those of "Café".',
      },
    ]);
    expect(importFiles(inputs).files[0]!.text).toContain('certification café-tech-x "Café Tech – “x”"');
  });

  test('what is no text is refused', () => {
    for (const bytes of [Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0), Uint8Array.of(0x41, 0x81), Uint8Array.of(0xff, 0xfe, 0x00, 0xd8)])
      expect(inputsFrom('a.csv', bytes)).toMatchObject({ inputs: [], problems: [{ why: expect.stringContaining('neither UTF-8') }] });
  });
});

group('cells with several values', () => {
  test('a value with the separator in it comes back as it was', () => {
    const owner = 'organization O "Or|g~anization" { website: "https://o.example" }';
    const program =
      'certification CWT "Widget" { owner: O; audience: "A | B"; occupations: "X | Y", "Z\\\\", "\\\\| |"; version: "a~b"; summary: "a | b" }';
    const csv = csvOf(`${owner}\n${program}`);
    const { blocks, problems } = sheet(csv);
    expect(problems).toEqual([]);
    expect(blocks.map(one => one.title)).toEqual(['Or|g~anization', 'Widget']);
    expect(blocks[1]!.properties).toMatchObject({
      audience: 'A | B',
      occupations: ['X | Y', 'Z\\', '\\| |'],
      version: 'a~b',
      summary: 'a | b',
    });
    expect(csvOf(write(blocks))).toBe(csv);
  });

  test('two owners are two organizations, and "same as owner" is none', () => {
    const { blocks, problems } = sheet(
      'Credential Name,Credential Type,Owned By,Offered By\nA,Certification,same as owner,same as owner\nB,Certification,,Widget Board~https://w.example\nC,Certification,Widget Board|Second Board,\nD,Certification,Widget  board,\n',
    );
    expect(blocks.map(({ kind, title, properties }) => [kind, title, properties.owner])).toEqual([
      ['organization', 'Widget Board', undefined],
      ['organization', 'Second Board', undefined],
      ['certification', 'A', undefined],
      ['certification', 'B', undefined],
      ['certification', 'C', { ref: 'widget-board' }],
      ['certification', 'D', { ref: 'widget-board' }],
    ]);
    expect(problems.map(({ at, why }) => `${at}: ${why}`)).toEqual([
      'line 2, column "Owned By": "same as owner" names nobody, since this is the column of the owner. Write who it is.',
      'line 4, column "Owned By": It names 2 owners. A program has one: "widget-board" is taken, and this is kept as a note.',
    ]);
  });
});
