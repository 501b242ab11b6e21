/** Keeps the state of an import: the records, their names, and the references between them. */
import type { ExistingBlock } from '../import.ts';
import type { BlockDraft, Pointer } from '../model.ts';
import type { FreeNames } from '../names.ts';
import type { Framework } from './frameworks.ts';
import type { FileProblem } from './in.ts';
import { idIn, type JsonSource } from './source.ts';

/** A record that has a place in Cred. */
export interface ImportEntry {
  readonly file: string;
  readonly at: string;
  readonly source: JsonSource;
  readonly type: string;
  /** The kind of its block; instruction that becomes a program of its own changes it. */
  kind: string;
  readonly title: string;
  readonly ids: readonly string[];
  /** The block that the record becomes. An assessment or learning opportunity gets its block when a program takes it in. */
  draft?: BlockDraft;
  /** The full name of its block within a program. */
  placed?: string;
  /** Its block within a program. */
  part?: BlockDraft;
}

/** Matches the Registry's identifier at the end of an address or alone. */
const CTID = /\bce-[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
/** Returns the Registry's identifier in an address; `undefined` if there is none. */
export const ctidIn = (id: string): string | undefined => CTID.exec(id)?.[0];
/** Returns an identifier in the form in which identifiers are compared. */
export const idKey = (id: string): string => ctidIn(id)?.toLowerCase() ?? id;

/** The state of one import. */
export class ImportState {
  private readonly byId = new Map<string, ImportEntry>();
  /** Organizations that are described, or only named, where another record refers to them. */
  readonly stubs: { readonly file: string; readonly draft: BlockDraft }[] = [];
  /** The addresses of blocks without a record in the import, as other records write them. */
  readonly addresses = new Map<BlockDraft, string>();
  private readonly stubNames = new Map<string, string>();
  private readonly known = new Map<string, ExistingBlock>();
  /** The blocks of the import that the project has already. */
  private readonly existing = new Map<BlockDraft, ExistingBlock>();
  /** Programs that only contain an assessment or learning opportunity that no imported credential requires. */
  readonly hosts: { readonly file: string; readonly draft: BlockDraft }[] = [];

  constructor(
    readonly entries: readonly ImportEntry[],
    readonly names: FreeNames,
    readonly problems: FileProblem[],
    /** The competency frameworks of the import, by their identifiers. */
    readonly frameworks: ReadonlyMap<string, Framework> = new Map(),
    /** The blocks that the project has already. */
    known: readonly ExistingBlock[] = [],
  ) {
    for (const one of known) if (one.ctid !== undefined) this.known.set(one.ctid.toLowerCase(), one);
    for (const one of entries) for (const id of one.ids) this.byId.set(idKey(id), one);
    // Programs come first: an owner may be described only where a program names it, and gets its name later.
    for (const isProgram of [true, false])
      for (const { draft, kind, title, ids } of entries) {
        if (!draft || (kind !== 'organization') !== isProgram) continue;
        const same = this.knownAs(ids);
        if (same) {
          draft.name = same.name;
          this.existing.set(draft, same);
          continue;
        }
        const wish = wishOf(ids);
        draft.name = names.of(title || kind, { abbreviate: true, ...(wish !== undefined && { wish }) });
      }
  }

  /** Returns the block of the project that has one of these identifiers. */
  knownAs(ids: readonly string[]): ExistingBlock | undefined {
    return ids.map(id => this.known.get(idKey(id))).find(one => one !== undefined);
  }
  /** Whether the project has a block already, so that it is not written again. */
  isKnown = (draft: BlockDraft): boolean => this.existing.has(draft);
  /** Says of a record that the project has it already. */
  knownProblem({ file, at, title, draft }: ImportEntry): FileProblem | undefined {
    const same = draft && this.existing.get(draft);
    return same && { file, at, why: `"${title}" is in the project already, as ${same.name} in "${same.file}". It is not written again.` };
  }

  /** Returns the record to which a value refers. */
  entry(source: JsonSource): ImportEntry | undefined {
    return source.ids.map(id => this.byId.get(idKey(id))).find(one => one !== undefined);
  }

  /** Returns the record with an identifier, as a file writes it. */
  byIdentifier(id: string, file: string): ImportEntry | undefined {
    return this.byId.get(idKey(idIn(id, file)));
  }

  /** Returns the records that name another one as what they are a part of. */
  partsOf(entry: ImportEntry): readonly ImportEntry[] {
    if (!this.parts) {
      this.parts = new Map();
      for (const one of this.entries)
        for (const around of one.source.all('ceterms:isPartOf')) {
          const whole = this.entry(around);
          if (whole) this.parts.set(whole, [...(this.parts.get(whole) ?? []), one]);
        }
    }
    return this.parts.get(entry) ?? [];
  }
  private parts: Map<ImportEntry, ImportEntry[]> | undefined;

  /** Returns a reference to an imported program or organization, and marks the value as followed. */
  pointer(source: JsonSource, kinds: (kind: string) => boolean): Pointer | undefined {
    const entry = this.entry(source);
    if (!entry?.draft || !kinds(entry.kind)) return undefined;
    source.followed();
    return { ref: entry.draft.name! };
  }

  /** Returns the name of an organization without a record of its own, which is described on the spot or known by its identifier only. */
  stub(key: string, file: string, make: () => BlockDraft, title: string, wish?: string, id?: string): string {
    const known = this.stubNames.get(key);
    if (known !== undefined) return known;
    const made = make();
    made.name = this.names.of(title, { abbreviate: true, ...(wish !== undefined && { wish }) });
    this.stubs.push({ file, draft: made });
    if (id !== undefined) this.addresses.set(made, id);
    this.stubNames.set(key, made.name);
    return made.name;
  }
}

/** Returns the name that Cred wrote as a blank node for a program without an identifier; `undefined` if there is none. */
export const wishOf = (ids: readonly string[]): string | undefined =>
  ids.some(id => ctidIn(id) !== undefined)
    ? undefined
    : ids.map(id => /^_:(\S+)/.exec(id)?.[1]).find(one => one !== undefined && !NUMBERED.test(one));
/** Matches blank nodes with generated names, which are not names for people. */
const NUMBERED = /^(?:(?:b|n|c14n|bn|bnode|genid|node|blank|t)[-_]?\d+\w*|[\da-f]{8}-?(?:[\da-f]{4}-?){3}[\da-f]{12})$/i;
