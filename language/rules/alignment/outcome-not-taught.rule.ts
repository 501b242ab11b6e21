import { taughtBy } from '../../analysis/alignment.ts';
import { definingFeatures, rule } from '../define.ts';
import { linkFixes } from './link.ts';

/** What a program intends people to learn, some module teaches. A certification need not teach. */
export default rule('alignment/outcome-not-taught', {
  title: 'Every intended learning outcome is taught',
  severity: 'warning',
  source: definingFeatures('Instruction'),
  reads: 'project',
  appliesTo: ['certificate', 'attendance', 'program'],
  check(program, { file, target, report }) {
    const taught = taughtBy(program, target);
    if (!taught.any || taught.open) return;
    for (const outcome of program.all('outcome')) {
      if (taught.to.has(outcome)) continue;
      report({
        at: outcome,
        message: `No module of "${program.label}" teaches the outcome "${outcome.label}". Name it under "teaches" of the module that does, or take it out.`,
        fixes: linkFixes(file, program.all('module'), 'teaches', outcome),
      });
    }
  },
});
