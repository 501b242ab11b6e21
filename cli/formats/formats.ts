/** Lists the output formats of `cred check`. A new format is a file beside this one and a line here. */
import path from 'node:path';
import { slashed } from '../../host/inside.ts';
import type { CheckRun } from '../result/result.ts';
import { compact } from './compact.ts';
import { github } from './github.ts';
import { gitlab } from './gitlab.ts';
import { json } from './json.ts';
import { junit } from './junit.ts';
import { markdown } from './markdown.ts';
import { pretty } from './pretty.ts';
import { sarif } from './sarif.ts';

/** What a format may use beside the result. */
export interface FormatContext {
  /** Whether the output has colours. */
  readonly colours: boolean;
  /** The version of Cred. */
  readonly version: string;
  /** Returns a rule's page in Markdown, as it is shipped. */
  page(rule: string): string | undefined;
  /** The absolute folder to which paths are relative. */
  readonly cwd: string;
}

/** Formats a result. Long output is returned in pieces, since it is written in pieces anyway. */
export type Format = (result: CheckRun, setting: FormatContext) => string | readonly string[];

/** All formats by name. */
export const FORMATS: Readonly<Record<string, Format>> = {
  pretty: (result, { colours }) => pretty(result, colours),
  compact,
  json,
  sarif,
  junit,
  github,
  gitlab,
  markdown,
};

/** Formats whose readers look for files from the top of the repository, wherever the command runs. */
const FROM_TOP: ReadonlySet<string> = new Set(['github', 'gitlab', 'sarif']);

/** Formats a run; `top` is the folder of the repository, if there is one. */
export function inFormat(name: string, run: CheckRun, setting: FormatContext, top: string | undefined): readonly string[] {
  if (top === undefined || !FROM_TOP.has(name)) return [FORMATS[name]!(run, setting)].flat();
  const files = run.files.map(file => ({ ...file, path: slashed(path.relative(top, file.file)) }));
  return [FORMATS[name]!({ ...run, files }, { ...setting, cwd: top })].flat();
}

/** Formats that show the edits of fixes. */
export const SHOWS_EDITS: ReadonlySet<string> = new Set(['sarif']);
