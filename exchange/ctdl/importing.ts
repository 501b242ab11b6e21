/** What an import knows while it goes on: the records, their names, and who refers to whom. */
import type { BlockDraft, Pointer } from '../model.ts';
import type { FreeNames } from '../names.ts';
import type { FileProblem } from './in.ts';
import type { JsonSource } from './source.ts';

/** A record that has a place in Cred. */
export interface ImportEntry {
  readonly file: string;
  readonly at: string;
  readonly source: JsonSource;
  readonly type: string;
  readonly kind: string;
  readonly title: string;
  readonly ids: readonly string[];
  /** The block that it becomes; an assessment or a piece of instruction becomes one in a program. */
  draft?: BlockDraft;
  /** The full name of its block in a program. */
  placed?: string;
}

/** The Registry's identifier, however it is written, or the address. */
const CTID = /\bce-[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
export const ctidIn = (id: string): string | undefined => CTID.exec(id)?.[0];
export const idKey = (id: string): string => ctidIn(id)?.toLowerCase() ?? id;

export class ImportState {
  private readonly byId = new Map<string, ImportEntry>();
  /** Organizations that are described where they are named, or only named. */
  readonly stubs: { readonly file: string; readonly draft: BlockDraft }[] = [];
  private readonly stubNames = new Map<string, string>();
  /** Programs that only hold an assessment or a piece of instruction that no credential of the import asks for. */
  readonly hosts: { readonly file: string; readonly draft: BlockDraft }[] = [];

  constructor(
    readonly entries: readonly ImportEntry[],
    readonly names: FreeNames,
    readonly problems: FileProblem[],
  ) {
    for (const one of entries) for (const id of one.ids) this.byId.set(idKey(id), one);
    // Programs first: whoever owns them may be described only where it is named, and gets its name later.
    for (const isProgram of [true, false])
      for (const { draft, kind, title, ids } of entries) {
        if (!draft || (kind !== 'organization') !== isProgram) continue;
        const wish = wishOf(ids);
        draft.name = names.of(title || kind, { abbreviate: true, ...(wish !== undefined && { wish }) });
      }
  }

  /** The record that a value refers to. */
  entry(source: JsonSource): ImportEntry | undefined {
    return source.ids.map(id => this.byId.get(idKey(id))).find(one => one !== undefined);
  }

  /** A reference to a program or an organization of the import; it is followed then. */
  pointer(source: JsonSource, kinds: (kind: string) => boolean): Pointer | undefined {
    const entry = this.entry(source);
    if (!entry?.draft || !kinds(entry.kind)) return undefined;
    source.followed();
    return { ref: entry.draft.name! };
  }

  /** An organization that is no record by itself: described on the spot, or known by its identifier only. */
  stub(key: string, file: string, make: () => BlockDraft, title: string, wish?: string): string {
    const known = this.stubNames.get(key);
    if (known !== undefined) return known;
    const made = make();
    made.name = this.names.of(title, { abbreviate: true, ...(wish !== undefined && { wish }) });
    this.stubs.push({ file, draft: made });
    this.stubNames.set(key, made.name);
    return made.name;
  }
}

/** A program written by Cred without an identifier of the Registry bears its name as a blank node. */
export const wishOf = (ids: readonly string[]): string | undefined =>
  ids.some(id => ctidIn(id) !== undefined)
    ? undefined
    : ids.map(id => /^_:(\S+)/.exec(id)?.[1]).find(one => one !== undefined && !NUMBERED.test(one));
/** Blank nodes as programs number them; they name nothing. */
const NUMBERED = /^(?:(?:b|n|c14n|bn|bnode|genid|node|blank|t)[-_]?\d+\w*|[\da-f]{8}-?(?:[\da-f]{4}-?){3}[\da-f]{12})$/i;
