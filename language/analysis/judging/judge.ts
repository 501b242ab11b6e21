/** One small engine for every standard: which features of a clause a program shows, and what status the clause has by them. */
import type { BlockFacts } from '../../model/facts.ts';
import { type BlockView, down, type Ground, reach } from './block-view.ts';
import { type CompiledFeature, clauseOf, type NeededPath } from './clause.ts';
import { type Condition, type FeaturePath, type PathFindings, see, UNSEEN } from './feature-path.ts';
import type { ClauseState, ClauseStatus, EvidenceState, FeatureState, FilePlace } from './readiness.ts';

/**
 * `idle`: there is nothing in the program that the rule looks at. `waits`: it finds nothing as long as a hole may be what it
 * asks for. `ownerless`: it looks at what else the owner offers, and no owner is stated.
 */
export type RuleState = 'passes' | 'waits' | 'fails' | 'idle' | 'ownerless';

/** What is judged, and what others know of it. */
export interface JudgingInputs extends Ground {
  rule(id: string): RuleState;
  /** The evidence for a clause, by its path `NCCA-2021.S14`. */
  evidence(clause: string): readonly EvidenceState[];
  ignored(id: string): ClauseState['ignored'];
  /** Whether places are wanted of what is shown and of holes; findings ask for the block that a feature belongs to instead. */
  readonly places: boolean;
}

/**
 * A clause of a standard, with those within it. `path` is the dotted path of what it stands in. What a clause asks for itself
 * beside the clauses within it stands first among them, so that whoever goes through them misses nothing.
 */
export function judgeClause(part: BlockFacts, path: string, judged: JudgingInputs, from: readonly EvidenceState[] = []): ClauseState {
  const clause = clauseOf(part, path);
  const supporting = judged.evidence(clause.path);
  const evidence = supporting.length > 0 ? [...from, ...supporting] : from;
  const features = clause.features.map(feature => judgeFeature(feature, judged));
  const within = clause.clauses.map(one => judgeClause(one, clause.path, judged, evidence));
  const ignored = judged.ignored(clause.says.id);
  const leaf = leafStatus(features, evidence);
  const { id, path: named, name, number, title, summary, at } = clause.says;
  // Written out, here and below: copying what is known already takes many times as long.
  const own: ClauseState = { id, path: named, name, number, title, summary, status: leaf, features, evidence, ignored, clauses: [], at };
  if (within.length === 0) return own;
  const clauses = features.length > 0 ? [own, ...within] : within;
  const status = together(clauses.map(one => one.status));
  return { id, path: named, name, number, title, summary, status, features: [], evidence, ignored, clauses, at };
}

/** Whether the text can show a feature at all. */
export const canBeShown = ({ status, lacks, failed }: FeatureState): boolean =>
  status !== 'missing' || lacks.length > 0 || failed.length > 0;

function leafStatus(features: readonly FeatureState[], evidence: readonly EvidenceState[]): ClauseStatus {
  const settling = features.filter(canBeShown);
  const shown = settling.filter(({ status }) => status === 'shown').length;
  // What no text can show keeps a clause from being met by the text alone.
  if (shown > 0 && shown === features.length) return 'met';
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

function judgeFeature(feature: CompiledFeature, judged: JudgingInputs): FeatureState {
  const seen: PathFindings[] = [];
  const lacks: string[] = [];
  for (const need of feature.needs) {
    const found = lookFor(need, feature, judged);
    seen.push(...found);
    if (found.some(isMissing)) lacks.push(need.text);
  }
  if (feature.anyOf.length > 0) {
    const ways = waysOf(feature, judged);
    const best = ways.find(way => way.every(isShown)) ?? ways.find(way => !way.some(isMissing));
    seen.push(...(best ?? ways[0]!));
    if (!best) lacks.push(feature.anyOf[0]!.text);
  }
  const { passed, waits, failed, ownerless } = byRules(feature, judged);
  if (ownerless) lacks.push('owner');
  const status =
    feature.asksNothing || lacks.length > 0 || failed.length > 0
      ? 'missing'
      : waits || !seen.every(isShown)
        ? 'hole'
        : seen.length > 0 || passed
          ? 'shown'
          : 'missing';
  const { path, title, basis, stage, advice, asks, each, from } = feature.says;
  const at = status === 'missing' || judged.places ? placesOf(seen, status) : NOWHERE;
  const block = judged.places || status === 'hole' ? undefined : partOf(seen)?.();
  return { path, title, status, basis, stage, advice, asks, at, lacks, failed, each, from, block };
}

/** The ways in which a feature may be shown, best first where each block of a kind may show it in a way of its own. */
function waysOf({ anyOf, ...feature }: CompiledFeature, judged: JudgingInputs): (readonly PathFindings[])[] {
  const ways = anyOf.map(way => ({ way, found: lookFor(way, { anyOf, ...feature }, judged) }));
  const { each } = feature.says;
  const ofEach = ways.filter(({ way }) => each !== undefined && way.path?.kinds[way.depth] === each);
  const others = ways.filter(one => !ofEach.includes(one)).map(({ found }) => found);
  if (ofEach.length < 2) return ways.map(({ found }) => found);
  const together = ofEach[0]!.found.map((_, i) => {
    const ofBlock = ofEach.map(({ found }) => found[i]!);
    return ofBlock.find(isShown) ?? ofBlock.find(one => !isMissing(one)) ?? ofBlock[0]!;
  });
  return [together, ...others];
}

/** Where a feature belongs: the first block that lacks it, of those that must each show it; else where a part of it is shown. */
const partOf = (seen: readonly PathFindings[]): (() => FilePlace) | undefined =>
  seen.find(one => one.of && isMissing(one))?.of?.at ?? seen.find(isShown)?.shown[0];

function placesOf(seen: readonly PathFindings[], status: FeatureState['status']): readonly FilePlace[] {
  let places: FilePlace[] | undefined;
  for (const one of seen) {
    const at = status === 'shown' ? one.shown : isShown(one) ? [] : status === 'hole' ? one.holes : one.against;
    for (const place of at) (places ??= []).push(place());
  }
  return places ?? NOWHERE;
}

const NOWHERE: readonly FilePlace[] = [];

/** The rules of another kind of program than this are idle; one rule at least must have had something to look at. */
function byRules({ passes }: CompiledFeature, judged: JudgingInputs): RulesVerdict {
  if (passes.length === 0) return NO_RULES;
  const states = passes.map(id => judged.rule(id));
  const waits = states.includes('waits');
  const passed = waits || states.includes('passes');
  const ownerless = states.includes('ownerless');
  return { passed, waits, ownerless, failed: passes.filter((_, i) => states[i] === 'fails' || (!passed && !ownerless)) };
}

interface RulesVerdict {
  readonly passed: boolean;
  readonly waits: boolean;
  readonly ownerless: boolean;
  readonly failed: readonly string[];
}

const NO_RULES: RulesVerdict = { passed: false, waits: false, ownerless: false, failed: [] };

const isShown = ({ shown }: PathFindings): boolean => shown.length > 0;
const isMissing = ({ shown, holes }: PathFindings): boolean => shown.length === 0 && holes.length === 0;

/** What an owner that is still to be named, or not known here, says. */
const ofNobody = ({ program }: JudgingInputs): PathFindings => ({ ...UNSEEN, holes: program.words('owner').map(({ at }) => at) });

/** What is seen of a path: once, or once for every block of a kind. */
function lookFor({ path, conditional, depth }: NeededPath, feature: CompiledFeature, judged: JudgingInputs): PathFindings[] {
  if (!path) return [UNSEEN];
  if (path.ofOwner && !judged.owner) return [ofNobody(judged)];
  const { unknownOwner } = judged;
  const seen = lookIn(path, conditional ? feature.condition : undefined, depth, judged);
  // The owner may have it: whoever is named wrongly is to be named first.
  if (!path.mayBeOfOwner || !unknownOwner) return seen;
  return seen.map(one => (isMissing(one) ? { ...one, holes: [unknownOwner.at] } : one));
}

function lookIn(path: FeaturePath, condition: Condition | undefined, depth: number, judged: JudgingInputs): PathFindings[] {
  if (depth < 0) return [see(path, reach(judged, path.kinds, path.chain), judged.today, condition)];
  const all: readonly BlockView[] = reach(judged, path.kinds.slice(0, depth + 1));
  if (all.length === 0) return [UNSEEN];
  return all.map(view => ({ ...see(path, down([view], path.kinds.slice(depth + 1), judged.today), judged.today, condition), of: view }));
}
