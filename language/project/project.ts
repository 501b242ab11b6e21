/**
 * The files of a project and their findings. An open file keeps its tree; a closed one keeps only its text, its names and its findings.
 * After an edit, its file is checked again, and so are the files that looked up a name that changed.
 */
import { type CheckedBlocks, check, Memory, withoutEdits } from '../check/check.ts';
import type { Finding } from '../findings/finding.ts';
import type { Host } from '../findings/host.ts';
import { EVERY_NAME, ownedKey } from '../model/asked-names.ts';
import type { Block } from '../model/bind.ts';
import type { BlockFacts, NamedFacts } from '../model/facts.ts';
import { CredFile } from '../model/file.ts';
import { statedOwner } from '../model/owned.ts';
import type { Names } from '../model/scope.ts';
import { standardNamed, standardNames } from '../standards/index.ts';
import { NameIndex, sameNames } from './name-index.ts';
import { movesLine, NOWHERE, type Points, pointsOf } from './points.ts';

interface FileEntry {
  readonly uri: string;
  text: string;
  open: boolean;
  /** The parsed file, kept while it is open. */
  file: CredFile | undefined;
  names: readonly NamedFacts[];
  /** For each top-level name and each owner, a text of everything that other files can know of it. */
  prints: ReadonlyMap<string, string>;
  checked: CheckedBlocks | undefined;
  /** The places in other files that its findings mention. */
  points: Points;
  memory: Memory | undefined;
  dirty: boolean;
  programs: number;
  holes: number;
}

/** A project. It checks files when their findings are read. */
export class Project implements Names {
  private readonly entries = new Map<string, FileEntry>();
  private readonly byName = new NameIndex();
  private readonly byOwner = new NameIndex();

  constructor(public host: Host) {}

  // —— the files ——

  get uris(): readonly string[] {
    return [...this.entries.keys()];
  }

  has(uri: string): boolean {
    return this.entries.has(uri);
  }

  /** Adds a file, or gives it a new text. Only files that the change affects are marked for checking. */
  set(uri: string, text: string, open: boolean): void {
    const old = this.entries.get(uri);
    if (old && old.text === text && old.open === open) return;
    if (old && old.text === text) {
      old.open = open;
      old.memory = open ? new Memory() : undefined;
      if (!open) old.file = undefined;
      return;
    }
    const file = CredFile.read(uri, text, old?.file);
    const prints = printsOf(file.names);
    const entry: FileEntry = {
      uri,
      text,
      open,
      file,
      names: file.names,
      prints,
      checked: old?.checked,
      points: old?.points ?? NOWHERE,
      memory: open ? (old?.memory ?? new Memory()) : undefined,
      dirty: true,
      programs: file.programs.length,
      holes: holesOf(file),
    };
    this.entries.set(uri, entry);
    this.reindex(uri, old?.names ?? [], file.names);
    this.touched(old?.prints, prints, uri);
    if (old) this.moved(uri, old.text, text);
  }

  remove(uri: string): void {
    const old = this.entries.get(uri);
    if (!old) return;
    this.entries.delete(uri);
    this.reindex(uri, old.names, []);
    this.touched(old.prints, undefined, uri);
  }

  /** Returns the parsed file. A closed file is parsed again each time. */
  file(uri: string): CredFile | undefined {
    const entry = this.entries.get(uri);
    if (!entry) return standardFile(uri);
    if (entry.file) return entry.file;
    const file = CredFile.read(uri, entry.text);
    if (entry.open) entry.file = file;
    return file;
  }

  text(uri: string): string | undefined {
    return this.entries.get(uri)?.text;
  }

  // —— the names ——

  /** Returns the top-level names of a file. */
  namesOf(uri: string): readonly NamedFacts[] {
    return this.entries.get(uri)?.names ?? [];
  }

  top(name: string): readonly NamedFacts[] {
    return this.byName.get(name, standardNamed(name));
  }

  owned(owner: string): readonly NamedFacts[] {
    return this.byOwner.get(owner);
  }

  /** An iterable instead of a list, because every check receives it and hardly any reads it. */
  all: Iterable<NamedFacts> = this.everyName();

  private everyName(): Iterable<NamedFacts> {
    return { [Symbol.iterator]: () => this.every() };
  }

  private *every(): Generator<NamedFacts> {
    // The names come in the order of the files, so that suggestions do not depend on which file was edited last.
    for (const uri of [...this.entries.keys()].sort()) yield* this.namesOf(uri);
    yield* standardNames();
  }

  /** The project's own names, without the built-in standards. */
  get own(): readonly NamedFacts[] {
    return [...this.entries.values()].flatMap(({ names }) => names);
  }

  // —— the findings ——

  /** The files whose findings are out of date, open ones first. */
  get dirty(): readonly string[] {
    const dirty = [...this.entries.values()].filter(entry => entry.dirty);
    return dirty.sort((a, b) => Number(b.open) - Number(a.open)).map(entry => entry.uri);
  }

  /** Marks all files for checking, after a change of the settings or the day. */
  recheckAll(): void {
    for (const entry of this.entries.values()) {
      entry.dirty = true;
      if (entry.memory) entry.memory = new Memory();
    }
  }

  /** Returns the file's findings, and checks the file if they are out of date. Their fixes have no edits; {@link fixable} has them. */
  findings(uri: string): readonly Finding[] {
    const entry = this.entries.get(uri);
    if (!entry) return [];
    if (entry.dirty || !entry.checked) {
      const file = entry.file ?? CredFile.read(uri, entry.text);
      entry.checked = check(file, this, this.host, entry.memory);
      entry.dirty = false;
      entry.points = pointsOf(entry.checked.findings, uri);
      this.checks++;
      entry.file = entry.open ? file : undefined;
      if (!entry.open) entry.checked = { ...entry.checked, findings: entry.checked.findings.map(withoutTree), ignores: [], silenced: [] };
    }
    return entry.checked.findings;
  }

  /** Returns the findings with fixes that can be applied. With `within`, findings outside that top-level block may be left out. */
  fixable(uri: string, within?: Block): readonly Finding[] {
    const file = this.entries.has(uri) ? this.file(uri) : undefined;
    return file ? check(file, this, this.host, undefined, within).findings : [];
  }

  /** The number of file checks so far; an edit should add few. */
  checks = 0;

  count(uri: string): { programs: number; holes: number } {
    const entry = this.entries.get(uri);
    return { programs: entry?.programs ?? 0, holes: entry?.holes ?? 0 };
  }

  private reindex(uri: string, before: readonly NamedFacts[], after: readonly NamedFacts[]): void {
    this.byName.replace(uri, before, after, ({ name }) => name);
    this.byOwner.replace(uri, before, after, statedOwner);
    if (!sameNames(before, after)) this.all = this.everyName();
  }

  /** Marks the files that looked up a name that was added, changed or removed. */
  private touched(before: ReadonlyMap<string, string> | undefined, after: ReadonlyMap<string, string> | undefined, except: string): void {
    const changed: string[] = [];
    for (const [name, print] of after ?? []) if (before?.get(name) !== print) changed.push(name);
    for (const name of before?.keys() ?? []) if (!after?.has(name)) changed.push(name);
    if (changed.length === 0) return;
    const asked = [EVERY_NAME, ...changed];
    for (const entry of this.entries.values()) {
      if (entry.uri !== except && !entry.dirty && asked.some(name => entry.checked?.asked.has(name))) entry.dirty = true;
    }
  }

  /** Marks the files whose findings mention a place that an edit of another file moves, whether or not names change. */
  private moved(uri: string, before: string, after: string): void {
    let hasMoved: ((line: number) => boolean) | undefined;
    for (const entry of this.entries.values()) {
      const lines = entry.dirty ? undefined : entry.points.get(uri);
      if (lines?.some((hasMoved ??= movesLine(before, after)))) entry.dirty = true;
    }
  }
}

/** Returns the number of holes in a file. */
export const holesOf = (file: CredFile): number => file.problems.filter(problem => problem.rule === 'hole').length;

/** Removes the edits of a finding's fixes, so that a cached finding does not keep a tree in memory. */
const withoutTree = (finding: Finding): Finding => ({ ...finding, fixes: finding.fixes.map(withoutEdits) });

/**
 * Returns a text for each top-level name, of everything that other files can see of it, and one for each owner, of everything that can be
 * seen of its programs.
 */
export function printsOf(names: readonly NamedFacts[]): Map<string, string> {
  const made = new Map<string, string>();
  for (const named of names) {
    made.set(named.name, (made.get(named.name) ?? '') + print(named));
    const owner = statedOwner(named);
    if (owner !== undefined) made.set(ownedKey(owner), (made.get(ownedKey(owner)) ?? '') + printOfParts(named));
  }
  return made;
}

/** Returns the names that a file defines, and the owners that its programs name. */
export const keysOf = (names: readonly NamedFacts[]): readonly string[] =>
  names.flatMap(named => {
    const owner = statedOwner(named);
    return owner === undefined ? [named.name] : [named.name, ownedKey(owner)];
  });

const prints = new WeakMap<BlockFacts, string>();
/** Returns a text of everything that other files can see of a block, without its place. */
function print(part: BlockFacts): string {
  let made = prints.get(part);
  if (made === undefined) {
    const children = 'children' in part ? (part as NamedFacts).children.map(print) : [];
    const unnamed = part.parts.filter(one => one.name === undefined).map(print);
    prints.set(part, (made = `${ownPrint(part)}[${children.join()}][${unnamed.join()}]`));
  }
  return made;
}

const partPrints = new WeakMap<BlockFacts, string>();
/** Returns the same text without names that nobody looks up through an owner, such as the parts that a program teaches. */
function printOfParts(part: BlockFacts): string {
  let made = partPrints.get(part);
  if (made === undefined) partPrints.set(part, (made = `${ownPrint(part)}[${part.parts.map(printOfParts).join()}]`));
  return made;
}

/** Returns the text of the block itself. Inner blocks have their own; nesting a text in a text would double its escapes at every level. */
const ownPrint = ({ kind, name, title, says, open }: BlockFacts): string => JSON.stringify([kind, name, title, says, open]);

function standardFile(uri: string): CredFile | undefined {
  for (const named of standardNames()) if (named.uri === uri) return named.file;
  return undefined;
}
