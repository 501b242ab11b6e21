/**
 * Gives each imported block what its record says beyond what Cred has words for, as an `imported` block. What that is, is found by
 * writing the blocks as CTDL again and comparing the result with the record.
 */
import { CredFile } from '../../language/model/file.ts';
import { recordOf } from '../addresses.ts';
import { describe } from '../describe.ts';
import { isObject, type JsonObject } from '../json.ts';
import { type BlockDraft, draft, type ModelBlock } from '../model.ts';
import { unlaid } from '../write.ts';
import { lineOf } from './carried-path.ts';
import { CTDL, SPOKEN } from './carrying.ts';
import { type ImportEntry, type ImportState, idKey } from './importing.ts';
import { compared, textsIn } from './items.ts';
import { resourcesOf } from './out.ts';
import { remainder, type Sink } from './remainder.ts';

/** Adds the `imported` blocks. `drafts` are all blocks of the import, complete and named. */
export function carry(drafts: readonly BlockDraft[], importing: ImportState): void {
  const written = new Written(drafts);
  const sinks = new Map<BlockDraft, Sink>();
  const sinkOf = (made: BlockDraft): Sink => {
    if (!sinks.has(made)) sinks.set(made, []);
    return sinks.get(made)!;
  };
  for (const entry of importing.entries) {
    const block = blockOf(entry);
    const { json } = entry.source;
    if (!block || !isObject(json)) continue;
    const { spoken } = entry.source;
    if (spoken !== undefined && entry.draft) sinkOf(block).push({ path: [{ key: SPOKEN }], value: spoken });
    remainder(json, written.resource(block), sinkOf(block), {
      fates: new Map(entry.source.fates.map(({ path, fate }) => [path, fate])),
      texts: written.textsOf(block),
      written: id => {
        const target = importing.byIdentifier(id, entry.file);
        const made = target && blockOf(target);
        return (made && written.idOf(made)) ?? id;
      },
      titled: id => importing.byIdentifier(id, entry.file)?.draft?.title,
      resource: id => {
        const found = written.byId(id);
        return found && { json: found.json, sink: sinkOf(found.draft) };
      },
    });
  }
  for (const [made, id] of importing.addresses)
    if (id !== recordOf(made.properties.ctid) && id !== made.properties.website)
      sinkOf(made).unshift({ path: [{ key: '@id' }], value: id });
  for (const [made, sink] of sinks) {
    const lines = [...new Set(inOrder(numbered(sink)).map(lineOf))];
    if (lines.length > 0) made.blocks.push(Object.assign(draft('imported'), { properties: { from: CTDL, value: lines } }));
  }
}

const blockOf = (entry: ImportEntry): BlockDraft | undefined => entry.draft ?? entry.part;

/** Numbers the items that only the record has from 0, in each list by itself, whatever stood between them. */
function numbered(sink: Sink): Sink {
  const numbers = new Map<string, Map<number, number>>();
  return sink.map(({ path, value }) => ({
    path: path.map((one, index) => {
      if (typeof one.pick !== 'number') return one;
      const list = lineOf({ path: [...path.slice(0, index), { key: one.key }], value: '' });
      const known = numbers.get(list) ?? new Map<number, number>();
      numbers.set(list, known);
      if (!known.has(one.pick)) known.set(one.pick, known.size);
      return { key: one.key, pick: known.get(one.pick)! };
    }),
    value,
  }));
}

/** Sorts values by their paths, so that the order in which a record states its properties does not count. */
function inOrder(sink: Sink): Sink {
  const keyed = sink.map(one => ({ one, key: lineOf({ ...one, value: '' }) }));
  return keyed.sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0)).map(({ one }) => one);
}

/** What Cred would write for the blocks of an import. */
class Written {
  private readonly models = new Map<BlockDraft, ModelBlock>();
  private readonly tops = new Map<BlockDraft, BlockDraft>();
  private readonly exported: ReturnType<typeof resourcesOf>;
  private readonly byIdentifier = new Map<string, { readonly json: JsonObject; readonly draft: BlockDraft }>();
  private readonly texts = new Map<BlockDraft, ReadonlySet<string>>();

  constructor(drafts: readonly BlockDraft[]) {
    const files = drafts.map((one, index) => CredFile.read(`import:${index}`, unlaid(one)));
    const { all } = describe(files);
    const byName = new Map(all.map(one => [one.name, one]));
    for (const one of drafts) this.pair(one, byName.get(one.name), one);
    this.exported = resourcesOf(all, all);
    for (const [made, model] of this.models) {
      const json = this.exported.resources.get(model);
      if (json) this.byIdentifier.set(idKey(this.exported.idOf(model)), { json, draft: made });
    }
  }

  private pair(made: BlockDraft, model: ModelBlock | undefined, top: BlockDraft): void {
    if (!model) return;
    this.models.set(made, model);
    this.tops.set(made, top);
    for (const [index, child] of made.blocks.entries()) this.pair(child, model.blocks?.[index], top);
  }

  resource(made: BlockDraft): JsonObject | undefined {
    const model = this.models.get(made);
    return model && this.exported.resources.get(model);
  }

  idOf(made: BlockDraft): string | undefined {
    const model = this.models.get(made);
    return model && this.exported.idOf(model);
  }

  byId(id: string): { readonly json: JsonObject; readonly draft: BlockDraft } | undefined {
    return this.byIdentifier.get(idKey(id));
  }

  /** Returns all texts that are written for the program or organization in which a record's block stands. */
  textsOf(made: BlockDraft): ReadonlySet<string> {
    const top = this.tops.get(made) ?? made;
    let found = this.texts.get(top);
    if (!found) {
      const resources = [...this.within(top)].flatMap(one => this.resource(one) ?? []);
      found = new Set(resources.flatMap(textsIn).map(compared));
      // The parts of a program follow it, so the texts of few programs are needed at a time.
      if (this.texts.size > 20) this.texts.clear();
      this.texts.set(top, found);
    }
    return found;
  }

  private *within(made: BlockDraft): Generator<BlockDraft> {
    yield made;
    for (const one of made.blocks) yield* this.within(one);
  }
}
