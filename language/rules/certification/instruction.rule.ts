import { certainlySummative } from '../../analysis/program.ts';
import { addBlock, addProperty, removeMember, replace } from '../../fixes/fix.ts';
import type { Stated } from '../../model/block.ts';
import type { Reference } from '../../model/values.ts';
import type { Module } from '../../vocabulary/module.ts';
import type { Program } from '../../vocabulary/program.ts';
import { definingFeatures, type RuleContext, rule } from '../define.ts';
import { designationsOf, isOpenRoute } from '../shared/admission.ts';

/** A certification asks for competence, wherever it was gained, and not for a class of its own. */
export default rule('certification/instruction', {
  title: 'A certification does not require its own instruction',
  severity: 'error',
  source: definingFeatures('Instruction'),
  reads: 'project',
  appliesTo: 'certification',
  check(program, context) {
    const { file, report } = context;
    const said = new Set([...followed(program, context), ...tied(program, context), ...askedByAwards(program, context)]);
    for (const module of program.all('module')) {
      if (module.required?.value === true) {
        report({
          at: module.required,
          message: `"${program.label}" is a certification, but everybody must take its module "${module.label}". Open it to people who learned elsewhere, or describe the instruction as a certificate program of its own.`,
          fixes: [replace(file, module.required, 'no')],
        });
      } else if (!module.required && !said.has(module)) {
        report({
          at: module,
          severity: 'information',
          nature: 'missing',
          message: `The module "${module.label}" of the certification "${program.label}" does not say whether it is required. Preparation for a certification is optional: state it.`,
          fixes: [addProperty(file, module, 'required')],
        });
      }
    }
  },
});

/** Reports assessments that follow a module, and returns the modules. */
function followed(program: Program, { file, report, target, block }: RuleContext): Module[] {
  const modules: Module[] = [];
  for (const assessment of certainlySummative(program)) {
    const named = (assessment.follows?.items ?? []).filter(item => target(item)?.kind === 'module');
    if (named.length === 0) continue;
    modules.push(...named.flatMap(item => block(item, 'module') ?? []));
    report({
      at: assessment.follows!,
      message: `"${assessment.label}" follows a module, but "${program.label}" is a certification, whose assessment stands apart from any class. Take this out if people can sit it without the class.`,
      fixes: [removeMember(file, assessment.follows!.property, 'Remove "follows"')],
    });
  }
  return modules;
}

/** Reports designations that require a module of the program, and returns the modules. */
function askedByAwards(program: Program, { report, block }: RuleContext): Module[] {
  return designationsOf(program).flatMap(award =>
    (award.requires?.items ?? []).flatMap(at => {
      const module = program.all('module').find(one => one === block(at, 'module'));
      // A module that everybody must take is reported where it says so.
      if (!module || module.required?.value === true) return module ?? [];
      report({
        at,
        message: `"${award.label}" asks for the module "${module.label}", but "${program.label}" is a certification, which people reach wherever they learned. Ask for its examination alone, or describe the instruction as a certificate program of its own.`,
      });
      return module;
    }),
  );
}

/** Reports that the only route leads through a module of the program, and returns the modules. */
function tied(program: Program, { file, report, block, today }: RuleContext): Module[] {
  const own = program.all('module');
  const moduleOf = (item: Stated<Reference | string>): Module | undefined => own.find(module => module === block(item, 'module'));
  const conditions = program
    .all('eligibility')
    .map(condition => ({ condition, through: condition.completes?.items.find(item => moduleOf(item)) }));
  const everyone = conditions.find(({ condition, through }) => through && condition.applies?.value === 'everyone');
  if (everyone) {
    const { condition, through } = everyone;
    report({
      at: through!,
      message: `Everybody who wants "${program.label}" must complete its own module "${moduleOf(through!)!.label}". A certification is open to people who learned elsewhere: make the module one way among others, or advice.`,
      fixes: [replace(file, condition.applies!, 'advised')],
    });
    return [moduleOf(through!)!];
  }
  const routes = conditions.filter(({ condition }) => isOpenRoute(condition, today));
  const unsure = conditions.some(({ condition }) => condition.applies && condition.applies.value === undefined);
  const [first, ...others] = routes;
  if (unsure || !first || routes.some(({ through }) => !through)) return [];
  report({
    at: first.through!,
    message: `${others.length > 0 ? 'Every way into' : 'The only way into'} "${program.label}" leads through its own instruction. A certification is open to people who learned elsewhere: add a way in without it.`,
    fixes: [{ ...addBlock(file, program, { kind: 'eligibility' }, 'Add another way in'), adds: false }],
    related: others.map(({ condition, through }) => ({
      at: through!,
      message: `"${condition.label}" asks for instruction of the program, too.`,
    })),
  });
  return routes.map(({ through }) => moduleOf(through!)!);
}
