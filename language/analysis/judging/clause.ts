/** Compiles a clause of a standard once, for all programs that are judged by it. */
import type { BlockFacts } from '../../model/facts.ts';
import { clauseId } from '../../standards/ids.ts';
import { type Condition, type FeaturePath, featurePath } from './feature-path.ts';
import type { ClauseState, FeatureState, FilePlace } from './readiness.ts';

/** A clause of a standard with its features, ready for judging. */
export interface CompiledClause {
  /** The dotted path, such as `NCCA-2021.S14`. */
  readonly path: string;
  /** The part of the clause's state that is the same for every program. */
  readonly says: Pick<ClauseState, 'id' | 'path' | 'name' | 'number' | 'title' | 'summary' | 'at'>;
  readonly features: readonly CompiledFeature[];
  readonly clauses: readonly BlockFacts[];
}

/** A feature of a clause, ready for judging. */
export interface CompiledFeature {
  readonly says: Pick<FeatureState, 'path' | 'title' | 'basis' | 'stage' | 'advice' | 'asks' | 'each' | 'from'>;
  readonly needs: readonly NeededPath[];
  readonly anyOf: readonly NeededPath[];
  /** The paths of which one must be stated for the feature to be asked for; if there are none, it always is. */
  readonly where: readonly NeededPath[];
  /** The rules that must find nothing. */
  readonly passes: readonly string[];
  /** The condition on the value of the last path. */
  readonly condition: Condition | undefined;
  readonly asksNothing: boolean;
}

/** A path that a feature needs. */
export interface NeededPath {
  readonly text: string;
  /** The parsed path; `undefined` if it names nothing that can be written. */
  readonly path: FeaturePath | undefined;
  /** Whether the feature's condition applies to this path. */
  readonly conditional: boolean;
  /**
   * The index, in the path's kinds, of the kind whose every block must show the path: the kind that `each` names, or else the first; -1 if
   * there is none.
   */
  readonly depth: number;
}

const known = new WeakMap<BlockFacts, CompiledClause>();

/**
 * Returns the compiled clause. `path` is the dotted path of its parent. The result is cached by the clause, which stands in only one place.
 */
export function clauseOf(part: BlockFacts, path: string): CompiledClause {
  let clause = known.get(part);
  if (!clause) known.set(part, (clause = understood(part, path)));
  return clause;
}

function understood(part: BlockFacts, path: string): CompiledClause {
  const name = part.name ?? part.says.number?.[0] ?? part.title ?? part.kind;
  const own = `${path}.${name}`;
  const [number] = part.says.number ?? [];
  const [summary] = part.says.summary ?? [];
  return {
    path: own,
    says: {
      id: clauseId(path.split('.')[0]!, name),
      path: part.name === undefined ? undefined : own,
      name,
      number,
      title: part.title ?? name,
      summary,
      at: whereOf(part),
    },
    features: part.parts.filter(({ kind }) => kind === 'feature').map((one, i) => featureOf(one, `${own}.${one.name ?? i + 1}`)),
    clauses: part.parts.filter(({ kind }) => kind === 'clause'),
  };
}

function featureOf(part: BlockFacts, path: string): CompiledFeature {
  const { says } = part;
  const { needs = [], 'any-of': anyOf = [], where = [], passes = [], is = [] } = says;
  const [each] = says.each ?? [];
  const [stage] = says.stage ?? [];
  const [advice] = says.advice ?? [];
  const [atLeast] = says['at-least'] ?? [];
  const [within] = says.within ?? [];
  const asks = asksOf(says).join(', ');
  const conditional = needs.at(-1) ?? anyOf.at(-1);
  const asked = (text: string): NeededPath => {
    const found = featurePath(text);
    return {
      text,
      path: found,
      conditional: text === conditional && !where.includes(text),
      depth: each === undefined || !found ? -1 : Math.max(found.kinds.indexOf(each), Math.min(found.kinds.length, 1) - 1),
    };
  };
  return {
    says: {
      path,
      title: part.title ?? path.slice(path.lastIndexOf('.') + 1),
      basis: says.basis?.[0] === 'published' ? 'published' : 'practice',
      stage,
      advice,
      asks: asks === '' ? undefined : asks,
      each,
      from: whereOf(part),
    },
    needs: needs.map(asked),
    anyOf: anyOf.map(asked),
    where: where.map(asked),
    passes,
    condition: is.length > 0 || atLeast !== undefined || within !== undefined ? { is, atLeast, within } : undefined,
    asksNothing: needs.length === 0 && anyOf.length === 0 && passes.length === 0,
  };
}

/** Returns the conditions on the value of a feature's last path, each in a few words. `mark` formats words of the language. */
export function asksOf(says: BlockFacts['says'], mark = (word: string): string => word): string[] {
  const { is = [], 'at-least': [atLeast] = [], within: [within] = [] } = says;
  return [
    ...(is.length > 0 ? [is.map(mark).join(' or ')] : []),
    ...(atLeast !== undefined ? [`at least ${mark(atLeast)}`] : []),
    ...(within !== undefined
      ? [`a date no older than ${within.replace(/^(\d+) (\w+)$/, (_, n, unit) => `${n} ${unit}${n === '1' ? '' : 's'}`)}`]
      : []),
  ];
}

const whereOf = ({ uri, range }: BlockFacts): FilePlace => ({ uri, range });
