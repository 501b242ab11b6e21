/** Checks a block's head: which kind it means, and what is missing or surplus in it. */
import type { Token } from '../syntax/token.ts';
import type { BlockNode, Slip } from '../syntax/tree.ts';
import { type KindTable, TOP } from '../vocabulary/define.ts';
import { childKinds, KINDS, kindOf, kindsWith } from '../vocabulary/kinds.ts';
import { isOwnWord, keyMeant, kindMeant, partsOf } from '../vocabulary/meant.ts';
import type { Block } from './bound.ts';
import { takes } from './decode.ts';
import { keysFor } from './members.ts';
import { nameOf } from './name-of.ts';
import { nearest } from './nearest.ts';
import { outsideBraces, type Problem } from './problem.ts';
import { placeOf } from './property-meant.ts';
import { rowProperties } from './rows.ts';
import { spanOf, wordSpan } from './span.ts';

/** Returns the kind that is written or most likely meant, and adds a problem if the word is not the kind's own name. */
export function kindFor(token: Token, node: BlockNode, parent: Block, problems: Problem[]): KindTable | undefined {
  const word = token.composed;
  const known = kindOf(word);
  if (known) {
    const knownParent = parent.kind === TOP || parent.table;
    if (knownParent && !known.standsIn.includes(parent.kind)) {
      problems.push({ rule: 'misplaced', span: wordSpan(token), what: 'kind', word, parent, belongs: known.standsIn });
    }
    return known;
  }
  const here = childKinds(parent.kind).map(kind => kind.name);
  const same = kindMeant(word, parent.kind);
  const isSame = (kind: string): boolean => (same?.by === 'same' && same.word === kind) || kind === word.toLowerCase();
  const near =
    (same?.by === 'same' ? { word: same.word, sure: true } : undefined) ??
    ofOwner(word, parent) ??
    nearest(word, here) ??
    nearest(word, KINDS.keys());
  const key = near ? undefined : parent.table && nearest(word, keysFor(parent, node));
  const belongs = near || parent.kind !== TOP ? [] : kindsWith(word);
  if (belongs.length > 0) problems.push({ rule: 'misplaced', span: wordSpan(token), what: 'property', word, parent, belongs });
  else
    problems.push({
      rule: 'unknown-kind',
      span: wordSpan(token),
      word,
      parent,
      ...(near && {
        nearest: near.word,
        sure:
          near.sure &&
          here.includes(near.word) &&
          (isSame(near.word) || (!isOwnWord(word) && partsOf(word).length === partsOf(near.word).length)),
      }),
      ...(key && { nearest: key.word, sure: false, isKey: true }),
      ...(isLone(node) && { lone: true }),
    });
  return near && kindOf(near.word);
}

/**
 * Adds the problems of a block's head: missing or surplus tokens. One slip gives one finding, so nothing is reported as missing that an
 * unknown kind or an odd line leaves open.
 */
export function head(block: Block, node: BlockNode, text: string): void {
  const { table, problems } = block;
  const rest = node.rest[0]?.flaw && !node.title ? node.rest.slice(1) : node.rest;
  if (node.name?.text.includes('.')) {
    const text = node.name.text.replace(/\.+$/, '').replaceAll('.', '-');
    problems.push({
      rule: 'syntax',
      span: spanOf(node.name),
      message: `A name has no dots. Write ${text}, for example.`,
      fix: { title: `Write ${text}`, safe: false, edits: [{ first: node.name, last: node.name, text }] },
    });
  }
  const unknown = problems.some(
    problem => problem.rule === 'misplaced' || (problem.rule === 'unknown-kind' && problem.nearest === undefined),
  );
  if (rest.length > 0) {
    if (!unknown) problems.push(restSlip(node, rest, table, text));
    return;
  }
  if (node.kind && isLone(node)) {
    if (problems.length === 0)
      problems.push({
        rule: 'syntax',
        span: wordSpan(node.kind),
        message: `"${node.kind.text}" says nothing yet. Write a title in quotation marks after it, or "{" and "}" around what it holds.`,
        fix: { title: 'Add "{ }"', safe: false, edits: [{ at: node.kind, side: 'after', text: ' { }' }] },
      });
    return;
  }
  if (!table) return;
  if (table.named && !node.name) problems.push({ rule: 'missing-name', block, span: block.headSpan });
  if (table.titled && !block.titleToken) problems.push({ rule: 'missing-title', block, span: block.headSpan });
  if (block.titleIsHole) problems.push({ rule: 'hole', span: spanOf(node.title!), block });
}

/** Returns the kind of an organization's block that an everyday word means, such as "board", which people also look for in a program. */
function ofOwner(word: string, parent: Block): { readonly word: string; readonly sure: false } | undefined {
  const meant = parent.kind === 'organization' || parent.kind === TOP ? undefined : kindMeant(word, 'organization');
  return meant && { word: meant.word, sure: false };
}

const isLone = (node: BlockNode): boolean => !node.name && !node.title && !node.open && node.rest.length === 0;

/** Returns the problem of tokens that no head has: a number in place of a name, a title without quotation marks, or others. */
function restSlip(node: BlockNode, rest: readonly Token[], table: KindTable | undefined, text: string): Problem {
  const first = rest[0]!;
  const last = rest[rest.length - 1]!;
  const kind = node.kind?.text ?? 'a kind';
  const say = (message: string, from: Token, fix: Slip['fix']): Problem => ({
    rule: 'syntax',
    span: spanOf(from, last),
    message,
    ...(fix && { fix }),
  });
  const closed = rest.length === 1 && first.text === '"' && node.title?.end === first.start;
  if (closed)
    return say('This title is closed twice. Take the second quotation mark out.', first, {
      title: 'Remove the second closing mark',
      safe: true,
      edits: [{ first, last, text: '' }],
    });
  const named = node.title && !node.name && rest.length === 1 && first.kind === 'string' && !first.flaw ? NAME.exec(node.title.text) : null;
  if (named)
    return say(`Write the name without quotation marks: ${kind} ${named[1]} ${first.text}.`, node.title!, {
      title: `Write ${named[1]} without quotation marks`,
      safe: false,
      edits: [{ first: node.title!, last: node.title!, text: named[1]! }],
    });
  const place = table && !node.open ? placeOf(text.slice(first.start, last.end), table) : undefined;
  if (place !== undefined) return outsideBraces(table!, first, last, place);
  const whole = rest.map(token => token.text).join('');
  const beforeTitle = !node.title || first.start < node.title.start;
  if (!node.name && beforeTitle && (first.kind === 'number' || first.kind === 'date') && whole.length === last.end - first.start) {
    const name = `${kind}${whole.replace(/[^\p{L}\p{M}\p{N}_-]/gu, '-')}`;
    return say(`A name begins with a letter. Write ${name}, for example.`, first, {
      title: `Write ${name}`,
      safe: false,
      edits: [{ first, last, text: name }],
    });
  }
  const begin = node.name ?? first;
  const words = text.slice(begin.start, last.end);
  const glued = rest.some(token => token.kind === 'bad' && text[token.start - 1] !== ' ');
  const name = beforeTitle && (node.title || glued) && !words.includes('"') ? nameOf(words) : undefined;
  if (name !== undefined)
    return say(`A name is one word of letters, digits, "-" and "_". Write ${name}, for example.`, begin, {
      title: `Write ${name}`,
      safe: false,
      edits: [{ first: begin, last, text: name }],
    });
  const row = !node.title && !node.open && (table?.name === 'domain' || table?.name === 'module') ? table.name : undefined;
  const isLabel = node.name && (/^\p{Lu}\p{Ll}+$/u.test(node.name.text) || rest[0]!.kind === 'of');
  const label = isLabel ? node.name! : first;
  const read = row && rowProperties(text.slice(label.start, last.end), row);
  if (read) {
    const written = `"${read.label}" { ${read.properties.join('; ')} }`;
    return say('Put the title in quotation marks, and what is said of it in "{" and "}".', label, {
      title: `Write ${written}`,
      safe: false,
      edits: [{ first: label, last, text: written }],
    });
  }
  if (!node.title && (rest.every(token => TITLE_WORDS.has(token.kind)) || !words.includes('"'))) {
    // In `domain repair Repairing widgets` the first word is the name if the kind has a name and the word looks like one.
    const dash = /^[-–—:]$/.test(first.text) && rest.length > 1 ? first : undefined;
    const begin = dash ? rest[1]! : (table?.named && !/^\p{Lu}\p{Ll}+$/u.test(node.name?.text ?? '')) || !node.name ? first : node.name;
    return say(`Put the title of this ${kind} in quotation marks.`, begin, {
      title: 'Put it in quotation marks',
      safe: false,
      edits: [
        ...(dash ? [{ first: dash, last: dash, text: '' }] : []),
        { at: begin, side: 'before', text: '"' },
        { at: last, side: 'after', text: '"' },
      ],
    });
  }
  const property = table && !node.open ? valueBehind(table, words.slice(rest[0]!.start - begin.start)) : undefined;
  if (property !== undefined) return outsideBraces(table!, first, last, property);
  return say(`After "${kind}" may come a name, a title in quotation marks and "{". This is none of them.`, first, {
    title: 'Remove it',
    safe: false,
    edits: [{ first, last, text: node.name || node.title || node.open ? '' : ' { }' }],
  });
}

/** Returns the property for a value behind a head, as in `domain safety "Safety" 30%`, if the value's form tells which one it is. */
function valueBehind(table: KindTable, written: string): string | undefined {
  const value = written.replace(/^[-–—,:(\s]+|[)\s]+$/g, '');
  const stated = /^(\p{L}[\p{L} -]*?)[ \t]*(?:[:=]|is)?[ \t]+(\S.*)$/u.exec(value);
  const named = stated && keyMeant(stated[1]!, table);
  if (named && takes(stated[2]!, named.word, table.properties[named.word]!)) return `${named.word}: ${stated[2]}`;
  const key = table.insert.find(one => BY_FORM.has(table.properties[one]!.type) && takes(value, one, table.properties[one]!));
  return key && `${key}: ${value}`;
}
/** Matches a name in quotation marks. */
const NAME = /^"([_\p{L}][\p{L}\p{M}\p{N}_-]*)"$/u;

const BY_FORM: ReadonlySet<string> = new Set(['share', 'duration', 'date', 'money']);

const TITLE_WORDS: ReadonlySet<string> = new Set(['word', 'of', 'to', 'number', ',']);
