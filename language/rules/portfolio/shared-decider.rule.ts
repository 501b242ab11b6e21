import { lastOf, policiesOf } from '../shared/policies.ts';
import { governing } from './bodies.ts';
import { PeopleGroups } from './groups.ts';
import { personNamed, taughtBy, teacherNamed } from './people.ts';
import { listedOnce, placeOf, quoted } from './portfolio.ts';
import { portfolioRule } from './portfolio-rule.ts';
import { FIREWALL } from './sources.ts';

/** People who decide about a certification, or who passes, should not teach for its owner. */
export default portfolioRule('portfolio/shared-decider', {
  title: 'Nobody both teaches for the owner and decides about the certification or who passes',
  severity: 'warning',
  source: FIREWALL,
  check(program, portfolio, context) {
    const { file, names, report, target } = context;
    // Of a body that does not state what it governs, the members are not known to decide about this certification.
    const bodies = governing(portfolio, names).filter(({ says }) => says.governs?.includes(portfolio.certification.name));
    for (const name of new Set(bodies.flatMap(({ says }) => says.members ?? []))) {
      const person = personNamed(name, names);
      const modules = taughtBy(name, portfolio)?.map(({ module }) => module);
      if (!person || !modules) continue;
      const sitting = bodies.filter(({ says }) => says.members?.includes(name));
      report({
        at: portfolio.at,
        nature: 'contradiction',
        message: `${quoted(person)} teaches ${listedOnce(modules.map(quoted))} and also sits on ${listedOnce(sitting.map(quoted))}, which ${sitting.length > 1 ? 'govern' : 'governs'} "${program.label}". Those who decide about a certification should have no part in instruction of its owner: let somebody else do one of the two.`,
        related: [
          ...modules.map(module => ({ at: placeOf(module, file), message: `${quoted(person)} teaches ${quoted(module)}.` })),
          ...sitting.map(body => ({ at: placeOf(body, file), message: `${quoted(person)} sits on ${quoted(body)}.` })),
        ],
      });
    }
    for (const panel of program.all('panel')) {
      const does = panel.purpose?.items.flatMap(({ value }) => (value && DECIDES[value]) ?? []) ?? [];
      if (does.length === 0) continue;
      for (const name of new Set(panel.members?.items.flatMap(item => target(item)?.name ?? []))) {
        const person = personNamed(name, names);
        const preparing = taughtBy(name, portfolio)?.filter(({ prepares }) => prepares) ?? [];
        if (!person || preparing.length === 0) continue;
        const modules = preparing.map(({ module }) => module);
        report({
          at: portfolio.at,
          nature: 'contradiction',
          message: `${quoted(person)} teaches ${listedOnce(modules.map(quoted))}, which ${modules.length > 1 ? 'prepare' : 'prepares'} for "${program.label}", and also ${does.join(' and ')} on "${panel.label}". Those who decide who passes should not teach candidates: let somebody else do one of the two.`,
          related: [
            ...modules.map(module => ({ at: placeOf(module, file), message: `${quoted(person)} teaches ${quoted(module)}.` })),
            { at: panel, message: `${quoted(person)} ${does.join(' and ')} here.` },
          ],
        });
      }
    }
    const groups = new PeopleGroups(program, context);
    const governed = new Set(bodies.map(({ name }) => name));
    for (const policy of policiesOf(program, context) ?? []) {
      if (!policy.says('covers').includes('appeals')) continue;
      // Those who sit on a body that governs the certification are reported above.
      for (const group of new Set(
        policy
          .says('decided-by')
          .map(lastOf)
          .filter(name => !governed.has(name)),
      )) {
        for (const name of new Set(groups.members(group))) {
          const teacher = teacherNamed(name, portfolio, names);
          if (!teacher) continue;
          const { person, modules, prepares } = teacher;
          const teaches = `${quoted(person)} teaches ${listedOnce(modules.map(quoted))}`;
          const hears = `also hears appeals about "${program.label}"${name === group ? '' : ` on ${groups.called(group)}`}`;
          report({
            at: portfolio.at,
            severity: prepares ? 'warning' : 'information',
            nature: prepares ? 'contradiction' : 'weak',
            message: prepares
              ? `${teaches}, which ${modules.length > 1 ? 'prepare' : 'prepares'} for "${program.label}", and ${hears}. Those who decide on an appeal should not have taught the candidate: let somebody else do one of the two.`
              : `${teaches} for the same owner and ${hears}. Make sure that nobody decides on an appeal of somebody whom he or she taught.`,
            related: [
              ...modules.map(module => ({ at: placeOf(module, file), message: `${quoted(person)} teaches ${quoted(module)}.` })),
              { at: 'uri' in policy.at ? placeOf(policy.at, file) : policy.at, message: 'This policy says who decides on appeals.' },
            ],
          });
        }
      }
    }
  },
});

/** What members of a panel of each purpose decide about those who take the examination. */
const DECIDES: Readonly<Record<string, string>> = { 'standard-setting': 'sets the passing score', scoring: 'scores candidates' };
