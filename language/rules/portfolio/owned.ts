/** What belongs to the owner of a certification: its instruction, asked of by name. */
import type { Stated } from '../../model/block.ts';
import type { NamedFacts } from '../../model/facts.ts';
import type { Reference } from '../../model/values.ts';
import type { Program } from '../../vocabulary/program.ts';
import type { RuleContext } from '../define.ts';
import { isSame, portfolioOf } from './portfolio.ts';

/** A module or a program that names, and what it stands for. */
export interface OwnInstruction {
  readonly at: Stated<Reference | string>;
  readonly named: NamedFacts;
}

/** Whether a module stands in a program. */
export const isIn = (module: NamedFacts, program: NamedFacts): boolean =>
  module.uri === program.uri && module.path.startsWith(`${program.path}.`);

/** Those of some names that stand for a module or a program of the certification's own owner, the certification's own modules among them. */
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

/** Where a finding about a certification and its owner stands: the name of the owner, else the words that it is about. */
export const placeAtOwner = <T>(program: Program, otherwise: T): Stated<Reference> | T =>
  program.owner?.value ? program.owner : otherwise;
