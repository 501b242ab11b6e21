/** What comes in broken: each slip has its place, and all else is read. */
import { expect, test } from 'vitest';
import { importFiles } from '../exchange/import.ts';
import { parseJson } from '../exchange/json.ts';
import { CredFile } from '../language/model/file.ts';

const read = (json: unknown) => importFiles([{ file: 'a.json', text: JSON.stringify(json) }]);
const whys = (json: unknown) => read(json).problems.map(({ at, why }) => `${at}: ${why}`);
const one = (more: object = {}) => ({ '@type': 'ceterms:Certification', '@id': 'https://x.example/1', 'ceterms:name': 'T', ...more });

test('JSON that breaks off or is none, by line and column', () => {
  const whole = JSON.stringify(one(), undefined, 2);
  for (let end = 1; end < whole.length; end++) {
    const parsed = parseJson(whole.slice(0, end));
    expect(parsed, whole.slice(0, end)).toMatchObject({ why: 'It ends too early: a part of the file is missing.' });
  }
  expect(parseJson('')).toEqual({ at: '', why: 'It is empty.' });
  expect(parseJson('{\n  "a": 1,\n  b: 2\n}')).toEqual({ at: 'line 3, column 3', why: 'It is not valid JSON: "b" was not expected here.' });
  expect(parseJson('{"a": tru}')).toMatchObject({ at: expect.stringMatching(/^line 1, column \d+$/) });
  expect(parseJson(`\uFEFF${whole}`)).toHaveProperty('json');
  expect(parseJson('['.repeat(100_000))).toMatchObject({ at: 'line 1, column 201' });
});

test('a slip of one record or file leaves the others', () => {
  const { files, problems } = importFiles([
    { file: 'cut.json', text: '{"@type": ' },
    { file: 'good.json', text: JSON.stringify(one()) },
    {
      file: 'odd.json',
      text: JSON.stringify([
        3,
        { '@type': 'ceterms:Place', 'ceterms:name': 'P' },
        { '@type': 'nonsense' },
        { 'ceterms:name': 'N' },
        one({ '@id': 'https://x.example/2' }),
      ]),
    },
  ]);
  expect(files.map(({ file }) => file)).toEqual(['good.json', 'odd.json']);
  expect(problems).toEqual([
    { file: 'cut.json', at: 'line 1, column 10', why: 'It ends too early: a part of the file is missing.' },
    { file: 'odd.json', at: '[0]', why: 'A record was expected here, in braces.' },
    { file: 'odd.json', at: '[1]', why: '"P" is of type "ceterms:Place", which Cred has no counterpart of. It is left out.' },
    { file: 'odd.json', at: '[2]', why: 'The record is of type "nonsense", which is no type of CTDL. It is left out.' },
    { file: 'odd.json', at: '[3]', why: '"N" does not say what it is: "@type" is missing. It is left out.' },
  ]);
});

test('identifiers that are missing or given twice, and records without a name', () => {
  expect(whys({ '@type': 'ceterms:License', 'ceterms:name': 'L' })).toEqual([
    ': "L" has no identifier ("@id" or "ceterms:ctid"). It is read, but no other record can refer to it.',
  ]);
  expect(whys([one(), one(), one({ 'ceterms:name': 'U' })])).toEqual([
    '[1]: "T" has the identifier of "T", which came before and is the same record. It is left out.',
    '[2]: "U" has the identifier of "T", which came before. It is left out.',
  ]);
  const { files, problems } = read({ '@type': 'ceterms:Certification', '@id': 'x' });
  expect(problems[0]!.why).toContain('no "ceterms:name"');
  expect(files[0]!.text).toMatch(/^certification certification \? \{/);
});

test('circles of references are told and read', () => {
  const asks = (id: string, to: string) =>
    one({
      '@id': id,
      'ceterms:name': id,
      'ceterms:requires': [{ '@type': 'ceterms:ConditionProfile', 'ceterms:targetCredential': [{ '@id': to }] }],
    });
  const { files, problems } = read({ '@graph': [asks('a', 'b'), asks('b', 'c'), asks('c', 'a'), asks('d', 'd')] });
  expect(problems.map(({ at, why }) => [at, /"a" → "b" → "c" → "a"|"d" → "d"/.exec(why)?.[0]])).toEqual([
    ['@graph[0].ceterms:requires', '"a" → "b" → "c" → "a"'],
    ['@graph[3].ceterms:requires', '"d" → "d"'],
  ]);
  expect(files[0]!.text).toContain('holds: a');
  const long = Array.from({ length: 5000 }, (_, i) => asks(`n${i}`, `n${i + 1}`));
  expect(read(long).problems).toEqual([]);
});

test('envelopes, full addresses and short keys are records like others', () => {
  const record = one({
    'ceterms:credentialStatusType': {
      '@type': 'ceterms:CredentialAlignmentObject',
      'ceterms:targetNode': 'https://credreg.net/ctdl/terms/credentialStat/Active',
    },
  });
  expect(read({ envelope_id: 'e', decoded_resource: record }).files[0]!.text).toContain('status: operating');
  expect(read({ envelope_id: 'e', resource: 'eyJ…' }).problems[0]!.why).toContain('encoded');
  expect(read({ envelopes: [{ decoded_resource: { '@graph': [record] } }] }).files).toHaveLength(1);
  const { files } = read({
    type: 'Certification',
    id: '_:X',
    name: { en: 'T' },
    'https://purl.org/ctdl/terms/description': 'D',
    subjectWebpage: 'https://x.example',
  });
  expect(files[0]!.text).toBe(
    'certification X "T" {\n  summary: "D"\n  website: "https://x.example"\n  ctdl-type: "ceterms:Certification"\n}\n',
  );
});

test('blank nodes of two files are two things', () => {
  const file = (name: string) => ({
    file: name,
    text: JSON.stringify({
      '@graph': [
        { '@type': 'ceterms:Organization', '@id': '_:o', 'ceterms:name': `Owner of ${name}` },
        one({ '@id': '_:p', 'ceterms:name': name, 'ceterms:ownedBy': [{ '@id': '_:o' }] }),
      ],
    }),
  });
  const { files, problems } = importFiles([file('one'), file('two')]);
  expect(problems).toEqual([]);
  expect(files[1]!.text).toMatch(/organization o-2 "Owner of two"[^]*owner: o-2/);
});

test('no text of a record can end what it stands in', () => {
  const evil = '"}\n} // x */ { certification Y "Z" { goal: ? } \\" """ cred-ignore language/*: x';
  const { files } = read(
    one({
      'ceterms:name': evil,
      'ceterms:description': evil,
      'ceterms:keyword': [evil, 'cred-ignore language/*: all'],
      [`x:${evil}`]: evil,
      'ceterms:requires': [{ 'ceterms:name': evil, 'ceterms:condition': [evil, evil.replace('\n', ' ')] }],
    }),
  );
  const file = CredFile.read('a', files[0]!.text);
  expect(file.programs).toHaveLength(1);
  expect(file.problems.filter(({ rule }) => rule === 'syntax')).toEqual([]);
  expect(file.programs[0]!.stated('summary')).toMatchObject({ value: evil });
  expect(files[0]!.text).not.toMatch(/\/\/\s*cred-ignore/);
});

test('an organization that is only named keeps its identifier; one described twice is one', () => {
  const owner = { '@type': 'ceterms:Organization', 'ceterms:name': 'Keepers' };
  const { files } = read([
    one({ 'ceterms:ownedBy': [owner] }),
    one({ '@id': 'https://x.example/2', 'ceterms:name': 'U', 'ceterms:ownedBy': owner }),
    one({
      '@id': 'https://x.example/3',
      'ceterms:name': 'V',
      'ceterms:ownedBy': [{ '@id': 'https://r.example/ce-11111111-2222-4333-8444-555555555555' }],
    }),
  ]);
  expect(files[0]!.text.match(/organization keepers/g)).toHaveLength(1);
  expect(files[0]!.text).toContain('organization v-owner ? {\n  ctid: "ce-11111111-2222-4333-8444-555555555555"\n}');
  expect(files[0]!.text).toContain('owner: v-owner');
});
