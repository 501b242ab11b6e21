import { practice, rule } from '../define.ts';
import { newest } from '../shared/newest.ts';

/** The number of candidates from which it is no coincidence that all pass, or none. */
const MANY = 100;
const SOME = 20;

/** An examination that everybody passes, or nobody, tells nobody apart. */
export default rule('measurement/everyone-passes', {
  title: 'Some pass and some do not',
  severity: 'information',
  source: practice('A decision that is the same for all says little about anybody; reviewers ask why'),
  appliesTo: ['certification', 'certificate'],
  check(program, { report }) {
    for (const { candidates, passed, form } of newest(program.all('results'), one => one.period)) {
      if (candidates?.value === undefined || passed?.value === undefined) continue;
      const all = candidates.value >= MANY && passed.value === candidates.value;
      const none = candidates.value >= SOME && passed.value === 0;
      if (!all && !none) continue;
      report({
        at: passed,
        nature: 'weak',
        message:
          `${all ? 'All' : 'None'} of the ${candidates.value} candidates passed in the latest results of "${program.label}"${form?.value ? ` (${form.value})` : ''}. ` +
          `Look at the passing score and at how hard the items are, or check the figures.`,
        related: [{ at: candidates, message: `${candidates.value} took it.` }],
      });
    }
  },
});
