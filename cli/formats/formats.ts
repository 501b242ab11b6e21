/** Every way in which `cred check` can say what it has found. A new one is a file beside this and a line here. */
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

/** What a format may know beside the result. */
export interface FormatContext {
  /** Whether colours are shown where it is printed. */
  readonly colours: boolean;
  /** The version of Cred. */
  readonly version: string;
  /** A rule's page as it is shipped, in Markdown. */
  page(rule: string): string | undefined;
  /** The folder that paths are relative to, absolute. */
  readonly cwd: string;
}

/** What is long comes in pieces: put together, it would only be taken apart again to be written. */
export type Format = (result: CheckRun, setting: FormatContext) => string | readonly string[];

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

/** What a format says of a result; `top` is the folder of the repository, where there is one. */
export function inFormat(name: string, run: CheckRun, setting: FormatContext, top: string | undefined): readonly string[] {
  if (top === undefined || !FROM_TOP.has(name)) return [FORMATS[name]!(run, setting)].flat();
  const files = run.files.map(file => ({ ...file, path: slashed(path.relative(top, file.file)) }));
  return [FORMATS[name]!({ ...run, files }, { ...setting, cwd: top })].flat();
}

/** Formats that show what a fix would change. */
export const SHOWS_EDITS: ReadonlySet<string> = new Set(['sarif']);
