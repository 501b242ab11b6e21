/** Parses `--format NAME` and `--format NAME=FILE`. */
import path from 'node:path';
import { FORMATS } from './formats/formats.ts';

/** A format and where it goes. */
export interface Output {
  readonly format: string;
  /** The absolute path of the file; without one the output is printed. */
  readonly file: string | undefined;
}

/** Returns the outputs, or a message if something is wrong with them. Paths are relative to `cwd`. */
export function outputs(given: readonly string[], cwd: string): readonly Output[] | string {
  const made = given.map((one): Output => {
    const at = one.indexOf('=');
    return at < 0 ? { format: one, file: undefined } : { format: one.slice(0, at), file: fileOf(one.slice(at + 1)) };
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

/** Returns the file that an option names; `undefined` for `-`, which means standard output, as in other programs. */
export const fileOf = (given: string | undefined): string | undefined => (given === '-' ? undefined : given);

/**
 * Whether a path is that of a `.cred` file or a `cred.json`. An output must not overwrite an author's text because of a slip on the
 * command line.
 */
export const isAuthors = (file: string | undefined): boolean => file !== undefined && /\.cred$|(^|[\\/])cred\.json$/i.test(file);

/** Returns the message for an output that would overwrite an author's text. */
export const notOver = (file: string): string =>
  `"${file}" is ${/json$/i.test(file) ? 'for the settings of a project' : 'a program'}. Name another file for what is written.`;
