import { addProperty, replace } from '../../fixes/fix.ts';
import { definingFeatures, rule } from '../define.ts';

/** A certification validates competence; teaching it is another program's goal. */
export default rule('certification/goal', {
  title: 'A certification validates competence',
  severity: 'warning',
  source: definingFeatures('Goal'),
  appliesTo: 'certification',
  check(program, { file, report }) {
    if (!program.goal) {
      report({
        at: program,
        message: `"${program.label}" does not say its goal. State it: a certification validates competence that people bring with them.`,
        fixes: [addProperty(file, program, 'goal')],
      });
    } else if (program.goal.value === 'acquire-competence') {
      report({
        at: program.goal,
        severity: 'error',
        message:
          `"${program.label}" is a certification, but its goal is that participants acquire competence. ` +
          `Say "validate-competence", or describe the teaching as a certificate program of its own.`,
        fixes: [replace(file, program.goal, 'validate-competence')],
      });
    }
  },
});
