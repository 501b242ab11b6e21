/** Fixes for a kind with a colon behind it, and for a title or name inside a block: `Job Analysis: 2021`, `Title: "CWT"`. */
import type { PropertyNode, SlipEdit, SlipFix } from '../syntax/tree.ts';
import { type KindTable, type Property, TOP } from '../vocabulary/define.ts';
import { partsOf } from '../vocabulary/meant.ts';
import type { Block } from './bound.ts';
import { takes } from './decode.ts';
import { valueMeant } from './natural-values.ts';
import { placeOf, propertyOf } from './property-meant.ts';
import type { Span } from './span.ts';

/**
 * Returns a fix that turns a kind with a value into a block, such as `job-analysis { conducted: 2021 }` or `outcome "Read a gauge"`;
 * `undefined` if no block can be made of the value.
 */
export function kindFix(kind: KindTable, words: string, span: Span, node: PropertyNode, text: string): SlipFix | undefined {
  const first = node.values[0]?.first ?? node.rest[0];
  const last = node.rest[node.rest.length - 1] ?? node.values[node.values.length - 1]?.last;
  if (!first || !last) return undefined;
  const value = text.slice(first.start, last.end);
  if (/[\n\r]/.test(value)) return undefined;
  const write = (written: string, title = `Write ${written}`): SlipFix => ({
    title,
    safe: false,
    edits: [{ first: span.first, last, text: written }],
  });
  const isTitle = /^(?:[_\p{L}][\p{L}\p{M}\p{N}_-]*[ \t]+)?"[^"]*"$/u.test(value);
  if (isTitle) return write(`${kind.name} ${value}`, words === kind.name ? `Write ${words} as a block` : undefined);
  const texts = value.split(/"\s*[,;]\s*"/);
  if (texts.length > 1 && /^"[^"]*"(?:\s*[,;]\s*"[^"]*")*$/.test(value) && kind.titled)
    return write(texts.map(one => `${kind.name} "${one.replace(/^"|"$/g, '')}"`).join('; '), `Make ${kind.called} of each`);
  if (/^(?:yes|true)$/i.test(value)) return write(`${kind.name} { ${kind.insert.map(key => `${key}: ?`).join('; ')} }`);
  const place = placeOf(value, kind);
  if (place !== undefined) return write(`${kind.name} { ${place} }`);
  const pieces = value.split(/\s*[,;]\s*/).filter(piece => piece !== '');
  const several = pieces.length > 1 && !/["{}?]/.test(value) ? severalProperties(pieces, kind) : undefined;
  if (several) return write(`${kind.name} { ${several.join('; ')} }`);
  const said = partsOf(value);
  const keys = [...new Set([...kind.insert, ...Object.keys(kind.properties)])];
  // A key whose words occur in the value is tried first, as in "2 years of training".
  for (const key of [...keys.filter(one => said.includes(one)), ...keys]) {
    const table = kind.properties[key]!;
    // Behind a kind that stands at the top of a file, as in `certification: CWT`, one word is the name.
    const isName = kind.standsIn.includes(TOP) && NAME.test(value);
    const isSpecific = SPECIFIC.has(table.type) || (table.type === 'reference' && kind.insert.includes(key) && !isName);
    const read = isSpecific ? asValue(value, key, table) : undefined;
    if (read !== undefined) return write(`${kind.name} { ${key}: ${read} }`);
  }
  if (kind.standsIn.includes(TOP) && NAME.test(value)) return write(`${kind.name} ${value}`);
  if (/["{}?]/.test(value) || /^[\d.,%\s]+$/.test(value)) return undefined;
  if (!kind.titled && Object.hasOwn(kind.properties, 'conditions')) return write(`${kind.name} { conditions: "${value}" }`);
  return pieces.length > 1 && kind.titled
    ? write(pieces.map(piece => `${kind.name} "${piece}"`).join('; '), `Make ${kind.called} of each`)
    : write(`${kind.name} "${value}"`);
}

/** Matches a name: one word. */
const NAME = /^[_\p{L}][\p{L}\p{M}\p{N}_-]*$/u;

/** Returns the properties that the pieces of a value state, if each of them states another one: `modified Angoff, 2023, 11 panelists`. */
function severalProperties(pieces: readonly string[], kind: KindTable): readonly string[] | undefined {
  const keys = new Set([...kind.insert, ...Object.keys(kind.properties)]);
  const found: string[] = [];
  for (const piece of pieces) {
    const property = propertyOf(piece, kind, [...keys]);
    if (property === undefined) return undefined;
    found.push(property);
    keys.delete(property.slice(0, property.indexOf(':')));
  }
  return found;
}

/** The types of values whose form tells which property is meant. A plain number might be anything. */
const SPECIFIC: ReadonlySet<string> = new Set(['date', 'duration', 'quantity', 'quantity-range', 'money', 'share', 'word']);

function asValue(value: string, key: string, table: Property): string | undefined {
  if (takes(value, key, table)) return value;
  return valueMeant(value, table, one => takes(one, key, table))?.text;
}

/** Returns a fix that moves the title or name into the block's head, if the block has none. */
export function headFix(as: 'title' | 'name', block: Block, node: PropertyNode, text: string): SlipFix | undefined {
  const { kind, name, title } = block.node;
  const first = node.values[0]?.first;
  if (!kind || !first || (as === 'title' ? title && title.kind !== '?' : name)) return undefined;
  const value = text.slice(first.start, node.last.end);
  if (/[\n\r]/.test(value)) return undefined;
  const written = as === 'name' || value.startsWith('"') ? value : `"${value.replace(/"/g, '')}"`;
  const gone: SlipEdit = { first: node.first, last: node.last, text: '' };
  const put: SlipEdit =
    as === 'title' && title
      ? { first: title, last: title, text: written }
      : { at: as === 'title' ? (name ?? kind) : kind, side: 'after-word', text: ` ${written}` };
  return { title: `Write ${written} behind "${kind.text}"`, safe: false, edits: [put, gone] };
}
