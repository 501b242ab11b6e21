/** A standard's facts as a short text: made at build time, so that naming a standard costs no parsing. */
import type { Named, Part } from '../model/facts.ts';
import type { TextRange } from '../model/lines.ts';

type Packed = readonly [
  kind: string,
  name: string | null,
  title: string | null,
  range: readonly number[],
  whole: readonly number[] | null,
  says: Readonly<Record<string, readonly string[]>>,
  open: readonly string[],
  parts: readonly Packed[],
];

export const pack = (standard: Named): string => JSON.stringify(packed(standard));

const packed = (part: Part): Packed => [
  part.kind,
  part.name ?? null,
  part.title ?? null,
  numbers(part.range),
  'whole' in part ? numbers((part as Named).whole) : null,
  part.says,
  part.open,
  part.parts.map(packed),
];

const numbers = ({ start, end }: TextRange): number[] => [start.line, start.character, end.line, end.character];
const range = ([a, b, c, d]: readonly number[]): TextRange => ({ start: { line: a!, character: b! }, end: { line: c!, character: d! } });

export const unpack = (text: string, uri: string): Named => unpacked(JSON.parse(text) as Packed, uri, '') as Named;

function unpacked([kind, name, title, at, whole, says, open, inner]: Packed, uri: string, prefix: string): Part | Named {
  const path = name === null ? prefix : `${prefix}${name}.`;
  const parts = inner.map(one => unpacked(one, uri, path));
  const part: Part = { kind, name: name ?? undefined, title: title ?? undefined, uri, range: range(at), says, open, parts };
  if (name === null || whole === null) return part;
  // Written out, so that it is of one shape with those that are read from a file.
  return {
    kind,
    name,
    title: part.title,
    uri,
    range: part.range,
    says,
    open,
    parts,
    whole: range(whole),
    path: prefix + name,
    children: parts.flatMap(named),
  };
}

/** The names in a block without one are those of the block around it. */
const named = (part: Part): readonly Named[] => (part.name === undefined ? part.parts.flatMap(named) : [part as Named]);
