/** What changed between two versions of a project, in the words of the domain: what was raised, dropped, added, and who is usually told. */
import type { AnyBlock } from '../model/block.ts';
import { plain, valuesOf } from '../model/facts.ts';
import type { CredFile } from '../model/file.ts';
import { isProgramKind, kindOf } from '../vocabulary/kinds.ts';
import { type Notice, noticeOf } from './changes-notice.ts';
import { direction } from './changes-size.ts';

export type { Notice } from './changes-notice.ts';

export interface Change {
  readonly type: 'added' | 'removed' | 'changed';
  /** Dotted from the program: `CWT.exam.passing-score`; a block without a name by its kind. */
  readonly path: string;
  /** A sentence. */
  readonly what: string;
  /** As written; absent where there was or is nothing. */
  readonly before?: string;
  readonly after?: string;
  /** Who is usually told of it. */
  readonly notice: readonly Notice[];
}

export interface Changed {
  readonly kind: string;
  readonly name: string | undefined;
  readonly title: string | undefined;
  readonly changes: readonly Change[];
}

interface Side {
  readonly file: CredFile;
  readonly block: AnyBlock;
}

/** The top-level blocks that differ, in the order of the new version; what is gone comes last. */
export function changesBetween(before: readonly CredFile[], after: readonly CredFile[]): Changed[] {
  const old = before.flatMap(sides);
  const now = after.flatMap(sides);
  const pairs = paired(old, now, ({ kind }) => (isProgramKind(kind) ? 'program' : kind));
  return pairs.flatMap(([was, is]) => {
    const changes: Change[] = [];
    compare(was, is, [], changes);
    const { kind, name, title } = (is ?? was)!.block;
    return changes.length > 0 ? [{ kind, name, title, changes }] : [];
  });
}

const sides = (file: CredFile): Side[] => file.root.children.map(block => ({ file, block }));
const innerSides = ({ file, block }: Side): Side[] => block.children.map(child => ({ file, block: child }));

/** Each block with the one it was: the one of its name, else of its title, else the next of its kind without either. */
function paired(
  old: readonly Side[],
  now: readonly Side[],
  kindOfBlock: (block: AnyBlock) => string,
): [Side | undefined, Side | undefined][] {
  const left = new Set(old);
  const match = new Map<Side, Side>();
  const pass = (same: (a: AnyBlock, b: AnyBlock) => boolean): void => {
    for (const is of now) {
      if (match.has(is)) continue;
      const was = [...left].find(one => kindOfBlock(one.block) === kindOfBlock(is.block) && same(one.block, is.block));
      if (!was) continue;
      match.set(is, was);
      left.delete(was);
    }
  };
  pass((a, b) => a.name !== undefined && a.name === b.name);
  pass((a, b) => a.title !== undefined && a.title === b.title);
  pass((a, b) => (a.name === undefined || b.name === undefined) && (a.title === undefined || b.title === undefined));
  return [
    ...now.map((is): [Side | undefined, Side] => [match.get(is), is]),
    ...[...left].map((was): [Side, undefined] => [was, undefined]),
  ];
}

function compare(was: Side | undefined, is: Side | undefined, trail: readonly AnyBlock[], changes: Change[]): void {
  const { block } = (is ?? was)!;
  const kind = isProgramKind(block.kind) ? 'program' : block.kind;
  const path = pathOf([...trail, block]);
  const parent = trail.at(-1);
  if (!was || !is) {
    changes.push({
      type: is ? 'added' : 'removed',
      path,
      what: is ? came(block, parent) : went(block, parent),
      notice: noticeOf(kind, '*'),
    });
    return;
  }
  if (was.block.kind !== is.block.kind)
    changes.push({
      type: 'changed',
      path,
      what: `"${is.block.label}" was ${calledOf(was.block)} and is now ${calledOf(is.block)}.`,
      before: was.block.kind,
      after: is.block.kind,
      notice: noticeOf(kind, 'kind'),
    });
  if (was.block.title !== is.block.title && was.block.title !== undefined && is.block.title !== undefined)
    changes.push({
      type: 'changed',
      path: `${path}.title`,
      what: `"${was.block.title}" is now called "${is.block.title}".`,
      before: was.block.title,
      after: is.block.title,
      notice: noticeOf(kind, 'title'),
    });
  for (const key of new Set([...keysOf(is.block), ...keysOf(was.block)])) compareProperty(was, is, key, { kind, path, parent }, changes);
  for (const [a, b] of paired(innerSides(was), innerSides(is), ({ kind: own }) => own)) compare(a, b, [...trail, is.block], changes);
}

const keysOf = (block: AnyBlock): string[] => block.properties.map(({ key }) => key);

/** `undefined` where nothing is stated; a hole is `?`. */
function valuesAt({ block }: Side, key: string): readonly string[] | undefined {
  const stated = block.stated(key);
  return stated && valuesOf(stated).map(({ value }) => (value === undefined ? '?' : plain(value)));
}

function written({ block, file }: Side, key: string): string {
  const stated = block.stated(key);
  return stated ? file.textOf(stated.span).replace(/\s+/g, ' ').trim() : '';
}

function compareProperty(
  was: Side,
  is: Side,
  key: string,
  { kind, path, parent }: { kind: string; path: string; parent: AnyBlock | undefined },
  changes: Change[],
): void {
  const old = valuesAt(was, key);
  const now = valuesAt(is, key);
  if (JSON.stringify(old) === JSON.stringify(now)) return;
  const before = old && written(was, key);
  const after = now && written(is, key);
  changes.push({
    type: old && now ? 'changed' : now ? 'added' : 'removed',
    path: `${path}.${key}`,
    what: sentence(`the ${key.replaceAll('-', ' ')} of ${of(is.block, parent)}`, key, was, is, old, now),
    ...(before !== undefined && { before }),
    ...(after !== undefined && { after }),
    notice: noticeOf(kind, key),
  });
}

function sentence(
  what: string,
  key: string,
  was: Side,
  is: Side,
  old: readonly string[] | undefined,
  now: readonly string[] | undefined,
): string {
  const The = `T${what.slice(1)}`;
  const to = written(is, key);
  const from = written(was, key);
  const open = (values: readonly string[] | undefined): boolean => values?.every(value => value === '?') ?? false;
  if (!old) return open(now) ? `${The} is to be stated.` : `${The} is stated now: ${to}.`;
  if (!now) return open(old) ? `${The} is no longer asked for.` : `${The} is no longer stated; it was ${from}.`;
  if (open(old)) return `${The} is known now: ${to}.`;
  if (open(now)) return `${The} was ${from} and is open again.`;
  if (old.length > 1 || now.length > 1) {
    const added = now.filter(value => !old.includes(value));
    const gone = old.filter(value => !now.includes(value));
    if (added.length === 0 && gone.length === 0) return `${The} is given in another order: ${to}.`;
    return `${The} ${[added.length > 0 && `now includes ${listed(added)}`, gone.length > 0 && `no longer includes ${listed(gone)}`].filter(Boolean).join(' and ')}.`;
  }
  const way = direction(valuesOf(was.block.stated(key))[0]?.value, valuesOf(is.block.stated(key))[0]?.value);
  const verb =
    way === undefined
      ? 'was changed'
      : key === 'passing-score'
        ? way > 0
          ? 'was raised'
          : 'was lowered'
        : way > 0
          ? 'went up'
          : 'went down';
  return `${The} ${verb} from ${from} to ${to}.`;
}

const listed = (words: readonly string[]): string =>
  words.length > 1 ? `${words.slice(0, -1).join(', ')} and ${words.at(-1)}` : words.join('');

/** "an assessment" */
const calledOf = (block: AnyBlock): string => kindOf(block.kind)?.called ?? `a ${block.kind}`;
const bare = (block: AnyBlock): string => calledOf(block).replace(/^(an?|the) /, '');
const hasLabel = ({ name, title }: AnyBlock): boolean => name !== undefined || title !== undefined;

/** `"CWT examination"`, or `the job analysis of "CWT"`. */
const of = (block: AnyBlock, parent: AnyBlock | undefined): string =>
  hasLabel(block) || !parent ? `"${block.label}"` : `the ${bare(block)} of "${parent.label}"`;

function came(block: AnyBlock, parent: AnyBlock | undefined): string {
  if (!parent) return `The ${bare(block)} "${block.label}" is new.`;
  return hasLabel(block) ? `"${parent.label}" has a new ${bare(block)}, "${block.label}".` : `"${parent.label}" has a new ${bare(block)}.`;
}

function went(block: AnyBlock, parent: AnyBlock | undefined): string {
  if (!parent) return `The ${bare(block)} "${block.label}" is no longer described.`;
  return hasLabel(block)
    ? `"${parent.label}" no longer has the ${bare(block)} "${block.label}".`
    : `"${parent.label}" no longer has ${calledOf(block)}.`;
}

const pathOf = (trail: readonly AnyBlock[]): string => trail.map(block => block.name ?? block.kind).join('.');
