/** Makes a project from texts with paths: it gives them addresses, a host and shared names. */
import type { Host } from '../language/findings/host.ts';
import { pageOf } from '../language/findings/pages.ts';
import { CredFile } from '../language/model/file.ts';
import { type Config, NO_CONFIG, readConfig } from '../language/project/config.ts';
import { isDay } from '../language/project/config-slips.ts';
import { Project } from '../language/project/project.ts';
import type { Options, SourceText } from './api.ts';

/** The name of a project's settings file. */
export const CONFIG = 'cred.json';
const ROOT = 'file:///';

/** Returns the address under which a text is known. {@link ProjectInput.shown} turns it back into the path. */
const uriOf = (path: string): string => ROOT + path.split('/').map(encodeURIComponent).join('/');

/** A project made from texts. */
export interface ProjectInput {
  readonly asOf: string;
  readonly host: Host;
  readonly project: Project;
  readonly config: Config;
  /** The text of the configuration, if one is given. */
  readonly configText: string | undefined;
  /** The files that the configuration does not leave out. */
  readonly files: readonly {
    readonly path: string;
    readonly uri: string;
    /** The text without its byte-order mark. The mark, or an empty string, is kept beside it. */
    readonly text: string;
    readonly mark: string;
  }[];
  /** Returns the path of an address; the address of a built-in standard is returned unchanged. */
  shown(uri: string): string;
  read(file: { readonly uri: string }): CredFile;
}

/** Reads texts and options into a project. Throws nothing: mistakes in the configuration are findings. */
export function given(texts: readonly SourceText[], { asOf, config: written, exists }: Options = {}): ProjectInput {
  if (asOf !== undefined && !isDay(asOf)) throw new RangeError(`"${asOf}" is not a day. Write it as 2026-01-31.`);
  const configText = written === undefined || typeof written === 'string' ? written : JSON.stringify(written, undefined, 2);
  const config = configText === undefined ? NO_CONFIG : readConfig(configText);
  const paths = new Map(texts.map(({ path }) => [uriOf(path), path]));
  const shown = (uri: string): string => paths.get(uri) ?? uri;
  const top = topOf(texts.map(({ path }) => path));
  const today = asOf ?? config.asOf ?? new Date().toISOString().slice(0, 10);
  const host: Host = {
    today,
    whereabouts(uri, document) {
      if (leadsOut(shown(uri), document, top)) return 'outside';
      return exists && (exists(shown(uri), document) ? 'there' : 'missing');
    },
    severity: (rule, at) => config.severity(rule, at && shown(at.uri), at?.program),
    limit: config.limit,
    standards: config.standards,
    help: pageOf,
  };
  const project = new Project(host);
  const files = texts
    .filter(({ path }) => !config.excludes(path))
    .map(({ path, text }) => {
      const mark = text.startsWith('\uFEFF') ? '\uFEFF' : '';
      return { path, uri: uriOf(path), text: text.slice(mark.length), mark };
    });
  for (const { uri, text } of files) project.set(uri, text, false);
  return { asOf: today, host, project, config, configText, files, shown, read: ({ uri }) => CredFile.read(uri, project.text(uri)!) };
}

/**
 * Returns the names of the folders that lead to the project's folder. For absolute paths this is the innermost folder that contains them
 * all; relative paths begin at it.
 */
function topOf(paths: readonly string[]): readonly string[] {
  const [first = [], ...others] = paths.map(path => (isWhole(path) ? stepsOf(path).slice(0, -1) : []));
  return others.reduce((top, steps) => top.slice(0, top.findIndex((step, i) => steps[i] !== step) >>> 0), first);
}

/** Whether a document's path leads out of the project's folder. A path may have as many ".." as its file lies deep. */
function leadsOut(file: string, document: string, top: readonly string[]): boolean {
  const at = stepsOf(file).slice(0, -1);
  for (const step of stepsOf(document)) {
    if (step !== '..') at.push(step);
    else if (at.length <= top.length) return true;
    else at.pop();
  }
  return false;
}

const isWhole = (path: string): boolean => /^(?:[\\/]|[a-z]:)/i.test(path);
const stepsOf = (path: string): string[] => path.split(/[\\/]/).filter(step => step !== '' && step !== '.');
