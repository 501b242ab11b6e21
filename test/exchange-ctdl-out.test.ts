/** Programs are exported as CTDL that conforms to its schema, claims nothing that was not said, and says the same when read again. */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import jsonld from 'jsonld';
import { expect, describe as group, test } from 'vitest';
import { exportCtdl } from '../exchange/ctdl/out.ts';
import { classOf, kindOfClass } from '../exchange/ctdl/tables.ts';
import { CREDENTIALS } from '../exchange/ctdl/terms.ts';
import { describe } from '../exchange/describe.ts';
import type { Json, JsonObject } from '../exchange/json.ts';
import { blocksOf } from '../exchange/model.ts';
import { write } from '../exchange/write.ts';
import { CredFile } from '../language/model/file.ts';
import { context, SCHEMA, slips } from './ctdl.ts';
import { graphOf, out, problemsIn, read } from './ctdl-both-ways.ts';
import { programs } from './generated-programs.ts';
import { GOOD_CERTIFICATE, GOOD_CERTIFICATION } from './good-programs.ts';

/** Expands a document in safe mode, in which whatever would be dropped is an error. */
const expand = (json: JsonObject): Promise<Json> =>
  jsonld.expand(json as object, {
    documentLoader: async url => ({ documentUrl: url, document: context() as object }),
    safe: true,
  }) as Promise<Json>;
/** Returns all literal values of an expanded document. */
const valuesOf = (json: Json): string[] =>
  Array.isArray(json)
    ? json.flatMap(valuesOf).sort()
    : Object.entries(json as JsonObject)
        .flatMap(([key, one]) => (key === '@value' ? [String(one)] : typeof one === 'object' ? valuesOf(one) : []))
        .sort();
/** Returns all texts and numbers of a document except addresses, classes and identifiers. */
const textsOf = (json: Json, key = ''): string[] => {
  if (Array.isArray(json)) return json.flatMap(one => textsOf(one as Json, key)).sort();
  if (typeof json === 'object' && json !== null)
    return Object.entries(json)
      .filter(([name]) => !/^@(context|id|type)$/.test(name))
      .flatMap(([name, one]) => textsOf(one as Json, name.startsWith('ceterms:') ? name : key))
      .sort();
  return isReference(key) ? [] : [String(json)];
};
const isReference = (key: string): boolean => {
  const term = (context()['@context'] as JsonObject)[key];
  return typeof term === 'object' && (term as JsonObject)['@type'] === '@id';
};

const files = (folder: string): string[] =>
  readdirSync(folder).flatMap(name => {
    const full = path.join(folder, name);
    return statSync(full).isDirectory() ? files(full) : full.endsWith('.cred') ? [full] : [];
  });
const EXAMPLES = path.resolve(import.meta.dirname, '../examples');
const examples: [string, string][] = [
  ...files(EXAMPLES).map((file): [string, string] => [path.relative(EXAMPLES, file), readFileSync(file, 'utf8')]),
  ['good certification', GOOD_CERTIFICATION],
  ['good certificate', GOOD_CERTIFICATE],
];

group('every example', () => {
  test.each(examples)('%s conforms, and says the same again', async (_name, text) => {
    const { model } = describe([CredFile.read('file:///a.cred', text)]);
    const { json, left } = out(model);
    expect(graphOf(json).flatMap((one, i) => slips(one, String(i)))).toEqual([]);
    expect(left.every(({ what }) => what.includes('"') || what.startsWith('the '))).toBe(true);
    const again = read(json);
    expect(problemsIn(again.file).map(({ rule, span }) => [rule, again.file.textOf(span)])).toEqual([]);
    expect(again.problems).toEqual([]);
    expect(read(out(again.model).json).model).toEqual(again.model);
    for (const spoken of [json, out(model, 'en').json]) {
      const expanded = await expand(spoken);
      expect(expanded).toHaveLength(graphOf(json).length);
      expect(JSON.stringify(expanded)).not.toContain('"ceterms:');
      expect(valuesOf(expanded)).toEqual(textsOf(spoken));
    }
  });
});

test('generated programs conform and say the same again', () => {
  fc.assert(
    fc.property(programs, blocks => {
      const model = describe([CredFile.read('file:///a.cred', write(blocks))]).model;
      const { json } = out(model);
      expect(graphOf(json).flatMap((one, i) => slips(one, String(i)))).toEqual([]);
      const again = read(json);
      expect(problemsIn(again.file)).toEqual([]);
      expect(read(out(again.model).json).model).toEqual(again.model);
    }),
    { numRuns: Number(process.env.CRED_RUNS ?? 150) },
  );
});

test('every class of credentials keeps to the schema, and the tables know each class', () => {
  for (const type of CREDENTIALS) {
    expect(SCHEMA.classes).toContain(type);
    const kind = kindOfClass(type)!;
    expect(classOf(kind, type)).toBe(type);
    const text = GOOD_CERTIFICATION.replace('certification X', `${kind} X`).replace(
      'purpose:',
      `ctdl-type: "${type}"; academic-credit: yes; status: operating; purpose:`,
    );
    const { json } = out(describe([CredFile.read('file:///a.cred', text)]).model);
    expect(graphOf(json).flatMap(one => slips(one, type))).toEqual([]);
    expect(graphOf(json).some(one => (one as JsonObject)['@type'] === type)).toBe(true);
  }
});

test('what the file does not say is not claimed', () => {
  const made = (text: string) => {
    const { model } = describe([CredFile.read('file:///a.cred', text)]);
    return exportCtdl({ blocks: blocksOf(model), all: blocksOf(model) });
  };
  expect(made('certification X ? { }')).toEqual({
    refused: ['The program "X" has no title, and CTDL knows no credential without a name. Give it one.'],
  });
  const told = made(
    'certification X "T" { status: planned; effective: 2024-02; ctdl-type: "ceterms:Certificate"; owner: ?; accreditation { by: "B"; status: seeking } assessment a "Practice" { use: formative } maintenance { cycle: 1.5 years } }',
  );
  if ('refused' in told) throw new Error();
  expect(told.json['@graph']).toEqual([
    {
      '@type': 'ceterms:Certification',
      '@id': '_:X',
      'ceterms:name': 'T',
      'ceterms:renewal': [{ '@type': 'ceterms:ConditionProfile', 'ceterms:condition': ['Cycle: 1.5 years'] }],
    },
  ]);
  expect(told.left.map(({ what }) => what)).toEqual([
    '"ctdl-type" of "T"',
    'the assessment "Practice"',
    '"status" of "T"',
    '"effective" of "T"',
    'an accreditation of "T"',
  ]);
});

test('what is left out is called by what it is, and a policy that the revocation names is not', () => {
  const left = (text: string) => {
    const { model, all } = describe([CredFile.read('file:///a.cred', text)]);
    const made = exportCtdl({ blocks: blocksOf(model), all });
    return 'left' in made ? made.left.map(({ what }) => what) : [];
  };
  const program = (inside: string) => `certification X "X" {\n${inside}\n}\n`;
  const rule = 'policy { covers: discipline; document: "https://x.example/rules" }';
  expect(left(program(`award { revocable: yes }\n${rule}`))).toEqual([]);
  expect(left(program(rule))).toEqual(['the policy of "X"']);
  expect(left(program(`award { revocable: yes }\n${rule.replace('discipline', 'discipline, privacy')}`))).toEqual([
    '"covers" of the policy of "X"',
  ]);
  expect(left(program('charge { amount: 3 USD; note: "n" }'))).toEqual([]);
  expect(left(program('assessment { use: summative }'))).toEqual(['the assessment']);
});
