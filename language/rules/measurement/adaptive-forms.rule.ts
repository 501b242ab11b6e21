import { certainlySummative } from '../../analysis/program.ts';
import { fixOf, removeMember } from '../../fixes/fix.ts';
import { practice, rule } from '../define.ts';
import { isAdaptiveWithForms } from './studies.ts';

/** An examination that adapts to the person has a bank of items, not forms. */
export default rule('measurement/adaptive-forms', {
  title: 'An adaptive examination has no forms to be equated',
  severity: 'warning',
  source: practice('Adaptive testing: each person gets items of their own from one bank, all on one scale'),
  appliesTo: ['certification', 'certificate'],
  check(program, { file, report }) {
    for (const assessment of certainlySummative(program)) {
      if (!isAdaptiveWithForms(assessment)) continue;
      const { forms, equating, formAssembly } = assessment;
      const wrong = [
        ...(forms?.value !== undefined && forms.value > 1 ? [{ stated: forms, what: `${forms.value} forms` }] : []),
        ...(equating?.value === 'common-item' || equating?.value === 'random-groups'
          ? [{ stated: equating, what: `equating by ${equating.value === 'common-item' ? 'common items' : 'random groups'}` }]
          : []),
      ];
      const [first, second] = wrong;
      report({
        at: first!.stated,
        nature: 'contradiction',
        message:
          `"${assessment.label}" is adaptive, so everybody gets items of their own from one bank; ${wrong.map(({ what }) => what).join(' and ')} ` +
          `${first!.stated === forms || second ? 'do' : 'does'} not fit that. Take it out, or say how its forms are put together.`,
        fixes: [
          fixOf(`Remove ${wrong.map(({ stated }) => `"${stated.property.key}"`).join(' and ')}`, false, () =>
            wrong.flatMap(({ stated }) => removeMember(file, stated.property, '').edits()),
          ),
        ],
        related: [
          { at: formAssembly!, message: 'Each next item depends on the answers so far.' },
          ...(second ? [{ at: second.stated, message: `It also states ${second.what}.` }] : []),
        ],
      });
    }
  },
});
