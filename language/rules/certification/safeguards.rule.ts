import type { Fix } from '../../findings/finding.ts';
import { replace } from '../../fixes/fix.ts';
import { addBlocks, type NewBlock } from '../../fixes/place.ts';
import type { CredFile } from '../../model/file.ts';
import type { Quantity } from '../../model/values.ts';
import type { Program } from '../../vocabulary/program.ts';
import { clauses, type RuleContext, rule } from '../define.ts';
import { soleOwner } from '../shared/owner.ts';

const TOPICS = ['appeals', 'complaints', 'discipline'] as const;

/** What protects candidates, holders and the public. */
export default rule('certification/safeguards', {
  title: 'A certification has policies on appeals, complaints and discipline, and a way to check a claim',
  severity: 'information',
  source: clauses('ISO-17024-2026.C7-2', 'ISO-17024-2026.C9-5', 'ISO-17024-2026.C9-8', 'ISO-17024-2026.C9-9'),
  reads: 'project',
  appliesTo: 'certification',
  check(program, context) {
    const topics = missingTopics(program, context);
    const unchecked = program.all('register').length === 0 && !program.all('award').some(award => award.verification);
    const absent = [
      ...(topics.length > 0 ? [`a policy on ${list(topics)}`] : []),
      ...(unchecked ? ['a register or another way to verify holders'] : []),
    ];
    if (absent.length > 0) {
      context.report({
        at: program,
        message: `"${program.label}" does not show ${absent.join(', nor ')}. They protect candidates, holders and the public: add what there is.`,
        fixes: [addAll(context.file, program, topics, unchecked)],
      });
    }
    term(program, context);
  },
});

/** The topics that no policy of the program or its owner covers; none where that cannot be told. */
function missingTopics(program: Program, context: RuleContext): readonly string[] {
  const owner = soleOwner(program, context);
  // A misspelt one is another finding.
  if (program.owner && !owner && !program.owner.isHole) return [];
  const policies = owner?.parts.filter(({ kind }) => kind === 'policy') ?? [];
  const own = program.all('policy').flatMap(policy => policy.covers?.items ?? []);
  if (own.some(({ value }) => value === undefined) || policies.some(({ open }) => open.includes('covers'))) return [];
  const covers = new Set([...own.map(({ value }) => value as string), ...policies.flatMap(({ says }) => says.covers ?? [])]);
  return TOPICS.filter(topic => !covers.has(topic));
}

function addAll(file: CredFile, program: Program, topics: readonly string[], unchecked: boolean): Fix {
  const blocks: NewBlock[] = [
    ...(unchecked ? [{ kind: 'register' }] : []),
    ...(topics.length > 0 ? [{ kind: 'policy', properties: [`covers: ${topics.join(', ')}`, 'document: ?'] }] : []),
  ];
  const title = [...(topics.length > 0 ? [`a policy on ${list(topics)}`] : []), ...(unchecked ? ['a register of holders'] : [])];
  return {
    title: `Add ${title.join(' and ')}`,
    safe: false,
    adds: true,
    addsKind: 'policy',
    edits: () => addBlocks(file, program, blocks),
  };
}

const list = (words: readonly string[]): string =>
  words.length > 1 ? `${words.slice(0, -1).join(', ')} and ${words[words.length - 1]}` : words.join('');

/** An award lasts as long as the cycle in which it is renewed. */
function term(program: Program, { file, report }: RuleContext): void {
  const cycles = program.all('maintenance').map(({ cycle }) => cycle);
  const known = cycles.flatMap(cycle => (cycle?.value ? [cycle] : []));
  if (known.length === 0 || known.length < cycles.length) return;
  for (const award of program.all('award')) {
    const valid = award.validFor?.value;
    // Other units are not compared: whether 36 months are 3 years is for the owner to say.
    if (!valid || known.some(({ value }) => value!.unit !== valid.unit || value!.amount === valid.amount)) continue;
    const [first] = known;
    report({
      at: award.validFor!,
      nature: 'weak',
      message: `"${award.label}" is valid for ${shown(valid)}, but "${program.label}" is renewed every ${shown(first!.value!)}. Check which of the two is meant.`,
      fixes: known.length === 1 ? [replace(file, award.validFor!, file.textOf(first!.span))] : [],
      related: known.map(cycle => ({ at: cycle, message: `The cycle is ${shown(cycle.value!)}.` })),
    });
  }
}

const shown = ({ amount, unit }: Quantity): string => `${amount} ${unit}${amount === 1 ? '' : 's'}`;
