import type { Fix } from '../../findings/finding.ts';
import { addBlocks, type NewBlock } from '../../fixes/place.ts';
import type { CredFile } from '../../model/file.ts';
import { listed } from '../../model/sentence.ts';
import type { Program } from '../../vocabulary/program.ts';
import { clauses, type RuleContext, rule } from '../define.ts';
import { policiesOf } from '../shared/policies.ts';

/** The topics of policies, in words for a sentence. */
const TOPICS = {
  appeals: 'appeals',
  complaints: 'complaints',
  discipline: 'discipline',
  accommodations: 'accommodations',
  nondiscrimination: 'nondiscrimination',
  'conflict-of-interest': 'conflicts of interest',
  confidentiality: 'confidentiality',
} as const;
type PolicyTopic = keyof typeof TOPICS;

/** What protects candidates, holders and the public. */
export default rule('certification/safeguards', {
  title: 'A certification has the policies that protect people, and a way to check a claim',
  severity: 'information',
  source: clauses(
    'ISO-17024-2026.C4-3',
    'ISO-17024-2026.C7-2',
    'ISO-17024-2026.C7-3',
    'ISO-17024-2026.C9-5',
    'ISO-17024-2026.C9-8',
    'ISO-17024-2026.C9-9',
  ),
  reads: 'project',
  appliesTo: 'certification',
  check(program, context) {
    const topics = missingTopics(program, context);
    const unchecked = program.all('register').length === 0 && !program.all('award').some(award => award.verification);
    const absent = [
      ...(topics.length > 0 ? [`a policy on ${listed(topics.map(topic => TOPICS[topic]))}`] : []),
      ...(unchecked ? ['a register or another way to verify holders'] : []),
    ];
    if (absent.length > 0) {
      context.report({
        at: program,
        message: `"${program.label}" does not show ${absent.join(', nor ')}. They protect candidates, holders and the public: add what there is.`,
        fixes: [addAll(context.file, program, topics, unchecked)],
      });
    }
  },
});

/** Returns the topics that no policy of the program or its owner covers; none if that cannot be determined. */
function missingTopics(program: Program, context: RuleContext): readonly PolicyTopic[] {
  const policies = policiesOf(program, context);
  if (!policies || policies.some(policy => policy.isOpen('covers'))) return [];
  const covers = new Set(policies.flatMap(policy => policy.says('covers')));
  return (Object.keys(TOPICS) as PolicyTopic[]).filter(topic => !covers.has(topic));
}

function addAll(file: CredFile, program: Program, topics: readonly PolicyTopic[], unchecked: boolean): Fix {
  const blocks: NewBlock[] = [
    ...(unchecked ? [{ kind: 'register' }] : []),
    ...(topics.length > 0 ? [{ kind: 'policy', properties: [`covers: ${topics.join(', ')}`, 'document: ?'] }] : []),
  ];
  // A title with many topics would be cut off in lists, so the message names them.
  const policies =
    topics.length > 3 ? ['the policies'] : topics.length > 0 ? [`a policy on ${listed(topics.map(topic => TOPICS[topic]))}`] : [];
  const title = [...policies, ...(unchecked ? ['a register of holders'] : [])];
  return {
    title: `Add ${title.join(' and ')}`,
    safe: false,
    adds: true,
    addsKind: 'policy',
    edits: () => addBlocks(file, program, blocks),
  };
}
