/** The ids under which findings about a standard are known. */
import type { BlockFacts, NamedFacts } from '../model/facts.ts';

/** The clauses that no text can show, all together; and how many clauses of a standard that is held are shown. */
export const OPEN = 'open';
export const SHOWN = 'shown';

export const clauseId = (standard: string, clause: string): string => `${standard.toLowerCase()}/${clause}`;

export interface StandardId {
  readonly id: string;
  /** What it looks after, in a few words. */
  readonly title: string;
  /** None for the two that speak of several clauses. */
  readonly clause?: NamedFacts;
}

/** Every id of a standard's findings, its clauses in their order first. */
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

/** `14, Job Analysis` */
export function calledClause({ title, name, says }: Pick<BlockFacts, 'title' | 'name' | 'says'>): string {
  const number = says.number?.[0];
  return [number, title ?? name].filter(part => part !== undefined).join(', ');
}
