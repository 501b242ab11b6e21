import { replace } from '../../fixes/fix.ts';
import type { AnyBlock } from '../../model/block.ts';
import { valuesOf } from '../../model/facts.ts';
import { kindOf } from '../../vocabulary/kinds.ts';
import { LANGUAGE, rule } from '../define.ts';
import { references } from './references.ts';
import { calledKinds } from './words.ts';

/** A name that stands for a block of another kind. */
export default rule('language/wrong-reference', {
  title: 'Every reference names a block of the kind that is asked for',
  severity: 'error',
  source: LANGUAGE,
  reads: 'project',
  check(file, context) {
    const { report } = context;
    for (const { block, property, path, wanted, found, segment } of references(file, context)) {
      const target = found[path.length - 1];
      // An unknown kind has a finding of its own.
      const kind = target && kindOf(target.kind);
      if (!kind || wanted.includes(kind.name)) continue;
      const other = takers(block, kind.name);
      const instead = other.length === 1 ? other[0] : undefined;
      const alone = valuesOf(block.stated(property.key)).length === 1 && instead !== undefined && !block.stated(instead);
      const written = path.join('.');
      report({
        at: segment(path.length - 1),
        message: `"${written}" is ${kind.called}, and the name of ${calledKinds(wanted)} is due here.${instead === undefined ? '' : ` "${instead}" takes the name of ${kind.called}.`}`,
        fixes: alone ? [replace(file, property.keySpan, instead, `Write "${instead}" instead of "${property.key}"`)] : [],
        related: [{ at: target, message: `"${written}" is named here.` }],
      });
    }
  },
});

/** Returns the other properties of a block that take names of a kind. */
const takers = ({ table }: AnyBlock, kind: string): readonly string[] =>
  Object.entries(table?.properties ?? {}).flatMap(([key, property]) =>
    property.type === 'reference' && property.to?.includes(kind) ? [key] : [],
  );
