import { fixOf } from '../../fixes/fix.ts';
import { offsets } from '../../model/span.ts';
import { definingFeatures, rule } from '../define.ts';

/** The name of a certification does not call it a certificate. */
export default rule('certification/name', {
  title: 'The title of a certification does not say "Certificate"',
  severity: 'warning',
  source: definingFeatures('Award'),
  appliesTo: 'certification',
  check(program, { file, report }) {
    if (program.title === undefined || !SAYS.test(program.title)) return;
    const { start, end } = offsets(program.titleSpan!);
    const found = SAYS.exec(file.text.slice(start, end));
    report({
      at: program.titleSpan!,
      message: `The title "${program.title}" says "certificate", but the program is a certification. The public tells the two apart by name: call it a certification, or declare it a certificate.`,
      fixes: found
        ? [
            fixOf('Write "Certification" in the title', false, () => [
              { start: start + found.index, end: start + found.index + found[0].length, text: asWritten(found[0]) },
            ]),
          ]
        : [],
    });
  },
});

const SAYS = /\bcertificates?\b/i;

/** Returns "Certification" with the capitals of the word that it replaces. */
function asWritten(word: string): string {
  if (word === word.toUpperCase()) return 'CERTIFICATION';
  return word[0] === 'C' ? 'Certification' : 'certification';
}
