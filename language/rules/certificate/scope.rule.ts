import { definingFeatures, rule } from '../define.ts';
import { tellingWord } from '../shared/word.ts';

/** A hint only: a certificate program may be narrow, and need not be. */
export default rule('certificate/scope', {
  title: 'The assessment of a certificate program may be narrow',
  severity: 'information',
  source: definingFeatures('Scope'),
  appliesTo: 'certificate',
  check(program, context) {
    tellingWord(program, 'scope', context, {
      fits: 'narrow',
      other: 'broad',
      missing: `"${program.label}" does not say its scope. State whether its assessment covers one topic or specialty ("narrow") or a whole role ("broad").`,
      message:
        `The scope of "${program.label}" is a whole role. The assessment of a certificate program covers what its instruction taught, ` +
        `which is usually narrower: check that the outcomes are that wide, or say "narrow".`,
    });
  },
});
