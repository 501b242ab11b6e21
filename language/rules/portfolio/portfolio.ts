/** What an organization offers, seen from one of its certifications: the ground of every rule of this group. */
import { blockTold } from '../../fixes/elsewhere.ts';
import type { AnyBlock, Stated } from '../../model/block.ts';
import type { BlockFacts, NamedFacts } from '../../model/facts.ts';
import type { CredFile } from '../../model/file.ts';
import { listed } from '../../model/sentence.ts';
import type { Reference } from '../../model/values.ts';
import type { Program } from '../../vocabulary/program.ts';
import type { RuleContext } from '../define.ts';
import { soleOwner } from '../shared/owner.ts';
import { isRetired, type Offer, offerOf } from './offer.ts';

export interface Portfolio {
  readonly owner: NamedFacts;
  /** The certification's `owner` value, where findings of this group stand. */
  readonly at: Stated<Reference>;
  readonly certification: NamedFacts;
  /** All that the owner offers, the certification included. */
  readonly offer: Offer;
  /** Certificates of the owner, and what prepares for the certification. */
  readonly instruction: readonly Instruction[];
}

/** A program, or a module of a certification, that the owner teaches. */
export interface Instruction {
  readonly taught: NamedFacts;
  /** The program itself, or that of the module. */
  readonly program: NamedFacts;
}

/** `undefined` where it cannot be told: no name, a retired program, or an owner that is a hole, unknown or ambiguous. The rules of one check share the answer. */
export const portfolioOf = (program: Program, context: RuleContext): Portfolio | undefined => context.once(look, program);

/** The same, where the owner of the certification also teaches. */
export function ownerOfBoth(program: Program, context: RuleContext): Portfolio | undefined {
  const portfolio = portfolioOf(program, context);
  return portfolio && portfolio.instruction.length > 0 ? portfolio : undefined;
}

/**
 * How much instruction of an owner a certification is held against, what prepares for it first: nobody reads a longer list,
 * and of a thousand programs each would otherwise be compared with each.
 */
export const MOST_INSTRUCTION = 100;

function look(program: Program, context: RuleContext): Portfolio | undefined {
  const { file, names } = context;
  const owner = soleOwner(program, context);
  const certification = file.named(program);
  if (!owner || !certification || isRetired(certification)) return undefined;
  const offer = offerOf(names.owned(owner.name));
  return { owner, at: program.owner!, certification, offer, instruction: instructionFor(certification, offer) };
}

function instructionFor(certification: NamedFacts, { certificates, preparing }: Offer): readonly Instruction[] {
  const found = new Map<BlockFacts, Instruction>();
  for (const { program, module } of (preparing.get(certification.name) ?? []).slice(0, MOST_INSTRUCTION)) {
    // One certification may lead to another; only what it teaches is instruction.
    if (program.kind !== 'certification') found.set(program, { taught: program, program });
    else if (module && isNamed(module)) found.set(module, { taught: module, program });
  }
  for (const program of certificates.slice(0, MOST_INSTRUCTION - found.size)) found.set(program, { taught: program, program });
  return [...found.values()];
}

export const isSame = (one: NamedFacts, other: NamedFacts): boolean => one.uri === other.uri && one.path === other.path;
export const saysToPrepare = ({ says }: BlockFacts, certification: NamedFacts): boolean =>
  says['prepares-for']?.includes(certification.name) ?? false;
export const isNamed = (part: BlockFacts): part is NamedFacts => 'path' in part;

/** What to call it in a message, in quotes there. */
export const labelOf = ({ title, name, kind }: BlockFacts): string => title || name || kind;
export const quoted = (part: BlockFacts): string => `"${labelOf(part)}"`;
/** `"A", "B" and "C"`, each once; of more than seven the first ones and how many more there are. */
export function listedOnce(words: readonly string[]): string {
  const each = [...new Set(words)];
  return listed(each.length > MOST_LISTED ? [...each.slice(0, MOST_LISTED - 1), `${each.length - MOST_LISTED + 1} more`] : each);
}

/** Where a related place is: a block of this file moves along with its words. */
export const placeOf = (part: BlockFacts, file: CredFile): AnyBlock | BlockFacts => blockTold(part, file) ?? part;

const MOST_LISTED = 7;
/** Places beside a finding: as many as anybody looks at. */
export const MOST_RELATED = 20;
