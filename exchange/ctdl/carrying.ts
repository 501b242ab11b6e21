/** Adds to an exported resource what an `imported` block carries along from the record that it was read from. */
import { isAddress } from '../addresses.ts';
import { isObject, type Json, type JsonObject } from '../json.ts';
import { type CarriedStep, type CarriedValue, carriedIn } from './carried-path.ts';
import { compared, isPicked } from './items.ts';
import { isLanguageMap, joinedMaps, LANGUAGE } from './language-maps.ts';
import { PROPERTY, TITLED } from './remainder.ts';
import { PROPERTIES } from './terms.ts';

/** The form that an `imported` block of this kind names. */
export const CTDL = 'CTDL';
/** The key with which a line states the language of the record's texts. */
export const SPOKEN = '@language';

/** A JSON object that is being completed. */
type OpenJson = Record<string, Json>;

/** A resource with what is carried along, and the lines that no longer fit, each with the reason. */
export interface CarriedResource {
  readonly json: JsonObject;
  readonly left: readonly { readonly line: string; readonly why: string }[];
}

/** Adds the lines of `imported` blocks to a resource; `idOf` returns the identifier of what has a title in the project. What the author says now comes before what the record said. */
export function withCarried(resource: JsonObject, lines: readonly string[], idOf: (title: string) => string | undefined): CarriedResource {
  const json = structuredClone(resource) as OpenJson;
  const left: { line: string; why: string }[] = [];
  const carrying = new Carrying(json, idOf);
  for (const line of lines) {
    const read = carriedIn(line);
    const why = read ? carrying.add(read) : 'It is not a path and a value.';
    if (why !== undefined) left.push({ line, why });
  }
  carrying.moveConditions();
  return { json, left };
}

/** Whether a key is a term of CTDL or of a vocabulary that it uses, or the code of a language. */
const isTerm = (key: string): boolean =>
  PROPERTIES.has(key) || /^(?:@\w+|(?:ceasn|asn|schema|qdata|skos):\w+)$/.test(key) || LANGUAGE.test(key);

class Carrying {
  /** The items that lines with the same pick have found or made, by the object around them. */
  private readonly made = new Map<OpenJson, Map<string, OpenJson>>();
  private readonly moves: { readonly from: OpenJson; readonly key: string; readonly item: Json; readonly to: string }[] = [];

  constructor(
    private readonly root: OpenJson,
    /** Returns the identifier of what has a title in the project. */
    private readonly idOf: (title: string) => string | undefined,
  ) {}

  /** Returns why the value cannot be added; `undefined` if it is. */
  add({ path, value }: CarriedValue): string | undefined {
    const last = path.at(-1)!;
    if (!path.every(({ key }) => isTerm(key))) return 'CTDL has no such property.';
    if (path.length === 1 && last.key === SPOKEN) return undefined;
    if (last.key === PROPERTY) return this.move(path.slice(0, -1), String(value));
    const isText = path.length > 1 && LANGUAGE.test(last.key);
    const way = path.slice(0, isText ? -2 : -1);
    const id = last.key === TITLED ? this.idOf(String(value)) : undefined;
    if (last.key === TITLED && id === undefined) return `Nothing is called "${String(value)}" any more.`;
    const at = this.follow(way);
    if (typeof at === 'string') return at;
    if (id !== undefined) return this.value(at, { key: '@id' }, id);
    return isText ? this.text(at, path.at(-2)!.key, last.key, value) : this.value(at, last, value);
  }

  /** Follows steps from the resource; returns why that is not possible any more. */
  private follow(way: readonly CarriedStep[]): OpenJson | string {
    let at: OpenJson = this.root;
    for (const one of way) {
      const next = this.item(at, one);
      if (!next) return nowhere(one);
      at = next;
    }
    return at;
  }

  /** Notes that an item stands under another property in the record. It is moved at the end, when nothing has to find it any more. */
  private move(way: readonly CarriedStep[], to: string): string | undefined {
    const last = way.at(-1)!;
    const from = this.follow(way.slice(0, -1));
    if (typeof from === 'string') return from;
    const here = from[last.key];
    const item = (Array.isArray(here) ? (here as readonly Json[]) : []).find(one => isPicked(one, String(last.pick)));
    if (item === undefined) return nowhere(last);
    this.moves.push({ from, key: last.key, item, to });
    return undefined;
  }

  /** Returns the object to which a step leads; it is made if only the record has it. */
  private item(at: OpenJson, { key, pick }: CarriedStep): OpenJson | undefined {
    const name = `${key} ${String(pick)}`;
    const before = this.made.get(at) ?? new Map<string, OpenJson>();
    this.made.set(at, before);
    const known = before.get(name);
    if (known) return known;
    if (typeof pick === 'string') {
      const here = at[key];
      const found = (Array.isArray(here) ? here : [here]).find(one => isObject(one) && isPicked(one, pick)) as OpenJson | undefined;
      if (found) before.set(name, found);
      return found;
    }
    const made: OpenJson = {};
    before.set(name, made);
    append(at, key, made, pick !== undefined);
    return made;
  }

  private value(at: OpenJson, { key, pick }: CarriedStep, value: Json): string | undefined {
    if (key === '@id' || (key === '@type' && pick === undefined)) at[key] = value;
    else if (at[key] === undefined || pick !== undefined || key === '@type') append(at, key, value, pick !== undefined);
    else if (compared(at[key]!) !== compared(value)) return ELSE;
    return undefined;
  }

  /** Adds a text in a language to the texts of a property. */
  private text(at: OpenJson, key: string, language: string, value: Json): string | undefined {
    const here = at[key];
    if (isAddress(here)) return ELSE;
    const before = (Array.isArray(here) ? (here as readonly Json[]) : here === undefined ? [] : [here]).map(one =>
      isObject(one) ? one : { [UNKNOWN]: one },
    );
    at[key] = joinedMaps([...before, { [language]: value }]);
    return undefined;
  }

  /** Gives conditions, and their texts, the property that they have in the record. */
  moveConditions(): void {
    for (const { from, key, item, to } of this.moves) {
      const list = from[key];
      const rest = Array.isArray(list) ? (list as readonly Json[]).filter(one => one !== item) : [];
      if (rest.length > 0) from[key] = rest;
      else delete from[key];
      append(from, to, item, isObject(item) && !isLanguageMap(item));
    }
  }
}

const nowhere = ({ key, pick }: CarriedStep): string => `No "${key.replace('ceterms:', '')}" says "${String(pick)}" any more.`;

const ELSE = 'The program says something else there.';

/** The code for a text whose language nobody has said. */
const UNKNOWN = 'und';

function append(at: OpenJson, key: string, value: Json, isList: boolean): void {
  const here = at[key];
  if (here === undefined) at[key] = isList ? [value] : value;
  else at[key] = [...(Array.isArray(here) ? (here as readonly Json[]) : [here]), value];
}
