/**
 * Reads a program as if what is still to come were not there. A hole counts as stated for every rule, so that none asks for it
 * twice; but a rule that is silent because of a hole shows nothing of a standard yet.
 */
import { saysSomething } from '../analysis/stated.ts';
import type { Block } from '../model/bind.ts';
import type { BlockFacts, NamedFacts } from '../model/facts.ts';
import type { CredFile } from '../model/file.ts';
import type { Names } from '../model/scope.ts';
import { subtree } from './run.ts';

/** What of a block is still to come: keys, and blocks in it that say nothing. */
interface OpenBlock {
  readonly block: Block;
  readonly keys: readonly string[];
  readonly empty: readonly Block[];
}

/** What is still to come in some blocks, and what is known of the file and the project without it. */
export interface Holes {
  readonly away: readonly OpenBlock[];
  readonly file: CredFile;
  readonly names: Names;
  known(named: NamedFacts): NamedFacts;
}

/** `undefined` where nothing is still to come, neither in the blocks nor in what is told of others. */
export function holesIn(blocks: readonly Block[], told: readonly BlockFacts[], file: CredFile, names: Names): Holes | undefined {
  const away = blocks.flatMap(openIn);
  if (away.length === 0 && !told.some(isOpen)) return undefined;
  const known = closing();
  let all: readonly NamedFacts[] | undefined;
  return {
    away,
    file,
    known,
    names: {
      top: name => names.top(name).map(one => known(one)),
      owned: owner => names.owned(owner).map(one => known(one)),
      get all() {
        return (all ??= [...names.all].map(one => known(one)));
      },
    },
  };
}

const openIn = (top: Block): readonly OpenBlock[] =>
  subtree(top)
    .map(block => ({ block, keys: block.openKeys, empty: block.children.filter(child => !saysSomething(child)) }))
    .filter(({ keys, empty }) => keys.length + empty.length > 0);

/** What `look` gives while the holes are away. */
export function withoutHoles<T>({ away, file, names, known }: Holes, look: (names: Names) => T): T {
  const back = away.map(({ block, keys, empty }) => block.putAway(keys, empty));
  try {
    return file.telling(known, () => look(names));
  } finally {
    for (const putBack of back) putBack();
  }
}

/** Tells of a block without its holes: one object for each, for facts are compared by identity. */
function closing(): <P extends BlockFacts>(part: P) => P {
  const closed = new Map<BlockFacts, BlockFacts>();
  const known = <P extends BlockFacts>(part: P): P => {
    // A standard asks; it has nothing to say about the program.
    if (part.kind === 'standard') return part;
    let one = closed.get(part);
    if (!one) closed.set(part, (one = isOpen(part) ? without(part, known) : part));
    return one as P;
  };
  return known;
}

const isOpen = (part: BlockFacts): boolean => part.open.length > 0 || part.parts.some(isOpen) || childrenOf(part).some(isOpen);
const childrenOf = (part: BlockFacts): readonly NamedFacts[] => ('children' in part ? (part as NamedFacts).children : []);

function without(part: BlockFacts, known: <P extends BlockFacts>(part: P) => P): BlockFacts {
  const says = Object.fromEntries(Object.entries(part.says).filter(([, words]) => words.length > 0));
  const children = 'children' in part && { children: childrenOf(part).map(known) };
  return { ...part, says, open: [], parts: part.parts.map(known), ...children };
}
