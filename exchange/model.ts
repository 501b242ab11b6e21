/** Builds programs as plain data: blocks under construction, and their groups in the model. */
import { kindOf } from '../language/vocabulary/kinds.ts';
import type { Model, ModelBlock, ModelValue, Pointer } from './model-types.ts';

export type * from './model-types.ts';

/** The version of the form that is written. */
export const MODEL_VERSION: Model['version'] = 1;

/** A block under construction, with the texts that become comments beside it. */
export interface BlockDraft {
  kind: string;
  name?: string;
  title?: string;
  properties: Record<string, ModelValue | ModelValue[]>;
  holes: string[];
  blocks: BlockDraft[];
  notes: string[];
}
/** Starts a block. */
export const draft = (kind: string, title?: string): BlockDraft => ({ kind, title, properties: {}, holes: [], blocks: [], notes: [] });

/** Sorts the properties of a block in the order of the vocabulary. */
export function inOrder(block: BlockDraft): void {
  const order = Object.keys(kindOf(block.kind)!.properties);
  block.properties = Object.fromEntries(Object.entries(block.properties).sort(([a], [b]) => order.indexOf(a) - order.indexOf(b)));
  for (const one of block.blocks) inOrder(one);
}

/** The groups of a model, with the kinds in each. */
export const GROUPS = {
  organizations: ['organization'],
  people: ['person'],
  programs: ['certification', 'certificate', 'attendance', 'program'],
  standards: ['standard'],
} as const satisfies Record<Exclude<keyof Model, 'version'>, readonly string[]>;
/** A group of a model. */
export type Group = keyof typeof GROUPS;
/** The groups in the order in which they are written. */
export const GROUP_NAMES = Object.keys(GROUPS) as Group[];

/** Whether a value refers to a block. */
export const isPointer = (value: unknown): value is Pointer => typeof value === 'object' && value !== null && 'ref' in value;
/** Returns a value, a list or nothing as a list. */
export const listOf = <T>(value: T | readonly T[] | undefined): readonly T[] =>
  value === undefined ? [] : Array.isArray(value) ? (value as readonly T[]) : [value as T];

/** Groups blocks into a model. */
export function modelOf(blocks: readonly ModelBlock[]): Model {
  const group = (name: Group): ModelBlock[] => blocks.filter(({ kind }) => (GROUPS[name] as readonly string[]).includes(kind));
  return {
    version: MODEL_VERSION,
    organizations: group('organizations'),
    people: group('people'),
    programs: group('programs'),
    standards: group('standards'),
  };
}
/** Returns all blocks of a model. */
export const blocksOf = (model: Model): ModelBlock[] => GROUP_NAMES.flatMap(name => model[name]);
/** Returns a value as the text of a JSON file. */
export const jsonText = (value: unknown): string => `${JSON.stringify(value, undefined, 2)}\n`;
