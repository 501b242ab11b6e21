/** Adds a property of the text to the model: the key that is meant, its values, and its problems. */
import type { Token } from '../syntax/token.ts';
import type { PropertyNode, SlipFix, ValueNode } from '../syntax/tree.ts';
import { type Property, TOP } from '../vocabulary/define.ts';
import type { PropertyView, Stated } from './block.ts';
import type { Block } from './bound.ts';
import { decode, describe, takes } from './decode.ts';
import { meantKey } from './key-meant.ts';
import { headFix, kindFix } from './kind-fix.ts';
import { lineSlip } from './line-slips.ts';
import { valueMeant } from './natural-values.ts';
import { type Problem, syntaxProblem } from './problem.ts';
import { type Span, spanOf, wordSpan } from './span.ts';
import { textOf } from './text.ts';

/** The properties without a value. */
const LONE = new WeakSet<PropertyView>();

/** A key as it was read: words of the text, and the key that they mean. */
export interface Read {
  /** The key that is meant, if the block's kind has it. */
  readonly key?: string;
  readonly span: Span;
  readonly problem?: Problem;
}

/** Adds a property to its block, with the problems of its key and values. `meant` is the key as it was read. */
export function property(block: Block, node: PropertyNode, text: string, meant = keyOf(block, node, text)): void {
  const { problems } = block;
  const word = node.key.composed;
  const key = meant.key ?? word;
  const table = (block.table && Object.hasOwn(block.table.properties, key) ? block.table.properties[key] : undefined) as
    | Property
    | undefined;
  const known = table !== undefined && !meant.problem;
  if (meant.problem) problems.push(meant.problem);
  problems.push(...node.slips.map(syntaxProblem));
  const view: PropertyView = { key, table, keySpan: meant.span, span: spanOf(node.first, node.last), owner: block };
  block.properties.push(view);
  const before = block.stated(key);
  const lone = node.values.length === 0 && node.rest.length === 0;
  if (before && table && !lone && !LONE.has(before.property)) {
    if (known)
      problems.push({ rule: 'duplicate-property', span: view.keySpan, key, block, first: before.property.keySpan, whole: view.span });
    return;
  }
  // The values of a key that this kind does not have belong to another kind, so their problems are not reported.
  const values =
    meant.problem && !table ? unread(node, view, block) : read(node, key, table, view, block, text, meant.problem !== undefined);
  // A key without a value beside the same key with one is a slip; only the other one counts.
  if (lone) LONE.add(view);
  if (before && lone) return;
  block.state(key, table?.many ? { items: values, span: listSpan(values, view), property: view } : values[0]!);
}

/** Reads the key as it is written, or the key that is meant by it. */
function keyOf(block: Block, node: PropertyNode, text: string): Read {
  const word = node.key.composed;
  const span = wordSpan(node.key);
  if (block.table && Object.hasOwn(block.table.properties, word)) return { key: word, span };
  return block.table || block.kind === TOP ? meantOf(word, span, block, node, text) : { span };
}

/** Finds the key that the words before a colon mean, with the problem to report about them. */
export function meantOf(words: string, span: Span, block: Block, node: PropertyNode, text: string): Read {
  const meant = meantKey(words, block, node, text);
  const noColon = node.key.kind !== 'key' && { noColon: true };
  switch (meant.as) {
    case 'key': {
      const problem: Problem = { rule: 'unknown-property', span, word: words, block, nearest: meant.key, sure: meant.sure, ...noColon };
      return { span, problem, ...(meant.fits && { key: meant.key }) };
    }
    case 'kind': {
      const fix = kindFix(meant.kind, words, span, node, text);
      return { span, problem: { rule: 'unknown-property', span, word: words, block, isKind: meant.kind.name, ...(fix && { fix }) } };
    }
    case 'misplaced': {
      const { key, belongs, instead } = meant;
      return {
        span,
        problem: { rule: 'misplaced', span, what: 'property', word: key, parent: block, belongs, ...(instead && { instead }) },
      };
    }
    case 'title':
    case 'name': {
      const fix = headFix(meant.as, block, node, text);
      // The fix writes what is missing in the head, so that is reported once.
      const missing = fix ? block.problems.findIndex(({ rule }) => rule === `missing-${meant.as}`) : -1;
      if (missing >= 0) block.problems.splice(missing, 1);
      const example = meant.as === 'title' ? 'title in quotation marks' : 'name';
      const kind = block.kind === TOP ? 'its kind, such as certification' : block.kind;
      const message = `The ${meant.as} of a block stands behind its kind: write ${kind}, then the ${example}.`;
      return { span, problem: { rule: 'syntax', span, message, ...(fix && { fix }) } };
    }
    case 'unknown':
      return { span, problem: { rule: 'unknown-property', span, word: words, block, ...noColon } };
  }
}

/** Returns the values of a key that this kind does not have. Only their holes are reported. */
function unread(node: PropertyNode, view: PropertyView, block: Block): Stated<unknown>[] {
  const silent = { value: undefined, isHole: false, span: view.keySpan, property: view };
  const values = node.values.map(({ type, first, last }) => {
    const span = spanOf(first, last);
    if (type === 'hole') block.problems.push({ rule: 'hole', span, block, key: view.key });
    return { value: undefined, isHole: type === 'hole', span, property: view };
  });
  return values.length > 0 ? values : [silent];
}

function read(
  node: PropertyNode,
  key: string,
  table: Property | undefined,
  view: PropertyView,
  block: Block,
  text: string,
  /** Whether a problem of the key is reported already. */
  isTold: boolean,
): Stated<unknown>[] {
  const { problems } = block;
  const silent: Stated<unknown> = {
    value: undefined,
    isHole: false,
    span: node.values[0] ? spanOf(node.values[0].first, node.values[node.values.length - 1]!.last) : view.keySpan,
    property: view,
  };
  const slip = lineSlip(node, key, table, block, text);
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
    // The missing colon of a lone key has been reported already.
    if (node.key.kind === 'key' && !isTold)
      problems.push({
        rule: 'syntax',
        span: view.keySpan,
        message: `"${key}" has no value yet. Write one, or "?" while it is not known.`,
        fix: { title: 'Write "?" for now', safe: false, edits: [{ at: node.key, side: 'after', text: ' ?' }] },
      });
    return [silent];
  }
  const comma = commaWithoutValue(node);
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
      // The part before the dot may be resolvable; then the rules that need it can run.
      const decoded = table?.type === 'reference' ? decode(value, key, table) : undefined;
      return { value: decoded && 'value' in decoded ? decoded.value : undefined, isHole: false, span, property: view };
    }
    if (!table) return { value: undefined, isHole: false, span, property: view };
    const decoded = decode(value, key, table);
    if ('problem' in decoded) {
      problems.push(understood(decoded.problem, value, key, table, block, text));
      return { value: undefined, isHole: false, span, property: view };
    }
    return { value: decoded.value, isHole: false, span, property: view };
  });
}

/** Adds to the problem of a value a fix that writes what its words mean, if that can be told. */
function understood(problem: Problem, value: ValueNode, key: string, table: Property, block: Block, text: string): Problem {
  const { first, last } = value;
  if (problem.rule === 'wrong-type' && table.type === 'reference' && value.type === 'text' && !first.flaw)
    return { rule: 'title-for-name', span: problem.span, key, table, block, words: textOf(first) };
  const open = problem.rule === 'wrong-type' ? !problem.fix : problem.rule === 'bad-unit' && problem.nearest === undefined;
  if (!open) return problem;
  const inside = value.type === 'text' ? textOf(first) : text.slice(first.start, last.end);
  const meant = valueMeant(inside, table, one => takes(one, key, table));
  if (!meant) return problem;
  const fix: SlipFix = {
    title: `Write ${meant.text}`,
    safe: meant.sure && value.type !== 'text',
    edits: [{ first, last, text: meant.text }],
  };
  if (problem.rule === 'wrong-type') return { ...problem, fix };
  return { rule: 'wrong-type', span: spanOf(first, last), key, table, found: describe(value), fix };
}

/** Returns the first comma that is followed by another comma, or by nothing, instead of a value. */
function commaWithoutValue({ commas, values }: PropertyNode): Token | undefined {
  let v = 0;
  return commas.find((comma, i) => {
    while (v < values.length && values[v]!.first.start < comma.start) v++;
    const next = values[v]?.first.start ?? Number.POSITIVE_INFINITY;
    return next >= (commas[i + 1]?.start ?? Number.POSITIVE_INFINITY);
  });
}

const endsInDot = ({ type, first }: ValueNode): boolean => type === 'word' && first.text.endsWith('.');

const listSpan = (values: readonly Stated<unknown>[], view: PropertyView): Span =>
  values.length > 0 ? spanOf(values[0]!.span.first, values[values.length - 1]!.span.last) : view.keySpan;
