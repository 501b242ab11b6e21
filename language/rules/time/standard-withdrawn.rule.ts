import { replace } from '../../fixes/fix.ts';
import { dayOf, isFuture, isPast } from '../../model/day.ts';
import type { NamedFacts } from '../../model/facts.ts';
import type { Day } from '../../model/values.ts';
import { practice, rule } from '../define.ts';
import { when } from './days.ts';

/** An edition that is no longer in use. */
export default rule('time/standard-withdrawn', {
  title: 'The standard of an accreditation is in use',
  severity: 'information',
  source: practice('Accreditors judge by the edition in use; after a change there is a time of transition'),
  reads: 'project',
  appliesTo: 'accreditation',
  check(accreditation, { file, names, target, today, report }) {
    const standard = target(accreditation.standard);
    if (standard?.kind !== 'standard' || accreditation.status?.value === 'lapsed') return;
    const [successor] = standard.says['superseded-by'] ?? [];
    const withdrawn = dateOf(standard, 'withdrawn');
    const next = successor === undefined ? undefined : names.top(successor).find(({ kind }) => kind === 'standard');
    const inForce = next && dateOf(next, 'in-force');
    // A replaced standard without a date of its own ends when its successor comes into force.
    const over = withdrawn ? isPast(withdrawn, today) : successor !== undefined && !(inForce && isFuture(inForce, today));
    if (!over) return;
    const transition = dateOf(standard, 'transition-until');
    const held = accreditation.status?.value === 'accredited';
    report({
      at: accreditation.standard!,
      nature: 'weak',
      message: [
        withdrawn
          ? `"${standard.name}" was withdrawn ${when(withdrawn)}${successor ? `, and "${successor}" takes its place` : ''}.`
          : `"${successor}" has taken the place of "${standard.name}".`,
        transition
          ? `The transition ${isPast(transition, today) ? 'ran' : 'runs'} until ${transition.text}.`
          : 'Until when the transition runs is not known here.',
        held ? 'Ask the accreditor by when to change.' : 'Prepare for the edition in use.',
      ].join(' '),
      fixes: successor && !held ? [replace(file, accreditation.standard!, successor)] : [],
    });
  },
});

function dateOf({ says }: NamedFacts, key: string): Day | undefined {
  const [text] = says[key] ?? [];
  return text === undefined ? undefined : dayOf(text);
}
