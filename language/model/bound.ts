/** A block of the model as it is built: what it is called, what stands in it, what is amiss in its own words. */
import type { Token } from '../syntax/token.ts';
import type { BlockNode } from '../syntax/tree.ts';
import type { KindTable } from '../vocabulary/define.ts';
import { KINDS } from '../vocabulary/kinds.ts';
import type { AnyBlock, PropertyView, Stated, StatedList } from './block.ts';
import { grouped } from './grouped.ts';
import type { Problem } from './problem.ts';
import { type Span, spanOf, wordSpan } from './span.ts';
import { textOf } from './text.ts';

/** A block of the model; its properties are read as fields in camel case, too. */
export class Block implements AnyBlock {
  readonly children: Block[] = [];
  readonly properties: PropertyView[] = [];
  /** Of its own head and properties; its children keep theirs. */
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
  /** The children that bear a name. */
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
  /** Of a kind that may stand here once: the child that came first, while children are being added. */
  firstLike(child: Block): Block | undefined {
    this.firsts ??= new Map();
    const first = this.firsts.get(child.kind);
    if (!first) this.firsts.set(child.kind, child);
    return first;
  }
  state(key: string, value: Stated<unknown> | StatedList<unknown>): void {
    this.byKey.set(key, value);
  }
  /** The keys that have a hole or a value that cannot be read. */
  get openKeys(): readonly string[] {
    return [...this.byKey].flatMap(([key, stated]) => (valuesIn(stated).every(({ value }) => value !== undefined) ? [] : [key]));
  }
  private hold(children: readonly Block[]): void {
    this.children.length = 0;
    for (const child of children) this.children.push(child);
    this.byName = undefined;
    this.byKind = undefined;
  }
  /** Takes the values of some keys that say nothing, and some children, out of sight; the function that it gives puts them back. */
  putAway(keys: readonly string[], children: readonly Block[]): () => void {
    const before = keys.map(key => [key, this.byKey.get(key)!] as const);
    for (const [key, stated] of before) {
      const items = valuesIn(stated).filter(({ value }) => value !== undefined);
      if (items.length > 0) this.state(key, { ...(stated as StatedList<unknown>), items });
      else this.byKey.delete(key);
    }
    const all = [...this.children];
    if (children.length > 0) this.hold(all.filter(child => !children.includes(child)));
    return () => {
      for (const [key, stated] of before) this.state(key, stated);
      if (children.length > 0) this.hold(all);
    };
  }
}

const NONE: readonly Block[] = [];

const valuesIn = (stated: Stated<unknown> | StatedList<unknown>): readonly Stated<unknown>[] =>
  'items' in stated ? stated.items : [stated];

/** `next-due` → `nextDue`. */
export const camel = (key: string): string => key.replace(/-(\p{L})/gu, (_, letter: string) => letter.toUpperCase());

/**
 * Only what the vocabulary knows is a field, and of the block's own kind: whatever else people write says nothing there. All
 * blocks share these, since fields of their own would give each block another shape, and what reads many shapes is slow.
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

export const isBlock = (value: unknown): value is Block => value instanceof Block;
