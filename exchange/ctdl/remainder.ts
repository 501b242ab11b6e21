/** Finds what a record says beyond what Cred would write for it: the values that an `imported` block carries along. */
import { isObject, type Json, type JsonObject } from '../json.ts';
import type { CarriedStep, CarriedValue } from './carried-path.ts';
import { compared, type Item, itemsAt, pickOf, textsIn } from './items.ts';
import { leavesOf, step } from './leaves.ts';
import type { Fate } from './source.ts';

/** Where the values of a resource are kept. */
export type Sink = CarriedValue[];

/** What is known of the import as a whole. */
export interface RemainderContext {
  /** The fate of each value of the record, by its path. */
  readonly fates: ReadonlyMap<string, Fate>;
  /** All texts that Cred writes for the record and its parts. */
  readonly texts: ReadonlySet<string>;
  /** Returns the resource with an identifier that Cred writes, and where its values are kept. */
  resource(id: string): { readonly json: JsonObject; readonly sink: Sink } | undefined;
  /** Returns the identifier that Cred writes for what a record refers to. */
  written(id: string): string;
  /** Returns the title of an organization or program of the import. */
  titled(id: string): string | undefined;
}

/** Conditions that Cred takes for `requires`; the record's own property is kept. */
const CONDITIONS: ReadonlySet<string> = new Set(
  ['prerequisite', 'corequisite', 'coPrerequisite', 'entryCondition'].map(name => `ceterms:${name}`),
);
const REQUIRES = 'ceterms:requires';
/** What conditions ask for. Cred writes all that an award requires as one condition. */
const TARGETS = ['targetCompetency', 'targetAssessment', 'targetLearningOpportunity'].map(name => `ceterms:${name}`);
/** The texts of a condition that Cred takes for one of its list; the record's own property is kept. */
const IN_LIST: ReadonlySet<string> = new Set(['ceterms:description', 'ceterms:experience']);
const CONDITION = 'ceterms:condition';

/** Collects the values of a record that Cred would not write. `written` is what it writes; absent if it writes nothing for the record. */
export function remainder(record: JsonObject, written: JsonObject | undefined, sink: Sink, context: RemainderContext): void {
  new Remainder(context, sink, written).object(record, '', written, [], sink);
}

class Remainder {
  /** What Cred writes as required by all conditions together, by its property. */
  private readonly targets = new Map<string, Candidates>();

  constructor(
    private readonly context: RemainderContext,
    private readonly top: Sink,
    written: JsonObject | undefined,
  ) {
    const profiles = itemsAt(REQUIRES, written?.[REQUIRES]).map(one => one.json);
    const picks = new Candidates(profiles, context, this.used).picks;
    for (const key of TARGETS) {
      const items = profiles.flatMap(profile => {
        const found = isObject(profile) ? itemsAt(key, profile[key]) : [];
        for (const { json } of found) if (isObject(json)) this.profiles.set(json, picks.get(profile) ?? '');
        return found.map(one => one.json);
      });
      this.targets.set(key, new Candidates(items, context, this.used));
    }
  }

  /** The condition in which each of these stands, by its pick. */
  private readonly profiles = new Map<Json, string>();
  /** What Cred writes and has been found to stand for something of the record. */
  private readonly used = new Set<Json>();

  /** Compares an object of the record with the one that Cred writes, if there is one. */
  object(record: JsonObject, path: string, written: JsonObject | undefined, steps: readonly CarriedStep[], sink: Sink): void {
    const from = sink.length;
    for (const [key, value] of Object.entries(record)) {
      if (key === '@context' || key === '@type') continue;
      const place = step(path, key);
      if (key === '@id') this.identifier(value, written, steps, sink);
      else this.property(itemsAt(key, value, place), key, written, steps, sink);
    }
    // A class that Cred does not write is carried; that of an item that only the record has goes with its values.
    const type = record['@type'];
    const types = itemsAt('@type', type, step(path, '@type'));
    if (written)
      for (const one of types)
        if (one.json !== written['@type'] && this.context.fates.get(one.path) === 'note')
          sink.push({ path: [...steps, ...one.steps], value: one.json });
    const isOnlyClass = types.some(one => this.context.fates.get(one.path) === 'note');
    if (!written && steps.length > 0 && (sink.length > from || isOnlyClass))
      sink.splice(from, 0, ...types.map(one => ({ path: [...steps, ...one.steps], value: one.json })));
  }

  /** Carries an identifier along that Cred does not write for the record. */
  private identifier(id: Json, written: JsonObject | undefined, steps: readonly CarriedStep[], sink: Sink): void {
    if (typeof id !== 'string') return;
    const known = this.context.written(id);
    if (id.startsWith('_:') && (written || known === id)) return;
    if (written ? written['@id'] !== id : steps.length > 0)
      sink.push({ path: [...steps, { key: '@id' }], value: id.startsWith('_:') ? known : id });
  }

  /** Compares the items of a property with those that Cred writes for it, and carries along those that it does not write. */
  private property(items: readonly Item[], key: string, written: JsonObject | undefined, steps: readonly CarriedStep[], sink: Sink): void {
    const theirs = itemsAt(key, written?.[key]);
    const scalars = new Set(theirs.flatMap(({ json }) => (isObject(json) && !isReference(json) ? [] : [keyOf(json)])));
    const missing = items.filter(({ json }) => (isObject(json) && !isReference(json)) || !this.keysOf(json).some(one => scalars.has(one)));
    const objects = new Candidates(
      theirs.map(one => one.json),
      this.context,
      this.used,
    );
    const required = CONDITIONS.has(key) ? itemsAt(REQUIRES, written?.[REQUIRES]).map(one => one.json) : [];
    const moved = new Candidates(required, this.context, this.used);
    const listed =
      IN_LIST.has(key) && !written?.[key] ? new Set(itemsAt(CONDITION, written?.[CONDITION]).map(one => compared(one.json))) : undefined;
    for (const item of missing) {
      const isPlain = !isObject(item.json);
      if (isPlain && listed?.delete(compared(item.json)))
        sink.push({ path: [...steps, { key: CONDITION, pick: pickOf(compared(item.json)) }, { key: PROPERTY }], value: key });
      else if (isPlain || isReference(item.json)) this.scalar(inName(item, theirs), written, theirs.length > 0, steps, sink);
      else this.embedded(item, key, { objects, moved, hasOthers: theirs.length > 0 }, steps, sink);
    }
  }

  /** Compares an object with the one that Cred writes for it, in this property, in a target or in a condition. */
  private embedded(
    { json, path, steps: last }: Item,
    key: string,
    { objects, moved, hasOthers }: { readonly objects: Candidates; readonly moved: Candidates; readonly hasOthers: boolean },
    steps: readonly CarriedStep[],
    sink: Sink,
  ): void {
    const record = json as JsonObject;
    const own = objects.best(record);
    const found = own ?? this.targets.get(key)?.best(record);
    if (found) {
      const { resource, item, pick } = found;
      if (resource) this.object(record, path, resource.json, [], resource.sink);
      else if (own) this.object(record, path, item, [...steps, { key, pick }], sink);
      else
        this.object(
          record,
          path,
          item,
          [
            { key: REQUIRES, pick: this.profiles.get(item) ?? pick },
            { key, pick },
          ],
          this.top,
        );
      return;
    }
    const condition = moved.best(record);
    if (condition) {
      const at = [...steps, { key: REQUIRES, pick: condition.pick }];
      sink.push({ path: [...at, { key: PROPERTY }], value: key });
      this.object(record, path, condition.item, at, sink);
    } else if (!hasOthers || !this.isMapped(record, path)) this.apart(record, path, [...steps, ...last], sink);
  }

  /** Carries an item along that Cred does not write. If something of it is not said elsewhere, it is carried whole, never in pieces. */
  private apart(record: JsonObject, path: string, steps: readonly CarriedStep[], sink: Sink): void {
    const from = sink.length;
    this.object(record, path, undefined, steps, sink);
    if (sink.length === from || this.isWhole) return;
    sink.length = from;
    this.isWhole = true;
    this.object(record, path, undefined, steps, sink);
    this.isWhole = false;
  }

  /** Whether values are carried that are said elsewhere, too. */
  private isWhole = false;

  /** Whether Cred has understood all of an object; it then writes it in another way. */
  private isMapped(record: JsonObject, path: string): boolean {
    return leavesOf(record, path).every(leaf => leaf.path.endsWith('@type') || this.context.fates.get(leaf.path) === 'mapped');
  }

  /** Carries a text, a number or a reference along, unless the record says it elsewhere in what Cred writes. */
  private scalar(
    { json, path, steps: own }: Item,
    written: JsonObject | undefined,
    hasOthers: boolean,
    steps: readonly CarriedStep[],
    sink: Sink,
  ): void {
    const id = isReference(json) ? String((json as JsonObject)['@id']) : undefined;
    const fate = this.context.fates.get(id === undefined ? path : step(path, '@id'));
    const isTop = steps.length === 0;
    // What is wrong in its place stands in a comment, for the author to look at.
    if (fate === 'not understood') return;
    // What is mapped is written in Cred's way: in the same place, or somewhere else in the record.
    if (!this.isWhole && fate === 'mapped' && (hasOthers || (!written && isTop) || this.context.texts.has(keyOf(json)))) return;
    const value = id ?? json;
    const title = typeof value === 'string' && value.startsWith('_:') ? this.context.titled(value) : undefined;
    if (title !== undefined) {
      // A blank node is valid in its file only, so the line names what it stands for.
      const last = own.at(-1)!;
      sink.push({ path: [...steps, ...own.slice(0, -1), { key: last.key, pick: sink.length }, { key: TITLED }], value: title });
      return;
    }
    const said = typeof value === 'string' && value.startsWith('_:') ? this.context.written(value) : value;
    sink.push({ path: [...steps, ...own, ...(id === undefined ? [] : [{ key: '@id' }])], value: said });
  }

  /** Returns the forms in which a text, a number or a reference of the record may be written. */
  private keysOf(json: Json): string[] {
    const id = isReference(json) ? (json as JsonObject)['@id'] : json;
    const key = keyOf(json);
    return typeof id === 'string' ? [key, compared(this.context.written(id))] : [key];
  }
}

/** Puts a text in another language where Cred writes the name of the only object that it writes for the property. */
function inName(item: Item, theirs: readonly Item[]): Item {
  const language = item.steps.at(-1)!;
  const [only, another] = theirs.map(one => one.json);
  if (item.steps.length < 2 || another !== undefined || !isObject(only) || only['ceterms:targetNodeName'] === undefined) return item;
  const key = item.steps.at(-2)!.key;
  return { ...item, steps: [{ key, pick: pickOf(textsIn(only)[0] ?? '') }, { key: 'ceterms:targetNodeName' }, { key: language.key }] };
}

/** The key with which a line refers to an organization or program of the project by its title. */
export const TITLED = '@titled';
/** The key with which a line states the property of a condition that Cred writes as required. */
export const PROPERTY = '@property';

/** Whether an object only refers to another one. */
export const isReference = (json: Json): json is JsonObject =>
  isObject(json) && Object.keys(json).length === 1 && typeof json['@id'] === 'string';
const keyOf = (json: Json): string => compared(isReference(json) ? json['@id']! : json);

interface Match {
  readonly item: JsonObject;
  readonly pick: string;
  readonly resource?: { readonly json: JsonObject; readonly sink: Sink };
}

/** The objects that Cred writes for a property, found by the texts that they share with an object of the record. */
class Candidates {
  private readonly byText = new Map<string, Match[]>();
  /** The text by which each object is picked. */
  readonly picks = new Map<Json, string>();
  /** The objects that say nothing but that something exists. */
  private readonly bare: readonly JsonObject[];

  constructor(
    items: readonly Json[],
    context: RemainderContext,
    private readonly used: Set<Json>,
  ) {
    this.bare = items.filter(isObject).filter(item => textsIn(item).length === 0);
    const found = items.filter(isObject).map(item => {
      const resource = isReference(item) ? context.resource(String(item['@id'])) : undefined;
      return { item, ...(resource && { resource }), texts: [...new Set(textsIn(resource?.json ?? item))] };
    });
    const counts = new Map<string, number>();
    for (const { texts } of found) for (const text of texts) counts.set(text, (counts.get(text) ?? 0) + 1);
    for (const { texts, ...one } of found) {
      const match = { ...one, pick: pickOf(texts.find(text => counts.get(text) === 1) ?? texts[0] ?? '') };
      this.picks.set(match.item, match.pick);
      for (const text of texts) this.byText.set(text, [...(this.byText.get(text) ?? []), match]);
    }
  }

  /** Returns the object that shares the most texts with the record's, and that no other one has taken. */
  best(record: JsonObject): Match | undefined {
    if (this.byText.size === 0 && this.bare.length === 0) return undefined;
    const votes = new Map<Match, number>();
    const texts = new Set(textsIn(record));
    for (const text of texts)
      for (const match of this.byText.get(text) ?? []) if (!this.used.has(match.item)) votes.set(match, (votes.get(match) ?? 0) + 1);
    const isBare = texts.size === 0;
    const bare = this.bare.find(item => (isBare || (record['@type'] ?? item['@type']) === item['@type']) && !this.used.has(item));
    const [best] = [...votes].sort(([, a], [, b]) => b - a)[0] ?? [bare && { item: bare, pick: '' }];
    if (best) this.used.add(best.item);
    return best;
  }
}
