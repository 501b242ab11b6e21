import type { AnyBlock } from '../../model/block.ts';
import type { NamedFacts } from '../../model/facts.ts';
import type { CredFile } from '../../model/file.ts';
import { OPEN, SHOWN } from '../../standards/ids.ts';
import { BUILT_IN } from '../../standards/names.ts';
import { TOP } from '../../vocabulary/define.ts';
import { LANGUAGE, type RuleContext, rule } from '../define.ts';
import { RULE_IDS } from '../ids.ts';
import { inside } from './words.ts';

/** Two blocks of one scope that share a name, or a standard whose findings would be taken for those of others. */
export default rule('language/duplicate-name', {
  title: 'A name stands for one block',
  severity: 'error',
  source: LANGUAGE,
  reads: 'project',
  check(file, context) {
    for (const parent of [file.root, ...file.blocks]) {
      const first = new Map<string, AnyBlock>();
      for (const block of parent.children) {
        if (block.name === undefined) continue;
        const before = first.get(block.name);
        if (!before) first.set(block.name, block);
        if (before) twice(block, before, parent, context);
        else if (parent.kind === TOP) elsewhere(file, block, context);
        if (block.kind === 'clause' && OWN_IDS.includes(block.name)) taken(block, context);
      }
    }
  },
});

const twice = (block: AnyBlock, before: AnyBlock, parent: AnyBlock, { report }: RuleContext): void =>
  report({
    at: block.nameSpan!,
    message: `The name "${block.name}" is already taken ${parent.kind === TOP ? 'in this file' : inside(parent)}. Give one of the two another name, so that references are clear.`,
    related: [{ at: before.nameSpan!, message: `"${before.name}" is named here first.` }],
  });

/** The ids of findings about a whole standard, which look like those of its clauses. */
const OWN_IDS: readonly string[] = [OPEN, SHOWN];
const taken = (clause: AnyBlock, { report }: RuleContext): void =>
  report({
    at: clause.nameSpan!,
    message: `Under "${clause.name}" Cred speaks of all clauses of a standard together, so findings about this one could not be told from that. Give it another name.`,
  });

/** Reports names that collide with other files of the project, the built-in standards, or the names that findings begin with. */
function elsewhere(file: CredFile, block: AnyBlock, { names, report }: RuleContext): void {
  const name = block.name!;
  const builtIn = BUILT_IN.find(one => one === name || (block.kind === 'standard' && one.toLowerCase() === name.toLowerCase()));
  const other = names.top(builtIn ?? name).find(one => one.uri !== file.uri);
  if (builtIn) {
    report({
      at: block.nameSpan!,
      message: `"${builtIn}" is a standard that comes with Cred. Give this ${block.kind} another name.`,
      related: relatedTo(other),
    });
  } else if (other) {
    report({
      at: block.nameSpan!,
      message: `The name "${name}" is taken in another file of the project as well. Give one of the two another name, so that references are clear.`,
      related: relatedTo(other),
    });
  } else if (block.kind === 'standard' && RULE_IDS.some(id => id.startsWith(`${name.toLowerCase()}/`))) {
    report({
      at: block.nameSpan!,
      message: `Findings of this standard would begin with "${name.toLowerCase()}/", as those of Cred's own rules do. Give it another name.`,
    });
  }
}

const relatedTo = (other: NamedFacts | undefined): { at: NamedFacts; message: string }[] =>
  other ? [{ at: other, message: `"${other.name}" stands here too.` }] : [];
