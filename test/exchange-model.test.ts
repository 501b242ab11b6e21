/** Programs as JSON, and back: the same programs. */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { Ajv } from 'ajv';
import fc from 'fast-check';
import { expect, describe as group, test } from 'vitest';
import { describe } from '../exchange/describe.ts';
import type { Json, JsonObject } from '../exchange/json.ts';
import { blocksOf } from '../exchange/model.ts';
import { readModel } from '../exchange/model-in.ts';
import { write } from '../exchange/write.ts';
import { CredFile } from '../language/model/file.ts';
import { format } from '../language/services/format.ts';
import { programs } from './generated-programs.ts';
import { GOOD_CERTIFICATE, GOOD_CERTIFICATION } from './good-programs.ts';

const root = path.resolve(import.meta.dirname, '..');
const files = (folder: string): string[] =>
  readdirSync(folder).flatMap(name => {
    const full = path.join(folder, name);
    return statSync(full).isDirectory() ? files(full) : full.endsWith('.cred') ? [full] : [];
  });
const texts: [string, string][] = [
  ...[...files(path.join(root, 'examples')), ...files(path.join(root, 'language/standards'))].map((file): [string, string] => [
    path.relative(root, file),
    readFileSync(file, 'utf8'),
  ]),
  ['a good certification', GOOD_CERTIFICATION],
  ['a good certificate', GOOD_CERTIFICATE],
];
const ajv = new Ajv({ allErrors: true, unicodeRegExp: true });
const valid = ajv.compile(JSON.parse(readFileSync(path.join(root, 'cred-model.schema.json'), 'utf8')));
const model = (text: string) => describe([CredFile.read('file:///a.cred', text)]);

group('every example', () => {
  test.each(texts)('%s', (_name, text) => {
    const { model: before, left } = model(text);
    expect(left.filter(({ why }) => why === 'not read')).toEqual([]);
    expect(valid(before), JSON.stringify(valid.errors?.slice(0, 3))).toBe(true);
    const { blocks, problems } = readModel(JSON.parse(JSON.stringify(before)) as JsonObject);
    expect(problems).toEqual([]);
    const again = write(blocks);
    expect(model(again).model).toEqual(before);
    expect(format(again), 'it is laid out').toEqual([]);
    expect(blocksOf(before).length).toBeGreaterThan(0);
  });
});

const read = (json: Json) => readModel(json as JsonObject);
const one = (block: Json): Json => ({ version: 1, organizations: [], people: [], programs: [block], standards: [] });

test('texts keep their quotation marks, line ends, braces and slashes', () => {
  const nasty = ['a "b" \\ c', 'x\ny', 'a\n\n b\n', '{ } ; // no comment', '"""', '\\', 'é\u{1F600}', '', '?', 'goal: """\nx', '\n'];
  for (const text of nasty) {
    const block = { kind: 'certification', name: 'X', title: text, properties: { summary: text, occupations: [text, text] } };
    const { blocks, problems } = read(one(block));
    expect(problems).toEqual([]);
    const written = write(blocks);
    const file = CredFile.read('a', written);
    expect(
      file.problems.filter(({ rule }) => rule === 'syntax'),
      written,
    ).toEqual([]);
    expect(describe([file]).model.programs, written).toEqual([block]);
  }
});

test('each thing that Cred cannot take is said with its place, and the rest is read', () => {
  const { blocks, problems } = read(
    one({
      kind: 'certification',
      name: '1 2',
      title: 'T',
      color: 'red',
      properties: {
        goal: 'fun',
        status: 'operating',
        owner: 'ABWP',
        fee: { amount: 3, currency: 'XX' },
        occupations: 'a',
        nope: 1,
        version: ['1'],
      },
      blocks: [{ kind: 'clause', name: 'c' }, { kind: 'who' }, 3, { kind: 'domain', properties: { weight: { low: -1, high: 2 } } }],
    }),
  );
  expect(problems.map(({ at }) => at).sort()).toEqual(
    [
      'programs[0].color',
      'programs[0].name',
      'programs[0].properties.goal',
      'programs[0].properties.owner',
      'programs[0].properties.fee',
      'programs[0].properties.occupations',
      'programs[0].properties.nope',
      'programs[0].properties.version',
      'programs[0].blocks[0].kind',
      'programs[0].blocks[1].kind',
      'programs[0].blocks[2]',
      'programs[0].blocks[3].properties.weight',
    ].sort(),
  );
  for (const { why } of problems) expect(why).toMatch(/\.$/);
  expect(blocks).toEqual([{ kind: 'certification', title: 'T', properties: { status: 'operating' }, blocks: [{ kind: 'domain' }] }]);
  expect(read({ version: 2, programs: [] }).problems[0]!.why).toContain('version 2');
});

test('the page on exchange shows a model that the schema allows, and says of each type how it looks', () => {
  const page = readFileSync(path.join(root, 'docs/exchange.md'), 'utf8');
  const shown = JSON.parse(/```json\n([^]*?)```/.exec(page)![1]!) as JsonObject;
  expect(valid(shown), JSON.stringify(valid.errors)).toBe(true);
  expect(readModel(shown).problems).toEqual([]);
});

test('what the schema allows is what is read, and nothing else', () => {
  fc.assert(
    fc.property(programs, blocks => {
      const [organization, program] = blocks;
      const json = JSON.parse(
        JSON.stringify({ version: 1, organizations: [organization], people: [], programs: [program], standards: [] }),
      );
      expect(valid(json), JSON.stringify(valid.errors?.slice(0, 2))).toBe(true);
      const { blocks: read, problems } = readModel(json);
      expect(problems).toEqual([]);
      const file = CredFile.read('file:///a.cred', write(read));
      expect(
        file.problems
          .filter(({ rule }) => !['duplicate-block', 'missing-name', 'bad-order'].includes(rule))
          .map(one => [one.rule, file.textOf(one.span)]),
      ).toEqual([]);
      const again = model(file.text).model;
      expect(withoutTargets(again)).toEqual(withoutTargets(json));
      expect(format(file.text)).toEqual([]);
    }),
    { numRuns: 200 },
  );
});

/** What a name stands for follows from the names; it is not part of what was made up. */
const withoutTargets = (json: unknown): unknown => JSON.parse(JSON.stringify(json, (key, value) => (key === 'target' ? undefined : value)));

test('what is referred to of a standard that comes with Cred is known, whatever else is in the folder', () => {
  const text = 'certification X "X" {\n  accreditation { standard: NCCA-2021 }\n  evidence { supports: NCCA-2021.S14 }\n}\n';
  const [accreditation, evidence] = describe([CredFile.read('file:///elsewhere/a.cred', text)]).model.programs[0]!.blocks!;
  expect(accreditation!.properties!.standard).toEqual({ ref: 'NCCA-2021', target: 'NCCA-2021' });
  expect(evidence!.properties!.supports).toEqual([{ ref: 'NCCA-2021.S14', target: 'NCCA-2021.S14' }]);
});
