/** Finds the bodies of an organization that decide about a certification. */
import type { BlockFacts } from '../../model/facts.ts';
import { grouped } from '../../model/grouped.ts';
import type { Names } from '../../model/scope.ts';
import { isProgramKind } from '../../vocabulary/kinds.ts';
import type { Portfolio } from './portfolio.ts';

/** Returns the bodies that are stated to govern it; if there are none, those without a statement, because they may. */
export function governing({ owner, certification }: Portfolio, names: Names): readonly BlockFacts[] {
  const { all, byGoverned } = bodiesOf(owner);
  const named = byGoverned.get(certification.name);
  return (
    named ??
    all.filter(
      ({ says, open }) =>
        !says.governs || open.includes('governs') || says.governs.some(word => !names.top(word).some(({ kind }) => isProgramKind(kind))),
    )
  );
}

interface Bodies {
  readonly all: readonly BlockFacts[];
  readonly byGoverned: ReadonlyMap<string, readonly BlockFacts[]>;
}

const bodies = new WeakMap<BlockFacts, Bodies>();
/** Returns the bodies of an organization with what they govern, cached with the organization's facts; at most a fixed number. */
function bodiesOf(owner: BlockFacts): Bodies {
  let made = bodies.get(owner);
  if (!made) {
    const all = owner.parts.filter(({ kind }) => kind === 'body');
    const pairs = all.flatMap(body => [...new Set(body.says.governs)].map(name => ({ name, body })));
    const byGoverned = new Map(
      [...grouped(pairs, ({ name }) => name)].map(([name, found]) => [name, found.slice(0, MOST).map(({ body }) => body)]),
    );
    bodies.set(owner, (made = { all: all.slice(0, MOST), byGoverned }));
  }
  return made;
}

const MOST = 100;

/** Returns the bodies that are autonomous, or may still be. */
export const autonomous = (bodies: readonly BlockFacts[]): readonly BlockFacts[] =>
  bodies.filter(({ says, open }) => says.autonomous?.[0] === 'yes' || open.includes('autonomous'));
