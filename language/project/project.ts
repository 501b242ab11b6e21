/**
 * The files of one project and their findings. Open files keep their tree; closed ones keep only their text, the names
 * they give and their findings. An edit checks its own file again and those that asked for a name which it changed.
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
  /** Kept while the file is open. */
  file: CredFile | undefined;
  names: readonly NamedFacts[];
  /** Per top-level name and per owner, what others may know of it. */
  prints: ReadonlyMap<string, string>;
  checked: CheckedBlocks | undefined;
  /** In other files, what its findings name. */
  points: Points;
  memory: Memory | undefined;
  dirty: boolean;
  programs: number;
  holes: number;
}

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

  /** Adds a file or gives it a new text. Only what it changes is to be checked again. */
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

  /** The file understood; a closed one is read anew and not kept. */
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

  /** The top-level names that a file gives. */
  namesOf(uri: string): readonly NamedFacts[] {
    return this.entries.get(uri)?.names ?? [];
  }

  top(name: string): readonly NamedFacts[] {
    return this.byName.get(name, standardNamed(name));
  }

  owned(owner: string): readonly NamedFacts[] {
    return this.byOwner.get(owner);
  }

  /** An iterable, not a list: hardly any check asks for it, and every check is handed it. */
  all: Iterable<NamedFacts> = this.everyName();

  private everyName(): Iterable<NamedFacts> {
    return { [Symbol.iterator]: () => this.every() };
  }

  private *every(): Generator<NamedFacts> {
    // In the order of the files, so that what is suggested does not depend on which was edited last.
    for (const uri of [...this.entries.keys()].sort()) yield* this.namesOf(uri);
    yield* standardNames();
  }

  /** The project's own names, without the built-in standards. */
  get own(): readonly NamedFacts[] {
    return [...this.entries.values()].flatMap(({ names }) => names);
  }

  // —— the findings ——

  /** Files whose findings are out of date, open ones first. */
  get dirty(): readonly string[] {
    const dirty = [...this.entries.values()].filter(entry => entry.dirty);
    return dirty.sort((a, b) => Number(b.open) - Number(a.open)).map(entry => entry.uri);
  }

  /** Everything is to be checked again: the settings or the day have changed. */
  recheckAll(): void {
    for (const entry of this.entries.values()) {
      entry.dirty = true;
      if (entry.memory) entry.memory = new Memory();
    }
  }

  /** The file's findings, made anew where something they rest on has changed. Their fixes are named; {@link fixable} has their edits. */
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

  /** The same findings with fixes that can be applied; with `within`, what is found outside of that top-level block may be left out. */
  fixable(uri: string, within?: Block): readonly Finding[] {
    const file = this.entries.has(uri) ? this.file(uri) : undefined;
    return file ? check(file, this, this.host, undefined, within).findings : [];
  }

  /** How many files have been checked since the beginning: an edit should add few. */
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

  /** Marks the files that asked for a name which was added, changed or taken away. */
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

  /** Marks the files whose findings name a place that an edit of another file moves, whatever names it changes. */
  private moved(uri: string, before: string, after: string): void {
    let hasMoved: ((line: number) => boolean) | undefined;
    for (const entry of this.entries.values()) {
      const lines = entry.dirty ? undefined : entry.points.get(uri);
      if (lines?.some((hasMoved ??= movesLine(before, after)))) entry.dirty = true;
    }
  }
}

/** How many values of a file are still to come. */
export const holesOf = (file: CredFile): number => file.problems.filter(problem => problem.rule === 'hole').length;

/** A finding that is kept must not hold on to a tree. */
const withoutTree = (finding: Finding): Finding => ({ ...finding, fixes: finding.fixes.map(withoutEdits) });

/** By top-level name all that other files may see of it, and by owner what those see who look at all its programs. */
export function printsOf(names: readonly NamedFacts[]): Map<string, string> {
  const made = new Map<string, string>();
  for (const named of names) {
    made.set(named.name, (made.get(named.name) ?? '') + print(named));
    const owner = statedOwner(named);
    if (owner !== undefined) made.set(ownedKey(owner), (made.get(ownedKey(owner)) ?? '') + printOfParts(named));
  }
  return made;
}

/** The names that a file gives, and the owners that its programs name. */
export const keysOf = (names: readonly NamedFacts[]): readonly string[] =>
  names.flatMap(named => {
    const owner = statedOwner(named);
    return owner === undefined ? [named.name] : [named.name, ownedKey(owner)];
  });

const prints = new WeakMap<BlockFacts, string>();
/** What others may see of a block, wherever it stands. */
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
/** The same without names that nobody asks for through an owner: what a program teaches in detail is its own affair. */
function printOfParts(part: BlockFacts): string {
  let made = partPrints.get(part);
  if (made === undefined) partPrints.set(part, (made = `${ownPrint(part)}[${part.parts.map(printOfParts).join()}]`));
  return made;
}

/** Of what stands in it there are prints already: as a text in a text, each would double with every block around it. */
const ownPrint = ({ kind, name, title, says, open }: BlockFacts): string => JSON.stringify([kind, name, title, says, open]);

function standardFile(uri: string): CredFile | undefined {
  for (const named of standardNames()) if (named.uri === uri) return named.file;
  return undefined;
}
