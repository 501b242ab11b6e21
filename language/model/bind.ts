/** Builds the model from the syntax tree and the vocabulary. A block whose node is unchanged keeps its model. */
import type { BlockNode, MemberNode, Slip } from '../syntax/tree.ts';
import { TOP } from '../vocabulary/define.ts';
import { kindOf } from '../vocabulary/kinds.ts';
import { Block } from './bound.ts';
import { colonBlock, withoutBraces } from './braces-meant.ts';
import { head, kindFor } from './head.ts';
import { meantHead, tornTitle } from './head-meant.ts';
import { keylessLine } from './keyless.ts';
import { listAt, proseAt } from './lists.ts';
import { forgottenColon, joined, semicolonForColon, twoProperties } from './members.ts';
import { phraseAt } from './phrases.ts';
import { type Problem, syntaxProblem } from './problem.ts';
import { property } from './property.ts';
import { rowsAt } from './rows.ts';
import { spanOf } from './span.ts';

export { Block, camel, isBlock } from './bound.ts';

/** Returns the file's blocks as children of a nameless root block. */
export function bind(root: BlockNode, text: string): Block {
  const file = new Block(root, TOP, undefined, undefined);
  if (root.members.length > 0 && JSON_TEXT.test(text)) file.problems.push(inJson(root.members[0]!));
  else members(file, root, text);
  return file;
}

/** Matches a text in JSON: it begins with an object that has a key in quotation marks, or with a list of objects. */
const JSON_TEXT = /^\s*(?:\{\s*"[^"\n\r]*"\s*:|\[\s*\{)/;

/** Returns the one problem of a file that is written in JSON. */
const inJson = ({ first }: MemberNode): Problem => ({
  rule: 'syntax',
  span: spanOf(first!),
  message: 'This file is written in JSON, not in Cred. "Cred: Import…" in the editor or "cred import FILE" makes Cred of such records.',
});

function blockOf(written: BlockNode, parent: Block, text: string, isRewritten: boolean): Block {
  const meant = meantHead(written, parent, text);
  const node = meant?.node ?? written;
  const kept = node.made as Block | undefined;
  // A node copied from another node carries that node's block, which must not be reused.
  if (kept?.node === node && kept.parent?.kind === parent.kind) {
    kept.parent = parent;
    return kept;
  }
  const problems: Problem[] = [];
  const table = meant ? meant.kind : node.kind && kindFor(node.kind, node, parent, problems);
  if (meant) problems.push(meant.problem);
  const isSure = table !== undefined && (meant !== undefined || table.name === node.kind?.composed);
  const block = new Block(node, table?.name ?? node.kind?.text ?? '', table, parent);
  block.problems.push(...problems, ...node.slips.map(slip => syntaxProblem(isSure ? slip : unsure(slip))));
  // A head that a fix rewrites as a whole is not checked for missing parts.
  if (meant?.problem.rule !== 'syntax' && !isRewritten) head(block, node, text);
  members(block, node, text);
  node.made = block;
  return block;
}

function members(block: Block, node: BlockNode, text: string): void {
  for (let i = 0; i < node.members.length; i++) {
    const member = node.members[i]!;
    const rows = isOdd(member, block)
      ? (listAt(block, node.members, i, text) ?? rowsAt(block, node.members, i, text) ?? proseAt(block, node.members, i, text))
      : undefined;
    const phrase = rows ? undefined : phraseAt(block, node.members, i, text);
    const keyless = rows || phrase || member.type === 'property' ? undefined : keylessLine(block, member, node.members[i + 1], text);
    if (rows) {
      block.problems.push(rows.problem);
      i += rows.taken;
    } else if (phrase) {
      property(block, phrase.node, text, phrase.read);
      i += phrase.taken;
    } else if (keyless) block.problems.push(keyless);
    else if (member.type === 'property') {
      const colon = colonBlock(block, node.members, i, text);
      if (colon) {
        child(block, colon.node, text, undefined, true);
        i += colon.taken;
        continue;
      }
      const { whole, taken } = joined(block, node.members, i, text);
      property(block, whole, text);
      i += taken;
    } else if (member.type === 'loose') block.problems.push(...member.slips.map(syntaxProblem));
    else if (!member.kind && member.first === member.open) {
      // The members in braces without a kind are read as if the braces were not there.
      block.problems.push(...member.slips.map(syntaxProblem));
      members(block, member, text);
    } else {
      const asProperty = forgottenColon(block, member);
      const two = twoProperties(block, member);
      const semicolon = semicolonForColon(block, member, node.members[i + 1]);
      const torn = tornTitle(member, node.members[i + 1], text);
      const braces = withoutBraces(block, node.members, i, text);
      if (torn) {
        child(block, torn.node, text, torn.problem);
        i++;
      } else if (braces) {
        child(block, braces.node, text);
        i += braces.taken;
      } else if (two) for (const one of two) property(block, one, text);
      else if (semicolon) {
        property(block, semicolon, text);
        i++;
      } else if (asProperty) property(block, asProperty, text);
      else child(block, member, text);
    }
  }
}

/** Returns the slip with its fix marked unsafe if the fix depends on the block's kind, which is not certain. */
const unsure = (slip: Slip): Slip => (slip.fix?.ofKind ? { ...slip, fix: { ...slip.fix, safe: false } } : slip);

/** Returns whether a member may be a row of a pasted table: it is neither a known kind nor a known property. */
function isOdd(member: MemberNode, block: Block): boolean {
  if (member.type === 'loose') return true;
  if (member.type === 'property') return !block.table || !Object.hasOwn(block.table.properties, member.key.composed);
  return member.kind !== undefined && !member.open && !kindOf(member.kind.composed);
}

/** Adds a block to its parent. `isRewritten`: a fix writes its whole head, so nothing is missing in it. */
function child(block: Block, node: BlockNode, text: string, problem?: Problem, isRewritten = false): void {
  const made = blockOf(node, block, text, isRewritten);
  if (problem) made.problems.push(problem);
  const once = made.table?.once;
  if (made.table && once !== undefined && (once === true || (Array.isArray(once) && once.includes(block.kind)))) {
    const first = block.firstLike(made);
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
