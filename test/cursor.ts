/** Reads cursors in fixtures: `<|>` stands at the user's cursor. */
import type { CredFile } from '../language/model/file.ts';
import type { Position, TextRange } from '../language/model/lines.ts';
import type { Project } from '../language/project/project.ts';
import { projectOf } from './expect.ts';

export interface At {
  readonly project: Project;
  readonly uri: string;
  readonly file: CredFile;
  readonly position: Position;
  readonly offset: number;
}

/**
 * Makes a project of these files and returns the position of the one mark in them. The file with the mark is open, the others are closed.
 */
export function at(files: Readonly<Record<string, string>> | string): At {
  const sources = typeof files === 'string' ? { 'a.cred': files } : files;
  const [uri, source] = Object.entries(sources).find(([, text]) => text.includes('<|>')) ?? [];
  if (uri === undefined || source === undefined) throw new Error('No file has the mark <|>.');
  const offset = source.indexOf('<|>');
  const project = projectOf({ [uri]: source.replace('<|>', '') });
  for (const [other, text] of Object.entries(sources)) if (other !== uri) project.set(other, text, false);
  const file = project.file(uri)!;
  return { project, uri, file, offset, position: file.lines.position(offset) };
}

/** Returns the text in a range. */
export const words = (text: string, { lines }: Pick<CredFile, 'lines'>, range: TextRange): string =>
  text.slice(lines.offset(range.start), lines.offset(range.end));
