/** Reads blocks for an export property by property, and names whatever nobody has read. */
import type { LeftOut } from './left.ts';
import { listOf, type ModelBlock, type ModelValue } from './model.ts';

/** Returns a block's name for reports; a block without a title is called by its kind alone. */
export const labelOf = ({ kind, title, name }: ModelBlock, label: unknown = title ?? name): string =>
  label === undefined ? `the ${kind}` : `the ${kind} "${label}"`;

/** Reads the properties of a block, and knows which have been read. */
export class TakenProperties {
  /** The keys that have been read. */
  protected readonly taken = new Set<string>();

  constructor(
    readonly block: ModelBlock,
    /** The name of the block in reports. */
    readonly called = `"${block.title ?? block.name ?? block.kind}"`,
  ) {}

  all(key: string): readonly ModelValue[] {
    this.taken.add(key);
    return listOf(this.block.properties?.[key]);
  }
  one<T extends ModelValue>(key: string): T | undefined {
    return this.all(key)[0] as T | undefined;
  }
  text(key: string): string | undefined {
    const value = this.one(key);
    return typeof value === 'string' ? value : undefined;
  }
}

/** A block that is being exported. */
export class ExportedBlock extends TakenProperties {
  private readonly parts: ExportedBlock[] = [];
  private readonly shown = new Set<ModelBlock>();

  constructor(
    block: ModelBlock,
    private readonly left: LeftOut[],
    called?: string,
  ) {
    super(block, called);
  }

  get title(): string | undefined {
    return this.block.title;
  }
  /** Marks properties as said in another way, or as of no interest to readers of the form. */
  skip(...keys: readonly string[]): void {
    for (const key of keys) this.taken.add(key);
  }

  /** Returns the blocks of a kind within this one. */
  of(kind: string): ExportedBlock[] {
    return (this.block.blocks ?? []).filter(one => one.kind === kind).map(one => this.within(one));
  }
  private within(one: ModelBlock): ExportedBlock {
    const known = this.parts.find(part => part.block === one);
    if (known) return known;
    const made = new ExportedBlock(one, this.left, `${labelOf(one)} of ${this.called}`);
    this.parts.push(made);
    this.shown.add(one);
    return made;
  }

  /** Names a property as left out, for another reason than that the form has nothing like it. */
  leave(key: string, why: LeftOut['why'], more?: string): void {
    this.taken.add(key);
    this.left.push({ why, what: `"${key}" of ${this.called}`, ...(more !== undefined && { more }) });
  }

  /** Names what is left out of the block and of the blocks within it. */
  end(): void {
    for (const key of Object.keys(this.block.properties ?? {})) if (!this.taken.has(key)) this.leave(key, 'no counterpart');
    for (const part of this.parts) part.end();
    for (const one of this.block.blocks ?? []) {
      if (!this.shown.has(one)) this.left.push({ why: 'no counterpart', what: `${labelOf(one)} of ${this.called}` });
    }
  }
}
