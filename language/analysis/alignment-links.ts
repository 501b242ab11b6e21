/** What is taught and assessed, as the references in a program's modules and assessments resolve. */
import type { AnyBlock, Stated, StatedList } from '../model/block.ts';
import type { Reference } from '../model/values.ts';
import type { Program } from '../vocabulary/program.ts';

/** Returns the block of the same file that a reference resolves to. */
export function standsFor(reference: Stated<Reference> | undefined): AnyBlock | undefined {
  const [first, ...rest] = reference?.value?.path ?? [];
  if (!reference || first === undefined) return undefined;
  const wanted = reference.property.table?.to;
  let block: AnyBlock | undefined;
  for (let at: AnyBlock | undefined = reference.property.owner; at && !block; at = at.parent)
    block = at.bearing(first).find(one => rest.length > 0 || !wanted || wanted.includes(one.kind));
  for (const name of rest) block = block?.bearing(name)[0];
  return block && (!wanted || wanted.includes(block.kind)) ? block : undefined;
}

/** Returns the blocks that the references of a list resolve to. */
export const blocksOf = (list: StatedList<Reference> | undefined): readonly AnyBlock[] =>
  (list?.items ?? []).map(standsFor).filter(block => block !== undefined);

/** All outcomes or domains that a program's modules teach, or its assessments measure. */
export interface Links {
  readonly to: ReadonlySet<AnyBlock>;
  /** Whether there is any reference. */
  readonly any: boolean;
  /** Whether some are unknown: a hole, or a name that cannot be resolved or resolves to a block of another kind. */
  readonly open: boolean;
}

/** Resolves a reference in the whole project. */
type FindTarget = (reference: Stated<Reference>) => { readonly kind: string } | undefined;

/** Returns what the modules of a program teach. Without `target`, no reference resolves to a block. */
export const taughtBy = (program: Program, target?: FindTarget): Links =>
  linksOf(
    program.all('module').map(module => module.teaches),
    target,
  );
/** Returns what the assessments of a program measure. Without `target`, no reference resolves to a block. */
export const measuredBy = (program: Program, target?: FindTarget): Links =>
  linksOf(
    program.all('assessment').map(assessment => assessment.measures),
    target,
  );

function linksOf(lists: readonly (StatedList<Reference> | undefined)[], target: FindTarget = () => undefined): Links {
  const to = new Set<AnyBlock>();
  let [any, open] = [false, false];
  for (const list of lists) {
    for (const item of list?.items ?? []) {
      const block = standsFor(item);
      if (block) to.add(block);
      const kind = block?.kind ?? target(item)?.kind;
      if (kind !== undefined && item.property.table?.to?.includes(kind)) any = true;
      else open = true;
    }
  }
  return { to, any, open };
}
