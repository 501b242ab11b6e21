/** Wraps a record that is being read: every value knows its path and its fate. */
import { isAddress } from '../addresses.ts';
import { isObject, itemsOf, type Json, type JsonObject } from '../json.ts';
import { LANGUAGE } from './language-maps.ts';
import { isPartClass, type JsonLeaf, leavesOf, notesOf, step } from './leaves.ts';
import { PROPERTIES } from './terms.ts';

/** What became of a value. */
export type Fate = 'mapped' | 'note' | 'not understood';
/** The fate of the value at a path. */
export interface PathFate {
  readonly path: string;
  readonly fate: Fate;
}

/** Matches placeholders that stand for a required text that nobody provided. */
const PLACEHOLDER = /^\*\*\* .* MISSING \*\*\*$|^PLEASE PROVIDE A VALID DESCRIPTION$/i;
/** Ranks languages: a text without one comes first, then English. */
const rank = (language: string): number => (language === 'und' ? -1 : /^en(-us)?$/i.test(language) ? 0 : /^en\b/i.test(language) ? 1 : 2);

/** The properties that can name a record, the most specific first. */
const NAMED_BY = ['ceterms:targetNodeName', 'ceasn:competencyText', 'ceterms:name', 'ceasn:name', 'schema:value'];

interface SourceFates {
  /** The values that have been read, by path; `false` if a value was not understood. */
  readonly fates: Map<string, boolean>;
  readonly file: string;
}

/** Returns an identifier that is unique among files: a blank node is valid only within its file. */
export const idIn = (id: string, file: string): string => (id.startsWith('_:') ? `${id} ${file}` : id);

/** A JSON value with its path, its file and its fate. */
export class JsonSource {
  constructor(
    readonly json: Json,
    readonly path: string,
    private readonly reading: SourceFates,
    /** The JSON-LD value object that contains this value; its language and type are read together with it. */
    private readonly around?: JsonSource,
  ) {}

  static of(record: Json, file = ''): JsonSource {
    return new JsonSource(record, '', { fates: new Map(), file });
  }

  get isObject(): boolean {
    return isObject(this.json);
  }

  /** Returns the values of a property, each with its path. */
  all(key: string): JsonSource[] {
    if (!isObject(this.json) || !Object.hasOwn(this.json, key)) return [];
    const found = this.at(this.json[key]!, step(this.path, key)).flatMap(one => one.unfolded());
    return found.every(one => one.language !== undefined) ? found.sort((a, b) => rank(a.language!) - rank(b.language!)) : found;
  }

  private at(value: Json, path: string): JsonSource[] {
    if (Array.isArray(value)) return (value as readonly Json[]).flatMap((one, index) => this.at(one, `${path}[${index}]`));
    if (value === null) return [];
    const one = new JsonSource(value, path, this.reading);
    if (!isObject(value)) return [one];
    for (const list of ['@list', '@set']) if (Object.hasOwn(value, list)) return this.at(value[list]!, step(path, list));
    if (!Object.hasOwn(value, '@value')) return [one];
    return value['@value'] === null ? [] : [new JsonSource(value['@value']!, step(path, '@value'), this.reading, one)];
  }

  /** Returns the language stated beside the text. */
  private get language(): string | undefined {
    const said = this.around && (this.around.json as JsonObject)['@language'];
    return typeof said === 'string' ? said : undefined;
  }

  /** Returns the texts of a language map; a language may have several. */
  private unfolded(): JsonSource[] {
    const best = this.bestLanguage();
    const inside = best === undefined ? undefined : (this.json as JsonObject)[best];
    return Array.isArray(inside) ? this.at(inside, step(this.path, best!)) : [this];
  }

  private bestLanguage(): string | undefined {
    const keys = isObject(this.json) ? Object.keys(this.json) : [];
    if (!keys.every(key => LANGUAGE.test(key))) return undefined;
    const said = keys.filter(key => itemsOf((this.json as JsonObject)[key]).length > 0);
    return said.sort((a, b) => rank(a) - rank(b))[0];
  }

  /** Returns the text of a property, if it has one. */
  text(key: string): string | undefined {
    return this.all(key)[0]?.said();
  }

  /** Returns the value as a text and marks it as read: one language of several, or the name of an alignment. */
  said(): string | undefined {
    const { json } = this;
    if (typeof json === 'string') {
      const text = json.replace(/\r\n?/g, '\n').trim();
      return text === '' || PLACEHOLDER.test(text) ? undefined : this.took(text);
    }
    if (typeof json === 'number') return this.took(String(json));
    if (!isObject(json)) return undefined;
    for (const key of NAMED_BY) if (json[key] !== undefined) return this.text(key);
    // The target of an alignment may be described where its address is expected.
    if (isObject(json['ceterms:targetNode'])) return this.text('ceterms:targetNode');
    const best = this.bestLanguage();
    return best === undefined ? undefined : this.text(best);
  }

  /** Returns the same text without marking it as read. */
  peek(): string | undefined {
    return new JsonSource(this.json, this.path, { fates: new Map(), file: '' }).said();
  }

  /** Returns the identifiers by which others refer to the record; a blank node is valid only within its file. */
  get ids(): string[] {
    const { json } = this;
    const found = isObject(json) ? ['@id', 'ceterms:ctid'].flatMap(key => this.all(key).map(one => one.json)) : [json];
    return found.filter((one): one is string => typeof one === 'string' && one !== '').map(id => idIn(id, this.reading.file));
  }

  /** Returns the classes that the record claims. */
  get types(): string[] {
    return isObject(this.json) ? itemsOf(this.json['@type']).filter((one): one is string => typeof one === 'string') : [];
  }

  /** Marks the value, and the identifiers of a reference, as imported; returns its argument. */
  took<T>(value: T): T {
    for (const { path } of this.leaves) if (!this.reading.fates.has(path) || path === this.path) this.reading.fates.set(path, true);
    this.around?.took(undefined);
    return value;
  }

  /** Returns the address of a mere reference, if it is one. */
  address(): string[] {
    const [at] = typeof this.json === 'string' ? [this] : this.all('@id');
    return at && isAddress(at.json) ? [at.took(at.json)] : [];
  }

  /** Marks a reference as followed: its identifiers and its class. */
  followed(): void {
    if (!isObject(this.json)) this.took(undefined);
    for (const key of ['@id', '@type', 'ceterms:ctid']) for (const one of this.all(key)) one.took(undefined);
  }

  /** Marks the value as not valid for its property. */
  wrong(): undefined {
    for (const { path } of this.leaves) if (!this.reading.fates.has(path)) this.reading.fates.set(path, false);
  }

  get leaves(): JsonLeaf[] {
    return leavesOf(this.json, this.path);
  }

  /** Returns the fate of each value. */
  get fates(): PathFate[] {
    return this.leaves.map(({ path, value }) => ({ path, fate: this.fateOf(path, value) }));
  }

  /** Returns the values that are not understood. */
  get slips(): JsonLeaf[] {
    return this.leaves.filter(({ path, value }) => this.fateOf(path, value) === 'not understood');
  }

  private fateOf(path: string, value: string): Fate {
    const read = this.reading.fates.get(path);
    if (read !== undefined) return read ? 'mapped' : 'not understood';
    if (isPartClass(path, value)) return 'mapped';
    const keys = path.replace(/\[\d+\]/g, '').split(/\.(?=[@\w-]+:|[@a-z])/i);
    return keys.every((key, at) => PROPERTIES.has(key) || /^@|^(ceasn|schema|qdata|asn):/.test(key) || (at > 0 && LANGUAGE.test(key)))
      ? 'note'
      : 'not understood';
  }

  /** Returns the values that are not understood as lines for comments; values that belong together stand together. */
  get notes(): string[] {
    return notesOf(this.json, this.path, ({ path, value }) => this.fateOf(path, value) !== 'not understood');
  }

  /** Returns the language of the record's texts, if they have one. */
  get spoken(): string | undefined {
    const names = [...NAMED_BY, 'ceterms:description'].flatMap(key => (isObject(this.json) ? itemsOf(this.json[key]) : []));
    for (const one of names) {
      if (!isObject(one)) continue;
      const language = one['@language'] ?? Object.keys(one).sort((a, b) => rank(a) - rank(b))[0];
      if (typeof language === 'string' && LANGUAGE.test(language)) return language;
    }
    return undefined;
  }
}
