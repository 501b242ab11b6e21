/** Who teaches what for the owner of a certification. */
import type { BlockFacts, NamedFacts } from '../../model/facts.ts';
import type { Names } from '../../model/scope.ts';
import { isSame, MOST_INSTRUCTION, type Portfolio, saysToPrepare } from './portfolio.ts';

export interface TaughtModule {
  readonly module: BlockFacts;
  /** Whether people take it to get ready for the certification. */
  readonly prepares: boolean;
}

/** The modules of the owner's programs that a person teaches; `undefined` where there are none. */
export function taughtBy(person: string, { certification, offer }: Portfolio): readonly TaughtModule[] | undefined {
  const taught = offer.teaching.get(person)?.slice(0, MOST_INSTRUCTION);
  return taught?.map(({ program, module }) => ({
    module: module!,
    // What a certification teaches itself is there to prepare for it.
    prepares: isSame(program, certification) || [program, module!].some(one => saysToPrepare(one, certification)),
  }));
}

/** The one person of the project who bears the name. */
export function personNamed(name: string, names: Names): NamedFacts | undefined {
  const persons = names.top(name).filter(({ kind }) => kind === 'person');
  return persons.length === 1 ? persons[0] : undefined;
}
