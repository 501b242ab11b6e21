/** Finds the separations between a certification and instruction of its owner. */
import type { BlockFacts, NamedFacts } from '../../model/facts.ts';
import type { Names } from '../../model/scope.ts';
import { isProgramKind } from '../../vocabulary/kinds.ts';
import type { Offer } from './offer.ts';
import type { Instruction, Portfolio } from './portfolio.ts';

/** The topics that a separation can confirm. */
export const TOPICS = ['staff', 'decisions', 'content', 'finances', 'promotion'] as const;
export type Topic = (typeof TOPICS)[number];

/** A separation with the organization or program that contains it. */
interface OwnSeparation {
  readonly separation: BlockFacts;
  readonly home: NamedFacts;
}

/** Returns the separations that concern the certification and a piece of instruction; at most {@link MOST_SEPARATIONS}. */
export function separationsOf(portfolio: Portfolio, instruction: Instruction, names: Names): readonly BlockFacts[] {
  const { owner, certification, offer } = portfolio;
  const known = separationsBy(owner, offer);
  const { taught, program } = instruction;
  const candidates = new Set<OwnSeparation>();
  for (const key of [EVERYTHING, certification.name, taught.name, program.name])
    for (const one of known.get(key) ?? []) candidates.add(one);
  return [...candidates]
    .filter(one => concerns(one.separation, one.home, portfolio, instruction, names))
    .map(({ separation }) => separation);
}

/** The greatest number of an owner's separations that are read; nobody writes as many. */
const MOST_SEPARATIONS = 100;
/** The key of separations without `between`. It contains a blank, so no name equals it. */
const EVERYTHING = ' ';

const separations = new WeakMap<Offer, { readonly owner: NamedFacts; readonly known: ReadonlyMap<string, readonly OwnSeparation[]> }>();

/** Indexes the separations of an owner and its programs by each name that they mention or that contains them. */
function separationsBy(owner: NamedFacts, offer: Offer): ReadonlyMap<string, readonly OwnSeparation[]> {
  const before = separations.get(offer);
  if (before?.owner === owner) return before.known;
  const known = new Map<string, OwnSeparation[]>();
  for (const home of [owner, ...offer.programs]) {
    for (const separation of home.parts) {
      if (separation.kind !== 'separation') continue;
      const words = separation.says.between ?? [];
      const segments = words.flatMap(word => word.split('.'));
      const isUnnamed = words.length === 0 || separation.open.includes('between') || words.length > MOST_SEPARATIONS;
      for (const key of new Set([...segments, ...(home === owner ? (isUnnamed ? [EVERYTHING] : []) : [home.name])])) {
        const all = known.get(key) ?? [];
        if (all.length < MOST_SEPARATIONS) known.set(key, [...all, { separation, home }]);
      }
    }
  }
  separations.set(offer, { owner, known });
  return known;
}

/** Returns the separations that concern the certification and any instruction, each once. */
export const allSeparations = (portfolio: Portfolio, names: Names): readonly BlockFacts[] => [
  ...new Set(portfolio.instruction.flatMap(one => separationsOf(portfolio, one, names))),
];

/** Returns the separations that concern the certification, whether or not the project describes what they keep apart from it. */
export function separationsToldOf(portfolio: Portfolio, names: Names): readonly BlockFacts[] {
  const { owner, certification, offer } = portfolio;
  const own = separationsBy(owner, offer).get(certification.name) ?? [];
  const ofAll = (separationsBy(owner, offer).get(EVERYTHING) ?? []).filter(() => portfolio.instruction.length === 0);
  return [...new Set([...allSeparations(portfolio, names), ...[...own, ...ofAll].map(({ separation }) => separation)])];
}

function concerns(separation: BlockFacts, home: NamedFacts, portfolio: Portfolio, instruction: Instruction, names: Names): boolean {
  const { owner, certification } = portfolio;
  const isCertification = (side: string): boolean => side === certification.path;
  const { taught, program } = instruction;
  // A program's name includes its modules, but this certification's own modules must be named.
  const isInstruction = (side: string): boolean =>
    side === taught.path ||
    (side !== certification.path && side === program.path) ||
    (taught === program && side.startsWith(`${taught.path}.`));

  const named = sidesOf(separation, home, owner, names);
  const own = home === owner ? [] : [home.path];
  // Without `between`, it separates all of the owner's programs, or the program that contains it from all others.
  if (!named) return own.every(side => isCertification(side) || isInstruction(side));
  const sides = [...new Set([...named, ...own])];
  const both = sides.some(isCertification) && sides.some(isInstruction);
  return both || (sides.length === 1 && sides.some(side => isCertification(side) || isInstruction(side)));
}

/** Returns the paths that it stands between; `undefined` if it states none, or if one is a hole or cannot be resolved. */
function sidesOf({ says, open }: BlockFacts, home: NamedFacts, owner: NamedFacts, names: Names): readonly string[] | undefined {
  const words = says.between;
  if (!words || words.length === 0 || open.includes('between')) return undefined;
  const sides = words.map(word => pathOf(word, home, owner, names));
  return sides.some(side => side === undefined) ? undefined : (sides as string[]);
}

/** Returns the path of a name's target, resolved in the organization or the program. */
function pathOf(word: string, home: NamedFacts, owner: NamedFacts, names: Names): string | undefined {
  const [first, ...rest] = word.split('.');
  const bearing = (one: { readonly name: string }): boolean => one.name === first;
  const heads = [...home.children.filter(bearing), ...owner.children.filter(bearing), ...names.top(first!)];
  for (const head of heads) {
    let at: NamedFacts | undefined = head;
    for (const name of rest) at = at?.children.find(one => one.name === name);
    if (at && (isProgramKind(at.kind) || at.kind === 'module')) return at.path;
  }
  return undefined;
}
