/**
 * Makes a view of a file without its holes (`?`). Every rule treats a hole as stated, so that none reports it a second time. Whether a
 * rule is silent only because of a hole is found by running it again on this view.
 */
import { saysSomething } from '../analysis/stated.ts';
import type { Block } from '../model/bind.ts';
import type { BlockFacts, NamedFacts } from '../model/facts.ts';
import { type CredFile, topOf } from '../model/file.ts';
import type { Names } from '../model/scope.ts';
import { subtree } from './run.ts';

/** A file and a project without holes. The model itself does not change. */
export interface ClosedView {
  readonly file: CredFile;
  readonly names: Names;
  /** Returns the view of a block that was processed. */
  block(block: Block): Block;
}

/**
 * The file without the holes in some blocks, and the project as known without those of the blocks it has told of, in lists; `undefined`
 * where nothing is still to come in either.
 */
export function withoutHoles(
  blocks: readonly Block[],
  told: readonly (readonly NamedFacts[])[],
  file: CredFile,
  names: Names,
): ClosedView | undefined {
  const isOpen = (block: Block): boolean => block.openKeys.length > 0 || block.children.some(isEmpty);
  if (!blocks.some(top => subtree(top).some(isOpen)) && told.every(list => closedAll(list) === list)) return undefined;
  let all: readonly NamedFacts[] | undefined;
  const views = new Map<Block, Block>();
  for (const top of new Set(blocks.map(topOf))) top.withoutHoles(file.root, isEmpty, views);
  return {
    file: file.viewed(views, closed),
    block: block => views.get(block) ?? block,
    names: {
      top: name => closedAll(names.top(name)),
      owned: owner => closedAll(names.owned(owner)),
      get all() {
        return (all ??= [...names.all].map(closed));
      },
    },
  };
}

const isEmpty = (block: Block): boolean => !saysSomething(block);

const closedFacts = new WeakMap<BlockFacts, BlockFacts>();
/** Removes the holes from facts. It makes one object for each block, because facts are compared by identity. */
function closed<P extends BlockFacts>(part: P): P {
  // A standard's facts say nothing about the program.
  if (part.kind === 'standard') return part;
  let one = closedFacts.get(part);
  if (!one) closedFacts.set(part, (one = hasHoles(part) ? without(part) : part));
  return one as P;
}

const closedLists = new WeakMap<readonly NamedFacts[], readonly NamedFacts[]>();
/** Removes the holes from a list of facts, once for each list. A list without holes is returned itself. */
function closedAll(named: readonly NamedFacts[]): readonly NamedFacts[] {
  let all = closedLists.get(named);
  if (!all) {
    const each = named.map(closed);
    closedLists.set(named, (all = each.every((one, i) => one === named[i]) ? named : each));
  }
  return all;
}

const hasHoles = (part: BlockFacts): boolean => part.open.length > 0 || part.parts.some(hasHoles) || childrenOf(part).some(hasHoles);
const childrenOf = (part: BlockFacts): readonly NamedFacts[] => ('children' in part ? (part as NamedFacts).children : []);

function without(part: BlockFacts): BlockFacts {
  const says = Object.fromEntries(Object.entries(part.says).filter(([, words]) => words.length > 0));
  const children = 'children' in part && { children: childrenOf(part).map(closed) };
  return { ...part, says, open: [], parts: part.parts.map(closed), ...children };
}
