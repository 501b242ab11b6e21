/** Moves the parts of a graph (profiles, competencies, manifests) into the records that refer to them. */
import { isObject, itemsOf, type Json, type JsonObject } from '../json.ts';
import { idKey } from './importing.ts';
import type { FoundRecord } from './records.ts';
import { idIn } from './source.ts';
import { kindOfClass } from './tables.ts';

/** A record with the file that it comes from. */
export interface InFile extends FoundRecord {
  readonly file: string;
}

/** Returns the independent records with their parts inside, and the parts to which nothing refers. */
export function embed(all: readonly InFile[]): { readonly records: readonly InFile[]; readonly loose: readonly InFile[] } {
  const parts = new Map<string, InFile>();
  const apart = all.filter(isPart);
  for (const one of apart) for (const id of idsOf(one)) if (!parts.has(id)) parts.set(id, one);
  if (parts.size === 0) return { records: all, loose: [] };
  const used = new Set<InFile>();
  const records = all.map(one => (isPart(one) ? one : { ...one, record: new Embedding(one.file, parts, used).within(one.record) }));
  return { records: records.filter(one => !isPart(one)), loose: apart.filter(one => !used.has(one)) };
}

/** The properties whose targets Cred reads as parts. A record with an address of its own is not copied into whatever refers to it. */
const READ: ReadonlySet<Json> = new Set(
  `ConditionManifest ConditionProfile CostManifest CostProfile CredentialAlignmentObject DurationProfile IdentifierValue Occupation
   OccupationClassification ProcessProfile RevocationProfile VerificationServiceProfile`
    .split(/\s+/)
    .map(name => `ceterms:${name}`)
    .concat('ceasn:Competency'),
);
const isBlank = (id: Json | undefined): boolean => typeof id === 'string' && id.startsWith('_:');
/** Whether a record has an identifier but no independent place in Cred. */
const isPart = ({ record }: FoundRecord): boolean => {
  const types = itemsOf(record['@type']);
  const stands = types.some(type => typeof type === 'string' && kindOfClass(type) !== undefined);
  return typeof record['@id'] === 'string' && !stands && (isBlank(record['@id']) || types.some(type => READ.has(type)));
};
const idsOf = ({ record, file }: InFile): string[] =>
  [record['@id'], record['ceterms:ctid']].flatMap(id => (typeof id === 'string' ? [idKey(idIn(id, file))] : []));

/** The keys by which a record describes itself; they do not distinguish it from its copies. */
const OWN: ReadonlySet<string> = new Set(['@id', '@type', 'ceterms:ctid', 'ceterms:subjectWebpage']);

/** The most parts of a record, and the greatest depth; beyond that a reference stays a reference. */
const MOST = 5_000;
const DEEPEST = 16;

class Embedding {
  /** The parts around the current one; a reference back to one of them stays a reference. */
  private readonly around = new Set<InFile>();
  private count = 0;
  constructor(
    private readonly file: string,
    private readonly parts: ReadonlyMap<string, InFile>,
    private readonly used: Set<InFile>,
  ) {}

  within(record: JsonObject): JsonObject {
    return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, OWN.has(key) ? value : this.value(value)]));
  }

  private value(json: Json): Json {
    if (Array.isArray(json)) return (json as readonly Json[]).map(one => this.value(one));
    const id = typeof json === 'string' ? json : isObject(json) ? json['@id'] : undefined;
    const isReference =
      typeof json === 'string' || (isObject(json) && Object.keys(json).every(key => /^(@id|@type|ceterms:ctid)$/.test(key)));
    const part = typeof id === 'string' && isReference ? this.parts.get(idKey(idIn(id, this.file))) : undefined;
    if (part && this.follows(part)) return this.part(part);
    return isObject(json) ? this.within(json) : json;
  }

  /** Within a part with an address of its own, only blank nodes are followed: a framework and its competencies name each other. */
  private follows(part: InFile): boolean {
    if (this.around.has(part) || this.around.size >= DEEPEST || ++this.count > MOST) return false;
    return isBlank(part.record['@id']) || [...this.around].every(one => isBlank(one.record['@id']));
  }

  private part(part: InFile): Json {
    this.used.add(part);
    this.around.add(part);
    const { '@id': id, ...rest } = this.within(part.record);
    this.around.delete(part);
    return isBlank(id) ? rest : { '@id': id!, ...rest };
  }
}
