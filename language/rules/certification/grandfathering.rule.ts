import { asksFor, certainlySummative } from '../../analysis/program.ts';
import { addProperty } from '../../fixes/fix.ts';
import { isPast } from '../../model/day.ts';
import type { Eligibility } from '../../vocabulary/eligibility.ts';
import type { Program } from '../../vocabulary/program.ts';
import { clauses, type RuleContext, rule } from '../define.ts';

/** Those who were there first may be certified without the examination, for a while. */
export default rule('certification/grandfathering', {
  title: 'A route without the examination is closed after a while',
  severity: 'warning',
  source: clauses('NCCA-2021.S8'),
  reads: 'project',
  appliesTo: 'certification',
  check(program, context) {
    const { file, today, report, target } = context;
    const asked = askedFor(program, context);
    for (const route of program.all('eligibility')) {
      const waived = route.waives?.items.filter(item => asked.has(target(item)?.path ?? '')) ?? [];
      const [first] = waived;
      // If the last day is a hole, the author still plans to name one.
      if (!first || (route.until && !route.until.value) || route.applies?.value === 'advised') continue;
      const names = waived.map(item => `"${target(item)!.title ?? target(item)!.name}"`).join(' and ');
      const closed = route.until?.value !== undefined && isPast(route.until.value, today);
      const way = (route.title ?? route.name) ? `"${route.label}"` : 'A route';
      report({
        at: route.waives!,
        severity: closed ? 'information' : 'warning',
        nature: closed ? 'weak' : 'contradiction',
        message: closed
          ? `${way} let people be certified as "${program.label}" without ${names} until ${route.until!.value!.text}. Keep a record of who they are, and see that they renew as all others do.`
          : `${way} lets people be certified as "${program.label}" without ${names}${route.until ? `, until ${route.until.value!.text}` : ', and no day is named on which it closes'}. ${advice(route)}`,
        fixes: route.until ? [] : [addProperty(file, route, 'until')],
        ...(route.until && { related: [{ at: route.until, message: closed ? 'It was closed then.' : 'It is open until then.' }] }),
      });
    }
  },
});

/** Returns what is still to be said of an open route. */
function advice({ until, rationale }: Eligibility): string {
  if (!until) return rationale ? 'Close it after a while.' : 'Close it after a while, and say why those on it need not be examined.';
  return rationale
    ? 'Close it by then, and see that those on it renew as all others do.'
    : 'Say why those on it need not be examined, and close it by then.';
}

/** Returns the paths of the assessments that an award requires of everybody. */
function askedFor(program: Program, context: RuleContext): ReadonlySet<string> {
  const awards = program.all('award');
  const stated = awards.map(award => asksFor(award, context));
  const paths = stated.flatMap(one => one?.assessments.map(({ path }) => path) ?? []);
  // An award that names no requirement requires every summative assessment.
  const all = awards.length === 0 || awards.some(award => !award.requires && !award.oneOf);
  return new Set([...paths, ...(all ? certainlySummative(program).flatMap(one => context.file.named(one)?.path ?? []) : [])]);
}
