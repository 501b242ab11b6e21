import { summativeAssessments } from '../../analysis/program.ts';
import type { Edit } from '../../findings/finding.ts';
import { fixOf } from '../../fixes/fix.ts';
import { addBlocks, addProperties } from '../../fixes/place.ts';
import { numberedName } from '../../model/free-name.ts';
import { offsets } from '../../model/span.ts';
import { definingFeatures, rule } from '../define.ts';
import { declareAs } from '../shared/declare.ts';
import { ungatedCertificates } from '../shared/gate.ts';

/** A certificate that asks for no passing is one of attendance. */
export default rule('certificate/gate', {
  title: 'The certificate goes to those who pass',
  severity: 'error',
  source: definingFeatures('Award'),
  appliesTo: 'certificate',
  check(program, context) {
    const { file, report } = context;
    const named = summativeAssessments(program).filter(assessment => assessment.name !== undefined);
    for (const award of ungatedCertificates(program, context)) {
      const { requires, oneOf } = award;
      const also = (names: string): readonly Edit[] =>
        requires
          ? [{ start: offsets(requires.span).end, end: offsets(requires.span).end, text: `, ${names}` }]
          : addProperties(file, award, [`requires: ${names}`]);
      const names = named.map(assessment => assessment.name!).join(', ');
      const free = numberedName('assessment', name => program.children.some(child => child.name === name));
      report({
        at: requires ?? oneOf!,
        message:
          `"${award.label}" is a certificate, but ${oneOf ? 'it can be had without an assessment that counts' : 'it requires no assessment that counts'}: whoever takes part receives it, and that is a certificate of attendance. ` +
          `Name the assessment that people must pass, or declare "${program.label}" an attendance program.`,
        fixes: [
          names
            ? fixOf(`Require ${names} as well`, false, () => also(names))
            : fixOf('Add an assessment that it requires', false, () => [
                ...addBlocks(file, program, [{ kind: 'assessment', name: free }]),
                ...also(free),
              ]),
          declareAs(program, 'attendance', [{ ...offsets(award.type!.span), text: 'attendance' }]),
        ],
      });
    }
  },
});
