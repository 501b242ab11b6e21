/** What an organization offers, seen from one of its certifications: the ground of every rule of this group. */
import { blockTold } from '../../fixes/elsewhere.ts';
import type { AnyBlock, Stated } from '../../model/block.ts';
import type { BlockFacts, NamedFacts } from '../../model/facts.ts';
import type { CredFile } from '../../model/file.ts';
import type { Names } from '../../model/scope.ts';
import type { Reference } from '../../model/values.ts';
import type { Program } from '../../vocabulary/program.ts';
import type { RuleContext } from '../define.ts';
import { soleOwner } from '../shared/owner.ts';

export interface Portfolio {
  readonly owner: NamedFacts;
  /** The certification's `owner` value, where findings of this group stand. */
  readonly at: Stated<Reference>;
  readonly certification: NamedFacts;
  /** The other programs of the owner that are not retired. */
  readonly others: readonly NamedFacts[];
  /** Certificates of the owner, and what prepares for the certification. */
  readonly instruction: readonly Instruction[];
}

/** A program, or a module of a certification, that the owner teaches. */
export interface Instruction {
  readonly taught: NamedFacts;
  /** The program itself, or that of the module. */
  readonly program: NamedFacts;
}

let last: { readonly program: Program; readonly names: Names; readonly portfolio: Portfolio | undefined } | undefined;

/** `undefined` where it cannot be told: no name, a retired program, or an owner that is a hole, unknown or ambiguous. The rules of one check share the answer. */
export function portfolioOf(program: Program, context: RuleContext): Portfolio | undefined {
  if (last?.program !== program || last.names !== context.names)
    last = { program, names: context.names, portfolio: look(program, context) };
  return last.portfolio;
}

/** The same, where the owner of the certification also teaches. */
export function ownerOfBoth(program: Program, context: RuleContext): Portfolio | undefined {
  const portfolio = portfolioOf(program, context);
  return portfolio && portfolio.instruction.length > 0 ? portfolio : undefined;
}

function look(program: Program, context: RuleContext): Portfolio | undefined {
  const { file, names } = context;
  const owner = soleOwner(program, context);
  const certification = file.named(program);
  if (!owner || !certification || isRetired(certification)) return undefined;
  const others = names.owned(owner.name).filter(one => !(one.uri === file.uri && one.name === certification.name) && !isRetired(one));
  const instruction = [certification, ...others].flatMap(one => taughtBy(one, certification));
  return { owner, at: program.owner!, certification, others, instruction };
}

const isRetired = ({ says }: BlockFacts): boolean => says.status?.[0] === 'retired';

function taughtBy(program: NamedFacts, certification: NamedFacts): readonly Instruction[] {
  if (program.kind === 'certificate') return [{ taught: program, program }];
  const modules = modulesOf(program).filter(module => saysToPrepare(module, certification));
  // One certification may lead to another; only what it teaches is instruction.
  if (program.kind === 'certification') return modules.flatMap(module => (isNamed(module) ? [{ taught: module, program }] : []));
  return modules.length > 0 || saysToPrepare(program, certification) ? [{ taught: program, program }] : [];
}

export const modulesOf = (program: BlockFacts): readonly BlockFacts[] => program.parts.filter(({ kind }) => kind === 'module');
export const saysToPrepare = ({ says }: BlockFacts, certification: NamedFacts): boolean =>
  says['prepares-for']?.includes(certification.name) ?? false;
export const isNamed = (part: BlockFacts): part is NamedFacts => 'path' in part;

/** What to call it in a message, in quotes there. */
export const labelOf = ({ title, name, kind }: BlockFacts): string => title || name || kind;
export const quoted = (part: BlockFacts): string => `"${labelOf(part)}"`;
/** `"A", "B" and "C"`, each once. */
export function listed(words: readonly string[]): string {
  const all = [...new Set(words)];
  return all.length > 1 ? `${all.slice(0, -1).join(', ')} and ${all.at(-1)}` : all.join('');
}

/** Where a related place is: a block of this file moves along with its words. */
export const placeOf = (part: BlockFacts, file: CredFile): AnyBlock | BlockFacts => blockTold(part, file) ?? part;
