/** Which bodies of an organization decide about a certification. */
import type { BlockFacts } from '../../model/facts.ts';
import type { Names } from '../../model/scope.ts';
import { isProgramKind } from '../../vocabulary/kinds.ts';
import type { Portfolio } from './portfolio.ts';

/** Those that say so; where none does, those of which it is not known what they govern, for they may. */
export function governing({ owner, certification }: Portfolio, names: Names): readonly BlockFacts[] {
  const bodies = owner.parts.filter(({ kind }) => kind === 'body');
  const named = bodies.filter(({ says }) => says.governs?.includes(certification.name));
  return named.length > 0
    ? named
    : bodies.filter(
        ({ says, open }) =>
          !says.governs || open.includes('governs') || says.governs.some(word => !names.top(word).some(({ kind }) => isProgramKind(kind))),
      );
}

/** Those of them that say to be free in their decisions, or may yet say so. */
export const autonomous = (bodies: readonly BlockFacts[]): readonly BlockFacts[] =>
  bodies.filter(({ says, open }) => says.autonomous?.[0] === 'yes' || open.includes('autonomous'));
