import { standardsSoughtOrHeld } from '../../analysis/program.ts';
import { addBlock, removeMember } from '../../fixes/fix.ts';
import type { Eligibility } from '../../vocabulary/eligibility.ts';
import { clauses, rule } from '../define.ts';
import { isOpenRoute } from '../shared/admission.ts';

/** Certification is open to people who belong to no association. */
export default rule('certification/membership', {
  title: 'Nobody has to belong to an organization to be certified',
  severity: 'information',
  source: clauses('ISO-17024-2026.C4-3'),
  reads: 'project',
  appliesTo: 'certification',
  check(program, context) {
    const { file, today, report } = context;
    const conditions = program.all('eligibility');
    const isAsked = ({ membership }: Eligibility): boolean => membership?.value !== undefined;
    const everyone = conditions.filter(one => one.applies?.value === 'everyone' && isAsked(one));
    const routes = conditions.filter(one => isOpenRoute(one, today));
    const unsure = conditions.some(({ applies }) => applies && applies.value === undefined);
    const asking = everyone.length > 0 ? everyone : !unsure && routes.every(isAsked) ? routes : [];
    const [first, ...others] = asking;
    if (!first) return;
    const iso = standardsSoughtOrHeld(program, context).find(({ standard }) =>
      /\b17024\b/.test(`${standard.name} ${standard.title ?? ''}`),
    );
    const { value } = first.membership!;
    const called = typeof value === 'string' ? value : (context.target(first.membership)?.title ?? value!.path.join('.'));
    report({
      at: first.membership!,
      ...(iso && { severity: 'warning' as const }),
      nature: 'contradiction',
      message:
        `${everyone.length > 0 ? `Everybody who wants "${program.label}"` : routes.length > 1 ? `Whoever takes any way into "${program.label}"` : `Whoever wants "${program.label}"`} must belong to "${called}". ` +
        `${iso ? `${iso.standard.name} asks that certification is not limited by membership` : 'A certification is usually open to those who belong to no association'}: add a way in without it, or leave it out.`,
      fixes:
        everyone.length === 0
          ? [{ ...addBlock(file, program, { kind: 'eligibility' }, 'Add a way in without it'), adds: false }]
          : everyone.length === 1
            ? [removeMember(file, first.membership!.property, 'Remove the membership')]
            : [],
      related: others.map(one => ({ at: one.membership!, message: `"${one.label}" asks for membership, too.` })),
    });
  },
});
