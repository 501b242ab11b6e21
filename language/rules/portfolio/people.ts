/** Finds what people teach for the owner of a certification. */
import type { BlockFacts, NamedFacts } from '../../model/facts.ts';
import type { Names } from '../../model/scope.ts';
import { isSame, MOST_INSTRUCTION, type Portfolio, saysToPrepare } from './portfolio.ts';

export interface TaughtModule {
  readonly module: BlockFacts;
  /** Whether people take the module to prepare for the certification. */
  readonly prepares: boolean;
}

/** Returns the modules of the owner's programs that a person teaches; `undefined` if there are none. */
export function taughtBy(person: string, { certification, offer }: Portfolio): readonly TaughtModule[] | undefined {
  const taught = offer.teaching.get(person)?.slice(0, MOST_INSTRUCTION);
  return taught?.map(({ program, module }) => ({
    module: module!,
    // The modules of a certification itself prepare for it.
    prepares: isSame(program, certification) || [program, module!].some(one => saysToPrepare(one, certification)),
  }));
}

/** Returns the person with the name, if the project has exactly one. */
export function personNamed(name: string, names: Names): NamedFacts | undefined {
  const persons = names.top(name).filter(({ kind }) => kind === 'person');
  return persons.length === 1 ? persons[0] : undefined;
}

/** A person who teaches for the owner, with the modules that matter: those that prepare for the certification, else all. */
export interface Teacher {
  readonly person: NamedFacts;
  readonly modules: readonly TaughtModule['module'][];
  /** Whether any module prepares for the certification. */
  readonly prepares: boolean;
}

/** Returns a person who teaches for the owner of a certification; `undefined` if nobody of that name does. */
export function teacherNamed(name: string, portfolio: Portfolio, names: Names): Teacher | undefined {
  const person = personNamed(name, names);
  const taught = taughtBy(name, portfolio);
  if (!person || !taught) return undefined;
  const preparing = taught.filter(({ prepares }) => prepares);
  const prepares = preparing.length > 0;
  return { person, modules: (prepares ? preparing : taught).map(({ module }) => module), prepares };
}
