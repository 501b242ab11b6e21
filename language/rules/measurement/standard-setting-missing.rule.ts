import { certainlySummative } from '../../analysis/program.ts';
import { addBlock, addProperty } from '../../fixes/fix.ts';
import { clauses, rule } from '../define.ts';
import { studyOf } from './studies.ts';

/** A passing score comes from a study. */
export default rule('measurement/standard-setting-missing', {
  title: 'The passing score comes from a standard-setting study',
  severity: 'warning',
  source: clauses('NCCA-2021.S17'),
  appliesTo: ['certification', 'certificate'],
  check(program, { file, report }) {
    const isCertificate = program.kind === 'certificate';
    for (const assessment of certainlySummative(program)) {
      const study = studyOf(assessment);
      // If a quota of people pass, there is no study; measurement/norm-referenced reports that.
      if (assessment.scoring?.value === 'norm-referenced') continue;
      if (study) {
        if (study.method) continue;
        report({
          at: study,
          ...(isCertificate && { severity: 'information' as const }),
          message: `The study of the passing score of "${assessment.label}" does not say its method, so nobody can tell how the score was found. State it.`,
          fixes: [addProperty(file, study, 'method')],
        });
        continue;
      }
      report({
        at: assessment,
        ...(isCertificate && { severity: 'information' as const }),
        message: `"${assessment.label}" of "${program.label}" does not say how its passing score was found. Describe the standard-setting study: its method, when it was made, and by how many experts.`,
        fixes: [addBlock(file, assessment, { kind: 'standard-setting' })],
      });
    }
  },
});
