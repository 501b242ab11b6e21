/** Converts parsed files to plain data, and reports what of the text plain data cannot express. */
import type { AnyBlock, Stated, StatedList } from '../language/model/block.ts';
import { type NamedFacts, valuesOf } from '../language/model/facts.ts';
import type { CredFile } from '../language/model/file.ts';
import { type Names, resolvePath } from '../language/model/scope.ts';
import type { Span } from '../language/model/span.ts';
import type { Reference } from '../language/model/values.ts';
import { standardNamed } from '../language/standards/index.ts';
import { TOP } from '../language/vocabulary/define.ts';
import type { LeftOut } from './left.ts';
import { blocksOf, type Model, type ModelBlock, type ModelValue, modelOf } from './model.ts';

/** Files as plain data. */
export interface FileDescription {
  readonly model: Model;
  /** All blocks, including those of the other files and those of the model. */
  readonly all: readonly ModelBlock[];
  /** Holes, and text that Cred cannot parse, each with its place. */
  readonly left: readonly LeftOut[];
}

/** Converts files. `of` are the requested files; `all` are those whose names they may use. */
export function describe(of: readonly CredFile[], all: readonly CredFile[] = of): FileDescription {
  const names = namesOf(all);
  const left: LeftOut[] = [];
  const blocks = new Map(all.map(file => [file, new Describer(file, names, of.includes(file) ? left : []).blocks(file.root)]));
  const every = [...blocks.values()].flat();
  return { model: modelOf(of.flatMap(file => blocks.get(file) ?? [])), all: blocksOf(modelOf(every)), left };
}

/**
 * Returns the names of the files themselves and of the built-in standards, so that the result does not depend on other files of the
 * project.
 */
function namesOf(files: readonly CredFile[]): Names {
  const all = files.flatMap(file => file.names);
  const byName = new Map<string, NamedFacts[]>();
  for (const one of all) byName.set(one.name, [...(byName.get(one.name) ?? []), one]);
  const top = (name: string): readonly NamedFacts[] => byName.get(name) ?? [standardNamed(name)].filter(one => one !== undefined);
  return { top, owned: () => [], all };
}

class Describer {
  constructor(
    private readonly file: CredFile,
    private readonly names: Names,
    private readonly left: LeftOut[],
  ) {}

  blocks(parent: AnyBlock): ModelBlock[] {
    return parent.children.flatMap(child => {
      if (child.table?.standsIn.includes(parent.kind)) return [this.block(child)];
      this.leave('not read', child.kindSpan, `"${child.kind}"${parent.kind === TOP ? '' : ` in "${parent.label}"`}`);
      return [];
    });
  }

  private block(block: AnyBlock): ModelBlock {
    const properties: Record<string, ModelValue | ModelValue[]> = {};
    const holes: string[] = [];
    if (block.titleIsHole) {
      holes.push('title');
      this.leave('hole', block.titleSpan ?? block.headSpan, `the title of ${block.name ? `"${block.name}"` : `this ${block.kind}`}`);
    }
    for (const { key, table, keySpan } of block.properties) {
      const stated = block.stated(key) as Stated<unknown> | StatedList<unknown> | undefined;
      if (!table || !stated) this.leave('not read', keySpan, `"${key}" of "${block.label}"`);
      else if (!Object.hasOwn(properties, key) && !holes.includes(key)) {
        const values = valuesOf(stated);
        for (const one of values)
          if (one.isHole) this.leave('hole', one.span, `"${key}" of "${block.label}"`);
          else if (one.value === undefined) this.leave('not read', one.span, `"${key}" of "${block.label}"`);
        if (values.some(({ isHole }) => isHole)) holes.push(key);
        const said = values.flatMap(({ value }) => (value === undefined ? [] : [this.value(value, block, table.to)]));
        if (said.length > 0) properties[key] = table.many ? said : said[0]!;
      }
    }
    const blocks = this.blocks(block);
    return {
      kind: block.kind,
      ...(block.name !== undefined && { name: block.name }),
      ...(block.title !== undefined && { title: block.title }),
      ...(Object.keys(properties).length > 0 && { properties }),
      ...(holes.length > 0 && { holes }),
      ...(blocks.length > 0 && { blocks }),
    };
  }

  private value(value: unknown, block: AnyBlock, wanted: readonly string[] | undefined): ModelValue {
    if (typeof value !== 'object' || value === null) return value as ModelValue;
    if ('path' in value) {
      const { path } = value as Reference;
      const found = resolvePath(path, block, this.file, this.names, wanted);
      const target = found.length === path.length ? found.at(-1)?.path : undefined;
      return { ref: path.join('.'), ...(target !== undefined && { target }) };
    }
    // A date is written as its text; the days that it spans follow from it.
    if ('text' in value) return String(value.text);
    return { ...value } as ModelValue;
  }

  private leave(why: LeftOut['why'], span: Span, what: string): void {
    this.left.push({ why, what, uri: this.file.uri, at: this.file.range(span).start });
  }
}
