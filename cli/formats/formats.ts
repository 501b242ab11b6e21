/** Every way in which `cred check` can say what it has found. A new one is a file beside this and a line here. */
import path from 'node:path';
import { slashed } from '../../host/inside.ts';
import type { Severity } from '../../language/findings/finding.ts';
import { compact } from './compact.ts';
import { github } from './github.ts';
import { gitlab } from './gitlab.ts';
import { json } from './json.ts';
import { junit } from './junit.ts';
import { markdown } from './markdown.ts';
import { pretty } from './pretty.ts';
import { sarif } from './sarif.ts';
import type { Writer } from './writer.ts';

/** What a format may know beside what is found. */
export interface FormatContext {
  /** The day that the check stands for. */
  readonly asOf: string;
  /** Whether colours are shown where it is printed. */
  readonly colours: boolean;
  /** The version of Cred. */
  readonly version: string;
  /** Returns the page of a rule or a clause in Markdown; undefined for a clause of a project's own standard. */
  page(rule: string): string | undefined;
  /** Returns how serious the findings of a rule usually are. */
  severity(rule: string): Severity | undefined;
  /** The pipeline of Azure DevOps that runs this, in the names of its code scanning. */
  readonly pipeline?: Readonly<Record<string, string>> | undefined;
  /** The address of Cred's own page, if it is known. */
  readonly homepage?: string | undefined;
  /** The absolute folder to which paths are relative. */
  readonly cwd: string;
}

export type Format = (context: FormatContext) => Writer;

/** All formats by name. */
export const FORMATS: Readonly<Record<string, Format>> = {
  pretty: ({ colours }) => pretty(colours),
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

/** Returns the writer of a format; `top` is the folder of the repository, where there is one. */
export function writerIn(name: string, context: FormatContext, top: string | undefined): Writer {
  if (top === undefined || !FROM_TOP.has(name)) return FORMATS[name]!(context);
  const writer = FORMATS[name]!({ ...context, cwd: top });
  return { ...writer, file: file => writer.file({ ...file, path: slashed(path.relative(top, file.file)) }) };
}

/** Formats that show the edits of fixes. */
export const SHOWS_EDITS: ReadonlySet<string> = new Set(['sarif']);
