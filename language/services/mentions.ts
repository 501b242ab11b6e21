/** Finds the uses of names: every segment of every reference, with its target. */
import type { Block } from '../model/bind.ts';
import type { PropertyView } from '../model/block.ts';
import type { NamedFacts } from '../model/facts.ts';
import type { CredFile } from '../model/file.ts';
import type { TextRange } from '../model/lines.ts';
import { type Names, resolvePath } from '../model/scope.ts';
import type { Offsets } from '../model/span.ts';
import { isStandard } from '../standards/index.ts';
import type { Token } from '../syntax/token.ts';
import { locate } from './locate.ts';

/** A segment of a dotted name in a reference. */
export interface Mention extends Offsets {
  readonly name: string;
  readonly block: Block;
  /** The target; `undefined` if the segment cannot be resolved. */
  readonly target: NamedFacts | undefined;
}

/** The names and files of a project, as these services need them. */
export interface NamedFiles extends Names {
  readonly uris: readonly string[];
  text(uri: string): string | undefined;
  file(uri: string): CredFile | undefined;
}

/** Yields all mentions in a file, or only those in dotted names that contain one of the `wanted` segments. */
export function* mentions(file: CredFile, names: Names, wanted?: readonly string[]): Generator<Mention> {
  for (const block of file.blocks) {
    for (const property of block.properties) {
      if (property.table?.type !== 'reference') continue;
      for (const token of wordsOf(file, property)) {
        const path = pathOf(token);
        if (!wanted || path.some(name => wanted.includes(name))) yield* segments(token, path, block, property, file, names);
      }
    }
  }
}

function* segments(
  token: Token,
  path: readonly string[],
  block: Block,
  property: PropertyView,
  file: CredFile,
  names: Names,
): Generator<Mention> {
  const found = resolvePath(path.filter(Boolean), block, file, names, property.table?.to);
  let start = token.start;
  for (const [i, written] of token.text.split('.').entries()) {
    const end = start + written.length;
    if (written) yield { start, end, name: path[i]!, block, target: found[i] };
    start = end + 1;
  }
}

/** Returns the words after a key that are values, not units. */
function wordsOf(file: CredFile, { keySpan, span }: PropertyView): Token[] {
  const { tokens } = file.parsed;
  const words: Token[] = [];
  for (let i = keySpan.first.index + 1; i <= span.last.index; i++) {
    if (tokens[i]!.kind === 'word' && tokens[i - 1]!.kind !== 'number') words.push(tokens[i]!);
  }
  return words;
}

const pathOf = (token: Token): string[] => token.composed.split('.');

/** Returns the block that the position names, or whose own name it is, with the range of the word. */
export function namedAt(file: CredFile, offset: number, names: Names): { readonly target: NamedFacts; readonly span: Offsets } | undefined {
  const at = locate(file, offset);
  if (at.part === 'name' && at.span) {
    const target = file.named(at.block);
    return target && { target, span: at.span };
  }
  const { token, property } = at;
  if (!token || at.part !== 'value' || property?.table?.type !== 'reference') return undefined;
  for (const segment of segments(token, pathOf(token), property.owner as Block, property, file, names)) {
    if (segment.start <= offset && offset <= segment.end)
      return segment.target && { target: segment.target, span: { start: segment.start, end: segment.end } };
  }
  return undefined;
}

/** Returns a key for a block that is the same in every reading of its file. */
export const keyOf = ({ uri, range }: NamedFacts): string => `${uri}#${range.start.line}:${range.start.character}`;

/** Returns whether a text may contain a name, in any Unicode form of its letters. */
export const mayName = (text: string, name: string): boolean =>
  text.includes(name) || (/\P{ASCII}/u.test(name) && text.normalize('NFC').includes(name));

/** A use of a name, or its declaration. */
export interface NameUse {
  readonly uri: string;
  readonly range: TextRange;
  readonly declaration: boolean;
}

/** Returns the uses of a block's name in one file, in the order of the text. */
export function usesIn(file: CredFile, target: NamedFacts, names: Names): NameUse[] {
  const key = keyOf(target);
  const found: (Offsets & { declaration: boolean })[] = [];
  for (const { start, end, target: other } of mentions(file, names, [target.name])) {
    if (other && keyOf(other) === key) found.push({ start, end, declaration: false });
  }
  if (file.uri === target.uri) {
    const { start, end } = target.range;
    found.push({ start: file.lines.offset(start), end: file.lines.offset(end), declaration: true });
  }
  found.sort((a, b) => a.start - b.start);
  return found.map(({ start, end, declaration }) => ({ uri: file.uri, range: file.lines.range(start, end), declaration }));
}

/** Returns the uses of a block's name in all files, including closed ones. */
export function usesOf(target: NamedFacts, project: NamedFiles): NameUse[] {
  const uris = isStandard(target.uri) ? [...project.uris, target.uri] : project.uris;
  return uris.flatMap(uri => {
    const text = project.text(uri);
    if (uri !== target.uri && (text === undefined || !mayName(text, target.name))) return [];
    const file = project.file(uri);
    return file ? usesIn(file, target, project) : [];
  });
}
