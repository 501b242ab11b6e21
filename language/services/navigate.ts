/** From a name to the block that bears it, and to everything that names that block. */
import type { CredFile } from '../model/file.ts';
import type { Position, TextRange } from '../model/lines.ts';
import type { Names } from '../model/scope.ts';
import { type NamedFiles, type NameUse, namedAt, usesIn, usesOf } from './mentions.ts';

export interface Definition {
  /** The words that were asked about. */
  readonly origin: TextRange;
  readonly uri: string;
  /** The whole block, and its name. */
  readonly whole: TextRange;
  readonly range: TextRange;
}

/** Where the block stands that the name at a position stands for; of a dotted name, the segment there. */
export function definition(file: CredFile, position: Position, names: Names): Definition | undefined {
  const at = namedAt(file, file.lines.offset(position), names);
  if (!at) return undefined;
  const { uri, whole, range } = at.target;
  return { origin: file.lines.range(at.span.start, at.span.end), uri, whole, range };
}

/** All that names the block at a position, in every file of the project. */
export function references(project: NamedFiles, uri: string, position: Position, withDeclaration = true): NameUse[] {
  const file = project.file(uri);
  const at = file && namedAt(file, file.lines.offset(position), project);
  return at ? usesOf(at.target, project).filter(use => withDeclaration || !use.declaration) : [];
}

/** What names the block at a position in the same file. */
export function highlights(file: CredFile, position: Position, names: Names): NameUse[] {
  const at = namedAt(file, file.lines.offset(position), names);
  return at ? usesIn(file, at.target, names) : [];
}
