/** A record as it is read: every value knows its path, and what became of it. */
import { isAddress } from '../addresses.ts';
import { isObject, itemsOf, type Json, type JsonObject } from '../json.ts';
import { isPartClass, type Leaf, leavesOf, notesOf, step } from './leaves.ts';
import { PROPERTIES } from './terms.ts';

export type Fate = 'mapped' | 'note' | 'not understood';
export interface PathFate {
  readonly path: string;
  readonly fate: Fate;
}

/** Texts that stand where one was asked for and none was given. */
const PLACEHOLDER = /^\*\*\* .* MISSING \*\*\*$|^PLEASE PROVIDE A VALID DESCRIPTION$/i;
const LANGUAGE = /^[a-z]{2,3}(-[a-z0-9]+)*$/i;
const TERM = /^(?:https?:\/\/(?:purl\.org\/ctdl|credreg\.net\/ctdl)\/(?:terms\/)?)([A-Za-z]\w*)$/;

/** Keys as the context of the Registry abbreviates them: `ceterms:name` for its full address or for `name` alone. */
export function normal(json: Json): Json {
  if (Array.isArray(json)) return (json as readonly Json[]).map(normal);
  if (!isObject(json)) return json;
  return Object.fromEntries(
    Object.entries(json)
      .filter(([key]) => key !== '@context')
      .map(([key, value]) => [key === '@value' ? key : term(key), key === '@type' || key === 'type' ? normalType(value) : normal(value)]),
  );
}
const term = (key: string): string => {
  if (key === 'id' || key === 'type') return `@${key}`;
  const name = TERM.exec(key)?.[1] ?? key;
  return PROPERTIES.has(`ceterms:${name}`) ? `ceterms:${name}` : key;
};
const normalType = (value: Json): Json =>
  typeof value === 'string'
    ? value.replace(TERM, 'ceterms:$1').replace(/^(?=[A-Z]\w+$)/, 'ceterms:')
    : Array.isArray(value)
      ? (value as readonly Json[]).map(normalType)
      : value;

interface Reading {
  /** What has been read, by path; `false` where a value was not understood. */
  readonly fates: Map<string, boolean>;
  readonly file: string;
}

export class Source {
  constructor(
    readonly json: Json,
    readonly path: string,
    private readonly reading: Reading,
  ) {}

  static of(record: Json, file = ''): Source {
    return new Source(record, '', { fates: new Map(), file });
  }

  get isObject(): boolean {
    return isObject(this.json);
  }

  /** The values of a property, each with its path. */
  all(key: string): Source[] {
    if (!isObject(this.json) || !Object.hasOwn(this.json, key)) return [];
    return this.at(this.json[key]!, step(this.path, key)).flatMap(one => one.unfolded());
  }

  private at(value: Json, path: string): Source[] {
    if (!Array.isArray(value)) return value === null ? [] : [new Source(value, path, this.reading)];
    return (value as readonly Json[]).map((one, index) => new Source(one, `${path}[${index}]`, this.reading));
  }

  /** A language may have several texts. */
  private unfolded(): Source[] {
    const best = this.bestLanguage();
    const inside = best === undefined ? undefined : (this.json as JsonObject)[best];
    return Array.isArray(inside) ? this.at(inside, step(this.path, best!)) : [this];
  }

  private bestLanguage(): string | undefined {
    const keys = isObject(this.json) ? Object.keys(this.json) : [];
    const languages = keys.filter(key => LANGUAGE.test(key));
    if (languages.length === 0 || languages.length < keys.length) return undefined;
    return languages.find(key => /^en(-us)?$/i.test(key)) ?? languages.find(key => /^en\b/i.test(key)) ?? languages[0];
  }

  /** The text of a property, if it has one. */
  text(key: string): string | undefined {
    return this.all(key)[0]?.said();
  }

  /** What it says as a text: of several languages one; of an alignment, its name. */
  said(): string | undefined {
    const { json } = this;
    if (typeof json === 'string') {
      const text = json.replace(/\r\n?/g, '\n').trim();
      return text === '' || PLACEHOLDER.test(text) ? undefined : this.took(text);
    }
    if (typeof json === 'number') return this.took(String(json));
    if (!isObject(json)) return undefined;
    for (const key of ['@value', 'ceterms:targetNodeName', 'ceasn:competencyText', 'ceterms:name', 'schema:value'])
      if (json[key] !== undefined) return this.text(key);
    const best = this.bestLanguage();
    return best === undefined ? undefined : this.text(best);
  }

  /** The same, without marking it as read. */
  peek(): string | undefined {
    return new Source(this.json, this.path, { fates: new Map(), file: '' }).said();
  }

  /** The identifiers by which others refer to it; a blank node is one of its file alone. */
  get ids(): string[] {
    const { json } = this;
    const found = isObject(json) ? [json['@id'], json['ceterms:ctid']] : [json];
    const within = (id: string): string => (id.startsWith('_:') ? `${id} ${this.reading.file}` : id);
    return found.filter((one): one is string => typeof one === 'string' && one !== '').map(within);
  }

  get type(): string | undefined {
    return isObject(this.json) ? itemsOf(this.json['@type']).find((one): one is string => typeof one === 'string') : undefined;
  }

  /** Marks the value, and the identifiers of a reference, as said in Cred. */
  took<T>(value: T): T {
    for (const { path } of this.leaves) if (!this.reading.fates.has(path) || path === this.path) this.reading.fates.set(path, true);
    return value;
  }

  /** The address of what is only referred to, if it is one. */
  address(): string[] {
    const [at] = typeof this.json === 'string' ? [this] : this.all('@id');
    return at && isAddress(at.json) ? [at.took(at.json)] : [];
  }

  /** Marks a reference as followed: its identifiers and its class. */
  followed(): void {
    if (!isObject(this.json)) this.took(undefined);
    for (const key of ['@id', '@type', 'ceterms:ctid']) for (const one of this.all(key)) one.took(undefined);
  }

  /** Marks the value as one that was looked at and is none that the property has. */
  wrong(): undefined {
    for (const { path } of this.leaves) if (!this.reading.fates.has(path)) this.reading.fates.set(path, false);
  }

  get leaves(): Leaf[] {
    return leavesOf(this.json, this.path);
  }

  /** What became of each value. */
  get fates(): PathFate[] {
    return this.leaves.map(({ path, value }) => ({ path, fate: this.fateOf(path, value) }));
  }

  private fateOf(path: string, value: string): Fate {
    const read = this.reading.fates.get(path);
    if (read !== undefined) return read ? 'mapped' : 'not understood';
    if (isPartClass(path, value)) return 'mapped';
    const keys = path.replace(/\[\d+\]/g, '').split(/\.(?=[@\w-]+:|[@a-z])/i);
    return keys.every(key => PROPERTIES.has(key) || /^@|^(ceasn|schema|qdata|asn):/.test(key) || LANGUAGE.test(key))
      ? 'note'
      : 'not understood';
  }

  /** What is not said in Cred, in lines for comments: what belongs together stands together. */
  get notes(): string[] {
    return notesOf(this.json, this.path, ({ path, value }) => this.fateOf(path, value) === 'mapped');
  }
}
