/** Broken input: each slip is reported with its place, and everything else is read. */
import { expect, test } from 'vitest';
import { importFiles } from '../exchange/import.ts';
import { parseJson } from '../exchange/json.ts';
import { CredFile } from '../language/model/file.ts';
import { one, read, whys } from './ctdl-records.ts';

test('JSON that breaks off or is none, by line and column', () => {
  const whole = JSON.stringify(one(), undefined, 2);
  for (let end = 1; end < whole.length; end++) {
    const parsed = parseJson(whole.slice(0, end));
    expect(parsed, whole.slice(0, end)).toMatchObject({ why: 'It ends too early: a part of the file is missing.' });
  }
  expect(parseJson('')).toEqual({ at: '', why: 'It is empty.' });
  expect(parseJson('{\n  "a": 1,\n  b: 2\n}')).toEqual({ at: 'line 3, column 3', why: 'It is not valid JSON: "b" was not expected here.' });
  for (const closed of ['{"a": 1,}', '[1,]', '{"a":}'])
    expect(parseJson(closed), closed).toMatchObject({ why: expect.stringContaining('was not expected here') });
  for (const open of ['{"a": [1]', '[{"a": 1}', '{"a": {}', '[[1],'])
    expect(parseJson(open), open).toMatchObject({ why: 'It ends too early: a part of the file is missing.' });
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
    'certification X "T" {\n  summary: "D"\n  website: "https://x.example"\n  ctdl-type: "ceterms:Certification"\n\n  imported { from: "CTDL"; value: "@language = en" }\n}\n',
  );
});

test('the record of an envelope may be a text, or a signed token', () => {
  const record = JSON.stringify(one({ 'ceterms:description': 'Größe' }));
  const token = `e30.${Buffer.from(record).toString('base64url')}.c2ln`;
  for (const envelope of [{ decoded_resource: record }, { resource: token }])
    expect(read({ envelope_id: 'e', ...envelope }).files[0]!.text).toContain('summary: "Größe"');
  expect(whys({ envelope_id: 'e', decoded_resource: '{"@type": ' })).toEqual([
    'decoded_resource: The text in it: line 1, column 10: It ends too early: a part of the file is missing.',
  ]);
  expect(read({ data: [one()], extra: { TotalResults: 1 } }).files).toHaveLength(1);
});

test('whatever a document calls the terms, by its context, and in the forms that expanding it gives', () => {
  const asked =
    'certification T "T" {\n  website: "https://x.example"\n  ctdl-type: "ceterms:Certification"\n\n  maintenance { cycle: 2 years }\n}\n';
  const ctdl = 'https://purl.org/ctdl/terms/';
  for (const json of [
    {
      '@context': [
        'https://credreg.net/ctdl/schema/context/json',
        { c: ctdl, titel: { '@id': 'c:name', '@container': '@language' }, art: '@type' },
      ],
      '@graph': [
        { art: 'c:Certification', '@id': '_:T', titel: { de: 'T' }, 'c:subjectWebpage': 'https://x.example', 'c:renewalFrequency': 'P2Y' },
      ],
    },
    {
      '@context': { '@vocab': ctdl },
      '@type': 'Certification',
      '@id': '_:T',
      name: 'T',
      subjectWebpage: { '@id': 'https://x.example' },
      renewalFrequency: 'P2Y',
    },
    [
      {
        '@id': '_:T',
        '@type': [`${ctdl}Credential`, `${ctdl}Certification`],
        [`${ctdl}name`]: [{ '@value': 'T', '@language': 'en' }],
        [`${ctdl}subjectWebpage`]: [{ '@id': 'https://x.example' }],
        [`${ctdl}renewalFrequency`]: { '@list': [{ '@value': 'P2Y', '@type': 'https://schema.org/Duration' }] },
      },
    ],
  ])
    expect(read(json).files[0]!.text.replace(/\n\n {2}imported (?:\{ .* \}|\{\n[^}]*\})/, '')).toBe(asked);
  // Of two keys for one term none is lost.
  expect(read(one({ name: 'Other' })).files[0]!.text).toContain('// name: Other');
  const { text } = read(
    one({
      'ceterms:description': [
        { '@value': 'Deux', '@language': 'fr' },
        { '@value': 'Two', '@language': 'en' },
      ],
    }),
  ).files[0]!;
  expect(text).toContain('summary: "Two"');
  expect(text).toContain('description.fr = Deux');
  expect(read(one({ 'ceterms:name': { en: null, fr: 'Pont' } })).files[0]!.text).toContain('"Pont"');
});

test('a class that is mistyped, one of another vocabulary, and several', () => {
  expect(whys([one({ '@type': 'ceterms:Certificaton' }), one({ '@type': 'Achievement' }), one({ '@type': 'schema:Course' })])).toEqual([
    '[0]: "T" is of type "ceterms:Certificaton", which is no type of CTDL. Did you mean "ceterms:Certification"? It is left out.',
    '[1]: "T" is of type "Achievement", which is no type of CTDL. It is left out.',
    '[2]: "T" is of type "schema:Course", which Cred has no counterpart of. It is left out.',
  ]);
  expect(read(one({ '@type': ['owl:Thing', 'ceterms:License'] })).files[0]!.text).toContain('"@type[] = owl:Thing"');
});

test('values of a wrong kind are not understood, and stay', () => {
  const wrong = {
    'ceterms:isNonCredit': 'maybe',
    'ceterms:dateEffective': '2024',
    'ceterms:subjectWebpage': 'nowhere',
    'ceterms:estimatedCost': { 'ceterms:price': 'free', 'ceterms:currency': '$' },
    foo: 1,
  };
  const { files, records, problems } = read(one(wrong));
  expect(problems.map(({ at }) => at)).toEqual(
    records[0]!.properties.flatMap(({ path, fate }) => (fate === 'not understood' ? [path] : [])),
  );
  expect(problems).toContainEqual({
    file: 'a.json',
    at: 'ceterms:estimatedCost.ceterms:price',
    why: '"free" of "T" is not understood here. It is kept as a note.',
  });
  expect(records[0]!.properties.filter(({ fate }) => fate === 'not understood').map(({ path }) => path)).toEqual([
    'ceterms:isNonCredit',
    'ceterms:dateEffective',
    'ceterms:subjectWebpage',
    'ceterms:estimatedCost.ceterms:price',
    'ceterms:estimatedCost.ceterms:currency',
    'foo',
  ]);
  for (const key of Object.keys(wrong)) expect(files[0]!.text).toContain(`// ${key.replace('ceterms:', '')}`);
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

test('what holds no record says so', () => {
  for (const empty of [[], { '@graph': [] }, [[]]]) expect(whys(empty)).toEqual([': There is no record in it.']);
});
