import { fixOf } from '../../fixes/fix.ts';
import { offsets } from '../../model/span.ts';
import { definingFeatures, rule } from '../define.ts';
import { declareAs } from '../shared/declare.ts';
import { holdersNamedBy } from '../shared/text.ts';

/** The title tells the public what the program is. */
export default rule('certificate/name', {
  title: 'The title of a certificate program does not say "certified"',
  severity: 'warning',
  source: definingFeatures('Award'),
  appliesTo: 'certificate',
  check(program, { file, report }) {
    const { title, titleSpan } = program;
    const said = title && titleSpan ? holdersNamedBy(title) : undefined;
    if (!said || !titleSpan) return;
    const { start, end } = offsets(titleSpan);
    const word = /\bcertification\b/i.exec(file.text.slice(start, end));
    report({
      at: titleSpan,
      nature: 'contradiction',
      message:
        `The title "${title}" says "${said}", but the program is a certificate program, and the public may take its holders for ${/^certif/.test(said) ? 'certified' : said} people. ` +
        `Choose a title without the word, or declare the program a certification if it is one.`,
      fixes: [
        ...(word
          ? [
              fixOf('Write "Certificate" instead', false, () => [
                {
                  start: start + word.index,
                  end: start + word.index + word[0].length,
                  text: word[0][0] === 'C' ? 'Certificate' : 'certificate',
                },
              ]),
            ]
          : []),
        declareAs(program, 'certification'),
      ],
    });
  },
});
