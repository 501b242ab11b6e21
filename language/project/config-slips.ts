/** Finds mistakes in `cred.json` against its schema, each with its place and a message in plain words. */
import type { Node } from 'jsonc-parser';
import { entry } from '../model/entry.ts';
import { nearest } from '../model/nearest.ts';
import { listed } from '../model/sentence.ts';
import type { ConfigSchema } from './config-schema.ts';
import { patternSlip } from './pattern-slip.ts';

/** A mistake in `cred.json`, with offsets in its text. */
export interface ConfigSlip {
  readonly start: number;
  readonly end: number;
  readonly message: string;
}

const A: Readonly<Record<ConfigSchema['type'], string>> = {
  object: 'an object, in { and }',
  array: 'a list, in [ and ]',
  string: 'a text, in quotation marks',
  number: 'a number',
};

/** Returns the mistakes in a JSON node. `what` names the node in messages. */
export function slipsOf(node: Node, schema: ConfigSchema, what = 'cred.json'): ConfigSlip[] {
  if (node.type !== schema.type) {
    const oneOf = schema.enum ? `: ${listed(schema.enum, 'or')}` : '';
    return [at(node, `${what} is to be ${A[schema.type]}${oneOf}.`)];
  }
  switch (schema.type) {
    case 'object':
      return ofObject(node, schema);
    case 'array':
      return (node.children ?? []).flatMap(child => slipsOf(child, schema.items!, `Each entry of ${what}`));
    case 'number':
      return fitsNumber(node.value, schema) ? [] : [at(node, `${what} is to be ${numberOf(schema)}.`)];
    case 'string':
      return ofText(node, schema, what);
  }
}

function ofObject(node: Node, { properties = {}, additionalProperties, required = [] }: ConfigSchema): ConfigSlip[] {
  const slips: ConfigSlip[] = [];
  const seen = new Set<string>();
  for (const child of node.children ?? []) {
    const [key, value] = child.children ?? [];
    if (!key) continue;
    const name = key.value as string;
    if (seen.has(name)) slips.push(at(key, `"${name}" stands here twice. Only one of them can count: take the other one out.`));
    seen.add(name);
    const schema = Object.hasOwn(properties, name) ? properties[name] : additionalProperties;
    if (!schema) slips.push(at(key, unknown(name, Object.keys(properties))));
    else if (value) slips.push(...slipsOf(value, schema, `"${name}"`));
  }
  for (const name of required) if (!seen.has(name)) slips.push(at(node, `"${name}" is missing here: without it, this says nothing.`));
  return slips;
}

/** Whether a number is within the bounds of its schema, and whole if the schema says so. */
export const fitsNumber = (value: number, { minimum = -Infinity, maximum = Infinity, multipleOf }: ConfigSchema): boolean =>
  value >= minimum && value <= maximum && (multipleOf === undefined || Number.isInteger(value));

function numberOf({ minimum, maximum, multipleOf }: ConfigSchema): string {
  const whole = multipleOf === undefined ? '' : 'a whole number ';
  return maximum === undefined ? `${whole}${minimum} or more` : `${whole}from ${minimum} to ${maximum}`;
}

function ofText(node: Node, schema: ConfigSchema, what: string): ConfigSlip[] {
  const text = node.value as string;
  if (schema.enum && !schema.enum.includes(text)) {
    const other = entry(SEVERITIES_ELSEWHERE, text.toLowerCase());
    const near = other !== undefined && schema.enum.includes(other) ? other : nearest(text, schema.enum)?.word;
    return [at(node, `${what} cannot be "${text}". It may be ${listed(schema.enum, 'or')}.${near ? ` Did you mean "${near}"?` : ''}`)];
  }
  if (schema.format === 'date' && !isDay(text)) return [at(node, `${what} is to be a day, written YYYY-MM-DD, as in "2026-01-31".`)];
  const slip = schema.format === 'files' ? patternSlip(text) : undefined;
  return slip === undefined ? [] : [at(node, `${what} is to be a pattern of files. ${slip}`)];
}

/** Names of severities in the settings of other tools. */
const SEVERITIES_ELSEWHERE: Readonly<Record<string, string>> = {
  warn: 'warning',
  info: 'information',
  note: 'information',
  notice: 'information',
  err: 'error',
  fatal: 'error',
  critical: 'error',
  on: 'error',
  suggestion: 'hint',
  none: 'off',
  never: 'off',
  false: 'off',
  disable: 'off',
  disabled: 'off',
  ignore: 'off',
};

function unknown(name: string, known: readonly string[]): string {
  const near = nearest(name, known);
  return near
    ? `cred.json has no setting "${name}". Did you mean "${near.word}"?`
    : `cred.json has no setting "${name}". Here it may be ${listed(known, 'or')}.`;
}

/** Returns whether a text is an existing date, `YYYY-MM-DD`. */
export function isDay(text: string): boolean {
  const day = /^\d{4}-\d{2}-\d{2}$/.test(text) ? new Date(`${text}T00:00:00Z`) : undefined;
  // JavaScript reads 2026-02-30 as a day in March.
  return day !== undefined && !Number.isNaN(day.getTime()) && day.toISOString().slice(0, 10) === text;
}

const at = (node: Node, message: string): ConfigSlip => ({ start: node.offset, end: node.offset + node.length, message });
