/** The changes between two versions of a project in the words of the domain, and who is usually notified of each. */
import type { AnyBlock } from '../../model/block.ts';
import { valuesOf } from '../../model/facts.ts';
import type { CredFile } from '../../model/file.ts';
import { isProgramKind } from '../../vocabulary/kinds.ts';
import { type Notice, noticeOf } from './notice.ts';
import { calledOf, came, changed, nameOf, renamed, went } from './say.ts';
import { becameOf, isSame, type Pair, pairsOf, type Side, saidOf } from './sides.ts';
import { wordingOf } from './words.ts';

export type { Notice } from './notice.ts';

/** A change of a program. */
export interface Change {
  readonly type: 'added' | 'removed' | 'changed';
  /** The dotted path from the program, such as `CWT.exam.passing-score`. A block without a name appears as its kind. */
  readonly path: string;
  /** The change in a sentence. */
  readonly what: string;
  /** The value before, as written; absent if there was none. */
  readonly before?: string;
  readonly after?: string;
  /** The people who are usually notified. */
  readonly notice: readonly Notice[];
}

/** A top-level block with its changes. */
export interface ChangedProgram {
  readonly kind: string;
  readonly name: string | undefined;
  readonly title: string | undefined;
  readonly changes: readonly Change[];
}

/** Returns the top-level blocks that differ, in the order of the new version; removed blocks come last. */
export function changesBetween(before: readonly CredFile[], after: readonly CredFile[]): ChangedProgram[] {
  const pairs = pairsOf(before, after);
  const became = becameOf(pairs);
  return pairs.flatMap(pair => {
    const changes: Change[] = [];
    compare(pair, [], { became, held: isHeld(pair) }, changes);
    const { kind, name, title } = (pair.is ?? pair.was)!.block;
    return changes.length > 0 ? [{ kind, name, title, changes }] : [];
  });
}

/** The context in which the parts are compared. */
interface ComparisonContext {
  readonly became: ReadonlyMap<AnyBlock, AnyBlock>;
  /** Whether the award may have holders to notify. */
  readonly held: boolean;
}

/** Returns whether a program may have holders: it existed before the change and had begun. */
function isHeld({ was }: Pair): boolean {
  const status = valuesOf(was?.block.stated('status'))[0]?.value;
  return was !== undefined && status !== 'planned' && status !== 'developing';
}

function compare({ was, is, inner }: Pair, trail: readonly AnyBlock[], whole: ComparisonContext, changes: Change[]): void {
  const { block } = (is ?? was)!;
  const kind = isProgramKind(block.kind) ? 'program' : block.kind;
  const path = pathOf([...trail, block]);
  const parent = trail.at(-1);
  const notice = (key: string): readonly Notice[] => noticeOf(kind, key).filter(who => whole.held || who !== 'holders');
  if (!was || !is) {
    changes.push({ type: is ? 'added' : 'removed', path, what: is ? came(block, parent) : went(block, parent), notice: notice('*') });
    return;
  }
  if (was.block.kind !== is.block.kind)
    changes.push({
      type: 'changed',
      path,
      what: `"${is.block.label}" was ${calledOf(was.block)} and is now ${calledOf(is.block)}.`,
      before: was.block.kind,
      after: is.block.kind,
      notice: notice('kind'),
    });
  if (was.block.title !== is.block.title && was.block.title !== undefined && is.block.title !== undefined)
    changes.push({
      type: 'changed',
      path: `${path}.title`,
      what: renamed(is.block, was.block.title),
      before: was.block.title,
      after: is.block.title,
      notice: notice('title'),
    });
  for (const key of new Set([...keysOf(is.block), ...keysOf(was.block)])) {
    const old = saidOf(was, key, whole.became);
    const now = saidOf(is, key);
    if (old?.length === now?.length && (old ?? []).every((one, at) => isSame(one, now![at]!))) continue;
    changes.push({
      type: old && now ? 'changed' : now ? 'added' : 'removed',
      path: `${path}.${key}`,
      what: changed(nameOf(is.block, parent), key, wordingOf(kind, key), old, now),
      ...(old && { before: written(was, key) }),
      ...(now && { after: written(is, key) }),
      notice: notice(key),
    });
  }
  for (const pair of inner) compare(pair, [...trail, is.block], whole, changes);
}

const keysOf = (block: AnyBlock): string[] => block.properties.map(({ key }) => key);

function written({ block, file }: Side, key: string): string {
  const stated = block.stated(key);
  return stated ? file.textOf(stated.span).replace(/\s+/g, ' ').trim() : '';
}

const pathOf = (trail: readonly AnyBlock[]): string => trail.map(block => block.name ?? block.kind).join('.');
