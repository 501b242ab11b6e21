import { addProperty } from '../../fixes/fix.ts';
import { definingFeatures, rule } from '../define.ts';

/** Each module of a certificate program works towards an outcome. */
export default rule('alignment/module-teaches-nothing', {
  title: 'Every module of a certificate program teaches an outcome',
  severity: 'warning',
  source: definingFeatures('Instruction'),
  appliesTo: 'certificate',
  check(program, { file, report }) {
    // Without an outcome the module has nothing to name; certificate/outcomes reports that.
    if (program.all('outcome').length === 0) return;
    for (const module of program.all('module')) {
      if (module.teaches) continue;
      report({
        at: module,
        message: `The module "${module.label}" of "${program.label}" does not say which outcomes it works towards. Name them under "teaches".`,
        fixes: [addProperty(file, module, 'teaches')],
      });
    }
  },
});
