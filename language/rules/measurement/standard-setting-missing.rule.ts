import { certainlySummative } from '../../analysis/program.ts';
import { addBlock } from '../../fixes/fix.ts';
import { clauses, rule } from '../define.ts';

/** A passing score comes from a study. */
export default rule('measurement/standard-setting-missing', {
  title: 'The passing score comes from a standard-setting study',
  severity: 'warning',
  source: clauses('NCCA-2021.S17'),
  appliesTo: ['certification', 'certificate'],
  check(program, { file, report }) {
    const isCertificate = program.kind === 'certificate';
    for (const assessment of certainlySummative(program)) {
      if (assessment.all('standard-setting').length > 0) continue;
      // Where only a share of the people can pass no study was made, and measurement/norm-referenced says so.
      if (assessment.scoring?.value === 'norm-referenced') continue;
      report({
        at: assessment,
        ...(isCertificate && { severity: 'information' as const }),
        message: `"${assessment.label}" of "${program.label}" does not say how its passing score was found. Describe the standard-setting study: its method, when it was made, and by how many experts.`,
        fixes: [addBlock(file, assessment, { kind: 'standard-setting', properties: ['method: ?', 'conducted: ?', 'panelists: ?'] })],
      });
    }
  },
});
