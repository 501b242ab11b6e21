import { definingFeatures, rule } from '../define.ts';
import { tellingWord } from '../shared/word.ts';

/** A certification's assessment usually covers a whole role. */
export default rule('certification/scope', {
  title: 'A certification covers a role broadly',
  severity: 'information',
  source: definingFeatures('Scope'),
  appliesTo: 'certification',
  check(program, context) {
    tellingWord(program, 'scope', context, {
      fits: 'broad',
      other: 'narrow',
      missing: `"${program.label}" does not say how much its assessment covers. A certification usually covers a whole role: broad.`,
      message: `"${program.label}" is a certification of narrow scope. A certification usually covers a whole role; check that a single topic is what its holders are recognized for.`,
    });
  },
});
