/** Reads a property in another notation: a line of JSON, `"goal": "validate-competence",`, or a row of a table, `| goal | … |`. */
import { mend } from '../syntax/mend.ts';
import { parseMembers } from '../syntax/parser.ts';
import { Token } from '../syntax/token.ts';
import type { LooseNode, PropertyNode } from '../syntax/tree.ts';
import { keyMeant } from '../vocabulary/meant.ts';
import type { Block } from './bound.ts';
import { takes } from './decode.ts';
import { valueMeant } from './natural-values.ts';
import type { Phrase } from './phrases.ts';
import { spanOf } from './span.ts';

/** Returns the property that a line in another notation states, if the block's kind has it and its value can be read. */
export function otherNotation(block: Block, { tokens }: LooseNode, text: string): Phrase | undefined {
  const found = block.table && (jsonLine(tokens) ?? tableRow(tokens, text));
  const meant = found && keyMeant(found.words, block.table!);
  if (!found || !meant || meant.by === 'part') return undefined;
  const { values, last } = found;
  const [first] = tokens;
  const property = block.table!.properties[meant.word]!;
  const [value, more] = values;
  const line = text.slice(value!.start, values[values.length - 1]!.end);
  const inside = value!.kind === 'string' && !more && !value!.flaw ? line.slice(1, -1) : line;
  const written = [line, inside, valueMeant(inside, property, one => takes(one, meant.word, property))?.text, `"${inside}"`].find(
    one => one !== undefined && takes(one, meant.word, property),
  );
  // If only the key is written in another way, the key alone is corrected.
  if (written === undefined || (written === line && first!.kind === 'string' && last.kind !== ',')) return undefined;
  const key = new Token('key', meant.word, first!.start, first!.length, true, first!.firstOnLine);
  // A word in quotation marks is read as the word, so that its property counts as stated.
  const read = written === inside && /^[\p{L}\p{N}_-]+$/u.test(inside) ? [value!.as('word', inside)] : values;
  const [node] = mend(parseMembers([key, ...read]));
  if (node?.type !== 'property') return undefined;
  const stated = `${meant.word}: ${written}`;
  return {
    node: { ...node, key: first!, first: first!, last, slips: [] } satisfies PropertyNode,
    read: {
      ...((written === line || read !== values) && { key: meant.word }),
      span: spanOf(first!),
      problem: {
        rule: 'syntax',
        isWhole: true,
        span: spanOf(first!, last),
        message: `${found.what} Write ${stated}.`,
        fix: { title: `Write ${stated}`, safe: false, edits: [{ first: first!, last, text: stated }] },
      },
    },
    taken: 0,
  };
}

/** The words of the key and the tokens of the value. */
interface NotedProperty {
  readonly what: string;
  readonly words: string;
  readonly values: readonly Token[];
  readonly last: Token;
}

/** Reads a key in quotation marks with a colon, and perhaps a comma at the end. */
function jsonLine(tokens: readonly Token[]): NotedProperty | undefined {
  const [key, colon] = tokens;
  const last = tokens[tokens.length - 1]!;
  const values = tokens.slice(2, last.kind === ',' ? -1 : undefined);
  if (key?.kind !== 'string' || key.flaw || colon?.kind !== ':' || values.length === 0 || values.some(({ kind }) => kind === ','))
    return undefined;
  return { what: 'This line is written as in JSON.', words: key.text.replace(/^"|"$/g, ''), values, last };
}

/** Reads two cells between upright strokes. */
function tableRow(tokens: readonly Token[], text: string): NotedProperty | undefined {
  const [first] = tokens;
  const last = tokens[tokens.length - 1]!;
  const between = tokens.findIndex((token, i) => i > 1 && token.text === '|');
  const values = tokens.slice(between + 1, last.text === '|' ? -1 : undefined);
  if (first?.text !== '|' || between < 0 || values.length === 0 || values.some(token => token.text === '|')) return undefined;
  return { what: 'This line is a row of a table.', words: text.slice(first.end, tokens[between]!.start), values, last };
}
