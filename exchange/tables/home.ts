/** The block that the rows of tables become parts of, with the names and titles that are there already. */
import { BUILT_IN } from '../../language/standards/names.ts';
import { childKinds, KINDS, kindOf } from '../../language/vocabulary/kinds.ts';
import type { BlockDraft } from '../model.ts';
import { draft } from '../model.ts';
import type { FreeNames } from '../names.ts';
import { oneLine } from '../values.ts';

/** A block that something may refer to: its name as it is written from the home. */
export interface KnownBlock {
  readonly kind: string;
  readonly name: string;
  readonly title?: string;
}

/** Compares titles without regard to capitals, blanks, punctuation and leading numbers. */
export const sameText = (text: string): string =>
  withoutNumber(text)
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

/** Matches the kind before a number, as in `Domain 3: Safety` or `LO2 Control risks`. */
const COUNTED =
  /^(?:(?:domain|task|module|course|outcome|section|unit|lo|objective|policy|step|lesson)\s*(?=\d{1,3}\s*[.):–—-]\s*\p{L})|l\.?o\.?\s*(?=\d{1,2}\s+\p{L}))/iu;
/** Matches the kind before a title, as in `Module: Basics`. */
const KIND_BEFORE = /^(?:domain|task|module|course|outcome|assessment|exam|policy)\s*:\s+(?=\p{L})/iu;
/** Matches numbering before a title: `1.`, `1.2`, `II.`, `A.`, `a)`. */
const NUMBERING = /^(?:\d{1,3}(?:\.\d{1,3})*|[IVX]{1,5}|[A-Z]|[a-z])(?:\.[A-Z\d]{1,3})*(?:[.):]|\s*[–—-](?=\s)|(?<=\d)(?=\s))\s*(?=\S)/;
/** Returns a title without the numbering before it. */
export const withoutNumber = (text: string): string => {
  const bare = text
    .trim()
    .replace(COUNTED, '')
    .replace(KIND_BEFORE, '')
    .replace(NUMBERING, '')
    .replace(/^[-–•*·▪◦]\s+/, '')
    .trim();
  return /\p{L}/u.test(bare) ? bare : text.trim();
};
/** Returns how deep the numbering before a title is: 0 for none, 1 for `2.`, 2 for `2.1` or `II.A`. */
export function depthOf(number: string): number {
  const found = /^(?:\d{1,3}|[IVX]{1,5}|[A-Z])((?:\.(?:\d{1,3}|[A-Za-z]))*)\.?$/.exec(number.trim());
  return found ? found[1]!.split('.').length : 0;
}

/** The kinds that some property refers to by name. */
const REFERRED: ReadonlySet<string> = new Set(
  [...KINDS.values()].flatMap(({ properties }) => Object.values(properties).flatMap(({ to }) => to ?? [])),
);

/** Returns the name of a standard that comes with Cred, or of a clause of one, if a text is that. */
function builtInName(kinds: readonly string[], text: string): string | undefined {
  const [, standard = '', clause] = /^([\w-]+)(?:\.([\w-]+(?:\.[\w-]+)*))?$/.exec(text.replace(/\s+/g, '-')) ?? [];
  const name = BUILT_IN.find(one => one.toLowerCase() === standard.toLowerCase());
  if (name === undefined) return undefined;
  if (clause === undefined) return kinds.includes('standard') ? name : undefined;
  return kinds.includes('clause') ? `${name}.${clause}` : undefined;
}

/** The place of the blocks that tables become: a new program, a new organization, or a block that is there already. */
export class TableHome {
  /** New blocks beside the home: people and organizations that rows name. */
  readonly beside: BlockDraft[] = [];
  private readonly byText = new Map<string, KnownBlock>();
  private readonly numbers = new Map<string, string>();
  private readonly byTitle = new Map<string, BlockDraft>();

  constructor(
    readonly kind: string,
    private readonly names: FreeNames,
    known: readonly KnownBlock[] = [],
    /** Whether blocks may be added beside the home. */
    private readonly mayAddBeside = true,
    /** The blocks that are added, perhaps after others that were added before. */
    readonly blocks: BlockDraft[] = [],
    /** The names of the file, for blocks beside the home. */
    private readonly fileNames: FreeNames = names,
  ) {
    for (const one of known) this.remember(one);
  }

  /** Adds a block of a kind; one with the same title that a table made before is returned again. */
  add(kind: string, title: string | undefined, { number, into = this.blocks }: { number?: string; into?: BlockDraft[] } = {}): BlockDraft {
    const text = title === undefined ? '' : oneLine(title);
    const made = draft(kind, text === '' ? undefined : text);
    const table = kindOf(kind)!;
    if (text === '' && table.titled) made.holes.push('title');
    if (table.named || (text !== '' && REFERRED.has(kind))) {
      const names = into === this.beside ? this.fileNames : this.names;
      made.name = names.of(text === '' ? kind : withoutNumber(text), { words: 4, abbreviate: into === this.beside });
      this.remember({ kind, name: made.name, ...(text !== '' && { title: text }) });
      if (number !== undefined) this.numbers.set(`${kind} ${number.toLowerCase()}`, made.name);
    }
    into.push(made);
    if (into === this.blocks && text !== '') this.byTitle.set(`${kind} ${sameText(text)}`, made);
    return made;
  }

  /** Returns the block of a kind with a title, among those that are added. */
  added(kind: string, title: string): BlockDraft | undefined {
    return this.byTitle.get(`${kind} ${sameText(title)}`);
  }

  /**
   * Returns the name of a block that a cell names by its name, title or number. One that is not there yet is added, if it can stand in the
   * home or beside it.
   */
  nameFor(kinds: readonly string[], cell: string): string | undefined {
    const text = oneLine(cell);
    for (const kind of kinds) {
      const known = this.byText.get(`${kind} ${sameText(text)}`) ?? this.byText.get(`${kind} ${text.toLowerCase()}`);
      if (known) return known.name;
      const numbered = this.numbers.get(`${kind} ${text.toLowerCase()}`);
      if (numbered !== undefined) return numbered;
    }
    const builtIn = builtInName(kinds, text);
    if (builtIn !== undefined) return builtIn;
    if (!/\p{L}{2}/u.test(text) || text.length > 200) return undefined;
    const kind = kinds.find(one => childKinds(this.kind).some(({ name }) => name === one));
    if (kind !== undefined) return this.add(kind, text).name;
    const top = kinds.find(one => one === 'person' || one === 'organization');
    return top !== undefined && this.mayAddBeside ? this.add(top, text, { into: this.beside }).name : undefined;
  }

  private remember(one: KnownBlock): void {
    for (const text of [one.name.toLowerCase(), ...(one.title === undefined ? [] : [sameText(one.title)])]) {
      const key = `${one.kind} ${text}`;
      if (!this.byText.has(key)) this.byText.set(key, one);
    }
  }
}
