import { replace } from '../../fixes/fix.ts';
import type { AnyBlock, Stated } from '../../model/block.ts';
import { isFuture } from '../../model/day.ts';
import type { Day } from '../../model/values.ts';
import type { Accreditation } from '../../vocabulary/accreditation.ts';
import { PROGRAMS } from '../../vocabulary/define.ts';
import { isProgramKind } from '../../vocabulary/kinds.ts';
import type { Program } from '../../vocabulary/program.ts';
import { practice, type RuleContext, rule } from '../define.ts';
import { endsBeforeItBegins, known } from './days.ts';

/** What begins does so before it ends. */
export default rule('time/order', {
  title: 'What begins does so before it ends',
  severity: 'error',
  source: practice('What the dates mean'),
  appliesTo: ['accreditation', 'assessment', ...PROGRAMS],
  check(block: AnyBlock, context) {
    const { file, today, report } = context;
    if (isProgram(block)) beforeLaunch(block, context);
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

const isProgram = (block: AnyBlock): block is AnyBlock & Program => isProgramKind(block.kind);

/** Reports what a program cannot have before it opens: an accreditation, and results other than those of a trial. */
function beforeLaunch(program: Program, { report }: RuleContext): void {
  const launched = known(program.launched);
  if (!launched) return;
  const related = [{ at: launched, message: `"${program.label}" opened ${launched.value.text}.` }];
  for (const { granted, standard } of program.all('accreditation')) {
    const day = known(granted);
    if (!day || !endsBeforeItBegins(launched, day)) continue;
    const under = standard?.value ? ` under "${standard.value.path.join('.')}"` : '';
    report({
      at: day,
      severity: 'warning',
      nature: 'contradiction',
      message: `The accreditation${under} was granted ${day.value.text}, before "${program.label}" opened (${launched.value.text}). A program is accredited after it has run: check which of the two dates is right.`,
      related,
    });
  }
  for (const { period, form } of program.all('results')) {
    const day = known(period);
    if (!day || !endsBeforeItBegins(launched, day) || TRIAL.test(form?.value ?? '')) continue;
    report({
      at: day,
      severity: 'information',
      nature: 'weak',
      message: `The results of ${day.value.text} come before "${program.label}" opened (${launched.value.text}). If they are those of a pilot, say so in "form"; else check which of the two dates is right.`,
      related,
    });
  }
}

/** Words by which authors name a form that was given before the program opened. */
const TRIAL = /pilot|beta|pre-?test|field|trial|try-?out/i;
