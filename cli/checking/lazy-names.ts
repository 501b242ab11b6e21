/** Finds the names of a project lazily: a file that is not reported on is parsed only when a name in it is needed. */
import type { NamedFacts } from '../../language/model/facts.ts';
import { CredFile } from '../../language/model/file.ts';
import { inOrder, statedOwner } from '../../language/model/owned.ts';
import type { Names } from '../../language/model/scope.ts';
import { standardNamed, standardNames } from '../../language/standards/index.ts';
import { ownerWords, topWords } from './top-level-names.ts';

interface Lender {
  readonly uri: string;
  readonly text: string;
  names?: readonly NamedFacts[];
}

/** The names of a project for the command line. */
export class LazyNames implements Names {
  /** For each name, the files that may declare it, in order. */
  private readonly lenders = new Map<string, Lender[]>();
  /** Files whose names are known only after parsing. */
  private readonly unclear: Lender[] = [];
  private readonly asked = new Map<string, readonly NamedFacts[]>();
  /** For each owner, the files that may have programs of that owner; built when one is needed. */
  private owners: Map<string, Lender[]> | undefined;
  private readonly askedOwners = new Map<string, readonly NamedFacts[]>();

  private byUri: Map<string, Lender> | undefined;
  private lastRead: CredFile | undefined;

  constructor(private readonly files: readonly Lender[]) {
    for (const file of files) {
      const words = file.names ? new Set(file.names.map(one => one.name)) : topWords(file.text);
      if (!words) this.unclear.push(file);
      for (const word of words ?? []) add(this.lenders, word, file);
    }
  }

  /** Takes the names of a file that has been parsed anyway. */
  lend({ uri, names }: CredFile): void {
    this.byUri ??= new Map(this.files.map(file => [file.uri, file]));
    const lender = this.byUri.get(uri);
    if (lender) lender.names ??= names;
  }

  top(name: string): readonly NamedFacts[] {
    let found = this.asked.get(name);
    if (!found) {
      const builtIn = standardNamed(name);
      let lenders = this.lenders.get(name) ?? [];
      if (this.unclear.length > 0) lenders = this.files.filter(file => lenders.includes(file) || this.unclear.includes(file));
      const own = lenders.flatMap(file => namesOf(file).filter(one => one.name === name));
      this.asked.set(name, (found = builtIn ? [builtIn, ...own] : own));
    }
    return found;
  }

  owned(owner: string): readonly NamedFacts[] {
    let found = this.askedOwners.get(owner);
    if (!found) {
      this.owners ??= this.ownersIn();
      found = inOrder((this.owners.get(owner) ?? []).flatMap(file => namesOf(file).filter(one => statedOwner(one) === owner)));
      this.askedOwners.set(owner, found);
    }
    return found;
  }

  private ownersIn(): Map<string, Lender[]> {
    const owners = new Map<string, Lender[]>();
    for (const file of this.files) for (const word of ownerWords(file.text)) add(owners, word, file);
    return owners;
  }

  file(uri: string): CredFile | undefined {
    // Fixes of one file's findings mostly edit the same other file, so it is kept.
    if (this.lastRead?.uri !== uri) {
      const lender = this.files.find(one => one.uri === uri);
      this.lastRead = lender && CredFile.read(uri, lender.text);
    }
    return this.lastRead;
  }

  /** An iterable instead of a list: hardly any check needs all names, and the standards alone take a while to parse. */
  readonly all: Iterable<NamedFacts> = { [Symbol.iterator]: () => this.every() };

  private *every(): Generator<NamedFacts> {
    for (const file of this.files) yield* namesOf(file);
    yield* standardNames();
  }
}

function add(lenders: Map<string, Lender[]>, word: string, file: Lender): void {
  const known = lenders.get(word);
  if (known) known.push(file);
  else lenders.set(word, [file]);
}

function namesOf(file: Lender): readonly NamedFacts[] {
  file.names ??= CredFile.read(file.uri, file.text).names;
  return file.names;
}
