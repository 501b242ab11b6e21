/** Programs as plain data: blocks being put together, and the groups that they stand in. */
import { kindOf } from '../language/vocabulary/kinds.ts';
import type { Model, ModelBlock, ModelValue, Pointer } from './model-types.ts';

export type * from './model-types.ts';

export const MODEL_VERSION: Model['version'] = 1;

/** A block that is being put together, with what is to be said beside it as comments. */
export interface BlockDraft {
  kind: string;
  name?: string;
  title?: string;
  properties: Record<string, ModelValue | ModelValue[]>;
  holes: string[];
  blocks: BlockDraft[];
  notes: string[];
}
export const draft = (kind: string, title?: string): BlockDraft => ({ kind, title, properties: {}, holes: [], blocks: [], notes: [] });

/** Puts the properties of a block into the order of the vocabulary, whatever order they were found in. */
export function inOrder(block: BlockDraft): void {
  const order = Object.keys(kindOf(block.kind)!.properties);
  block.properties = Object.fromEntries(Object.entries(block.properties).sort(([a], [b]) => order.indexOf(a) - order.indexOf(b)));
  for (const one of block.blocks) inOrder(one);
}

/** The groups of a model, with the kinds that stand in each. */
export const GROUPS = {
  organizations: ['organization'],
  people: ['person'],
  programs: ['certification', 'certificate', 'attendance', 'program'],
  standards: ['standard'],
} as const satisfies Record<Exclude<keyof Model, 'version'>, readonly string[]>;
export type Group = keyof typeof GROUPS;
export const GROUP_NAMES = Object.keys(GROUPS) as Group[];

export const isPointer = (value: unknown): value is Pointer => typeof value === 'object' && value !== null && 'ref' in value;
export const listOf = <T>(value: T | readonly T[] | undefined): readonly T[] =>
  value === undefined ? [] : Array.isArray(value) ? (value as readonly T[]) : [value as T];

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
export const blocksOf = (model: Model): ModelBlock[] => GROUP_NAMES.flatMap(name => model[name]);
export const jsonText = (value: unknown): string => `${JSON.stringify(value, undefined, 2)}\n`;
