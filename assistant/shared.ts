/** What several tools share: how files are named in arguments, and how texts and places are shown in answers. */
import { CredFile } from '../language/model/file.ts';
import type { TextRange } from '../language/model/lines.ts';
import type { Program } from '../language/vocabulary/program.ts';
import type { ProgramContext } from '../library/judging.ts';
import { answerObject, count, list, object, type Schema, text } from './schema.ts';
import type { AssistantFile, AssistantProject, ChangedFile, FileRequest } from './surroundings.ts';

/** The arguments that say which files a tool looks at. */
export const FILES: Readonly<Record<string, Schema>> = {
  paths: list(text(), 'Files or folders, relative to the folder that is looked after. Default: all of it.'),
  texts: {
    type: 'array',
    minItems: 1,
    description:
      'Texts of .cred files that need not be on the disk, such as a draft. Each stands for the file of its path; the names of the project are known in it. Without "paths", only these are looked at.',
    items: object(
      { path: { type: 'string', minLength: 1, description: 'Such as draft.cred.' }, text: text('The whole text of the file.') },
      ['path', 'text'],
    ),
  },
  asOf: { type: 'string', format: 'date', description: 'The day to judge by. Default: the day that cred.json sets, else today.' },
};

/** The argument that says how much of each thing is told. */
export const DETAIL: Schema = {
  type: 'string',
  enum: ['summary', 'full'],
  description: '"summary" (the default) says what is needed to go on; "full" adds places, edits and reasons.',
};

export type Detail = 'summary' | 'full';

/** Where something stands, as people say it. */
export const AT: Schema = text('The file and the line, counted from 1.');
/** The properties with which an answer about a program begins. */
export const PROGRAM = { name: text(), title: text(), at: AT };

const POSITION = answerObject({ line: count('From 0.'), character: count('From 0, in UTF-16 code units.') });
/** A range of a text. */
export const RANGE: Schema = answerObject({ start: POSITION, end: POSITION });

/** What a file becomes, in an answer: its whole new text where the assistant gave the text, else a diff. */
export const CHANGED_FILE: Schema = answerObject(
  {
    path: text(),
    text: text('The whole new text, of a text that was given.'),
    diff: text('The change, of a file.'),
    part: text('Which part of a long text this is.'),
  },
  ['path'],
);

/** A file as CredFile, with the project that it is checked in. */
export interface OpenedFile extends AssistantFile {
  readonly file: CredFile;
  readonly within: AssistantProject;
}

/** Parses the files that a request is about, one after the other. */
export function* opened(projects: readonly AssistantProject[]): Generator<OpenedFile> {
  for (const within of projects)
    for (const { uri, path } of within.files) yield { uri, path, file: CredFile.read(uri, within.project.text(uri)!), within };
}

/** Calls a function with each program of the files, and returns the results. */
export function eachProgram<T>(
  projects: readonly AssistantProject[],
  tell: (program: Program, context: ProgramContext, opened: OpenedFile) => T,
): T[] {
  return [...opened(projects)].flatMap(one => {
    const context = { file: one.file, names: one.within.project, host: one.within.project.host };
    return one.file.programs.map(program => tell(program, context, one));
  });
}

/** Returns where something stands, counted from 1 as editors show it: `a.cred:3`. */
export const placed = (path: string, { start }: TextRange): string => `${path}:${start.line + 1}`;

/** Tells of changed files: those that were given as texts as their new text, others as a diff. */
export function changedItems(
  changed: readonly ChangedFile[],
  { texts = [] }: FileRequest,
  diffOf: (path: string, before: string, after: string) => string,
): object[] {
  const given = new Set(texts.map(({ path }) => path));
  return changed.map(({ path, before, after }) => (given.has(path) ? { path, text: after } : { path, diff: diffOf(path, before, after) }));
}
