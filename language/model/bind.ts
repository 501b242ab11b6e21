/** The tree and the vocabulary give the model. A block whose node is unchanged keeps its model. */
import type { BlockNode } from '../syntax/tree.ts';
import { TOP } from '../vocabulary/define.ts';
import { Block } from './bound.ts';
import { head, kindFor } from './head.ts';
import { forgottenColon, joined, twoProperties } from './members.ts';
import { type Problem, syntaxProblem } from './problem.ts';
import { property } from './property.ts';

export { Block, camel, isBlock } from './bound.ts';

/** The file's blocks as children of a nameless one. */
export function bind(root: BlockNode, text: string): Block {
  const file = new Block(root, TOP, undefined, undefined);
  members(file, root, text);
  return file;
}

function blockOf(node: BlockNode, parent: Block, text: string): Block {
  const kept = node.made as Block | undefined;
  // A node that was made from another brings that one's block along.
  if (kept?.node === node && kept.parent?.kind === parent.kind) {
    kept.parent = parent;
    return kept;
  }
  const problems: Problem[] = [];
  const table = node.kind && kindFor(node.kind, node, parent, problems);
  const block = new Block(node, table?.name ?? node.kind?.text ?? '', table, parent);
  block.problems.push(...problems, ...node.slips.map(syntaxProblem));
  head(block, node);
  members(block, node, text);
  node.made = block;
  return block;
}

function members(block: Block, node: BlockNode, text: string): void {
  for (let i = 0; i < node.members.length; i++) {
    const member = node.members[i]!;
    if (member.type === 'property') {
      const { whole, taken } = joined(block, node.members, i, text);
      property(block, whole, text);
      i += taken;
    } else if (member.type === 'loose') block.problems.push(...member.slips.map(syntaxProblem));
    else if (!member.kind && member.first === member.open) {
      // Braces that no kind stands before: what they hold is read as if they were not there.
      block.problems.push(...member.slips.map(syntaxProblem));
      members(block, member, text);
    } else {
      const asProperty = forgottenColon(block, member);
      const two = twoProperties(block, member);
      if (two) for (const one of two) property(block, one, text);
      else if (asProperty) property(block, asProperty, text);
      else child(block, member, text);
    }
  }
}

function child(block: Block, node: BlockNode, text: string): void {
  const made = blockOf(node, block, text);
  const once = made.table?.once;
  if (made.table && once !== undefined && (once === true || (Array.isArray(once) && once.includes(block.kind)))) {
    const first = block.children.find(other => other.kind === made.kind);
    if (first)
      block.problems.push({
        rule: 'duplicate-block',
        span: made.kindSpan,
        kind: made.table,
        block: made,
        parent: block,
        first: first.kindSpan,
      });
  }
  block.children.push(made);
}
