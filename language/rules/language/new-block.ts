/** Makes fixes that add the missing target of a name, at the place and in the file where it belongs. */
import type { Edit, Fix } from '../../findings/finding.ts';
import { blockOfFacts } from '../../fixes/elsewhere.ts';
import { addBlock, chosen } from '../../fixes/fix.ts';
import { fileName } from '../../model/address.ts';
import type { AnyBlock, Stated } from '../../model/block.ts';
import type { NamedFacts } from '../../model/facts.ts';
import { type CredFile, programOf } from '../../model/file.ts';
import { type Names, resolve } from '../../model/scope.ts';
import type { Reference } from '../../model/values.ts';
import { PROGRAMS, TOP } from '../../vocabulary/define.ts';
import { kindOf } from '../../vocabulary/kinds.ts';

interface Wanted {
  readonly name: string;
  /** The title as written, in quotation marks; a hole if it is unknown. */
  readonly title?: string;
  readonly kinds: readonly string[];
  /** `from` is the block with the reference; the other is the block in which the name is looked up, if one is named before a dot. */
  readonly from: AnyBlock;
  readonly within?: NamedFacts;
}

/** Returns an unsafe fix for each likely kind, such as `Add organization ABC`. Only the author knows whether the block should exist. */
export function newBlocks(wanted: Wanted, file: CredFile, names: Names): Fix[] {
  return likely(wanted).flatMap(kind => {
    // A standard cannot be written just to complete a name.
    if (kind === 'standard') return [];
    const fix = newBlock(kind, wanted, file, names);
    return fix ? [chosen(fix)] : [];
  });
}

/** Returns the kinds that are usual for this kind of program; if it is undecided, those for any program. */
function likely({ kinds, from }: Wanted): readonly string[] {
  if (PROGRAMS.every(kind => kinds.includes(kind))) return ['program'];
  const program = programOf(from)?.kind;
  const fitting = kinds.filter(
    kind => !(kind === 'outcome' && program === 'certification') && !(kind === 'domain' && program === 'certificate'),
  );
  return (fitting.length > 0 ? fitting : kinds).slice(0, 2);
}

function newBlock(kind: string, { name, title, from, within }: Wanted, file: CredFile, names: Names): Fix | undefined {
  const table = kindOf(kind)!;
  const called = `${kind} ${name}`;
  const block = { kind, name, ...(title !== undefined && { title }), properties: [], called };
  if (table.standsIn.includes(TOP)) return within ? undefined : atTop(kind, name, title ?? '?', file, names);
  const parent = within ? undefined : parentOf(kind, from);
  if (parent) return addBlock(file, parent, block, `Add ${called}`);
  const owner = within ?? ownerOf(from, file, names);
  if (!owner || !table.standsIn.includes(owner.kind)) return undefined;
  const here = blockOfFacts(owner, file);
  if (here) return addBlock(file, here, block, `Add ${called}`);
  if (owner.uri === file.uri) return undefined;
  const edits = (): readonly Edit[] => {
    const other = names.file?.(owner.uri);
    const place = other && blockOfFacts(owner, other);
    return place ? addBlock(other, place, block).edits() : [];
  };
  return { title: `Add ${called} in ${fileName(owner.uri)}`, safe: false, in: owner.uri, edits };
}

/** Returns the surrounding block for the kind: the one that already contains a block of it, or else the outermost one. */
function parentOf(kind: string, from: AnyBlock): AnyBlock | undefined {
  const places: AnyBlock[] = [];
  for (let at: AnyBlock | undefined = from; at; at = at.parent) if (kindOf(kind)!.standsIn.includes(at.kind)) places.push(at);
  return places.find(place => place.children.some(child => child.kind === kind)) ?? places.at(-1);
}

/** Returns the program's owner; if none is written, the only organization of the project. */
function ownerOf(from: AnyBlock, file: CredFile, names: Names): NamedFacts | undefined {
  const owner = programOf(from)?.stated('owner') as Stated<Reference> | undefined;
  if (owner?.value) return resolve(owner.value, from, file, names, ['organization']);
  const organizations = [...names.all].filter(({ kind }) => kind === 'organization');
  return organizations.length === 1 ? organizations[0] : undefined;
}

/** Returns a fix at the end of the file, or of the file in which the project keeps blocks of this kind. */
function atTop(kind: string, name: string, title: string, file: CredFile, names: Names): Fix {
  const alike = file.root.children.some(child => child.kind === kind) ? undefined : [...names.all].find(one => one.kind === kind);
  const put = ({ text }: CredFile): Edit[] => {
    const eol = text.includes('\r\n') ? '\r\n' : '\n';
    const at = text.trimEnd().length;
    return [{ start: at, end: text.length, text: `${at === 0 ? '' : eol + eol}${kind} ${name} ${title}${eol}` }];
  };
  const added = { title: `Add ${kind} ${name}`, safe: false, edits: () => put(file) };
  if (!alike || alike.uri === file.uri || !names.file?.(alike.uri)) return added;
  const edits = (): readonly Edit[] => {
    const other = names.file?.(alike.uri);
    return other ? put(other) : [];
  };
  return { ...added, title: `${added.title} in ${fileName(alike.uri)}`, in: alike.uri, edits };
}
