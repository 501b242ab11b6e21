/** Broken input: each slip is reported with its place, and everything else is read. */
import { expect, test } from 'vitest';
import { durationOf } from '../exchange/ctdl/durations.ts';
import { exportCtdl } from '../exchange/ctdl/out.ts';
import { describe } from '../exchange/describe.ts';
import { importFiles } from '../exchange/import.ts';
import { parseJson } from '../exchange/json.ts';
import { blocksOf } from '../exchange/model.ts';
import { CredFile } from '../language/model/file.ts';
import { tries } from './sample.ts';

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
  const long = Array.from({ length: tries(5000, 4) }, (_, i) => asks(`n${i}`, `n${i + 1}`));
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

test('parts that stand apart in a graph are read where they are referred to', () => {
  const { files, problems, records } = read({
    '@graph': [
      one({
        'ceterms:requires': ['_:b0'],
        'ceterms:commonConditions': { '@id': 'https://x.example/common' },
        'ceterms:estimatedCost': { '@id': '_:b2' },
      }),
      {
        '@id': '_:b0',
        '@type': 'ceterms:ConditionProfile',
        'ceterms:name': 'Way in',
        'ceterms:yearsOfExperience': 2,
        'ceterms:targetCompetency': [{ 'ceterms:targetNode': 'https://x.example/c1' }, 'https://x.example/c2'],
        'ceterms:alternativeCondition': { '@id': '_:b0' },
      },
      {
        '@id': 'https://x.example/common',
        '@type': 'ceterms:ConditionManifest',
        'ceterms:requires': [{ 'ceterms:minimumAge': 18 }],
      },
      { '@id': '_:b2', '@type': 'ceterms:CostProfile', 'ceterms:price': '1,250.50', 'ceterms:currency': 'USD' },
      { '@id': 'https://x.example/c1', '@type': 'ceasn:Competency', 'ceasn:competencyText': { en: 'Splice' } },
      { '@id': 'https://x.example/c2', '@type': 'ceasn:Competency', 'ceasn:competencyText': { en: 'Knot' } },
      { '@id': '_:b3', '@type': 'ceterms:ConditionProfile', 'ceterms:name': 'Nobody' },
    ],
  });
  expect(files[0]!.text).toContain(`  eligibility "Way in" { applies: everyone; experience: 2 years }
  eligibility { applies: everyone; minimum-age: 18 }

  domain splice "Splice"
  domain knot "Knot"`);
  expect(files[0]!.text).toContain('fee: 1250.5 USD');
  expect(problems.map(({ at, why }) => [at, why])).toEqual([
    ['@graph[6]', 'Nothing in the import refers to this part of a record. It is left out.'],
  ]);
  expect(records.find(({ at }) => at === '@graph[6]')!.properties.map(({ path, fate }) => [path, fate])).toEqual([
    ['@id', 'not understood'],
    ['@type', 'not understood'],
    ['ceterms:name', 'not understood'],
  ]);
});

test('a graph whose parts refer to each other again and again does not grow without end', () => {
  const part = (i: number, to: string[]) => ({ '@id': `_:b${i}`, '@type': 'ceterms:ConditionProfile', 'ceterms:alternativeCondition': to });
  const twice = Array.from({ length: 40 }, (_, i) => part(i, [`_:b${i + 1}`, `_:b${i + 1}`]));
  const chain = Array.from({ length: tries(9000, 4) }, (_, i) => part(i, [`_:b${i + 1}`]));
  for (const parts of [twice, chain])
    expect(read({ '@graph': [one({ 'ceterms:requires': ['_:b0'] }), ...parts] }).files[0]!.text).toContain('certification t "T" {');
}, 240_000);

test('what no credential asks for stands in a program of an open title', () => {
  const exam = { '@type': 'ceterms:AssessmentProfile', '@id': '_:b1', 'ceterms:name': 'Knot test', 'ceterms:ownedBy': '_:b2' };
  const owner = { '@type': 'ceterms:Organization', '@id': '_:b2', 'ceterms:name': 'Knotters' };
  const recommends = { 'ceterms:recommends': [{ 'ceterms:targetAssessment': '_:b1' }] };
  const { files, problems } = read([exam, owner, one(recommends)]);
  expect(files[0]!.text).toContain(`program knot-test-program ? {
  owner: knotters

  assessment knot-test "Knot test" {`);
  expect(problems).toEqual([]);
  const { model } = describe([CredFile.read('file:///a.cred', files[0]!.text)]);
  const made = exportCtdl({ blocks: blocksOf(model), all: blocksOf(model) });
  expect(made).toMatchObject({
    json: { '@graph': [{ 'ceterms:name': 'Knotters' }, { 'ceterms:name': 'T' }, { 'ceterms:name': 'Knot test', 'ceterms:ownedBy': [{}] }] },
  });
});

test('a formative assessment that is asked for is said to be', () => {
  const exam = { 'ceterms:name': 'Try', 'ceterms:assessmentUseType': [{ 'ceterms:targetNode': 'assessUse:Formative' }] };
  const { files } = read(one({ 'ceterms:requires': [{ 'ceterms:targetAssessment': exam }] }));
  expect(files[0]!.text).toContain('award { requires: try }');
});

test('parts of instruction stand beside it', () => {
  const course = (id: string, name: string, parts: string[] = []) => ({
    '@type': 'ceterms:Course',
    '@id': id,
    'ceterms:name': name,
    'ceterms:hasPart': parts,
  });
  const { files, problems } = read([
    one({ 'ceterms:requires': [{ 'ceterms:targetLearningOpportunity': ['_:b1'] }] }),
    course('_:b1', 'Ropes', ['_:b2']),
    course('_:b2', 'Knots', ['_:b1']),
  ]);
  expect(problems.map(({ why }) => why)).toEqual([expect.stringContaining('"Ropes" → "Knots" → "Ropes"')]);
  expect(files[0]!.text).toMatch(/module ropes "Ropes"[^]*module knots "Knots"/);
  const inside = { 'ceterms:name': 'Ropes', 'ceterms:hasPart': [{ '@type': 'ceterms:Course', 'ceterms:name': 'Knots' }] };
  const told = read(one({ 'ceterms:requires': [{ 'ceterms:targetLearningOpportunity': inside }] }));
  const chain = Array.from({ length: tries(20_000) }, (_, i) => course(`_:n${i}`, 'Knot', [`_:n${i + 1}`]));
  expect(read([one({ 'ceterms:requires': [{ 'ceterms:targetLearningOpportunity': '_:n0' }] }), ...chain]).problems).toEqual([]);
  expect(told.files[0]!.text).toMatch(/module ropes "Ropes"[^]*module knots "Knots"/);
});

test('what is described twice is one block, and nothing of the second is lost', () => {
  const asks = (exam: object) => ({ 'ceterms:targetAssessment': { 'ceterms:name': 'Exam', ...exam } });
  const proctored = { 'ceterms:isProctored': true };
  const longer = { 'ceterms:estimatedDuration': { 'ceterms:exactDuration': 'PT3H' } };
  const { files } = read(
    one({ 'ceterms:requires': [asks(proctored), asks(proctored), asks({ 'ceterms:isProctored': false, ...longer })] }),
  );
  expect(files[0]!.text).toContain('assessment exam "Exam" {\n    duration: 3 hours\n    proctored: yes\n');
  expect(files[0]!.text).toContain('imported { from: "CTDL"; value: "isProctored = false" }');
  expect(files[0]!.text).not.toContain('requires');
});

test('a class that is mistyped, one of another vocabulary, and several', () => {
  expect(whys([one({ '@type': 'ceterms:Certificaton' }), one({ '@type': 'Achievement' }), one({ '@type': 'schema:Course' })])).toEqual([
    '[0]: "T" is of type "ceterms:Certificaton", which is no type of CTDL. Did you mean "ceterms:Certification"? It is left out.',
    '[1]: "T" is of type "Achievement", which is no type of CTDL. It is left out.',
    '[2]: "T" is of type "schema:Course", which Cred has no counterpart of. It is left out.',
  ]);
  expect(read(one({ '@type': ['owl:Thing', 'ceterms:License'] })).files[0]!.text).toContain('"@type[] = owl:Thing"');
});

test('what must be met before, or at the same time, is asked for, too', () => {
  const { files } = read(
    one({
      'ceterms:requires': [{ 'ceterms:minimumAge': 18 }],
      'ceterms:prerequisite': { 'ceterms:condition': 'Basics' },
      'ceterms:corequisite': [{ 'ceterms:targetLearningOpportunity': { 'ceterms:name': 'First aid' } }],
    }),
  );
  expect(files[0]!.text).toContain(
    '  eligibility { applies: everyone; minimum-age: 18 }\n  eligibility { applies: everyone; conditions: "Basics" }\n\n  module first-aid "First aid" { required: yes }\n',
  );
});

test('durations of ISO 8601, exact or not at all', () => {
  const read = (iso: string) => {
    const found = durationOf(iso);
    return found && `${found.amount} ${found.unit}`;
  };
  expect(
    Object.fromEntries(
      [
        'P3Y',
        'P1.5Y',
        'P1Y6M',
        'P0,5Y',
        'P6W',
        'P1W2D',
        'P90D',
        'PT1H30M',
        'PT0.5H',
        'PT90M',
        'PT120S',
        'PT1M30S',
        'P0Y3M',
        'P1Y0M0DT0H0M0S',
      ].map(iso => [iso, read(iso)]),
    ),
  ).toEqual({
    P3Y: '3 year',
    'P1.5Y': '18 month',
    P1Y6M: '18 month',
    'P0,5Y': '6 month',
    P6W: '6 week',
    P1W2D: '9 day',
    P90D: '90 day',
    PT1H30M: '90 minute',
    'PT0.5H': '30 minute',
    PT90M: '90 minute',
    PT120S: '2 minute',
    PT1M30S: undefined,
    P0Y3M: '3 month',
    P1Y0M0DT0H0M0S: '1 year',
  });
  // A day of a course is not one of 24 hours, and a month has no fixed number of days.
  for (const iso of ['P1DT12H', 'P1M15D', 'P0.5M', 'P0Y', 'P', 'PT', 'P-1Y', '1 year', 'R/P1Y', '2024-01-01/P1Y', 'P1H', 'PT1Y'])
    expect(read(iso), iso).toBeUndefined();
});

test('a version by its identifier, and no day of the year 1', () => {
  const { files } = read(
    one({ 'ceterms:versionIdentifier': [{ 'ceterms:identifierValueCode': '2024' }], 'ceterms:expirationDate': '0001-01-01' }),
  );
  expect(files[0]!.text).toContain('version: "2024"');
  expect(files[0]!.text).toContain('// expirationDate: 0001-01-01');
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
  expect(files[0]!.text).toContain('organization v-owner ? {\n  ctid: "ce-11111111-2222-4333-8444-555555555555"\n');
  expect(files[0]!.text).toContain('owner: v-owner');
});

test('a price for what Cred has no word for is no fee, and stays whole', () => {
  const cost = (price: number, type?: string) => ({
    '@type': 'ceterms:CostProfile',
    'ceterms:price': price,
    'ceterms:currency': 'USD',
    ...(type !== undefined && { 'ceterms:directCostType': { 'ceterms:targetNode': `costType:${type}` } }),
  });
  const text = (...costs: object[]) => read(one({ 'ceterms:estimatedCost': costs })).files[0]!.text;
  for (const type of ['Childcare', 'Travel', 'Meals', 'RoomOrResidency', 'GraduationFee', 'ProcessingFee', 'Nonsense']) {
    const { files, records } = read(one({ 'ceterms:estimatedCost': [{ ...cost(300, type), 'ceterms:name': 'Named' }, cost(300, type)] }));
    expect(files[0]!.text, type).not.toMatch(/fee:|charge|amount:/);
    expect(files[0]!.text).toContain(`costType:${type}`);
    expect(files[0]!.text).toContain('300');
    const prices = records[0]!.properties.filter(({ path }) => path.endsWith('ceterms:price'));
    expect(prices.map(({ fate }) => fate)).toEqual(['note', 'note']);
  }
  expect(text(cost(300, 'Childcare'), cost(90, 'AggregateCost'))).toContain('fee: 90 USD');
  expect(text(cost(300, 'Travel'), cost(80))).toContain('fee: 80 USD');
  expect(text(cost(70, 'Application'))).toContain('charge { amount: 70 USD; for: application }');
  const assessment = { '@type': 'ceterms:AssessmentProfile', 'ceterms:name': 'E', 'ceterms:estimatedCost': [cost(60, 'Travel'), cost(50)] };
  const exam = read(one({ 'ceterms:requires': { 'ceterms:targetAssessment': assessment } })).files[0]!.text;
  expect(exam).toContain('fee: 50 USD');
});

test('a process that is only described is there, and its description stays', () => {
  const described = { '@type': 'ceterms:ProcessProfile', 'ceterms:description': 'Write to the board.' };
  const { files, records } = read(one({ 'ceterms:appealProcess': described, 'ceterms:complaintProcess': {} }));
  expect(files[0]!.text).toContain('policy { covers: appeals }');
  expect(files[0]!.text).not.toContain('complaints');
  expect(files[0]!.text).toMatch(/"appealProcess\[=\]\.description = Write to the board\."/);
  expect(records[0]!.properties).toContainEqual({ path: 'ceterms:appealProcess.ceterms:description', fate: 'note' });
});

test('what holds no record says so', () => {
  for (const empty of [[], { '@graph': [] }, [[]]]) expect(whys(empty)).toEqual([': There is no record in it.']);
});
