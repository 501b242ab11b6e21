import { summativeAssessments } from '../../analysis/program.ts';
import type { AnyBlock } from '../../model/block.ts';
import type { BlockFacts, NamedFacts } from '../../model/facts.ts';
import type { Program } from '../../vocabulary/program.ts';
import type { RuleContext } from '../define.ts';
import { teacherNamed } from './people.ts';
import { labelOf, listedOnce, placeOf, quoted } from './portfolio.ts';
import { portfolioRule } from './portfolio-rule.ts';
import { FIREWALL } from './sources.ts';

/** People who know the items should not teach people who will answer them. */
export default portfolioRule('portfolio/shared-author', {
  title: 'Nobody both teaches for the owner and writes or reviews items of the certification',
  severity: 'warning',
  source: FIREWALL,
  check(program, portfolio, context) {
    const { file, names, report } = context;
    for (const [name, places] of authors(program, context)) {
      const teacher = teacherNamed(name, portfolio, names);
      if (!teacher) continue;
      const { person, modules, prepares } = teacher;
      report({
        at: portfolio.at,
        severity: prepares ? 'warning' : 'information',
        nature: prepares ? 'contradiction' : 'weak',
        message: prepares
          ? `${quoted(person)} teaches ${listedOnce(modules.map(quoted))}, which ${modules.length > 1 ? 'prepare' : 'prepares'} for "${program.label}", and also writes or reviews its items. Those who know the items should not teach towards them: let somebody else do one of the two.`
          : `${quoted(person)} teaches ${listedOnce(modules.map(quoted))} for the same owner and also writes or reviews items of "${program.label}". Make sure that nothing of the items reaches the class.`,
        related: [
          ...modules.map(module => ({ at: placeOf(module, file), message: `${quoted(person)} teaches "${labelOf(module)}".` })),
          ...places.map(at => ({ at, message: `${quoted(person)} writes or reviews items here.` })),
        ],
      });
    }
  },
});

/** Returns, by name, the people who write or review items of the deciding assessments, with the blocks that state it. */
function authors(program: Program, { file, target }: RuleContext): ReadonlyMap<string, readonly (AnyBlock | BlockFacts)[]> {
  const found = new Map<string, (AnyBlock | BlockFacts)[]>();
  const add = (name: string, at: AnyBlock | BlockFacts): void => {
    const places = found.get(name) ?? [];
    if (!places.includes(at)) found.set(name, [...places, at]);
  };
  const members = (panel: NamedFacts | undefined, at: AnyBlock | BlockFacts): void => {
    for (const name of panel?.says.members ?? []) add(name, at);
  };
  for (const assessment of summativeAssessments(program)) {
    for (const item of assessment.writtenBy?.items ?? []) {
      const named = target(item);
      if (named?.kind === 'person') add(named.name, assessment);
      else if (named?.kind === 'panel') members(named, placeOf(named, file));
    }
  }
  for (const panel of program.all('panel')) {
    if (!panel.purpose?.items.some(({ value }) => value === 'item-writing' || value === 'item-review')) continue;
    for (const item of panel.members?.items ?? []) {
      const named = target(item);
      if (named) add(named.name, panel);
    }
  }
  return found;
}
