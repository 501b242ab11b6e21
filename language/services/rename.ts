/** Renames a block wherever its name is used. It refuses if any name would then resolve to another block. */
import { applyEdits, type Edit } from '../findings/finding.ts';
import { fileName } from '../model/address.ts';
import type { NamedFacts } from '../model/facts.ts';
import { CredFile } from '../model/file.ts';
import { grouped } from '../model/grouped.ts';
import type { Position, TextRange } from '../model/lines.ts';
import type { Names } from '../model/scope.ts';
import { RULES } from '../rules/index.ts';
import { isStandard } from '../standards/index.ts';
import { kindOf } from '../vocabulary/kinds.ts';
import { keyOf, mayName, mentions, type NamedFiles, namedAt, usesOf } from './mentions.ts';
import { renamedIds, type SettingsText } from './rename-ids.ts';

/** The reason for the refusal, as a sentence for the user. */
export interface RenameRefusal {
  readonly refused: string;
}

export interface Renamable {
  readonly range: TextRange;
  readonly placeholder: string;
}

export interface Renaming {
  readonly changes: Readonly<Record<string, readonly { readonly range: TextRange; readonly newText: string }[]>>;
}

const NAME = /^[_\p{L}][\p{L}\p{M}\p{N}_-]*$/u;

/** Returns the name at a position, if it can be changed, or else the refusal. */
export function prepareRename(project: NamedFiles, uri: string, position: Position): Renamable | RenameRefusal {
  const file = project.file(uri);
  const at = file && namedAt(file, file.lines.offset(position), project);
  if (!file || !at) return { refused: 'Only the name of a block can be changed here. Put the cursor on one.' };
  const { target, span } = at;
  if (isStandard(target.uri))
    return { refused: `"${target.path}" belongs to the standards that come with Cred, so its name stays as it is.` };
  return { range: file.lines.range(span.start, span.end), placeholder: file.text.slice(span.start, span.end) };
}

/** Returns the edits of a renaming, or the refusal. `settings` is the project's `cred.json`, if it has one; the name changes there too. */
export function rename(
  project: NamedFiles,
  uri: string,
  position: Position,
  newName: string,
  settings?: SettingsText,
): Renaming | RenameRefusal {
  const ready = prepareRename(project, uri, position);
  if ('refused' in ready) return ready;
  const file = project.file(uri)!;
  const { target } = namedAt(file, file.lines.offset(position), project)!;
  const written = newName.trim();
  const name = written.normalize('NFC');
  if (name === target.name) return { changes: {} };
  const refused = unusable(written) ?? taken(project, target, name) ?? sameIds(project, target, name);
  if (refused) return { refused };

  const changes: Record<string, { range: TextRange; newText: string }[]> = {};
  for (const use of usesOf(target, project)) (changes[use.uri] ??= []).push({ range: use.range, newText: written });
  const misread = whatChanges(project, changes, [target.name, name]);
  if (misread) return { refused: misread };
  for (const { uri: of, ...change } of renamedIds(project, target, name, settings)) (changes[of] ??= []).push(change);
  return { changes };
}

function unusable(name: string): string | undefined {
  if (name === 'of' || name === 'to') return `"${name}" joins two numbers in Cred, so it cannot be a name.`;
  if (NAME.test(name)) return undefined;
  return `"${name}" cannot be a name. A name begins with a letter and has only letters, digits, "-" and "_" in it.`;
}

/** Returns a refusal if another block of the same scope has the name. */
function taken(project: NamedFiles, target: NamedFacts, name: string): string | undefined {
  const file = project.file(target.uri);
  const siblings = target.path.includes('.') ? parentOf(file?.names ?? [], target)?.children : project.top(name);
  const other = siblings?.find(one => one.name === name);
  if (!other) return undefined;
  if (isStandard(other.uri)) return `"${name}" is the name of a standard that comes with Cred. Choose another name.`;
  return `"${name}" is taken already: ${described(other)} has this name${other.uri === target.uri ? '' : ` in ${fileName(other.uri)}`}. Choose another name.`;
}

/** Returns a refusal if another standard's name differs only in case, because the ids of findings begin with the name in lower case. */
function sameIds(project: NamedFiles, target: NamedFacts, name: string): string | undefined {
  if (target.kind !== 'standard' || name.toLowerCase() === target.name.toLowerCase()) return undefined;
  const group = `${name.toLowerCase()}/`;
  const others = [...project.all].some(one => one.kind === 'standard' && `${one.name.toLowerCase()}/` === group);
  if (!others && !RULES.some(({ id }) => id.startsWith(group))) return undefined;
  return `Findings of "${name}" would begin with "${group}", as others do already. Choose another name.`;
}

function parentOf(among: readonly NamedFacts[], target: NamedFacts): NamedFacts | undefined {
  for (const one of among) {
    const found = one.children.some(child => keyOf(child) === keyOf(target)) ? one : parentOf(one.children, target);
    if (found) return found;
  }
  return undefined;
}

/** Parses the files as they would be, and compares the target of each name before and after. */
function whatChanges(project: NamedFiles, changes: Renaming['changes'], involved: readonly string[]): string | undefined {
  const before = new Map<string, CredFile>();
  const after = new Map<string, CredFile>();
  for (const uri of project.uris) {
    const text = project.text(uri);
    if (text === undefined || !involved.some(name => mayName(text, name))) continue;
    const file = project.file(uri)!;
    before.set(uri, file);
    const edits = (changes[uri] ?? []).map(
      ({ range, newText }): Edit => ({ start: file.lines.offset(range.start), end: file.lines.offset(range.end), text: newText }),
    );
    after.set(uri, edits.length > 0 ? CredFile.read(uri, applyEdits(text, edits)) : file);
  }
  const [old, fresh] = [placesOf(before), placesOf(after)];
  const [namesBefore, namesAfter] = [among(project, before), among(project, after)];
  for (const [uri, file] of before) {
    const now = [...mentions(after.get(uri)!, namesAfter)];
    for (const [i, mention] of [...mentions(file, namesBefore)].entries()) {
      const other = now[i]?.target;
      if (placeOf(mention.target, old) === placeOf(other, fresh)) continue;
      const line = file.lines.position(mention.start).line + 1;
      const place = `"${mention.name}" on line ${line} of ${fileName(uri)}`;
      return `Choose another name: with this one, ${place} would stand for ${other ? described(other) : 'nothing'}${mention.target ? ` and no longer for ${described(mention.target)}` : ''}.`;
    }
  }
  return undefined;
}

/** Returns the project's names with some files replaced. */
function among(project: NamedFiles, files: ReadonlyMap<string, CredFile>): Names {
  const replaced = grouped(
    [...files.values()].flatMap(file => file.names),
    one => one.name,
  );
  return {
    top: name => [...(replaced.get(name) ?? []), ...project.top(name).filter(one => !files.has(one.uri))],
    owned: () => [],
    all: [],
  };
}

/** Identifies each block by its index among the blocks of its file, which a new name does not change. */
function placesOf(files: ReadonlyMap<string, CredFile>): Map<NamedFacts, string> {
  const places = new Map<NamedFacts, string>();
  for (const file of files.values()) {
    for (const [i, block] of file.blocks.entries()) {
      const named = file.named(block);
      if (named) places.set(named, `${file.uri} ${i}`);
    }
  }
  return places;
}

const placeOf = (named: NamedFacts | undefined, places: ReadonlyMap<NamedFacts, string>): string | undefined =>
  named && (places.get(named) ?? keyOf(named));

const described = ({ kind, name, title }: NamedFacts): string => `${kindOf(kind)?.called ?? 'a block'} ("${title || name}")`;
