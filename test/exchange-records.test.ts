/** Records as registries hold them: what has a word in Cred, what is carried along, and what comes back of both. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { expect, describe as group, test } from 'vitest';
import { type CarriedValue, carriedIn, LIST, lineOf } from '../exchange/ctdl/carried-path.ts';
import { exportTo } from '../exchange/export.ts';
import { importFiles } from '../exchange/import.ts';
import type { Json, JsonObject } from '../exchange/json.ts';
import { CredFile } from '../language/model/file.ts';
import { FIXTURES } from './ctdl.ts';
import { mostUsed, survivalOf } from './survival.ts';

const CONTEXT = 'https://credreg.net/ctdl/schema/context/json';
const RESOURCES = 'https://credentialengineregistry.org/resources/';
const ce = (digit: number): string => `ce-11111111-2222-4333-8444-55555555550${digit}`;
const read = (...graph: JsonObject[]) => importFiles([{ file: 'a.json', text: JSON.stringify({ '@context': CONTEXT, '@graph': graph }) }]);
const written = (text: string) => {
  const files = [CredFile.read('file:///a.cred', text)];
  const made = exportTo('ctdl', files, files);
  if ('refused' in made) throw new Error(made.refused.join());
  return { left: made.left, graph: (JSON.parse(made.files[0]!.text) as { '@graph': JsonObject[] })['@graph'] };
};
const back = (...graph: JsonObject[]) => written(read(...graph).files[0]!.text).graph;
const certification = (more: JsonObject = {}): JsonObject => ({
  '@type': 'ceterms:Certification',
  '@id': RESOURCES + ce(1),
  'ceterms:ctid': ce(1),
  'ceterms:name': { en: 'Certified Widget Technician' },
  ...more,
});

group('what records say', () => {
  test('an organization that approves is named by its title, and is one organization again', () => {
    const approver = { '@id': '_:o1', '@type': 'ceterms:QACredentialOrganization', 'ceterms:name': 'Approver Inc' };
    const { files } = read(certification({ 'ceterms:approvedBy': ['_:o1'], 'ceterms:recognizedBy': [{ '@id': '_:o1' }] }), approver);
    expect(files[0]!.text).toMatch(/"approvedBy\[\d+\]\.@titled = Approver Inc"/);
    const graph = written(files[0]!.text).graph;
    const { '@id': id } = graph.find(one => one['ceterms:name'] === 'Approver Inc')!;
    const credential = graph.find(one => one['@type'] === 'ceterms:Certification')!;
    expect([credential['ceterms:approvedBy'], credential['ceterms:recognizedBy']]).toEqual([[{ '@id': id }], [{ '@id': id }]]);
    const { left } = written(files[0]!.text.replace('"Approver Inc"', '"Another name"'));
    expect(left.map(({ more }) => more)).toContain('Nothing is called "Approver Inc" any more.');
  });

  test('an assessment of which only the address is known is an assessment with a hole as its title', () => {
    const requires = [{ '@type': 'ceterms:ConditionProfile', 'ceterms:targetAssessment': [RESOURCES + ce(3)] }];
    expect(read(certification({ 'ceterms:requires': requires })).files[0]!.text).toContain(`assessment assessment ? { ctid: "${ce(3)}" }`);
    expect(back(certification({ 'ceterms:requires': requires }))[0]!['ceterms:requires']).toEqual([
      { '@type': 'ceterms:ConditionProfile', 'ceterms:targetAssessment': [{ '@id': RESOURCES + ce(3) }] },
    ]);
    const elsewhere = [{ '@type': 'ceterms:ConditionProfile', 'ceterms:targetAssessment': ['https://x.example/exam'] }];
    expect(read(certification({ 'ceterms:requires': elsewhere })).files[0]!.text).toContain('? { website: "https://x.example/exam" }');
  });

  test('a learning program is one program with its courses as modules', () => {
    const program = {
      '@id': RESOURCES + ce(1),
      '@type': 'ceterms:LearningProgram',
      'ceterms:ctid': ce(1),
      'ceterms:name': { en: 'Welding Program' },
      'ceterms:hasPart': [RESOURCES + ce(2)],
    };
    const course = (id: number, name: string): JsonObject => ({
      '@id': RESOURCES + ce(id),
      '@type': 'ceterms:Course',
      'ceterms:ctid': ce(id),
      'ceterms:name': { en: name },
      'ceterms:isPartOf': [RESOURCES + ce(1)],
      'ceterms:teaches': [{ '@type': 'ceterms:CredentialAlignmentObject', 'ceterms:targetNodeName': { en: 'Strike an arc' } }],
    });
    const graph = [program, course(2, 'Arc Welding'), course(3, 'Pipe Welding')];
    const { files, records } = read(...graph);
    expect(files[0]!.text.match(/^program .*$/gm)).toEqual(['program welding-program "Welding Program" {']);
    expect(records.map(one => one.name)).toEqual(['welding-program', 'welding-program.arc-welding', 'welding-program.pipe-welding']);
    const result = back(...graph);
    expect(result.map(one => [one['@type'], one['ceterms:hasPart'], one['ceterms:isPartOf']])).toEqual([
      ['ceterms:LearningProgram', [{ '@id': RESOURCES + ce(2) }, { '@id': RESOURCES + ce(3) }], undefined],
      ['ceterms:Course', undefined, [{ '@id': RESOURCES + ce(1) }]],
      ['ceterms:Course', undefined, [{ '@id': RESOURCES + ce(1) }]],
    ]);
  });

  test('a condition for entry is eligibility, and keeps its property', () => {
    const entry = [
      { '@type': 'ceterms:ConditionProfile', 'ceterms:name': 'Who may come', 'ceterms:condition': ['Diploma'], 'ceterms:minimumAge': 18 },
    ];
    expect(read(certification({ 'ceterms:entryCondition': entry })).files[0]!.text).toContain(
      'eligibility "Who may come" { minimum-age: 18; conditions: "Diploma" }',
    );
    const [credential] = back(certification({ 'ceterms:entryCondition': entry }));
    expect(credential!['ceterms:requires']).toBeUndefined();
    expect(credential!['ceterms:entryCondition']).toMatchObject([{ 'ceterms:minimumAge': 18 }]);
  });

  test('codes of occupations and industries stand beside the names', () => {
    const occupation = (name: string, code: string, framework: string, frameworkName: string): JsonObject => ({
      '@type': 'ceterms:CredentialAlignmentObject',
      'ceterms:framework': framework,
      'ceterms:frameworkName': frameworkName,
      'ceterms:codedNotation': code,
      'ceterms:targetNodeName': name,
    });
    const soc = occupation('Welders', '51-4121.00', 'https://www.bls.gov/soc/', 'Standard Occupational Classification');
    const other = occupation('Smiths', '7', 'https://x.example/codes', 'Codes of our own');
    const naics = occupation('Offices of CPAs', '541211', 'https://www.census.gov/eos/www/naics/', 'NAICS');
    const record = certification({ 'ceterms:name': 'T', 'ceterms:occupationType': [soc, other], 'ceterms:industryType': [naics] });
    const { files } = read(record);
    expect(files[0]!.text).toContain('occupations: "Welders (SOC 51-4121.00)", "Smiths"');
    expect(files[0]!.text).toContain('industries: "Offices of CPAs (NAICS 541211)"');
    expect(back(record)[0]).toMatchObject({ 'ceterms:occupationType': [soc, other], 'ceterms:industryType': [naics] });
  });

  test('figures of holders are results', () => {
    const figures = { '@type': 'ceterms:AggregateDataProfile', 'ceterms:dateEffective': '2024-12-31', 'ceterms:numberAwarded': 40 };
    const record = certification({ 'ceterms:aggregateData': [{ ...figures, 'ceterms:jobsObtained': [{ 'schema:value': 30 }] }] });
    expect(read(record).files[0]!.text).toContain('results { period: 2024-12-31; passed: 40 }');
    expect(back(record)[0]!['ceterms:aggregateData']).toEqual([{ ...figures, 'ceterms:jobsObtained': [{ 'schema:value': 30 }] }]);
  });

  test('the competencies of a framework are outcomes, or domains with their tasks; a framework alone is a draft', () => {
    const framework = { '@id': RESOURCES + ce(5), '@type': 'ceasn:CompetencyFramework', 'ceasn:name': { en: 'Welding outcomes' } };
    const competency = (id: number, text: string, more: JsonObject): JsonObject => ({
      '@id': RESOURCES + ce(id),
      '@type': 'ceasn:Competency',
      'ceasn:competencyText': { en: text },
      'ceasn:isPartOf': [RESOURCES + ce(5)],
      ...more,
    });
    const graph = [
      framework,
      competency(6, 'Weld', { 'ceasn:isTopChildOf': [RESOURCES + ce(5)] }),
      competency(7, 'Strike an arc', { 'ceasn:isChildOf': [RESOURCES + ce(6)] }),
    ];
    const target = {
      '@type': 'ceterms:CredentialAlignmentObject',
      'ceterms:targetNode': RESOURCES + ce(5),
      'ceterms:targetNodeName': 'All',
    };
    const requires = [{ '@type': 'ceterms:ConditionProfile', 'ceterms:targetCompetency': [target] }];
    const domains = read(certification({ 'ceterms:requires': requires }), ...graph);
    expect(domains.files[0]!.text).toMatch(/domain weld "Weld" \{\s+task "Strike an arc"\s+\}/);
    const outcomes = read(certification({ '@type': 'ceterms:Certificate', 'ceterms:requires': requires }), ...graph);
    expect(outcomes.files[0]!.text).toMatch(/outcome weld "Weld"\s+outcome strike-arc "Strike an arc"/);
    const alone = read(...graph);
    expect(alone.files[0]!.text).toMatch(/^program welding-outcomes-program \? \{\s+outcome weld "Weld"/);
    expect(alone.problems).toEqual([]);
  });
});

group('what is carried along', () => {
  test('what Cred has no word for comes back where it was', () => {
    const more: JsonObject = {
      'ceterms:codedNotation': '007',
      'ceterms:jurisdiction': [{ '@type': 'ceterms:JurisdictionProfile', 'ceterms:globalJurisdiction': true }],
      'ceterms:availableAt': [
        { '@type': 'ceterms:Place', 'ceterms:latitude': 25.81, 'ceterms:streetAddress': ' 8 NW, # 130 = "x"\nMiami' },
      ],
      'ceterms:audienceLevelType': [{ '@type': 'ceterms:CredentialAlignmentObject', 'ceterms:targetNode': 'audLevel:AdvancedLevel' }],
      'ceterms:requires': [
        { '@type': 'ceterms:ConditionProfile', 'ceterms:name': { en: 'Way [in]' }, 'ceterms:minimumAge': 18, 'ceterms:weight': 0.5 },
      ],
    };
    const [credential] = back(certification(more));
    expect(credential).toMatchObject({
      ...more,
      'ceterms:availableAt': [{ '@type': 'ceterms:Place', 'ceterms:latitude': 25.81, 'ceterms:streetAddress': '8 NW, # 130 = "x"\nMiami' }],
    });
  });

  test('what an author has changed since comes first, and what no longer fits is told', () => {
    const requires = [
      { '@type': 'ceterms:ConditionProfile', 'ceterms:name': { en: 'Way in' }, 'ceterms:minimumAge': 18, 'ceterms:weight': 0.5 },
    ];
    const text = read(certification({ 'ceterms:requires': requires })).files[0]!.text.replace('"Way in"', '"Another way"');
    const { graph, left } = written(text);
    expect(graph[0]!['ceterms:requires']).toEqual([
      { '@type': 'ceterms:ConditionProfile', 'ceterms:name': { en: 'Another way' }, 'ceterms:minimumAge': 18 },
    ]);
    expect(left.map(({ what, more }) => `${what}: ${more}`)).toEqual([
      '"requires[Way in].weight = 0.5" of "Certified Widget Technician": No "requires" says "Way in" any more.',
    ]);
  });

  test('a line is read as it was written', () => {
    const key = fc.constantFrom('ceterms:keyword', 'ceterms:name', 'ceasn:codedNotation', '@id', 'en', 'a b', 'x"y.z');
    const pick = fc.oneof(fc.string(), fc.nat(20), fc.constant(LIST), fc.constant(undefined));
    const steps = fc.array(
      fc.record({ key, pick }).map(one => (one.pick === undefined || one.pick === '' ? { key: one.key } : one)),
      { minLength: 1, maxLength: 4 },
    );
    const value = fc.oneof(
      fc.string({ unit: 'grapheme' }).map(text => text.trim()),
      fc.integer(),
      fc.boolean(),
      fc.constantFrom('12', '"', 'true', '-', '{}', '1.0', 'a = b', '', 'x\n y'),
    );
    fc.assert(
      fc.property(steps, value, (path, said) => {
        const line: CarriedValue = { path: path as CarriedValue['path'], value: said };
        expect(carriedIn(lineOf(line))).toEqual(line);
      }),
    );
  });
});

/** Other records, in a folder that the environment names, are measured in the same way: `CRED_RECORDS=folder npx vitest run …`. */
const FOLDER = process.env.CRED_RECORDS ?? FIXTURES;

test('at least 95 of 100 values of the 40 most used properties come back', () => {
  const records = readdirSync(FOLDER)
    .filter(name => name.endsWith('.json') && name !== 'schema.json')
    .map(name => ({ name, json: JSON.parse(readFileSync(path.join(FOLDER, name), 'utf8')) as Json }));
  const most = mostUsed(survivalOf(records), 40);
  const sum = (key: 'all' | 'back'): number => most.reduce((total, [, one]) => total + one[key], 0);
  const rest = most.flatMap(([property, { lost }]) => lost.map(one => `${property}, ${one}`));
  if (process.env.CRED_RECORDS) process.stdout.write(`${sum('back')} of ${sum('all')} values come back.\n${rest.join('\n')}\n`);
  expect(most.length).toBeGreaterThan(20);
  expect(sum('back') / sum('all'), rest.join('\n')).toBeGreaterThanOrEqual(0.95);
});
