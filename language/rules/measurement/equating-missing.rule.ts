import { certainlySummative } from '../../analysis/program.ts';
import { addProperty, replace } from '../../fixes/fix.ts';
import { clauses, rule } from '../define.ts';
import { isAdaptiveWithForms, onlyFormats } from './studies.ts';

/** Scores on different forms mean the same. */
export default rule('measurement/equating-missing', {
  title: 'Several forms of an examination are equated',
  severity: 'warning',
  source: clauses('NCCA-2021.S17'),
  appliesTo: ['certification', 'certificate'],
  check(program, { file, report }) {
    for (const assessment of certainlySummative(program)) {
      const { forms, equating } = assessment;
      if (forms?.value === undefined || forms.value < 2) continue;
      if (isAdaptiveWithForms(assessment)) continue;
      // Judged work consists of tasks, not items; its rating keeps its forms comparable.
      if (onlyFormats(assessment, 'portfolio', 'project', 'performance', 'practical', 'oral')) continue;
      if (equating && equating.value !== 'none') continue;
      report({
        at: equating ?? assessment,
        message:
          `"${assessment.label}" of "${program.label}" has ${forms.value} forms, but ` +
          `${equating ? 'they are not equated' : 'it does not say how they are equated'}. ` +
          `State how, so that a score means the same whichever form a person gets.`,
        fixes: equating
          ? [replace(file, equating, '?', 'Write "?" until a method is chosen')]
          : [addProperty(file, assessment, 'equating')],
        related: [{ at: forms, message: `${forms.value} forms are in use.` }],
      });
    }
  },
});
