/**
 * What differs between the working files of one repository and a commit. git is asked for names and for what it has
 * stored; the working files are read here and not by git, which would send them through filters that the repository names.
 */
import { createHash } from 'node:crypto';
import { lstatSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { type GitAnswer, git } from '../../host/git.ts';
import { isConfigFile, isProgramFile } from '../../host/program-file.ts';
import { statsAt } from '../../host/stats.ts';
import { Refusal } from '../terminal/refusal.ts';

export interface ComparedRepository {
  /** Absolute paths of programs and settings that were changed, added or taken away. */
  readonly changed: readonly string[];
  /** Those of them that are on the disk no longer. */
  readonly gone: readonly string[];
  /** Those that the commit does not have. */
  readonly added: readonly string[];
  /** By absolute path the number under which git has the text of a changed file at the commit. */
  readonly stored: ReadonlyMap<string, string>;
  /** Repositories within it, each with the commit at which this one has it, if it does. */
  readonly inner: readonly { readonly top: string; readonly commit: string | undefined }[];
}

/** `top` is the repository's folder; without a commit all is new. */
export function compareRepository(top: string, commit: string | undefined): ComparedRepository {
  const before = commit === undefined ? NOTHING : treeOf(top, commit);
  const now = answer(top, ['ls-files', '-z', '--cached', '--others', '--exclude-standard']).split('\0').filter(Boolean);
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
    changed.push(file);
    if (was === undefined) added.push(file);
    else stored.set(file, was);
    if (bytes === undefined) gone.push(file);
  }
  // A repository that is not part of this one is listed as a folder, one that is (a submodule) as if it were a file.
  const inner = new Set([...before.inner.keys(), ...now.filter(name => name.endsWith('/') || isFolder(path.join(top, name)))]);
  return {
    changed,
    gone,
    added,
    stored,
    inner: [...inner].map(name => ({ top: path.join(top, name), commit: before.inner.get(name) })).filter(one => isFolder(one.top)),
  };
}

/** The texts that git has under some numbers, by number. */
export function storedTexts(top: string, numbers: readonly string[]): ReadonlyMap<string, string> {
  const texts = new Map<string, string>();
  if (numbers.length === 0) return texts;
  const { bytes } = answered(top, git(top, ['cat-file', '--batch'], numbers.map(number => `${number}\n`).join('')));
  // For each: NUMBER blob LENGTH\n the bytes \n
  for (let at = 0; at < bytes.length; ) {
    const end = bytes.indexOf('\n', at);
    const [number, type, length] = bytes.toString('latin1', at, end).split(' ');
    at = end + 1;
    if (type !== 'blob') continue; // it is missing here
    texts.set(number!, bytes.toString('utf8', at, at + Number(length)));
    at += Number(length) + 1;
  }
  return texts;
}

/** What git answers; throws its own words where it refuses. */
export const answer = (top: string, args: readonly string[]): string => answered(top, git(top, args)).stdout;

function answered(top: string, given: GitAnswer): GitAnswer {
  if (given.ok) return given;
  throw new Refusal(
    given.isThere
      ? `git does not say what has changed in "${top}": ${given.refusal}`
      : 'git is not found here, so what has changed is not known.',
  );
}

interface Tree {
  readonly files: ReadonlyMap<string, string>;
  readonly inner: ReadonlyMap<string, string>;
}

const NOTHING: Tree = { files: new Map(), inner: new Map() };

/** How git marks a link, which is no file of a project. */
const LINK = '120000';

/** The programs, settings and submodules of a commit, by name. */
function treeOf(top: string, commit: string): Tree {
  const files = new Map<string, string>();
  const inner = new Map<string, string>();
  for (const line of answer(top, ['ls-tree', '-r', '-z', '--full-tree', commit]).split('\0')) {
    const [, mode, type, number, name] = /^(\d+) (\w+) ([0-9a-f]+)\t(.*)$/s.exec(line) ?? [];
    if (type === 'commit') inner.set(name!, number!);
    else if (type === 'blob' && mode !== LINK && isOurs(name!)) files.set(name!, number!);
  }
  return { files, inner };
}

const isOurs = (name: string): boolean => isProgramFile(name) || isConfigFile(name);
const isFolder = (file: string): boolean => statsAt(file)?.isDirectory() ?? false;

function bytesOf(file: string): Buffer | undefined {
  try {
    return lstatSync(file).isFile() ? readFileSync(file) : undefined;
  } catch {
    return undefined; // gone, or not to be read
  }
}

/** Whether git would store these bytes under this number, as they are or with the line ends that it stores. */
function isStoredAs(bytes: Buffer, number: string): boolean {
  const isIt = (content: Buffer): boolean =>
    createHash(number.length > 40 ? 'sha256' : 'sha1')
      .update(`blob ${content.length}\0`)
      .update(content)
      .digest('hex') === number;
  return isIt(bytes) || (bytes.includes('\r\n') && isIt(Buffer.from(bytes.toString('latin1').replaceAll('\r\n', '\n'), 'latin1')));
}
