import { certainlySummative } from '../../analysis/program.ts';
import { practice, rule } from '../define.ts';
import { studyOf } from './studies.ts';

/** The number of experts below which a single one can decide the result. */
const FEW = 6;
/** The number of experts below which a certification's study is hardly a study. */
const TOO_FEW = 4;

/** A passing score that rests on few judgements. */
export default rule('measurement/small-panel', {
  title: 'A standard-setting study has experts enough',
  severity: 'information',
  source: practice('Standard-setting panels of 6 to 12, or 8 to 15 experts'),
  appliesTo: ['certification', 'certificate'],
  check(program, { block, report }) {
    for (const assessment of certainlySummative(program)) {
      const study = studyOf(assessment);
      if (!study) continue;
      const at = study.panelists ?? (study.panel && block(study.panel, 'panel')?.size && study.panel);
      const size = study.panelists ? study.panelists.value : block(study.panel, 'panel')?.size?.value;
      if (!at || size === undefined || size >= FEW) continue;
      report({
        at,
        ...(program.kind === 'certification' && size < TOO_FEW && { severity: 'warning' as const }),
        nature: 'weak',
        message: `The passing score of "${assessment.label}" rests on ${size === 1 ? 'one expert' : `${size} experts`}; panels of ${FEW} or more are usual. Ask more of them when the study is made again.`,
      });
    }
  },
});
