import { certainlySummative } from '../../analysis/program.ts';
import { replace } from '../../fixes/fix.ts';
import { clauses, rule } from '../define.ts';
import { methodsOf, studyOf } from './studies.ts';

/** A round percentage says nothing of how hard the items are. */
export default rule('measurement/habitual-cut', {
  title: 'The passing score is not a percentage picked by habit',
  severity: 'warning',
  source: clauses('NCCA-2021.S17'),
  appliesTo: ['certification', 'certificate'],
  check(program, { file, report }) {
    const cuts = certainlySummative(program).flatMap(assessment => {
      const study = studyOf(assessment);
      const methods = methodsOf(study);
      const habitual = methods.length > 0 && methods.every(method => method === 'fixed-percentage');
      return habitual ? [{ assessment, method: study!.method! }] : [];
    });
    const [first, ...others] = cuts;
    if (!first) return;
    report({
      at: first.method,
      nature: 'contradiction',
      ...(program.kind === 'certificate' && { severity: 'information' as const }),
      message:
        `The passing score of ${cuts.map(({ assessment }) => `"${assessment.label}"`).join(' and ')} is a percentage that was picked beforehand. It says nothing of how hard the items are: ` +
        'have experts set it by a study of the items, such as modified-angoff or bookmark.',
      fixes: [replace(file, first.method, '?', 'Write "?" until a study is made')],
      related: others.map(({ assessment, method }) => ({ at: method, message: `So is that of "${assessment.label}".` })),
    });
  },
});
