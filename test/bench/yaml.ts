/**
 * Represents what others would do with the same content: YAML, parsed by the `yaml` package and validated against a JSON schema by `ajv`.
 */
import { stringify } from 'yaml';
import type { AnyBlock } from '../../language/model/block.ts';
import { plain, valuesOf } from '../../language/model/facts.ts';
import { CredFile } from '../../language/model/file.ts';
import { type KindTable, type Property, TOP } from '../../language/vocabulary/define.ts';
import { childKinds, KINDS } from '../../language/vocabulary/kinds.ts';

/** Converts a block: the blocks of each kind become a list under its name, each property a value under its key. */
const told = (block: Pick<AnyBlock, 'children'> & Partial<AnyBlock>): Record<string, unknown> => {
  const made: Record<string, unknown> = {};
  if (block.name !== undefined) made.name = block.name;
  if (block.title !== undefined) made.title = block.title;
  for (const { key, table } of block.properties ?? []) {
    const values = valuesOf(block.stated!(key)).map(({ value }) =>
      value === undefined ? null : typeof value === 'number' ? value : plain(value),
    );
    made[key] = table?.many ? values : values[0];
  }
  for (const child of block.children) ((made[child.kind] ??= []) as unknown[]).push(told(child));
  return made;
};

/** Returns the same content as YAML. */
export const yamlOf = (text: string): string => stringify(told(CredFile.read('file:///bench.cred', text).root));

function valueSchema({ type, words, many }: Property): object {
  const plainType = type === 'count' || type === 'number' ? { type: ['number', 'null'] } : { type: ['string', 'null'] };
  const one = type === 'word' && words ? { enum: [...Object.keys(words), null] } : plainType;
  return many ? { type: 'array', items: one } : one;
}

const members = (kind: string): Record<string, object> =>
  Object.fromEntries(childKinds(kind).map(({ name }) => [name, { type: 'array', items: { $ref: `#/$defs/${name}` } }]));

const kindSchema = ({ name, properties }: KindTable): object => ({
  type: 'object',
  additionalProperties: false,
  properties: {
    name: { type: 'string' },
    title: { type: 'string' },
    ...members(name),
    ...Object.fromEntries(Object.entries(properties).map(([key, property]) => [key, valueSchema(property)])),
  },
});

/** Returns a JSON schema of the vocabulary, as far as a JSON schema can express it. */
export const schema = (): object => ({
  type: 'object',
  additionalProperties: false,
  properties: members(TOP),
  $defs: Object.fromEntries([...KINDS.values()].map(table => [table.name, kindSchema(table)])),
});

/**
 * A program that reads and validates the YAML files of a folder, `node --input-type=module -e PROGRAM FOLDER SCHEMA`. It prints how many
 * milliseconds the two packages took, and fails if a file is refused.
 */
export const YAML_PROGRAM = `
import { Ajv } from 'ajv';
import { parse } from 'yaml';
import { readdirSync, readFileSync } from 'node:fs';
const [folder, schema] = process.argv.slice(1);
const valid = new Ajv({ allErrors: true, strict: false }).compile(JSON.parse(readFileSync(schema, 'utf8')));
const texts = readdirSync(folder).map(name => readFileSync(folder + '/' + name, 'utf8'));
const start = performance.now();
for (const text of texts) if (!valid(parse(text))) throw new Error(JSON.stringify(valid.errors));
console.log(performance.now() - start);
`;
