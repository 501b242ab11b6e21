/** Finds a name's target, and all uses of a block's name. */
import type { CredFile } from '../model/file.ts';
import type { Position, TextRange } from '../model/lines.ts';
import type { Names } from '../model/scope.ts';
import { type NamedFiles, type NameUse, namedAt, usesIn, usesOf } from './mentions.ts';

export interface Definition {
  /** The range of the name at the position. */
  readonly origin: TextRange;
  readonly uri: string;
  /** The range of the whole block; `name` is the range of its name. */
  readonly whole: TextRange;
  readonly range: TextRange;
}

/** Returns the target of the name at a position; of a dotted name, the target of the segment there. */
export function definition(file: CredFile, position: Position, names: Names): Definition | undefined {
  const at = namedAt(file, file.lines.offset(position), names);
  if (!at) return undefined;
  const { uri, whole, range } = at.target;
  return { origin: file.lines.range(at.span.start, at.span.end), uri, whole, range };
}

/** Returns all uses of the block's name at a position, in every file of the project. */
export function references(project: NamedFiles, uri: string, position: Position, withDeclaration = true): NameUse[] {
  const file = project.file(uri);
  const at = file && namedAt(file, file.lines.offset(position), project);
  return at ? usesOf(at.target, project).filter(use => withDeclaration || !use.declaration) : [];
}

/** Returns the uses of the block's name at a position in the same file. */
export function highlights(file: CredFile, position: Position, names: Names): NameUse[] {
  const at = namedAt(file, file.lines.offset(position), names);
  return at ? usesIn(file, at.target, names) : [];
}
