import { addBlock, replace } from '../../fixes/fix.ts';
import type { NamedFacts } from '../../model/facts.ts';
import type { Eligibility } from '../../vocabulary/eligibility.ts';
import type { Program } from '../../vocabulary/program.ts';
import { type RuleContext, rule } from '../define.ts';
import { designationsOf, isOpenRoute } from '../shared/admission.ts';
import { isIn, type OwnInstruction } from './owned.ts';
import { isSame, type Portfolio, portfolioOf, quoted } from './portfolio.ts';
import { FIREWALL } from './sources.ts';

/** Nobody has to buy instruction of the certifier to be admitted. */
export default rule('portfolio/tied-eligibility', {
  title: 'Instruction of the owner is never the only way into its certification',
  severity: 'error',
  source: FIREWALL,
  reads: 'project',
  appliesTo: 'certification',
  check(program, context) {
    const portfolio = portfolioOf(program, context);
    if (!portfolio) return;
    const { file, report } = context;
    const conditions = program.all('eligibility').map(condition => ({ condition, own: ownIn(condition, portfolio, context) }));
    const within = ({ own }: (typeof conditions)[number]): boolean => own.some(({ named }) => isIn(named, portfolio.certification));
    const everyone = conditions.filter(({ condition, own }) => condition.applies?.value === 'everyone' && own.length > 0);
    const routes = conditions.filter(({ condition }) => isOpenRoute(condition, context.today));
    const tied = routes.length > 0 && routes.every(({ own }) => own.length > 0);
    // If all routes lead through the certification's own modules, certification/instruction reports that.
    if (everyone.some(within) || (everyone.length === 0 && tied && routes.every(within))) return;

    const [first] = everyone;
    if (first) {
      report({
        at: portfolio.at,
        message: `Everybody who wants "${program.label}" must first complete ${quoted(first.own[0]!.named)} of the same owner. A certification is open to people who learned elsewhere: make it one way among others, or advice.`,
        fixes: everyone.length === 1 && !tied ? [replace(file, first.condition.applies!, 'advised', 'Make it advice')] : [],
        related: everyone.flatMap(({ own }) => own.map(({ at, named }) => ({ at, message: `Everybody must complete ${quoted(named)}.` }))),
      });
      return;
    }
    const asked = askedByAwards(program, portfolio, context);
    if (asked.length > 0) {
      report({
        at: portfolio.at,
        message: `Nobody receives "${program.label}" without ${quoted(asked[0]!.named)}, which belongs to instruction of the same owner. A certification is open to people who learned elsewhere: let its award ask for its own examination alone.`,
        related: asked.map(({ at, named }) => ({ at, message: `The award asks for ${quoted(named)}.` })),
      });
      return;
    }
    const unsure = conditions.some(({ condition }) => condition.applies && condition.applies.value === undefined);
    if (unsure || !tied) return;
    report({
      at: portfolio.at,
      message: `${routes.length > 1 ? 'Every way into' : 'The only way into'} "${program.label}" leads through instruction of its own owner, such as ${quoted(routes[0]!.own[0]!.named)}. A certification is open to people who learned elsewhere: add a way in without it.`,
      fixes: [{ ...addBlock(file, program, { kind: 'eligibility' }, 'Add another way in'), adds: false }],
      related: routes.map(({ own: [one] }) => ({ at: one!.at, message: `This way asks for ${quoted(one!.named)}.` })),
    });
  },
});

/** Returns what every designation asks for that belongs to another program of the owner: a module, or the test of what was taught. */
function askedByAwards(program: Program, { certification, offer }: Portfolio, { target }: RuleContext): readonly OwnInstruction[] {
  const taught = (named: NamedFacts): boolean =>
    offer.has(named) &&
    !isIn(named, certification) &&
    offer.programs.some(one => one.kind !== 'certification' && one.kind !== 'program' && isIn(named, one));
  const asked = designationsOf(program).map(({ requires }) =>
    (requires?.items ?? []).flatMap((at): OwnInstruction[] => {
      const named = target(at);
      return named && (named.kind === 'module' || named.kind === 'assessment') && taught(named) ? [{ at, named }] : [];
    }),
  );
  return asked.every(one => one.length > 0) ? asked.flat() : [];
}

/** Returns the owner's instruction that a condition requires: modules, and programs other than certifications. */
function ownIn(condition: Eligibility, { certification, offer }: Portfolio, { target }: RuleContext): readonly OwnInstruction[] {
  return [...(condition.completes?.items ?? []), ...(condition.holds?.items ?? [])].flatMap(at => {
    const named = target(at);
    if (!named) return [];
    const own =
      named.kind === 'module'
        ? isIn(named, certification) || offer.has(named)
        : named.kind !== 'certification' && !named.path.includes('.') && !isSame(named, certification) && offer.has(named);
    return own ? [{ at, named }] : [];
  });
}
