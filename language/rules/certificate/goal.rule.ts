import { definingFeatures, rule } from '../define.ts';
import { tellingWord } from '../shared/word.ts';

/** A certificate program is there for people to learn. */
export default rule('certificate/goal', {
  title: 'Participants of a certificate program acquire competence',
  severity: 'warning',
  source: definingFeatures('Goal'),
  appliesTo: 'certificate',
  check(program, context) {
    tellingWord(program, 'goal', context, {
      fits: 'acquire-competence',
      other: 'validate-competence',
      severity: { other: 'error' },
      missing: `"${program.label}" does not say its goal. State it: participants of a certificate program acquire competence.`,
      message:
        `"${program.label}" is a certificate program, but its goal is to validate competence that people bring with them. ` +
        `Say "acquire-competence", or describe the validation as a certification of its own.`,
    });
  },
});
