/** Judges a program by any standard: which features of a clause it shows, and which status the clause therefore has. */
import type { BlockFacts } from '../../model/facts.ts';
import { type BlockView, down, type Ground, namesOne, reach } from './block-view.ts';
import { type CompiledFeature, clauseOf, type NeededPath } from './clause.ts';
import { type Condition, type FeaturePath, type PathFindings, see, UNSEEN } from './feature-path.ts';
import type { ClauseState, ClauseStatus, EvidenceState, FeatureState, FilePlace } from './readiness.ts';

/**
 * The state of a rule for a program. `idle`: the program has nothing that the rule checks. `waits`: the rule finds nothing as long as a
 * hole may still satisfy it. `ownerless`: the rule checks the owner's other programs, and no owner is stated.
 */
export type RuleState = 'passes' | 'waits' | 'fails' | 'idle' | 'ownerless';

/** The program that is judged, with its context. */
export interface JudgingInputs extends Ground {
  rule(id: string): RuleState;
  /** Returns the evidence for a clause by its path, such as `NCCA-2021.S14`. */
  evidence(clause: string): readonly EvidenceState[];
  ignored(id: string): ClauseState['ignored'];
  /** Whether the places of holes and of shown features are needed. Findings need the feature's block instead. */
  readonly places: boolean;
}

/**
 * Judges a clause and the clauses inside it. `path` is the dotted path of its parent. If a clause with inner clauses also has features of
 * its own, they become the first inner clause, so that a caller who visits the leaves misses nothing.
 */
export function judgeClause(part: BlockFacts, path: string, judged: JudgingInputs, from: readonly EvidenceState[] = []): ClauseState {
  const clause = clauseOf(part, path);
  const supporting = judged.evidence(clause.path);
  const evidence = supporting.length > 0 ? [...from, ...supporting] : from;
  const features = clause.features.flatMap(feature => {
    const asked = askedIn(feature, judged);
    if (asked === 'no') return [];
    const state = judgeFeature(feature, judged);
    return asked === 'perhaps' && state.status === 'missing' ? { ...state, status: 'hole' as const } : state;
  });
  const within = clause.clauses.map(one => judgeClause(one, clause.path, judged, evidence));
  const ignored = judged.ignored(clause.says.id);
  const leaf = leafStatus(features, evidence);
  const { id, path: named, name, number, title, summary, at } = clause.says;
  // The fields are written out, here and below, because spreading an object takes many times as long.
  const own: ClauseState = { id, path: named, name, number, title, summary, status: leaf, features, evidence, ignored, clauses: [], at };
  if (within.length === 0) return own;
  const clauses = features.length > 0 ? [own, ...within] : within;
  const status = together(clauses.map(one => one.status));
  return { id, path: named, name, number, title, summary, status, features: [], evidence, ignored, clauses, at };
}

/** Returns whether the text can show a feature at all. */
export const canBeShown = ({ status, lacks, failed }: FeatureState): boolean =>
  status !== 'missing' || lacks.length > 0 || failed.length > 0;

function leafStatus(features: readonly FeatureState[], evidence: readonly EvidenceState[]): ClauseStatus {
  const settling = features.filter(canBeShown);
  const shown = settling.filter(({ status }) => status === 'shown').length;
  // A feature that no text can show keeps the clause from being met by the text alone.
  if (shown > 0 && shown === features.length) return 'met';
  if (evidence.some(one => !one.pending)) return 'attested';
  if (settling.length === 0) return 'open';
  return shown > 0 ? 'partly met' : 'missing';
}

/** Returns a clause's status from those of its inner clauses. */
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

/**
 * Returns the alternative ways to show a feature. If each block of a kind may use a different one, the best way of each block counts.
 * Results belong to the whole program; if it has several assessments, they count for those that their form names.
 */
function waysOf(feature: CompiledFeature, judged: JudgingInputs): (readonly PathFindings[])[] {
  const { each } = feature.says;
  const ways = feature.anyOf.map(way => ({ way, found: lookFor(way, feature, judged) }));
  const ofEach = ways.filter(({ way }) => each !== undefined && way.path?.kinds[way.depth] === each);
  const [first] = ofEach;
  if (!first) return ways.map(({ found }) => found);
  const ofResults = first.found.length > 1 ? ways.filter(({ way }) => each === 'assessment' && way.path?.chain === 'results') : [];
  const together = first.found.map((one, i) => {
    const named = ofResults.map(({ way }) => resultsOf(one.of, way, feature, judged));
    const ofBlock = [...ofEach.map(({ found }) => found[i]!), ...named];
    return ofBlock.find(isShown) ?? ofBlock.find(found => !isMissing(found)) ?? ofBlock[0]!;
  });
  return [together, ...ways.filter(one => !ofEach.includes(one) && !ofResults.includes(one)).map(({ found }) => found)];
}

/** Looks for a path in the results whose form names an assessment. */
function resultsOf(assessment: BlockView | undefined, way: NeededPath, feature: CompiledFeature, judged: JudgingInputs): PathFindings {
  const names = assessment ? [assessment.title, assessment.of.name].filter(name => name !== undefined && name !== '') : [];
  const results = reach(judged, ['results']).filter(one => namesOne(one.words('form')[0]?.text ?? '', names as string[]));
  const found = see(way.path!, results, judged.today, way.conditional ? feature.condition : undefined);
  return { ...found, ...(assessment && { of: assessment }) };
}

/** Returns whether a feature is asked of the program; `perhaps` if only a hole may tell. */
function askedIn({ where }: CompiledFeature, judged: JudgingInputs): 'yes' | 'perhaps' | 'no' {
  if (where.length === 0) return 'yes';
  return likelihood(where.map(({ path }) => (path ? see(path, reach(judged, path.kinds, path.chain), judged.today) : UNSEEN)));
}

/** Returns the holes that may tell whether a feature is asked of a block; `undefined` if it is not asked. */
function askedOf(view: BlockView, { where, says }: CompiledFeature, judged: JudgingInputs): PathFindings['holes'] | undefined {
  const found = where.flatMap(({ path, depth }) =>
    path && path.kinds[depth] === says.each ? see(path, down([view], path.kinds.slice(depth + 1), judged.today), judged.today) : [],
  );
  if (found.length === 0 || found.some(isShown)) return [];
  return likelihood(found) === 'no' ? undefined : found.flatMap(({ holes }) => holes);
}

const likelihood = (found: readonly PathFindings[]): 'yes' | 'perhaps' | 'no' =>
  found.some(isShown) ? 'yes' : found.every(isMissing) ? 'no' : 'perhaps';

/**
 * Returns the place of a feature: the first block that lacks it, if every block must show it; otherwise a place that shows a part of it.
 */
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

/** Returns the verdict of the rules that a feature names. Rules for another kind of program are idle; at least one must not be. */
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

/** Returns the findings for an owner that is not stated, or not described in the project. */
const ofNobody = ({ program }: JudgingInputs): PathFindings => ({ ...UNSEEN, holes: program.words('owner').map(({ at }) => at) });

/** Looks for a path: once, or once in every block of a kind. */
function lookFor({ path, conditional, depth }: NeededPath, feature: CompiledFeature, judged: JudgingInputs): PathFindings[] {
  if (!path) return [UNSEEN];
  if (path.ofOwner && !judged.owner) return [ofNobody(judged)];
  const { unknownOwner } = judged;
  const seen = lookIn(path, conditional ? feature.condition : undefined, depth, feature, judged);
  // The path may belong to the owner; the wrong owner's name must be corrected first, so it counts as a hole.
  if (!path.mayBeOfOwner || !unknownOwner) return seen;
  return seen.map(one => (isMissing(one) ? { ...one, holes: [unknownOwner.at] } : one));
}

function lookIn(
  path: FeaturePath,
  condition: Condition | undefined,
  depth: number,
  feature: CompiledFeature,
  judged: JudgingInputs,
): PathFindings[] {
  if (depth < 0) return [see(path, reach(judged, path.kinds, path.chain), judged.today, condition)];
  const all: readonly BlockView[] = reach(judged, path.kinds.slice(0, depth + 1));
  if (all.length === 0) return [UNSEEN];
  const filtered = feature.where.length > 0 && path.kinds[depth] === feature.says.each;
  return all.flatMap(view => {
    const undecided = filtered ? askedOf(view, feature, judged) : [];
    if (!undecided) return [];
    const found = see(path, down([view], path.kinds.slice(depth + 1), judged.today), judged.today, condition);
    return { ...found, ...(undecided.length > 0 && isMissing(found) && { holes: undecided }), of: view };
  });
}
