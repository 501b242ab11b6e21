/** The programs of an organization from the view of one of its certifications. All rules of this group start from it. */
import { blockOfFacts } from '../../fixes/elsewhere.ts';
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
  /** The certification's `owner` value, which is the place of this group's findings. */
  readonly at: Stated<Reference>;
  readonly certification: NamedFacts;
  /** All programs of the owner, including the certification. */
  readonly offer: Offer;
  /** The owner's certificate programs, and everything that prepares for the certification. */
  readonly instruction: readonly Instruction[];
}

/** A program that the owner teaches, or a module of a certification. */
export interface Instruction {
  readonly taught: NamedFacts;
  /** The program itself, or the program of the module. */
  readonly program: NamedFacts;
}

/**
 * Returns the portfolio; `undefined` if it cannot be determined: the program has no name or is retired, or its owner is a hole, unknown or
 * ambiguous. The result is shared by the rules of one check.
 */
export const portfolioOf = (program: Program, context: RuleContext): Portfolio | undefined => context.once(look, program);

/** Returns the portfolio, if the owner of the certification also teaches. */
export function ownerOfBoth(program: Program, context: RuleContext): Portfolio | undefined {
  const portfolio = portfolioOf(program, context);
  return portfolio && portfolio.instruction.length > 0 ? portfolio : undefined;
}

/**
 * The greatest number of programs and modules with which a certification is compared, those that prepare for it first. Without a limit,
 * each of a thousand programs would be compared with every other.
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
    // A certification may lead to another; only its modules are instruction.
    if (program.kind !== 'certification') found.set(program, { taught: program, program });
    else if (module && isNamed(module)) found.set(module, { taught: module, program });
  }
  for (const program of certificates.slice(0, MOST_INSTRUCTION - found.size)) found.set(program, { taught: program, program });
  return [...found.values()];
}

/** Returns whether both are the same block of the same file. */
export const isSame = (one: NamedFacts, other: NamedFacts): boolean => one.uri === other.uri && one.path === other.path;
/** Whether a program or module says that it prepares for a certification. */
export const saysToPrepare = ({ says }: BlockFacts, certification: NamedFacts): boolean =>
  says['prepares-for']?.includes(certification.name) ?? false;
/** Whether a block has a name. */
export const isNamed = (part: BlockFacts): part is NamedFacts => 'path' in part;

/** Returns a block's name for a message, which puts it in quotes. */
export const labelOf = ({ title, name, kind }: BlockFacts): string => title || name || kind;
/** Returns the label of a block in quotation marks. */
export const quoted = (part: BlockFacts): string => `"${labelOf(part)}"`;
/** Lists words as `"A", "B" and "C"`, each once; of more than seven, the first ones and the number of the others. */
export function listedOnce(words: readonly string[]): string {
  const each = [...new Set(words)];
  return listed(each.length > MOST_LISTED ? [...each.slice(0, MOST_LISTED - 1), `${each.length - MOST_LISTED + 1} more`] : each);
}

/** Returns the place for a related place; a block of this file moves along with edits. */
export const placeOf = (part: BlockFacts, file: CredFile): AnyBlock | BlockFacts => blockOfFacts(part, file) ?? part;

const MOST_LISTED = 7;
/** The greatest number of related places of a finding. */
export const MOST_RELATED = 20;
