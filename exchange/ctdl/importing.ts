/** What an import knows while it goes on: the records, their names, and who refers to whom. */
import type { Draft, Pointer } from '../model.ts';
import type { Names } from '../names.ts';
import type { FileProblem } from './in.ts';
import type { Source } from './source.ts';

/** A record that has a place in Cred. */
export interface Entry {
  readonly file: string;
  readonly at: string;
  readonly source: Source;
  readonly type: string;
  readonly kind: string;
  readonly title: string;
  readonly ids: readonly string[];
  /** The block that it becomes; an assessment or a piece of instruction becomes one in a program. */
  draft?: Draft;
  /** The full name of its block in a program. */
  placed?: string;
}

/** The Registry's identifier, however it is written, or the address. */
const CTID = /\bce-[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
export const ctidIn = (id: string): string | undefined => CTID.exec(id)?.[0];
export const idKey = (id: string): string => ctidIn(id)?.toLowerCase() ?? id;

export class Importing {
  private readonly byId = new Map<string, Entry>();
  /** Organizations that are described where they are named, or only named. */
  readonly stubs: { readonly file: string; readonly draft: Draft }[] = [];
  private readonly stubNames = new Map<string, string>();
  /** Programs that only hold an assessment or a piece of instruction that no credential of the import asks for. */
  readonly hosts: { readonly file: string; readonly draft: Draft }[] = [];

  constructor(
    readonly entries: readonly Entry[],
    readonly names: Names,
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
  entry(source: Source): Entry | undefined {
    return source.ids.map(id => this.byId.get(idKey(id))).find(one => one !== undefined);
  }

  /** A reference to a program or an organization of the import; it is followed then. */
  pointer(source: Source, kinds: (kind: string) => boolean): Pointer | undefined {
    const entry = this.entry(source);
    if (!entry?.draft || !kinds(entry.kind)) return undefined;
    source.followed();
    return { ref: entry.draft.name! };
  }

  /** An organization that is no record by itself: described on the spot, or known by its identifier only. */
  stub(key: string, file: string, make: () => Draft, title: string, wish?: string): string {
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
