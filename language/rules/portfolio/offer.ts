/** All programs of an organization. They are indexed once, because each of its certifications asks for them. */
import type { BlockFacts, NamedFacts } from '../../model/facts.ts';
import { grouped } from '../../model/grouped.ts';

export interface Offer {
  /** The programs that are not retired, by file and place. */
  readonly programs: readonly NamedFacts[];
  readonly certificates: readonly NamedFacts[];
  /** By a program's name, what prepares for it: other programs, or modules of them. */
  readonly preparing: ReadonlyMap<string, readonly Preparation[]>;
  /** By a person's name, the modules that the person teaches. */
  readonly teaching: ReadonlyMap<string, readonly Preparation[]>;
  has(named: NamedFacts): boolean;
}

export interface Preparation {
  readonly program: NamedFacts;
  /** The module; `undefined` for the program as a whole. */
  readonly module?: BlockFacts;
}

const offers = new WeakMap<readonly NamedFacts[], Offer>();
/** Returns the index of the owner's programs in `owned`, cached with that list. */
export function offerOf(owned: readonly NamedFacts[]): Offer {
  let made = offers.get(owned);
  if (!made) offers.set(owned, (made = offer(owned)));
  return made;
}

function offer(owned: readonly NamedFacts[]): Offer {
  const programs = owned.filter(one => !isRetired(one));
  const keys = new Set(programs.map(keyOf));
  const modules = programs.flatMap(program => modulesOf(program).map(module => ({ program, module })));
  const said = [...programs.map((program): Preparation => ({ program })), ...modules].filter(
    ({ program }) => program.kind !== 'certificate',
  );
  const each = <T extends Preparation>(all: readonly T[], names: (one: T) => readonly string[]): ReadonlyMap<string, readonly T[]> => {
    const pairs = all.flatMap(one => [...new Set(names(one))].map(name => ({ name, one })));
    return new Map([...grouped(pairs, ({ name }) => name)].map(([name, found]) => [name, found.map(({ one }) => one)]));
  };
  return {
    programs,
    certificates: programs.filter(({ kind }) => kind === 'certificate'),
    preparing: each(said, ({ program, module }) => (module ?? program).says['prepares-for'] ?? []),
    teaching: each(modules, ({ module }) => module.says.instructors ?? []),
    has: named => keys.has(keyOf(named)),
  };
}

const keyOf = ({ uri, path }: NamedFacts): string => `${uri} ${path.split('.', 1)[0]}`;

/** Whether a program is offered no more. */
export const isRetired = ({ says }: BlockFacts): boolean => says.status?.[0] === 'retired';
/** Returns the modules of a program. */
export const modulesOf = (program: BlockFacts): readonly BlockFacts[] => program.parts.filter(({ kind }) => kind === 'module');
