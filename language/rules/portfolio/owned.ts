/** Finds the instruction of a certification's owner among names. */
import type { Stated } from '../../model/block.ts';
import type { NamedFacts } from '../../model/facts.ts';
import type { Reference } from '../../model/values.ts';
import type { Program } from '../../vocabulary/program.ts';
import type { RuleContext } from '../define.ts';
import { isSame, portfolioOf } from './portfolio.ts';

/** A module or a program that a property names. */
export interface OwnInstruction {
  readonly at: Stated<Reference | string>;
  readonly named: NamedFacts;
}

/** Returns whether a module stands in a program. */
export const isIn = (module: NamedFacts, program: NamedFacts): boolean =>
  module.uri === program.uri && module.path.startsWith(`${program.path}.`);

/** Returns the names that resolve to a module or program of the certification's owner, including the certification's own modules. */
export function ownAmong(names: readonly Stated<Reference | string>[], program: Program, context: RuleContext): readonly OwnInstruction[] {
  const certification = context.file.named(program);
  const offer = portfolioOf(program, context)?.offer;
  return names.flatMap(at => {
    const named = context.target(at);
    if (!named) return [];
    const isOwn =
      named.kind === 'module'
        ? (certification && isIn(named, certification)) || offer?.has(named)
        : !named.path.includes('.') && !(certification && isSame(named, certification)) && offer?.has(named);
    return isOwn ? [{ at, named }] : [];
  });
}

/** Returns the place of a finding about a certification and its owner: the owner's name, or else the words that the finding is about. */
export const placeAtOwner = <T>(program: Program, otherwise: T): Stated<Reference> | T =>
  program.owner?.value ? program.owner : otherwise;
