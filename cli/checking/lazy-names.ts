/**
 * Finds the names of a project lazily: a file that is not reported on is parsed only when a name in it is needed. Names that were not
 * needed for a while are let go and read again when they are.
 */
import { pathToFileURL } from 'node:url';
import type { NamedFacts } from '../../language/model/facts.ts';
import { CredFile } from '../../language/model/file.ts';
import { inOrder, statedOwner } from '../../language/model/owned.ts';
import type { Names } from '../../language/model/scope.ts';
import { standardNamed, standardNames } from '../../language/standards/index.ts';
import { type SourceFile, sourceText } from '../files/source.ts';
import { Recent } from './recent.ts';
import { ownerWords, topWords } from './top-level-names.ts';

/** A file that lends its names to others. */
export interface Lender {
  readonly uri: string;
  readonly text: string;
}

/** Returns a file as a lender; its text is decoded each time it is read. */
export const lenderOf = (source: SourceFile): Lender => ({
  uri: pathToFileURL(source.file).href,
  get text() {
    return sourceText(source);
  },
});

/** The number of files whose names are kept, and of answers. */
const MOST_KEPT = 150;

/** The names of a project for the command line. */
export class LazyNames implements Names {
  /** For each name, the indices of the files that may declare it, in order. */
  private readonly lenders = new Map<string, number[]>();
  /** The indices of files whose names are known only after parsing. */
  private readonly unclear: number[] = [];
  /** For each owner, the indices of the files that may have programs of that owner; built when one is needed. */
  private owners: Map<string, number[]> | undefined;
  private readonly indices = new Map<string, number>();
  private readonly names = new Recent<number, readonly NamedFacts[]>(MOST_KEPT);
  private readonly asked = new Recent<string, readonly NamedFacts[]>(MOST_KEPT);
  private readonly askedOwners = new Recent<string, readonly NamedFacts[]>(MOST_KEPT);
  private lastRead: CredFile | undefined;

  constructor(private readonly files: readonly Lender[]) {
    for (const [index, { uri, text }] of files.entries()) {
      this.indices.set(uri, index);
      const words = topWords(text);
      if (!words) this.unclear.push(index);
      for (const word of words ?? []) add(this.lenders, word, index);
    }
  }

  /** Takes the names of a file that has been parsed anyway and is checked next. */
  lend({ uri, names }: CredFile): void {
    for (const kept of [this.names, this.asked, this.askedOwners]) kept.settle();
    const index = this.indices.get(uri);
    if (index !== undefined && !this.names.get(index)) this.names.set(index, names);
  }

  top(name: string): readonly NamedFacts[] {
    return this.asked.get(name) ?? this.asked.set(name, this.find(name));
  }

  private find(name: string): readonly NamedFacts[] {
    const lenders = merged(this.lenders.get(name) ?? [], this.unclear);
    const own = lenders.flatMap(index => this.namesOf(index).filter(one => one.name === name));
    const builtIn = standardNamed(name);
    return builtIn ? [builtIn, ...own] : own;
  }

  owned(owner: string): readonly NamedFacts[] {
    return this.askedOwners.get(owner) ?? this.askedOwners.set(owner, this.findOwned(owner));
  }

  private findOwned(owner: string): readonly NamedFacts[] {
    this.owners ??= this.ownersIn();
    return inOrder((this.owners.get(owner) ?? []).flatMap(index => this.namesOf(index).filter(one => statedOwner(one) === owner)));
  }

  private ownersIn(): Map<string, number[]> {
    const owners = new Map<string, number[]>();
    for (const [index, { text }] of this.files.entries()) for (const word of ownerWords(text)) add(owners, word, index);
    return owners;
  }

  private namesOf(index: number): readonly NamedFacts[] {
    const known = this.names.get(index);
    if (known) return known;
    const { uri, text } = this.files[index]!;
    return this.names.set(index, CredFile.read(uri, text).names);
  }

  file(uri: string): CredFile | undefined {
    // Fixes of one file's findings mostly edit the same other file, so it is kept.
    if (this.lastRead?.uri !== uri) {
      const index = this.indices.get(uri);
      this.lastRead = index === undefined ? undefined : CredFile.read(uri, this.files[index]!.text);
    }
    return this.lastRead;
  }

  /** An iterable instead of a list: hardly any check needs all names, and the standards alone take a while to parse. */
  readonly all: Iterable<NamedFacts> = { [Symbol.iterator]: () => this.every() };

  private *every(): Generator<NamedFacts> {
    for (const index of this.files.keys()) yield* this.namesOf(index);
    yield* standardNames();
  }
}

function add(lenders: Map<string, number[]>, word: string, index: number): void {
  const known = lenders.get(word);
  if (known) known.push(index);
  // A word may be a part of the file's text, which it would keep in memory.
  else lenders.set(Buffer.from(word).toString(), [index]);
}

/** Returns the numbers of two sorted lists, sorted, each once. */
const merged = (one: readonly number[], other: readonly number[]): readonly number[] =>
  other.length === 0 ? one : [...new Set([...one, ...other])].sort((a, b) => a - b);
