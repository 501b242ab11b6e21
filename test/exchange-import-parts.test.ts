/** The parts of a record, such as conditions, costs, courses and assessments, become the blocks and properties that say the same. */
import { expect, test } from 'vitest';
import { durationOf } from '../exchange/ctdl/durations.ts';
import { exportCtdl } from '../exchange/ctdl/out.ts';
import { describe } from '../exchange/describe.ts';
import { blocksOf } from '../exchange/model.ts';
import { CredFile } from '../language/model/file.ts';
import { one, read } from './ctdl-records.ts';

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
