import { definingFeatures, rule } from '../define.ts';
import { tellingWord } from '../shared/word.ts';

/** A hint only: recognition is a part of both kinds. */
export default rule('certificate/purpose', {
  title: 'A certificate program builds capacity',
  severity: 'information',
  source: definingFeatures('Purpose'),
  appliesTo: 'certificate',
  check(program, context) {
    tellingWord(program, 'purpose', context, {
      fits: 'build-capacity',
      other: 'recognize-competence',
      missing: `"${program.label}" does not say its purpose. State it: a certificate program builds capacity in a specialty or a set of skills.`,
      message:
        `"${program.label}" is a certificate program, but its purpose is to recognize people who are competent already. ` +
        `If it builds up their capacity, say "build-capacity"; if it only recognizes it, a certification may fit better.`,
    });
  },
});
