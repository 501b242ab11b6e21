/** `--format NAME` and `--format NAME=FILE`: what is to be said where. */
import path from 'node:path';
import { FORMATS } from './formats/formats.ts';

export interface Output {
  readonly format: string;
  /** Without one it is printed. */
  readonly file: string | undefined;
}

/** The outputs, or what is wrong with them. Files are seen from the folder `cwd`. */
export function outputs(given: readonly string[], cwd: string): readonly Output[] | string {
  const made = given.map((one): Output => {
    const at = one.indexOf('=');
    return at < 0 ? { format: one, file: undefined } : { format: one.slice(0, at), file: one.slice(at + 1) };
  });
  const unknown = made.find(({ format }) => !Object.hasOwn(FORMATS, format));
  if (unknown) return `There is no format "${unknown.format}". Allowed choices are ${Object.keys(FORMATS).join(', ')}.`;
  const empty = made.find(({ file }) => file === '');
  if (empty) return `--format ${empty.format}= names no file.`;
  if (made.filter(({ file }) => file === undefined).length > 1)
    return 'Only one format can be printed. Name a file for the others, as in --format sarif=cred.sarif.';
  const taken = made.find(({ file }) => isAuthors(file));
  if (taken) return notOver(taken.file!);
  const files = made.flatMap(({ file }) => (file === undefined ? [] : path.resolve(cwd, file)));
  if (new Set(files).size < files.length) return 'Two formats cannot be written to one file.';
  return made;
}

/** A slip on the command line must not put something else in the place of an author's text. */
export const isAuthors = (file: string | undefined): boolean => file !== undefined && /\.cred$|(^|[\\/])cred\.json$/i.test(file);

export const notOver = (file: string): string =>
  `"${file}" is ${/json$/i.test(file) ? 'for the settings of a project' : 'a program'}. Name another file for what is written.`;
