/** What is taught and what is tested: what the names in a program's modules and assessments stand for. */
import type { AnyBlock, Stated, StatedList } from '../model/block.ts';
import type { Reference } from '../model/values.ts';
import type { Program } from '../vocabulary/program.ts';

/** The block of the same file that a name stands for, seen from where it is written. */
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

/** The blocks that the names of a list stand for. */
export const blocksOf = (list: StatedList<Reference> | undefined): readonly AnyBlock[] =>
  (list?.items ?? []).map(standsFor).filter(block => block !== undefined);

/** What the modules of a program teach, or its assessments measure, all together. */
export interface Links {
  readonly to: ReadonlySet<AnyBlock>;
  /** Something is named at all. */
  readonly any: boolean;
  /** A hole, or a name that stands for nothing or for a block of another kind: what it will turn out to be is not known. */
  readonly open: boolean;
}

/** What a name stands for elsewhere in the project. */
type FindTarget = (reference: Stated<Reference>) => { readonly kind: string } | undefined;

export const taughtBy = (program: Program, target?: FindTarget): Links =>
  linksOf(
    program.all('module').map(module => module.teaches),
    target,
  );
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
