/** The names of a project as the command line reads it: a file that is not reported on is understood only when a name asks for it. */
import type { Named } from '../language/model/facts.ts';
import { CredFile } from '../language/model/file.ts';
import type { Names } from '../language/model/scope.ts';
import { standardNamed, standardNames } from '../language/standards/index.ts';

interface Lender {
  readonly uri: string;
  readonly text: string;
  names?: readonly Named[];
}

export class LazyNames implements Names {
  private readonly asked = new Map<string, readonly Named[]>();

  /** The files in the order in which their names count. Those without names are read when they may hold one that is asked for. */
  constructor(private readonly lenders: readonly Lender[]) {}

  top(name: string): readonly Named[] {
    let found = this.asked.get(name);
    if (!found) {
      const builtIn = standardNamed(name);
      const own = this.lenders.filter(lender => lender.names ?? mayHold(lender.text, name)).flatMap(lender => namesOf(lender).filter(one => one.name === name));
      this.asked.set(name, (found = builtIn ? [...own, builtIn] : own));
    }
    return found;
  }

  /** An iterable, not a list: hardly any check asks for it, and the standards alone take a while to read. */
  readonly all: Iterable<Named> = { [Symbol.iterator]: () => this.every() };

  private *every(): Generator<Named> {
    for (const lender of this.lenders) yield* namesOf(lender);
    yield* standardNames();
  }
}

/** Names are compared in NFC, which a text need not be in. */
const mayHold = (text: string, name: string): boolean => text.includes(name) || (/[^\x00-\x7f]/.test(name) && text.normalize('NFC').includes(name));

function namesOf(lender: Lender): readonly Named[] {
  lender.names ??= CredFile.read(lender.uri, lender.text).names;
  return lender.names;
}
