/** Every way in which `cred check` can say what it has found. A new one is a file beside this and a line here. */
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

/** Formats that show what a fix would change. */
export const SHOWS_EDITS: ReadonlySet<string> = new Set(['sarif']);
