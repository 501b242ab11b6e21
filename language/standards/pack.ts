/** Packs a standard's facts into a short text at build time, so that resolving a standard's name needs no parsing. */
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

/** Returns the facts of a standard as a short text. */
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

/** Returns the facts from the text that {@link pack} made. `uri` is the address of the standard's file. */
export const unpack = (text: string, uri: string): NamedFacts => unpacked(JSON.parse(text) as PackedFacts, uri, '') as NamedFacts;

function unpacked([kind, name, title, at, whole, says, open, inner]: PackedFacts, uri: string, prefix: string): BlockFacts | NamedFacts {
  const path = name === null ? prefix : `${prefix}${name}.`;
  const parts = inner.map(one => unpacked(one, uri, path));
  const part: BlockFacts = { kind, name: name ?? undefined, title: title ?? undefined, uri, range: range(at), says, open, parts };
  if (name === null || whole === null) return part;
  // The fields are written out in the order of facts read from a file, so that V8 gives both the same hidden class.
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

/** Returns the named blocks inside a block. Those inside a block without a name belong to the block around it. */
const named = (part: BlockFacts): readonly NamedFacts[] => (part.name === undefined ? part.parts.flatMap(named) : [part as NamedFacts]);
