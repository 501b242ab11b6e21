/** Who teaches what for the owner of a certification. */
import type { BlockFacts, NamedFacts } from '../../model/facts.ts';
import type { Names } from '../../model/scope.ts';
import { modulesOf, type Portfolio, saysToPrepare } from './portfolio.ts';

export interface TaughtModule {
  readonly module: BlockFacts;
  /** Whether people take it to get ready for the certification. */
  readonly prepares: boolean;
}

/** By the name of the person, the modules of the owner's programs that the person teaches. */
export function instructors({ certification, others }: Portfolio): ReadonlyMap<string, readonly TaughtModule[]> {
  const found = new Map<string, TaughtModule[]>();
  for (const program of [certification, ...others]) {
    for (const module of modulesOf(program)) {
      // What a certification teaches itself is there to prepare for it.
      const prepares = program === certification || [program, module].some(one => saysToPrepare(one, certification));
      for (const name of new Set(module.says.instructors)) found.set(name, [...(found.get(name) ?? []), { module, prepares }]);
    }
  }
  return found;
}

/** The one person of the project who bears the name. */
export function personNamed(name: string, names: Names): NamedFacts | undefined {
  const persons = names.top(name).filter(({ kind }) => kind === 'person');
  return persons.length === 1 ? persons[0] : undefined;
}
