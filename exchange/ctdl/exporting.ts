/** Keeps the state of an export: the blocks by name, what has been written, and what is left out. */
import { isProgramKind, kindOf } from '../../language/vocabulary/kinds.ts';
import { isAddress, recordOf } from '../addresses.ts';
import type { Json, JsonObject } from '../json.ts';
import type { LeftOut } from '../left.ts';
import { isPointer, listOf, type ModelBlock, type ModelValue } from '../model.ts';
import { labelOf, TakenProperties } from '../taking.ts';
import { brief } from '../values.ts';
import { CTDL, SPOKEN, withCarried } from './carrying.ts';
import type { PropertyRow } from './tables.ts';

/** The state of one export. */
export class ExportState {
  readonly left: LeftOut[] = [];
  readonly refused: string[] = [];
  /** What has been named as left out. */
  private readonly said = new Set<string>();
  /** Blocks that others refer to and that have no identifier of the Registry. */
  readonly mentioned = new Set<ModelBlock>();
  private readonly byPath = new Map<string, ModelBlock>();
  private readonly paths = new Map<ModelBlock, string>();
  /** The organizations and programs by their titles. */
  private readonly byTitle = new Map<string, ModelBlock[]>();

  /** What is written for each block, by the block. */
  readonly resources = new Map<ModelBlock, JsonObject>();
  /** The language of the texts of the record from which the current block was read. */
  private spoken: string | undefined;

  constructor(
    all: readonly ModelBlock[],
    private readonly language: string | undefined,
  ) {
    const visit = (block: ModelBlock, prefix: string): void => {
      const path = block.name === undefined ? undefined : `${prefix}${block.name}`;
      if (path !== undefined && !this.byPath.has(path)) this.byPath.set(path, block);
      if (path !== undefined) this.paths.set(block, path);
      for (const child of block.blocks ?? []) visit(child, path === undefined ? prefix : `${path}.`);
    };
    for (const block of all) {
      visit(block, '');
      if (block.title !== undefined) this.byTitle.set(block.title, [...(this.byTitle.get(block.title) ?? []), block]);
    }
  }

  readonly textOf = (text: string): Json => {
    const language = this.language ?? this.spoken;
    return language === undefined ? text : { [language]: text };
  };
  /** Turns to a block: its texts are in the language of its record, unless the export as a whole has one. */
  begin(block: ModelBlock): void {
    this.spoken = carriedOf(block, SPOKEN);
  }
  /** Completes what is written for a block with what it carries along from its record. */
  finish(taking: BlockReader, written: JsonObject): JsonObject {
    const { block, called } = taking;
    const imported = taking.parts('imported');
    const { json, left } = withCarried(written, imported.flatMap(linesOf), title => {
      const [found] = this.byTitle.get(title) ?? [];
      return found && this.referTo(found);
    });
    for (const { line, why } of left) this.leave('not exact', `"${brief(line)}" of ${called}`, why);
    for (const one of imported)
      if (linesOf(one).length === 0) this.leave('no counterpart', `${labelOf(one, one.properties?.from)} of ${called}`);
    this.resources.set(block, json);
    return json;
  }
  isProgram = (block: ModelBlock): boolean => isProgramKind(block.kind);

  /** Returns the block that a value names, if it is of a kind that the property accepts. */
  target(value: ModelValue, wanted: readonly string[] = []): ModelBlock | undefined {
    const found = isPointer(value) ? this.byPath.get(value.target ?? value.ref) : undefined;
    return found && wanted.includes(found.kind) ? found : undefined;
  }
  /** Returns the organization with a title. */
  titled(title: string): ModelBlock | undefined {
    return this.byTitle.get(title)?.find(one => one.kind === 'organization');
  }

  /** Returns a block's address in the Registry; without an identifier, a name that is valid within the document. */
  idOf(block: ModelBlock): string {
    const { ctid, website } = block.properties ?? {};
    const known = carriedOf(block, '@id') ?? recordOf(ctid) ?? (block.title === undefined && isAddress(website) ? website : undefined);
    return known ?? `_:${this.paths.get(block) ?? (block.title ?? block.kind).replace(/[^\p{L}\p{N}]+/gu, '-')}`;
  }

  /** Whether others can refer to a block: it has a title, and so is written itself, or it has an address. */
  isReferable = (block: ModelBlock): boolean => block.title !== undefined || isAddress(this.idOf(block));

  refer(block: ModelBlock): Json {
    return { '@id': this.referTo(block) };
  }

  /** Returns the identifier of a block, which the document then describes if nothing else does. */
  private referTo(block: ModelBlock): string {
    const id = this.idOf(block);
    if (id.startsWith('_:') && !isPart(block)) this.mentioned.add(block);
    return id;
  }

  leave(why: LeftOut['why'], what: string, more?: string): void {
    const said = `${why} ${what}`;
    if (this.said.has(said)) return;
    this.said.add(said);
    this.left.push({ why, what, ...(more !== undefined && { more }) });
  }
}

/** Returns the lines that an `imported` block carries along from CTDL; one of another form has none. */
const linesOf = ({ properties = {} }: ModelBlock): string[] => (properties.from === CTDL ? listOf(properties.value).map(String) : []);

/** Returns what a block carries along for a key of its record. */
function carriedOf(block: ModelBlock, key: string): string | undefined {
  for (const one of block.blocks ?? [])
    if (one.kind === 'imported') for (const line of linesOf(one)) if (line.startsWith(`${key} = `)) return line.slice(key.length + 3);
  return undefined;
}

const isPart = ({ kind }: ModelBlock): boolean => kind === 'assessment' || kind === 'module';

/** Reads a block property by property; what nobody has read at the end is reported as left out. */
export class BlockReader extends TakenProperties {
  private readonly children = new Set<ModelBlock>();

  constructor(
    block: ModelBlock,
    readonly exporting: ExportState,
    called?: string,
  ) {
    super(block, called);
    this.taken.add('ctdl-type');
  }

  /** Returns the blocks that a property names; a name without a suitable block is reported as left out. */
  targets(key: string): ModelBlock[] {
    return this.all(key).flatMap(value => this.target(key, value) ?? []);
  }
  target(key: string, value: ModelValue): ModelBlock | undefined {
    const found = this.exporting.target(value, kindOf(this.block.kind)!.properties[key]!.to);
    if (!found && isPointer(value)) this.leave(key, 'not exact', `"${value.ref}" is not described, or not as what is wanted here.`);
    return found;
  }

  /** Returns the blocks of a kind; each reports what is left out of it. */
  parts(kind: string): readonly ModelBlock[] {
    const found = (this.block.blocks ?? []).filter(one => one.kind === kind);
    for (const one of found) this.children.add(one);
    return found;
  }

  /** Writes the properties in the rows of a table. */
  rows(rows: readonly PropertyRow[], except: (row: PropertyRow) => boolean = () => false): Record<string, Json> {
    const said: Record<string, Json> = {};
    for (const row of rows) {
      const { key, ctdl, form } = row;
      const values = listOf(this.block.properties?.[key]);
      if (values.length === 0 || except(row)) continue;
      const json = form.write(values, kindOf(this.block.kind)!.properties[key]!, this.exporting.textOf);
      this.taken.add(key);
      if (json === undefined) this.leave(key, 'not exact');
      else said[ctdl] = json;
    }
    return said;
  }

  leave(key: string, why: LeftOut['why'] = 'no counterpart', more?: string): void {
    this.taken.add(key);
    this.exporting.leave(why, `"${key}" of ${this.called}`, more);
  }

  /** Reports what is left out; called when everything that can be written has been read. */
  end(): void {
    for (const key of Object.keys(this.block.properties ?? {})) if (!this.taken.has(key)) this.leave(key);
    for (const one of this.block.blocks ?? []) {
      if (this.children.has(one)) continue;
      this.exporting.leave('no counterpart', `${labelOf(one)} of ${this.called}`);
    }
  }
}

/** Makes an object without its empty members. */
export function object(type: string, parts: Readonly<Record<string, Json | undefined>>): JsonObject {
  const said = Object.entries(parts).filter(([, value]) => value !== undefined && !(Array.isArray(value) && value.length === 0)) as [
    string,
    Json,
  ][];
  return { '@type': type, ...Object.fromEntries(said) };
}
