import { definingFeatures, rule } from '../define.ts';
import { tellingWord } from '../shared/word.ts';

/** A certification recognizes people who meet set requirements. */
export default rule('certification/purpose', {
  title: 'A certification recognizes competence',
  severity: 'information',
  source: definingFeatures('Purpose'),
  appliesTo: 'certification',
  check(program, context) {
    tellingWord(program, 'purpose', context, {
      fits: 'recognize-competence',
      other: 'build-capacity',
      missing: `"${program.label}" does not say its purpose. A certification recognizes people who meet set requirements.`,
      message:
        `"${program.label}" is a certification, but its purpose is to build capacity, which is what instruction does. ` +
        `Say "recognize-competence" if the program recognizes people who meet set requirements.`,
    });
  },
});
