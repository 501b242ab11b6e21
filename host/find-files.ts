/** The files of a folder that belong to a project: without hidden folders, `node_modules` and what git ignores. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import ignore, { type Ignore } from 'ignore';

interface Rules {
  readonly folder: string;
  readonly ignore: Ignore;
}

/** Absolute paths in the order of their names; a folder that cannot be read is passed over. */
export function findFiles(folder: string, wants: (name: string) => boolean): string[] {
  const found: string[] = [];
  walk(folder, rulesAbove(folder), wants, found);
  return found;
}

/** Whether {@link findFiles} finds a file that is somewhere below the folder. */
export function isFound(folder: string, file: string, wants: (name: string) => boolean): boolean {
  const names = path.relative(folder, file).split(path.sep);
  let at = folder;
  let rules = rulesAbove(folder);
  for (const [i, name] of names.entries()) {
    rules = withOwn(at, rules);
    at = path.join(at, name);
    if (isPassedOver(name) || isIgnored(at, i < names.length - 1, rules)) return false;
  }
  return wants(names.at(-1)!);
}

function walk(folder: string, above: readonly Rules[], wants: (name: string) => boolean, found: string[]): void {
  const rules = withOwn(folder, above);
  for (const entry of entries(folder)) {
    if (isPassedOver(entry.name)) continue;
    const full = path.join(folder, entry.name);
    if (isIgnored(full, entry.isDirectory(), rules)) continue;
    if (entry.isDirectory()) walk(full, rules, wants, found);
    else if (entry.isFile() && wants(entry.name)) found.push(full);
  }
}

const isPassedOver = (name: string): boolean => name.startsWith('.') || name === 'node_modules';

function entries(folder: string) {
  try {
    return readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1));
  } catch {
    return [];
  }
}

/** The `.gitignore` files from the repository's top down to the folder's parent. */
function rulesAbove(folder: string): Rules[] {
  const parents: string[] = [];
  for (let at = folder; ; at = path.dirname(at)) {
    if (at !== folder) parents.unshift(at);
    if (existsSync(path.join(at, '.git'))) break;
    if (path.dirname(at) === at) return [];
  }
  return parents.reduce<Rules[]>((rules, parent) => withOwn(parent, rules), []);
}

function withOwn(folder: string, above: readonly Rules[]): Rules[] {
  const file = path.join(folder, '.gitignore');
  return existsSync(file) ? [...above, { folder, ignore: ignore().add(readFileSync(file, 'utf8')) }] : [...above];
}

/** The nearest file that speaks of a path decides. */
function isIgnored(full: string, isFolder: boolean, rules: readonly Rules[]): boolean {
  for (const { folder, ignore: own } of [...rules].reverse()) {
    const relative = path.relative(folder, full).replaceAll('\\', '/') + (isFolder ? '/' : '');
    const { ignored, unignored } = own.test(relative);
    if (ignored || unignored) return ignored;
  }
  return false;
}
