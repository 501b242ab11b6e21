/** Makes the JSON schema of the model from the vocabulary: `cred-model.schema.json`. */
import { type KindTable, type Property, TOP, type ValueType } from '../language/vocabulary/define.ts';
import { KINDS } from '../language/vocabulary/kinds.ts';
import { CURRENCIES, UNITS } from '../language/vocabulary/units.ts';
import { GROUP_NAMES, GROUPS, MODEL_VERSION } from './model.ts';

type JsonSchema = Readonly<Record<string, unknown>>;
const NUMBER = { type: 'number', minimum: 0 };
const WHOLE = { type: 'integer', minimum: 0 };
const TEXT = { type: 'string' };
const object = (properties: Readonly<Record<string, JsonSchema>>, required = Object.keys(properties)): JsonSchema => ({
  type: 'object',
  properties,
  required,
  additionalProperties: false,
});
const pair = (one: JsonSchema): JsonSchema => object({ low: one, high: one });
const unit = { enum: UNITS.map(({ name }) => name) };
const NAME = '[_\\p{L}][\\p{L}\\p{M}\\p{N}_-]*';

/** The schema for values of each type. */
const VALUES: Readonly<Record<Exclude<ValueType, 'word'>, JsonSchema>> = {
  text: TEXT,
  url: TEXT,
  document: TEXT,
  date: { type: 'string', pattern: '^\\d{4}(-\\d{2}(-\\d{2})?)?$' },
  count: WHOLE,
  'count-range': pair(WHOLE),
  number: NUMBER,
  share: pair(NUMBER),
  range: pair(NUMBER),
  duration: object({ amount: NUMBER, unit }),
  quantity: object({ amount: NUMBER, unit }),
  'quantity-range': object({ amount: NUMBER, to: NUMBER, unit }, ['amount', 'unit']),
  money: object({ amount: NUMBER, currency: { enum: [...CURRENCIES] } }),
  amount: object({ amount: NUMBER, unit: { enum: [...unit.enum, '%'] } }, ['amount']),
  'passing-score': {
    oneOf: [
      object({ form: { enum: ['number', 'percent'] }, value: NUMBER }),
      object({ form: { const: 'ratio' }, part: NUMBER, whole: NUMBER }),
      object({ form: { const: 'unpublished' } }),
    ],
  },
  'yes-no': { type: 'boolean' },
  'any-word': TEXT,
  reference: object({ ref: TEXT, target: TEXT }, ['ref']),
  'feature-path': TEXT,
};

function valueSchema(row: Property): JsonSchema {
  if (row.type === 'word') return { enum: Object.keys(row.words ?? {}) };
  const one = { $ref: `#/definitions/${row.type}` };
  return row.orText ? { anyOf: [one, TEXT] } : one;
}

function kindSchema(table: KindTable): JsonSchema {
  const inside = [...KINDS.values()]
    .filter(kind => kind.standsIn.includes(table.name))
    .map(kind => ({ $ref: `#/definitions/kind-${kind.name}` }));
  const properties = Object.fromEntries(
    Object.entries(table.properties).map(([key, row]) => {
      const one = valueSchema(row);
      return [key, { description: row.says, ...(row.many ? { type: 'array', items: one, minItems: 1 } : { allOf: [one] }) }];
    }),
  );
  return {
    type: 'object',
    description: table.says,
    properties: {
      kind: { const: table.name },
      name: { type: 'string', pattern: `^${NAME}$` },
      title: TEXT,
      properties: { type: 'object', properties, additionalProperties: false },
      holes: { type: 'array', items: { enum: ['title', ...Object.keys(table.properties)] } },
      ...(inside.length > 0 && { blocks: { type: 'array', items: { anyOf: inside } } }),
    },
    required: ['kind'],
    additionalProperties: false,
  };
}

/** Returns the schema. */
export function modelSchema(): JsonSchema {
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: 'Credentialing programs as Cred describes them',
    description: 'Written by "cred export --to json" and read by "cred import".',
    type: 'object',
    properties: {
      $schema: TEXT,
      version: { const: MODEL_VERSION, description: 'Changes when a program that reads this would have to.' },
      ...Object.fromEntries(
        GROUP_NAMES.map(name => [
          name,
          {
            type: 'array',
            items: {
              anyOf: GROUPS[name]
                .filter(kind => KINDS.get(kind)!.standsIn.includes(TOP))
                .map(kind => ({ $ref: `#/definitions/kind-${kind}` })),
            },
          },
        ]),
      ),
    },
    required: ['version', ...GROUP_NAMES],
    additionalProperties: false,
    definitions: {
      ...VALUES,
      ...Object.fromEntries([...KINDS.values()].map(table => [`kind-${table.name}`, kindSchema(table)])),
    },
  };
}
