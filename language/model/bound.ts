/** A block while the model is built: its names, its properties and children, and the problems of its own words. */
import type { Token } from '../syntax/token.ts';
import type { BlockNode } from '../syntax/tree.ts';
import type { KindTable } from '../vocabulary/define.ts';
import { KINDS } from '../vocabulary/kinds.ts';
import type { AnyBlock, PropertyView, Stated, StatedList } from './block.ts';
import { grouped } from './grouped.ts';
import type { Problem } from './problem.ts';
import { type Span, spanOf, wordSpan } from './span.ts';
import { textOf } from './text.ts';

/** A block of the model. Its properties can also be read as fields in camel case. */
export class Block implements AnyBlock {
  readonly children: Block[] = [];
  readonly properties: PropertyView[] = [];
  /** The problems of its own head and properties; its children keep theirs. */
  readonly problems: Problem[] = [];
  readonly name: string | undefined;
  private byName: ReadonlyMap<string, Block[]> | undefined;
  private byKind: ReadonlyMap<string, Block[]> | undefined;
  private firsts: Map<string, Block> | undefined;
  private readonly byKey = new Map<string, Stated<unknown> | StatedList<unknown>>();
  constructor(
    readonly node: BlockNode,
    readonly kind: string,
    readonly table: KindTable | undefined,
    public parent: Block | undefined,
  ) {
    this.name = node.name?.composed;
  }

  get kindSpan(): Span {
    const { kind, open } = this.node;
    return kind ? wordSpan(kind) : spanOf(open!);
  }
  get nameSpan(): Span | undefined {
    return this.node.name && wordSpan(this.node.name);
  }
  get titleToken(): Token | undefined {
    return this.node.title ?? (this.node.rest[0]?.flaw ? this.node.rest[0] : undefined);
  }
  get title(): string | undefined {
    const token = this.titleToken;
    return token && token.kind !== '?' ? textOf(token) : undefined;
  }
  get titleSpan(): Span | undefined {
    const token = this.titleToken;
    return token && spanOf(token);
  }
  get titleIsHole(): boolean {
    return this.node.title?.kind === '?';
  }
  get span(): Span {
    return spanOf(this.node.first!, this.node.last!);
  }
  get headSpan(): Span {
    return this.nameSpan ?? (this.titleIsHole ? undefined : this.titleSpan) ?? this.kindSpan;
  }
  get label(): string {
    return this.title || this.name || this.kind;
  }
  /** Returns the children with the name. */
  bearing(name: string): readonly Block[] {
    this.byName ??= grouped(this.children, child => child.name);
    return this.byName.get(name) ?? NONE;
  }
  stated(key: string): Stated<unknown> | StatedList<unknown> | undefined {
    return this.byKey.get(key);
  }
  all(kind: string): readonly never[] {
    this.byKind ??= grouped(this.children, child => child.kind);
    return (this.byKind.get(kind) ?? NONE) as readonly never[];
  }
  /** Returns the first child of the same kind, for a kind that may stand here only once. It is called while children are added. */
  firstLike(child: Block): Block | undefined {
    this.firsts ??= new Map();
    const first = this.firsts.get(child.kind);
    if (!first) this.firsts.set(child.kind, child);
    return first;
  }
  state(key: string, value: Stated<unknown> | StatedList<unknown>): void {
    this.byKey.set(key, value);
  }
  /** The keys of the properties with a hole or an unreadable value. */
  get openKeys(): readonly string[] {
    return [...this.byKey].flatMap(([key, stated]) => (valuesIn(stated).every(({ value }) => value !== undefined) ? [] : [key]));
  }
  /** Returns a view of the block and of everything in it with all holes removed. Adds the view of each block to `views`. */
  withoutHoles(parent: Block | undefined, isEmpty: (child: Block) => boolean, views: Map<Block, Block>): Block {
    const view = new Block(this.node, this.kind, this.table, parent);
    views.set(this, view);
    const properties = new Map(this.properties.map(property => [property, { ...property, owner: view }]));
    for (const property of properties.values()) view.properties.push(property);
    for (const problem of this.problems) view.problems.push(problem);
    for (const [key, stated] of this.byKey) {
      const items = valuesIn(stated)
        .filter(({ value }) => value !== undefined)
        .map(item => ({ ...item, property: properties.get(item.property) ?? { ...item.property, owner: view } }));
      if (items.length > 0) view.state(key, 'items' in stated ? { ...stated, items, property: items[0]!.property } : items[0]!);
    }
    for (const child of this.children) {
      const seen = child.withoutHoles(view, isEmpty, views);
      if (!isEmpty(child)) view.children.push(seen);
    }
    return view;
  }
}

const NONE: readonly Block[] = [];

const valuesIn = (stated: Stated<unknown> | StatedList<unknown>): readonly Stated<unknown>[] =>
  'items' in stated ? stated.items : [stated];

/** Converts a key to camel case: `next-due` → `nextDue`. */
export const camel = (key: string): string => key.replace(/-(\p{L})/gu, (_, letter: string) => letter.toUpperCase());

/**
 * Only keys that the vocabulary has for the block's kind are fields; any other key has no field. All blocks share the getters on the
 * prototype, because own fields would give each block another hidden class in V8, which makes reading them slow.
 */
for (const key of new Set([...KINDS.values()].flatMap(({ properties }) => Object.keys(properties)))) {
  const field = camel(key);
  if (field in Block.prototype) throw new Error(`"${key}" is called like something that every block has.`);
  Object.defineProperty(Block.prototype, field, {
    get(this: Block) {
      const stated = this.stated(key);
      return stated?.property.table && stated;
    },
  });
}

/** Whether a value is a block of a model. */
export const isBlock = (value: unknown): value is Block => value instanceof Block;
