import { certainlySummative } from '../../analysis/program.ts';
import type { Stated } from '../../model/block.ts';
import { cite } from '../../vocabulary/citations.ts';
import { practice, rule } from '../define.ts';
import { newest } from '../shared/newest.ts';

/** Below `POOR`, decisions about a person depend on chance; from `USUAL` on, scores are as consistent as usual. */
const POOR = 0.7;
const USUAL = 0.8;

/** Scores that would come out otherwise on another day. */
export default rule('measurement/low-reliability', {
  title: 'Scores are consistent enough for the decision',
  severity: 'warning',
  source: practice(
    `Reliability of 0.80 and more is usual for certifications, and below 0.70 is held to be too little; ${cite('NCCA-2021.S20')} asks for evidence`,
  ),
  appliesTo: ['certification', 'certificate'],
  check(program, { report }) {
    const isCertificate = program.kind === 'certificate';
    const judge = (of: { reliability?: Stated<number>; decisionConsistency?: Stated<number> }, what: string): void => {
      const value = of.reliability?.value;
      const decisions = of.decisionConsistency?.value;
      if ((value === undefined || value >= (isCertificate ? POOR : USUAL)) && decisions !== undefined && decisions >= 0 && decisions < POOR)
        report({
          at: of.decisionConsistency!,
          nature: 'weak',
          severity: 'information',
          message: `The decision consistency of ${what} is ${decisions}: of ten people about ${Math.round(10 - decisions * 10)} would be decided on otherwise another day. Look at its length, at its weakest items and at where the passing score lies.`,
        });
      if (value === undefined || value < 0 || value >= (isCertificate ? POOR : USUAL)) return;
      // What matters is whether the same people would pass again.
      if ((decisions ?? 0) >= USUAL) return;
      const poor = value < POOR;
      report({
        at: of.reliability!,
        nature: 'weak',
        severity: poor && !isCertificate ? 'warning' : 'information',
        message: poor
          ? `The reliability of ${what} is ${value}, so chance has much to say in who passes. Look at its weakest items and at its length, or state the decision consistency if that is known.`
          : `The reliability of ${what} is ${value}; ${USUAL.toFixed(2)} and more is usual for a certification. State the decision consistency if that is known.`,
      });
    };
    for (const assessment of certainlySummative(program)) judge(assessment, `"${assessment.label}"`);
    const judged = new Set(certainlySummative(program).map(one => one.reliability?.value));
    for (const results of newest(program.all('results'), one => one.period)) {
      // The same figure is reported only once.
      if (!judged.has(results.reliability?.value)) judge(results, `the latest results of "${program.label}"`);
    }
  },
});
