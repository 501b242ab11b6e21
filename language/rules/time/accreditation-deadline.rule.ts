import { replace } from '../../fixes/fix.ts';
import { isPast, later } from '../../model/day.ts';
import { programOf } from '../../model/file.ts';
import { counted } from '../../model/sentence.ts';
import type { Accreditation } from '../../vocabulary/accreditation.ts';
import type { Program } from '../../vocabulary/program.ts';
import { practice, type RuleContext, rule } from '../define.ts';
import { exactly, known, when } from './days.ts';

const DAYS = 90;

/** A deadline that is near, or has passed. */
export default rule('time/accreditation-deadline', {
  title: 'The deadline of an application is not near',
  severity: 'information',
  source: practice('An application takes months to prepare'),
  limit: { default: DAYS, unit: 'days' },
  appliesTo: 'accreditation',
  check(accreditation, { file, host, today, report }) {
    const due = known(accreditation.applicationDue);
    const program = programOf(accreditation);
    if (program && accreditation.status?.value === 'accredited') return renewal(accreditation, program, today, report);
    if (!program || accreditation.status?.value !== 'seeking' || !due) return;
    const days = host.limit?.('time/accreditation-deadline') ?? DAYS;
    const soon = later(exactly(today), days, 'day');
    if (soon && due.value.to > soon.to) return;
    const standard = accreditation.standard?.value?.path.join('.');
    const what = `The deadline of "${program.label}" for applying${standard ? ` under "${standard}"` : ''}`;
    const past = isPast(due.value, today);
    report({
      at: due,
      nature: 'weak',
      message: past
        ? `${what} was ${when(due.value)}. State the next one, or what became of the application.`
        : `${what} is ${when(due.value)}, within ${counted(days, 'day')}. See in its readiness what is still missing.`,
      fixes: past ? [replace(file, due, '?', 'Write "?" for the next deadline')] : [],
    });
  },
});

/** The number of months before the end of an accreditation in which the renewal is prepared. */
const MONTHS = 12;

function renewal(accreditation: Accreditation, program: Program, today: string, report: RuleContext['report']): void {
  const expires = known(accreditation.expires);
  const soon = later(exactly(today), MONTHS, 'month');
  if (!expires || !soon || expires.value.to > soon.to || isPast(expires.value, today)) return;
  const name = (one: Accreditation): string | undefined => one.standard?.value?.path.join('.') ?? one.by?.value;
  // Returns whether an accreditation is the application for the next term.
  const follows = (one: Accreditation): boolean =>
    one !== accreditation && (one.status?.value === 'seeking' || one.status?.value === 'accredited') && name(one) === name(accreditation);
  if (program.all('accreditation').some(follows)) return;
  report({
    at: expires,
    nature: 'weak',
    message:
      `The accreditation of "${program.label}"${name(accreditation) ? ` under "${name(accreditation)}"` : ''} ends ${when(expires.value)}, within a year. ` +
      `The file for its renewal is due six to twelve months before: see in its readiness what is still missing.`,
  });
}
