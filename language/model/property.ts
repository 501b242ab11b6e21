/** A property of the text: which one is meant, its values, and what is amiss with them. */
import type { PropertyNode, ValueNode } from '../syntax/tree.ts';
import { type Property, TOP } from '../vocabulary/define.ts';
import { kindOf, kindsWith } from '../vocabulary/kinds.ts';
import type { PropertyView, Stated } from './block.ts';
import type { Block } from './bound.ts';
import { decode } from './decode.ts';
import { lineSlip } from './line-slips.ts';
import { keysFor } from './members.ts';
import { nearest } from './nearest.ts';
import { syntaxProblem } from './problem.ts';
import { type Span, spanOf, wordSpan } from './span.ts';

/** Properties without a value. */
const LONE = new WeakSet<PropertyView>();

export function property(block: Block, node: PropertyNode, text: string): void {
  const { problems } = block;
  const word = node.key.composed;
  let table = (block.table && Object.hasOwn(block.table.properties, word) ? block.table.properties[word] : undefined) as
    | Property
    | undefined;
  let key = word;
  const known = table !== undefined;
  if (!table && block.table) {
    const near = nearest(word, keysFor(block, node));
    const belongs = near?.word.toLowerCase() === word.toLowerCase() ? [] : kindsWith(word);
    const isKind = kindOf(word)?.standsIn.includes(block.kind);
    if (belongs.length > 0 && !isKind) {
      problems.push({ rule: 'misplaced', span: wordSpan(node.key), what: 'property', word, parent: block, belongs });
    } else {
      if (near && !isKind) [key, table] = [near.word, block.table.properties[near.word]];
      problems.push({
        rule: 'unknown-property',
        span: wordSpan(node.key),
        word,
        block,
        ...(isKind ? { isKind } : near && { nearest: near.word, sure: near.sure }),
        ...(node.key.kind !== 'key' && { noColon: true }),
      });
    }
  } else if (block.kind === TOP) {
    const asKind = kindOf(word)?.standsIn.includes(TOP);
    problems.push(
      asKind
        ? { rule: 'unknown-property', span: wordSpan(node.key), word, block, isKind: true }
        : { rule: 'misplaced', span: wordSpan(node.key), what: 'property', word, parent: block, belongs: kindsWith(word) },
    );
  }
  problems.push(...node.slips.map(syntaxProblem));
  const view: PropertyView = { key, table, keySpan: wordSpan(node.key), span: spanOf(node.first, node.last), owner: block };
  block.properties.push(view);
  const before = block.stated(key);
  const lone = node.values.length === 0 && node.rest.length === 0;
  if (before && table && !lone && !LONE.has(before.property)) {
    if (known)
      problems.push({ rule: 'duplicate-property', span: view.keySpan, key, block, first: before.property.keySpan, whole: view.span });
    return;
  }
  const values = read(node, key, table, view, block, text);
  // A key without value beside one that has one is a slip of its own, and says nothing.
  if (lone) LONE.add(view);
  if (before && lone) return;
  block.state(key, table?.many ? { items: values, span: listSpan(values, view), property: view } : values[0]!);
}

function read(
  node: PropertyNode,
  key: string,
  table: Property | undefined,
  view: PropertyView,
  block: Block,
  text: string,
): Stated<unknown>[] {
  const { problems } = block;
  const silent: Stated<unknown> = {
    value: undefined,
    isHole: false,
    span: node.values[0] ? spanOf(node.values[0].first, node.values[node.values.length - 1]!.last) : view.keySpan,
    property: view,
  };
  const slip = lineSlip(node, table, text);
  if (slip) {
    problems.push(slip);
    return [silent];
  }
  for (const { first, last } of node.values.filter(endsInDot)) {
    problems.push({
      rule: 'syntax',
      span: spanOf(first, last),
      message: `A name is missing after the dot of "${first.text}".`,
      fix: { title: 'Remove the dot', safe: true, edits: [{ first, last: first, text: first.text.slice(0, -1) }] },
    });
  }
  if (node.values.length === 0) {
    // A lone key without its colon has been told to have both.
    if (node.key.kind === 'key')
      problems.push({
        rule: 'syntax',
        span: view.keySpan,
        message: `"${key}" has no value yet. Write one, or "?" while it is not known.`,
        fix: { title: 'Write "?" for now', safe: false, edits: [{ at: node.key, side: 'after', text: ' ?' }] },
      });
    return [silent];
  }
  const comma = node.commas.find(
    (one, i) => !node.values.some(({ first }) => first.start > one.start && first.start < (node.commas[i + 1]?.start ?? Infinity)),
  );
  if (comma) {
    const glue = /[^\s;{}]/.test(text[comma.end] ?? ' ') ? ' ' : '';
    problems.push({
      rule: 'syntax',
      span: spanOf(comma),
      message: 'A value is missing after this comma. Add it, or take the comma out.',
      fix: { title: 'Remove the comma', safe: true, edits: [{ first: comma, last: comma, text: glue }] },
    });
  }
  if (table && !table.many && node.values.length > 1) {
    const second = node.values[1]!;
    problems.push({
      rule: 'wrong-type',
      span: spanOf(second.first, node.values[node.values.length - 1]!.last),
      key,
      table,
      found: 'several values',
      message: `"${key}" takes one value. Keep the one that is meant.`,
    });
    return [silent];
  }
  return node.values.map(value => {
    const span = spanOf(value.first, value.last);
    if (value.type === 'hole') {
      problems.push({ rule: 'hole', span, block, key, ...(table && { table }) });
      return { value: undefined, isHole: true, span, property: view };
    }
    if (endsInDot(value)) {
      // What stands before the dot may be read, so that what rests on it is.
      const decoded = table?.type === 'reference' ? decode(value, key, table) : undefined;
      return { value: decoded && 'value' in decoded ? decoded.value : undefined, isHole: false, span, property: view };
    }
    if (!table) return { value: undefined, isHole: false, span, property: view };
    const decoded = decode(value, key, table);
    if ('problem' in decoded) {
      problems.push(decoded.problem);
      return { value: undefined, isHole: false, span, property: view };
    }
    return { value: decoded.value, isHole: false, span, property: view };
  });
}

const endsInDot = ({ type, first }: ValueNode): boolean => type === 'word' && first.text.endsWith('.');

const listSpan = (values: readonly Stated<unknown>[], view: PropertyView): Span =>
  values.length > 0 ? spanOf(values[0]!.span.first, values[values.length - 1]!.span.last) : view.keySpan;
