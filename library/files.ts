/** Texts given by their names, as a project: addresses, the host, the names that they share. */
import type { Host } from '../language/findings/host.ts';
import { pageOf } from '../language/findings/pages.ts';
import { CredFile } from '../language/model/file.ts';
import { type Config, NO_CONFIG, readConfig } from '../language/project/config.ts';
import { isDay } from '../language/project/config-slips.ts';
import { Project } from '../language/project/project.ts';
import type { Options, SourceText } from './api.ts';

export const CONFIG = 'cred.json';
const ROOT = 'file:///';

/** The address under which a text is known; the path is given back as it was. */
const uriOf = (path: string): string => ROOT + path.split('/').map(encodeURIComponent).join('/');

export interface ProjectInput {
  readonly asOf: string;
  readonly host: Host;
  readonly project: Project;
  readonly config: Config;
  /** As written, where one is given. */
  readonly configText: string | undefined;
  /** Those that the configuration does not leave out. */
  readonly files: readonly {
    readonly path: string;
    readonly uri: string;
    /** Without the byte-order mark, which is beside it: empty, or that. */
    readonly text: string;
    readonly mark: string;
  }[];
  /** The path of an address; that of a built-in standard is kept. */
  shown(uri: string): string;
  read(file: { readonly uri: string }): CredFile;
}

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

/** The folder that all paths lie in, as its steps: the one that they are relative to, or for whole paths the innermost that holds them all. */
function topOf(paths: readonly string[]): readonly string[] {
  const [first = [], ...others] = paths.map(path => (isWhole(path) ? stepsOf(path).slice(0, -1) : []));
  return others.reduce((top, steps) => top.slice(0, top.findIndex((step, i) => steps[i] !== step) >>> 0), first);
}

/** Whether a document's path leads out of the project's folder, which it may do by as many ".." as the file is deep. */
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
