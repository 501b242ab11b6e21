/** One small engine for every standard: which features of a clause a program shows, and what status the clause has by them. */
import type { Part } from '../model/facts.ts';
import { clauseId } from '../standards/ids.ts';
import { type Condition, featurePath, type Seen, see } from './feature-path.ts';
import { down, type Ground, type Piece, reach } from './pieces.ts';
import type { ClauseState, ClauseStatus, EvidenceState, FeatureState, Where } from './readiness.ts';

/** `idle`: there is nothing in the program that the rule looks at. */
export type RuleState = 'passes' | 'fails' | 'idle';

/** What is judged, and what others know of it. */
export interface Judged extends Ground {
  rule(id: string): RuleState;
  /** The evidence for a clause, by its path `NCCA-2021.S14`. */
  evidence(clause: string): readonly EvidenceState[];
  ignored(id: string): ClauseState['ignored'];
}

/** A clause of a standard, with those within it. `path` is the dotted path of what it stands in. */
export function judgeClause(clause: Part, path: string, judged: Judged, from: readonly EvidenceState[] = []): ClauseState {
  const name = clause.name ?? clause.says.number?.[0] ?? clause.title ?? clause.kind;
  const own = `${path}.${name}`;
  const evidence = [...from, ...judged.evidence(own)];
  const features = clause.parts
    .filter(part => part.kind === 'feature')
    .map((part, i) => judgeFeature(part, `${own}.${part.name ?? i + 1}`, judged));
  const clauses = clause.parts.filter(part => part.kind === 'clause').map(part => judgeClause(part, own, judged, evidence));
  const id = clauseId(path.split('.')[0]!, name);
  const ignored = judged.ignored(id);
  const leaf = leafStatus(features, evidence);
  const [number] = clause.says.number ?? [];
  const [summary] = clause.says.summary ?? [];
  return {
    id,
    name,
    ...(number !== undefined && { number }),
    title: clause.title ?? name,
    ...(summary !== undefined && { summary }),
    status: clauses.length === 0 ? leaf : together([...clauses.map(({ status }) => status), ...(features.length > 0 ? [leaf] : [])]),
    features,
    evidence,
    ...(ignored && { ignored }),
    clauses,
    at: whereOf(clause),
  };
}

const whereOf = ({ uri, range }: Part): Where => ({ uri, range });

/** Whether the text can show a feature at all. */
export const canBeShown = ({ status, lacks, failed }: FeatureState): boolean =>
  status !== 'missing' || lacks.length > 0 || failed.length > 0;

function leafStatus(features: readonly FeatureState[], evidence: readonly EvidenceState[]): ClauseStatus {
  const settling = features.filter(canBeShown);
  const shown = settling.filter(({ status }) => status === 'shown').length;
  if (shown > 0 && shown === settling.length) return 'met';
  if (evidence.some(one => !one.pending)) return 'attested';
  if (settling.length === 0) return 'open';
  return shown > 0 ? 'partly met' : 'missing';
}

/** A clause's status from those within it. */
function together(statuses: readonly ClauseStatus[]): ClauseStatus {
  const has = (status: ClauseStatus): boolean => statuses.includes(status);
  const only = (...wanted: ClauseStatus[]): boolean => statuses.every(status => wanted.includes(status));
  if (only('open')) return 'open';
  if (only('met')) return 'met';
  if (only('met', 'attested')) return 'attested';
  return has('met') || has('attested') || has('partly met') ? 'partly met' : 'missing';
}

function judgeFeature(feature: Part, path: string, judged: Judged): FeatureState {
  const { says } = feature;
  const needs = says.needs ?? [];
  const anyOf = says['any-of'] ?? [];
  const condition: Condition = { is: says.is ?? [], atLeast: says['at-least']?.[0], within: says.within?.[0], today: judged.today };
  const conditional = needs.at(-1) ?? anyOf.at(-1);
  const [each] = says.each ?? [];
  const look = (text: string): Seen[] => lookFor(text, judged, each, text === conditional ? condition : undefined);

  const seen: Seen[] = [];
  const lacks: string[] = [];
  for (const need of needs) {
    const found = look(need);
    seen.push(...found);
    if (found.some(isMissing)) lacks.push(need);
  }
  if (anyOf.length > 0) {
    const ways = anyOf.map(look);
    const best = ways.find(way => way.every(isShown)) ?? ways.find(way => !way.some(isMissing));
    seen.push(...(best ?? ways[0]!));
    if (!best) lacks.push(anyOf[0]!);
  }
  // The rules of another kind of program than this are idle; one rule at least must have had something to look at.
  const rules = (says.passes ?? []).map(id => ({ id, state: judged.rule(id) }));
  const passed = rules.some(({ state }) => state === 'passes');
  const failed = rules.filter(({ state }) => state === 'fails' || !passed).map(({ id }) => id);

  const holes = seen.filter(one => !isShown(one));
  const nothing = needs.length === 0 && anyOf.length === 0 && rules.length === 0;
  const status =
    nothing || lacks.length > 0 || failed.length > 0
      ? 'missing'
      : holes.length > 0
        ? 'hole'
        : seen.length > 0 || passed
          ? 'shown'
          : 'missing';
  const [stage] = says.stage ?? [];
  const [advice] = says.advice ?? [];
  return {
    path,
    title: feature.title ?? path.slice(path.lastIndexOf('.') + 1),
    status,
    basis: says.basis?.[0] === 'published' ? 'published' : 'practice',
    ...(stage !== undefined && { stage }),
    ...(advice !== undefined && { advice }),
    // Places are worked out for those who look.
    get at() {
      const places = status === 'shown' ? seen.flatMap(one => one.shown) : status === 'hole' ? holes.flatMap(one => one.holes) : [];
      return places.map(at => at());
    },
    lacks,
    failed,
    ...(each !== undefined && { each }),
    from: whereOf(feature),
  };
}

const isShown = ({ shown }: Seen): boolean => shown.length > 0;
const isMissing = ({ shown, holes }: Seen): boolean => shown.length === 0 && holes.length === 0;
const MISSING: Seen = { shown: [], holes: [] };

/** What is seen of a path: once, or once for every block of a kind. */
function lookFor(text: string, judged: Judged, each: string | undefined, condition: Condition | undefined): Seen[] {
  const path = featurePath(text);
  if (!path) return [MISSING];
  const depth = each === undefined ? -1 : path.kinds.indexOf(each);
  if (depth < 0) return [see(path, reach(judged, path.kinds), condition)];
  const all: readonly Piece[] = reach(judged, path.kinds.slice(0, depth + 1));
  if (all.length === 0) return [MISSING];
  return all.map(piece => see(path, down([piece], path.kinds.slice(depth + 1), judged.today), condition));
}
