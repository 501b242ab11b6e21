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
 * Returns the file without the holes in `blocks`, and the project's names without the holes in `told`; `undefined` if neither has holes.
 */
export function withoutHoles(blocks: readonly Block[], told: readonly BlockFacts[], file: CredFile, names: Names): ClosedView | undefined {
  const isOpen = (block: Block): boolean => block.openKeys.length > 0 || block.children.some(isEmpty);
  if (!blocks.some(top => subtree(top).some(isOpen)) && !told.some(hasHoles)) return undefined;
  const known = closing();
  let all: readonly NamedFacts[] | undefined;
  const views = new Map<Block, Block>();
  for (const top of new Set(blocks.map(topOf))) top.withoutHoles(file.root, isEmpty, views);
  return {
    file: file.viewed(views, known),
    block: block => views.get(block) ?? block,
    names: {
      top: name => names.top(name).map(one => known(one)),
      owned: owner => names.owned(owner).map(one => known(one)),
      get all() {
        return (all ??= [...names.all].map(one => known(one)));
      },
    },
  };
}

const isEmpty = (block: Block): boolean => !saysSomething(block);

/** Returns a function that removes the holes from facts. It makes one object for each block, because facts are compared by identity. */
function closing(): <P extends BlockFacts>(part: P) => P {
  const closed = new Map<BlockFacts, BlockFacts>();
  const known = <P extends BlockFacts>(part: P): P => {
    // A standard's facts say nothing about the program.
    if (part.kind === 'standard') return part;
    let one = closed.get(part);
    if (!one) closed.set(part, (one = hasHoles(part) ? without(part, known) : part));
    return one as P;
  };
  return known;
}

const hasHoles = (part: BlockFacts): boolean => part.open.length > 0 || part.parts.some(hasHoles) || childrenOf(part).some(hasHoles);
const childrenOf = (part: BlockFacts): readonly NamedFacts[] => ('children' in part ? (part as NamedFacts).children : []);

function without(part: BlockFacts, known: <P extends BlockFacts>(part: P) => P): BlockFacts {
  const says = Object.fromEntries(Object.entries(part.says).filter(([, words]) => words.length > 0));
  const children = 'children' in part && { children: childrenOf(part).map(known) };
  return { ...part, says, open: [], parts: part.parts.map(known), ...children };
}
