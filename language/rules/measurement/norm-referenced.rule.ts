import { certainlySummative } from '../../analysis/program.ts';
import { chosen, replace } from '../../fixes/fix.ts';
import { cite } from '../../vocabulary/citations.ts';
import { practice, rule } from '../define.ts';
import { studyOf } from './studies.ts';

/** Who passes depends on what a person can do, not on how the others did. */
export default rule('measurement/norm-referenced', {
  title: 'Passing does not depend on how others do',
  severity: 'warning',
  source: practice(`Passing standards are criterion-referenced; ${cite('NCCA-2021.S17')} is read in this way`),
  appliesTo: ['certification', 'certificate'],
  check(program, { file, report }) {
    for (const assessment of certainlySummative(program)) {
      const scoring = assessment.scoring?.value === 'norm-referenced' ? assessment.scoring : undefined;
      const quota = studyOf(assessment)?.method?.items.find(({ value }) => value === 'quota');
      if (!scoring && !quota) continue;
      report({
        at: scoring ?? quota!,
        nature: 'contradiction',
        message:
          `Who passes "${assessment.label}" depends on how the others do${quota ? ': a set share passes' : ''}. ` +
          `"${program.label}" is to say what a person can do, so fix the score that is enough by a study of the content.`,
        fixes: [
          scoring
            ? chosen(replace(file, scoring, 'criterion-referenced', 'Write "criterion-referenced", if a fixed score decides'))
            : replace(file, quota!, '?', 'Write "?" until a method is chosen'),
        ],
        ...(scoring && quota && { related: [{ at: quota, message: 'A set share passes.' }] }),
      });
    }
  },
});
