import { alike } from '../../analysis/marks.ts';
import { placeOf, quoted } from './portfolio.ts';
import { portfolioRule } from './portfolio-rule.ts';
import { FIREWALL } from './sources.ts';

/** A certification's name and letters must differ from those of its owner's instruction. */
export default portfolioRule('portfolio/same-name', {
  title: 'The public can tell the names of a certification and of instruction apart',
  severity: 'warning',
  source: FIREWALL,
  check(program, portfolio, context) {
    const { certification, instruction, at } = portfolio;
    let found = 0;
    for (const { taught, program: its } of instruction) {
      const same = taught === its ? alike(certification, taught) : undefined;
      if (!same || ++found > MOST) continue;
      const marks =
        same.one === same.other
          ? `"${program.label}" and ${quoted(taught)} both go by "${same.one}"`
          : `the public can hardly tell "${same.other}" from "${same.one}"`;
      context.report({
        at,
        nature: 'contradiction',
        message: `${marks[0]!.toUpperCase()}${marks.slice(1)}. One is a certification and the other instruction of the same owner: give one of them another name.`,
        related: [{ at: placeOf(taught, context.file), message: `${quoted(taught)} goes by "${same.other}".` }],
      });
    }
  },
});

/** The greatest number of findings, because one new name for the certification resolves all of them. */
const MOST = 5;
