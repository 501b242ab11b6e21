import { chosen, replace } from '../../fixes/fix.ts';
import { isPast } from '../../model/day.ts';
import { programOf } from '../../model/file.ts';
import type { Accreditation } from '../../vocabulary/accreditation.ts';
import { practice, rule } from '../define.ts';
import { wordingsNaming } from '../shared/named-accreditation.ts';
import { endsBeforeItBegins, known, when } from './days.ts';

/** An accreditation that is claimed still holds. */
export default rule('time/accreditation-expired', {
  title: 'An accreditation that is held has not expired',
  severity: 'warning',
  reads: 'project',
  source: practice('An accreditation holds until its last day'),
  appliesTo: 'accreditation',
  check(accreditation, context) {
    const { file, today, report } = context;
    const expires = known(accreditation.expires);
    const program = programOf(accreditation);
    if (!program || accreditation.status?.value !== 'accredited' || !expires || !isPast(expires.value, today)) return;
    // `time/order` or `time/future` reports wrong dates.
    if (endsBeforeItBegins(known(accreditation.granted), expires)) return;
    if (program.all('accreditation').some(other => other !== accreditation && renews(other, accreditation, today))) return;
    const standard = accreditation.standard?.value?.path.join('.');
    report({
      at: expires,
      nature: 'contradiction',
      message: `"${program.label}" says that it is accredited${standard ? ` under "${standard}"` : ''}, but that expired ${when(expires.value)}. State the new date if it was renewed, or that it has lapsed.`,
      fixes: [
        replace(file, expires, '?', 'Write "?" for the new date'),
        chosen(replace(file, accreditation.status, 'lapsed', 'Write "lapsed", if it was not renewed')),
      ],
      related: [
        { at: accreditation.status, message: 'Said to be accredited.' },
        ...wordingsNaming(accreditation, program, context).map(at => ({ at, message: 'Holders are told to name it.' })),
      ],
    });
  },
});

/**
 * Returns whether the newer accreditation is under the same standard or by the same body, and has not expired. The older one is then
 * history.
 */
function renews(newer: Accreditation, older: Accreditation, today: string): boolean {
  const expires = known(newer.expires);
  if (newer.status?.value !== 'accredited' || (expires && isPast(expires.value, today))) return false;
  const same = (a: string | undefined, b: string | undefined): boolean => a !== undefined && a === b;
  return (
    same(newer.standard?.value?.path.join('.'), older.standard?.value?.path.join('.')) ||
    same(newer.by?.value, older.by?.value) ||
    same(newer.procedure?.value, older.procedure?.value)
  );
}
