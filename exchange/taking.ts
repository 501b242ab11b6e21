/** Reads blocks for an export property by property, and names whatever nobody has read. */
import type { LeftOut } from './left.ts';
import { listOf, type ModelBlock, type ModelValue } from './model.ts';

/** A block that is being exported. */
export class ExportedBlock {
  private readonly taken = new Set<string>();
  private readonly parts: ExportedBlock[] = [];
  private readonly shown = new Set<ModelBlock>();

  constructor(
    readonly block: ModelBlock,
    private readonly left: LeftOut[],
    /** The name of the block in reports. */
    readonly called = `"${block.title ?? block.name ?? block.kind}"`,
  ) {}

  get title(): string | undefined {
    return this.block.title;
  }
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
    const label = one.title ?? one.name;
    const made = new ExportedBlock(one, this.left, `the ${one.kind}${label === undefined ? '' : ` "${label}"`} of ${this.called}`);
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
      if (this.shown.has(one)) continue;
      const label = one.title ?? one.name;
      this.left.push({ why: 'no counterpart', what: `the ${one.kind}${label === undefined ? '' : ` "${label}"`} of ${this.called}` });
    }
  }
}
