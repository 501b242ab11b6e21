/** The safeguards that an owner of both a certification and instruction needs, so that neither influences the other. */
import type { NamedFacts } from '../model/facts.ts';
import type { Names } from '../model/scope.ts';
import { isProgramKind } from '../vocabulary/kinds.ts';
import type { Program } from '../vocabulary/program.ts';
import { type BothItem, bothItems, type OwnedProgram, said } from './both-items.ts';
import { type BlockView, viewOfFacts } from './judging/block-view.ts';

/** Returns the safeguards; `undefined` if the program's owner does not have both, or if the program is on neither side. */
export function bothOf(program: Program, owner: NamedFacts | undefined, names: Names): readonly BothItem[] | undefined {
  if (!owner || program.name === undefined) return undefined;
  const sides = names
    .owned(owner.name)
    .filter(({ kind }) => isProgramKind(kind))
    .map(sideOf);
  const certifications = sides.filter(({ kind }) => kind === 'certification');
  const certified = namesOf(certifications);
  const instruction = sides.filter(
    ({ kind, preparesFor }) => kind === 'certificate' || (kind !== 'certification' && preparesFor.some(one => certified.has(one))),
  );
  const taught = namesOf(instruction);
  if (certified.size === 0 || taught.size === 0 || !(certified.has(program.name) || taught.has(program.name))) return undefined;

  const owned = viewOfFacts(owner);
  const walls = [owned, ...sides.map(({ view }) => view)]
    .flatMap(view => view.inner.filter(({ kind }) => kind === 'separation'))
    .filter(wall => keepsApart(wall, certified));
  return bothItems({ owned, walls, certifications, instruction, certified, taught });
}

/** Cached, because an owner may have very many programs, and each of them asks. */
const known = new WeakMap<NamedFacts, OwnedProgram>();

function sideOf(one: NamedFacts): OwnedProgram {
  let side = known.get(one);
  if (side) return side;
  const view = viewOfFacts(one);
  const label = one.title || one.name;
  const titles = [one.title, ...one.parts.flatMap(({ kind, title }) => (kind === 'award' ? [title] : []))].flatMap(title => title || []);
  const preparesFor = [view, ...view.inner.filter(({ kind }) => kind === 'module')].flatMap(part => said(part, 'prepares-for'));
  side = { kind: one.kind, name: one.name, label, view, marks: titles.map(plain), preparesFor };
  known.set(one, side);
  return side;
}

const namesOf = (sides: readonly OwnedProgram[]): ReadonlySet<string> => new Set(sides.map(({ name }) => name));
/**
 * Returns whether a separation is between a certification and something else (another program, or a module by its own name), or does not
 * state its programs yet.
 */
function keepsApart(wall: BlockView, certifications: ReadonlySet<string>): boolean {
  const between = wall.words('between').map(({ text }) => text?.split('.')[0]);
  if (between.length === 0 || between.includes(undefined)) return true;
  return between.some(name => certifications.has(name!)) && between.some(name => !certifications.has(name!));
}

/** Removes from a name the words that only say what it is. */
const plain = (name: string): string =>
  name
    .toLowerCase()
    .replace(/\b(?:certif\p{L}*|designation|program\p{L}*|in|of|the|an?)\b/gu, ' ')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
