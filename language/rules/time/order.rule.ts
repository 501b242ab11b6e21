import { replace } from '../../fixes/fix.ts';
import type { AnyBlock, Stated } from '../../model/block.ts';
import { isFuture } from '../../model/day.ts';
import type { Day } from '../../model/values.ts';
import type { Accreditation } from '../../vocabulary/accreditation.ts';
import { PROGRAMS } from '../../vocabulary/define.ts';
import { practice, rule } from '../define.ts';
import { endsBeforeItBegins, known } from './days.ts';

/** What begins does so before it ends. */
export default rule('time/order', {
  title: 'What begins does so before it ends',
  severity: 'error',
  source: practice('What the dates mean'),
  appliesTo: ['accreditation', 'assessment', ...PROGRAMS],
  check(block: AnyBlock, { file, today, report }) {
    const isAccreditation = block.kind === 'accreditation';
    const [from, to] = isAccreditation ? ['granted', 'expires'] : ['effective', 'until'];
    const [first, last] = [from, to].map(key => known(block.stated(key!) as Stated<Day> | undefined));
    if (!first || !last || !endsBeforeItBegins(first, last)) return;
    // An accreditation that is granted in the future has a finding of its own.
    if (isAccreditation && isFuture(first.value, today)) return;
    const standard = (block as Accreditation).standard?.value?.path.join('.');
    const what = isAccreditation
      ? `The accreditation${standard ? ` under "${standard}"` : ''} expires ${last.value.text}, before it was granted`
      : `"${block.label}" ends ${last.value.text}, before it takes effect`;
    report({
      at: last,
      message: `${what} (${first.value.text}). Check which of the two dates is right.`,
      fixes: [replace(file, last, '?', 'Write "?" until it is known')],
      related: [{ at: first, message: 'This date comes later.' }],
    });
  },
});
