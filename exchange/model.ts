/**
 * Programs as plain data: what `cred export --to json` writes and what every other form is made from or turned into.
 * Which properties a kind has, and of what type, is said by the vocabulary; `cred-model.schema.json` is made from it.
 */
import { kindOf } from '../language/vocabulary/kinds.ts';

export const MODEL_VERSION = 1;

export interface Model {
  readonly version: typeof MODEL_VERSION;
  readonly organizations: readonly ModelBlock[];
  readonly people: readonly ModelBlock[];
  /** Certifications, certificate programs, attendance programs and programs whose kind is open. */
  readonly programs: readonly ModelBlock[];
  readonly standards: readonly ModelBlock[];
}

/** A block of the language: a program, an organization, or a part of one. */
export interface ModelBlock {
  readonly kind: string;
  readonly name?: string;
  readonly title?: string;
  /** By the language's own keys; a list where the property takes several values. */
  readonly properties?: Readonly<Record<string, ModelValue | readonly ModelValue[]>>;
  /** What the text announces with `?`: keys, and "title". */
  readonly holes?: readonly string[];
  readonly blocks?: readonly ModelBlock[];
}

export type ModelValue = string | number | boolean | Pointer | Quantity | Money | Range | Score;

/** The name of a block as it is written, and where it stands, dotted from the top, if it is known. */
export interface Pointer {
  readonly ref: string;
  readonly target?: string;
}
export interface Quantity {
  readonly amount: number;
  readonly unit?: string;
}
export interface Money {
  readonly amount: number;
  readonly currency: string;
}
export interface Range {
  readonly low: number;
  readonly high: number;
}
/** A passing score. */
export type Score =
  | { readonly form: 'number' | 'percent'; readonly value: number }
  | { readonly form: 'ratio'; readonly part: number; readonly whole: number }
  | { readonly form: 'unpublished' };

/** A block that is being put together, with what is to be said beside it as comments. */
export interface Draft {
  kind: string;
  name?: string;
  title?: string;
  properties: Record<string, ModelValue | ModelValue[]>;
  holes: string[];
  blocks: Draft[];
  notes: string[];
}
export const draft = (kind: string, title?: string): Draft => ({ kind, title, properties: {}, holes: [], blocks: [], notes: [] });

/** Puts the properties of a block into the order of the vocabulary, whatever order they were found in. */
export function inOrder(block: Draft): void {
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
