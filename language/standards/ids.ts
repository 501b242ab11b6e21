/** The ids of the findings about a standard. */
import type { BlockFacts, NamedFacts } from '../model/facts.ts';

/**
 * Ids of two findings about a whole standard: the clauses that no text can show, and the number of shown clauses of a standard that is
 * held.
 */
export const OPEN = 'open';
export const SHOWN = 'shown';

/** Returns the id of the findings about a clause: `ncca-2021/S14`. */
export const clauseId = (standard: string, clause: string): string => `${standard.toLowerCase()}/${clause}`;

/** An id of a standard's findings. */
export interface StandardId {
  readonly id: string;
  /** The state that it checks for, in a few words. */
  readonly title: string;
  /** The clause; `undefined` for the two ids about a whole standard. */
  readonly clause?: NamedFacts;
}

/** Returns every id of a standard's findings, first those of its clauses in order. */
export function standardIds(standard: NamedFacts): readonly StandardId[] {
  const clauses = clausesIn(standard).map(clause => ({
    id: clauseId(standard.name, clause.name),
    title: calledClause(clause),
    clause,
  }));
  return [
    ...clauses,
    { id: clauseId(standard.name, OPEN), title: `Clauses of ${standard.name} that only a document can show` },
    { id: clauseId(standard.name, SHOWN), title: `How many clauses of ${standard.name} are shown while it is held` },
  ];
}

const clausesIn = ({ children }: NamedFacts): NamedFacts[] =>
  children.flatMap(child => (child.kind === 'clause' ? [child, ...clausesIn(child)] : []));

/** Returns a clause's number and title, such as `14, Job Analysis`. */
export function calledClause({ title, name, says }: Pick<BlockFacts, 'title' | 'name' | 'says'>): string {
  const number = says.number?.[0];
  return [number, title ?? name].filter(part => part !== undefined).join(', ');
}
