/** A standard's facts as a short text: made at build time, so that naming a standard costs no parsing. */
import type { BlockFacts, NamedFacts } from '../model/facts.ts';
import type { TextRange } from '../model/lines.ts';

type PackedFacts = readonly [
  kind: string,
  name: string | null,
  title: string | null,
  range: readonly number[],
  whole: readonly number[] | null,
  says: Readonly<Record<string, readonly string[]>>,
  open: readonly string[],
  parts: readonly PackedFacts[],
];

export const pack = (standard: NamedFacts): string => JSON.stringify(packed(standard));

const packed = (part: BlockFacts): PackedFacts => [
  part.kind,
  part.name ?? null,
  part.title ?? null,
  numbers(part.range),
  'whole' in part ? numbers((part as NamedFacts).whole) : null,
  part.says,
  part.open,
  part.parts.map(packed),
];

const numbers = ({ start, end }: TextRange): number[] => [start.line, start.character, end.line, end.character];
const range = ([a, b, c, d]: readonly number[]): TextRange => ({ start: { line: a!, character: b! }, end: { line: c!, character: d! } });

export const unpack = (text: string, uri: string): NamedFacts => unpacked(JSON.parse(text) as PackedFacts, uri, '') as NamedFacts;

function unpacked([kind, name, title, at, whole, says, open, inner]: PackedFacts, uri: string, prefix: string): BlockFacts | NamedFacts {
  const path = name === null ? prefix : `${prefix}${name}.`;
  const parts = inner.map(one => unpacked(one, uri, path));
  const part: BlockFacts = { kind, name: name ?? undefined, title: title ?? undefined, uri, range: range(at), says, open, parts };
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
const named = (part: BlockFacts): readonly NamedFacts[] => (part.name === undefined ? part.parts.flatMap(named) : [part as NamedFacts]);
