/**
 * Compares the working files of one repository with a commit. git is asked for names and stored texts. The working files are read here,
 * because git would send them through filters that the repository names.
 */
import { createHash } from 'node:crypto';
import { lstatSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { type GitAnswer, git } from './git.ts';
import { isConfigFile, isProgramFile } from './program-file.ts';
import { Refusal } from './refusal.ts';
import { statsAt } from './stats.ts';

/** The difference between a repository's working files and a commit. */
export interface ComparedRepository {
  /** The absolute paths of `.cred` and `cred.json` files that were changed, added or removed. */
  readonly changed: readonly string[];
  /** Those of the changed files that no longer exist on disk. */
  readonly gone: readonly string[];
  /** Those of the changed files that the commit does not have. */
  readonly added: readonly string[];
  /** The object ids under which git stores the texts of changed files at the commit, by absolute path. */
  readonly stored: ReadonlyMap<string, string>;
  /** Repositories within this one, each with the commit that this one records for it, if any. */
  readonly inner: readonly { readonly top: string; readonly commit: string | undefined }[];
}

/** Compares the repository in the folder `top`. Without a commit, every file is new. */
export function compareRepository(top: string, commit: string | undefined): ComparedRepository {
  const before = commit === undefined ? NOTHING : treeOf(top, commit);
  const listed = answer(top, ['ls-files', '-z', '-t', '--cached', '--others', '--exclude-standard']).split('\0').filter(Boolean);
  const now = listed.map(line => line.slice(TAG.length));
  const sparse = new Set(listed.filter(line => line.startsWith(TAG)).map(line => line.slice(TAG.length)));
  const names = [...new Set([...before.files.keys(), ...now.filter(isOurs)])].sort();
  const changed: string[] = [];
  const gone: string[] = [];
  const added: string[] = [];
  const stored = new Map<string, string>();
  for (const name of names) {
    const file = path.join(top, name);
    const was = before.files.get(name);
    const bytes = bytesOf(file);
    if (was === undefined ? bytes === undefined : bytes !== undefined && isStoredAs(bytes, was)) continue;
    if (bytes === undefined && sparse.has(name)) continue; // A sparse checkout leaves it out; it has not changed.
    changed.push(file);
    if (was === undefined) added.push(file);
    else stored.set(file, was);
    if (bytes === undefined) gone.push(file);
  }
  // git lists a nested repository as a folder, but a submodule as if it were a file.
  const inner = new Set([...before.inner.keys(), ...now.filter(name => name.endsWith('/') || isFolder(path.join(top, name)))]);
  return {
    changed,
    gone,
    added,
    stored,
    inner: [...inner].map(name => ({ top: path.join(top, name), commit: before.inner.get(name) })).filter(one => isFolder(one.top)),
  };
}

/** Returns the stored texts of some object ids, by id. */
export function storedTexts(top: string, ids: readonly string[]): ReadonlyMap<string, string> {
  const texts = new Map<string, string>();
  if (ids.length === 0) return texts;
  const { bytes } = answered(top, git(top, ['cat-file', '--batch'], ids.map(id => `${id}\n`).join('')));
  // The output repeats: ID, " blob ", LENGTH, a line end, the bytes, a line end.
  for (let at = 0; at < bytes.length; ) {
    const end = bytes.indexOf('\n', at);
    const [id, type, length] = bytes.toString('latin1', at, end).split(' ');
    at = end + 1;
    if (type !== 'blob') continue; // The object is missing in this clone.
    texts.set(id!, bytes.toString('utf8', at, at + Number(length)));
    at += Number(length) + 1;
  }
  return texts;
}

/** Returns git's output. Throws a {@link Refusal} with git's own message if it fails. */
export const answer = (top: string, args: readonly string[]): string => answered(top, git(top, args)).stdout;

function answered(top: string, given: GitAnswer): GitAnswer {
  if (given.ok) return given;
  throw new Refusal(
    given.isThere
      ? `git does not say what has changed in "${top}": ${given.refusal}`
      : 'git is not found here, so what has changed is not known.',
  );
}

/** Before the name of a file that `git ls-files -t` lists although a sparse checkout leaves it out. All tags have this length. */
const TAG = 'S ';

interface Tree {
  readonly files: ReadonlyMap<string, string>;
  readonly inner: ReadonlyMap<string, string>;
}

const NOTHING: Tree = { files: new Map(), inner: new Map() };

/** The mode by which git marks a symbolic link, which is not a file of a project. */
const LINK = '120000';

/** Returns the `.cred` and `cred.json` files and the submodules of a commit, by name. */
function treeOf(top: string, commit: string): Tree {
  const files = new Map<string, string>();
  const inner = new Map<string, string>();
  for (const line of answer(top, ['ls-tree', '-r', '-z', '--full-tree', commit]).split('\0')) {
    const [, mode, type, id, name] = /^(\d+) (\w+) ([0-9a-f]+)\t(.*)$/s.exec(line) ?? [];
    if (type === 'commit') inner.set(name!, id!);
    else if (type === 'blob' && mode !== LINK && isOurs(name!)) files.set(name!, id!);
  }
  return { files, inner };
}

const isOurs = (name: string): boolean => isProgramFile(name) || isConfigFile(name);
const isFolder = (file: string): boolean => statsAt(file)?.isDirectory() ?? false;

function bytesOf(file: string): Buffer | undefined {
  try {
    return lstatSync(file).isFile() ? readFileSync(file) : undefined;
  } catch {
    return undefined; // The file is gone or may not be read.
  }
}

/** Whether git would store these bytes under this object id, either as they are or with its normalized line ends. */
function isStoredAs(bytes: Buffer, id: string): boolean {
  const isIt = (content: Buffer): boolean =>
    createHash(id.length > 40 ? 'sha256' : 'sha1')
      .update(`blob ${content.length}\0`)
      .update(content)
      .digest('hex') === id;
  return isIt(bytes) || (bytes.includes('\r\n') && isIt(Buffer.from(bytes.toString('latin1').replaceAll('\r\n', '\n'), 'latin1')));
}
