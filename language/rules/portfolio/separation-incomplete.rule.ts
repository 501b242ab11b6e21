import { fixWhereItStands } from '../../fixes/elsewhere.ts';
import { addProperty } from '../../fixes/fix.ts';
import type { BlockFacts } from '../../model/facts.ts';
import { type Instruction, listedOnce, MOST_RELATED, placeOf, quoted } from './portfolio.ts';
import { portfolioRule } from './portfolio-rule.ts';
import { separationsOf, TOPICS, type Topic } from './separations.ts';
import { FIREWALL } from './sources.ts';

/** A separation must cover people, decisions, content, money and promotion. */
export default portfolioRule('portfolio/separation-incomplete', {
  title: 'The separation says yes to staff, decisions, content, finances and promotion',
  severity: 'warning',
  source: FIREWALL,
  check(program, portfolio, context) {
    const { file, names, report } = context;
    const separated = portfolio.instruction
      .map((one): Separated => ({ taught: one.taught, program: one.program, by: separationsOf(portfolio, one, names) }))
      .filter(({ by }) => by.length > 0);

    const denied = lacking(separated, topic => one => says(one, topic) === 'no');
    if (denied.topics.length > 0) {
      report({
        at: portfolio.at,
        nature: 'contradiction',
        message: `The separation of "${program.label}" and ${denied.from} says "no" to ${listedOnce(denied.topics.map(inQuotes))}. A certification is kept apart from instruction of its owner in this as well.`,
        related: denied.by.slice(0, MOST_RELATED).map(one => ({ at: placeOf(one, file), message: 'The separation stands here.' })),
      });
    }
    const absent = lacking(separated, topic => (_, all) => !all.some(one => says(one, topic) !== undefined));
    if (absent.topics.length > 0) {
      report({
        at: portfolio.at,
        message: `The separation of "${program.label}" and ${absent.from} does not say "yes" to ${listedOnce(absent.topics.map(inQuotes))}. State what is so, or "?" while it is not known.`,
        fixes:
          absent.by.length === 1
            ? fixWhereItStands(absent.by[0]!, context, (where, separation) => addProperty(where, separation, ...absent.topics))
            : [],
        related: absent.by.slice(0, MOST_RELATED).map(one => ({ at: placeOf(one, file), message: 'The separation stands here.' })),
      });
    }
  },
});

interface Separated extends Instruction {
  readonly by: readonly BlockFacts[];
}

interface MissingSeparation {
  readonly topics: readonly Topic[];
  /** The instruction that is not kept apart in these topics; `by` are the separations that concern it. */
  readonly from: string;
  readonly by: readonly BlockFacts[];
}

/** Returns the topics that a separation, or all together, leave out for some instruction. */
function lacking(
  separated: readonly Separated[],
  short: (topic: Topic) => (one: BlockFacts, all: readonly BlockFacts[]) => boolean,
): MissingSeparation {
  const falls = (topic: Topic, { by }: Separated): BlockFacts[] => by.filter(one => short(topic)(one, by));
  const topics = TOPICS.filter(topic => separated.some(one => falls(topic, one).length > 0));
  const from = separated.filter(one => topics.some(topic => falls(topic, one).length > 0));
  const by = [...new Set(from.flatMap(one => topics.flatMap(topic => falls(topic, one))))];
  return { topics, from: listedOnce(from.map(({ taught }) => quoted(taught))), by };
}

/** Returns the separation's value for a topic. A hole counts as a value. */
const says = (separation: BlockFacts, topic: Topic): string | undefined =>
  separation.open.includes(topic) ? '?' : separation.says[topic]?.[0];

const inQuotes = (topic: Topic): string => `"${topic}"`;
