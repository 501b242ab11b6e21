import { standardsSoughtOrHeld } from '../../analysis/program.ts';
import { removeMember } from '../../fixes/fix.ts';
import { definingFeatures, rule } from '../define.ts';

/** Letters after a name say that somebody is certified. */
export default rule('certificate/letters', {
  title: 'A certificate gives no letters after the name',
  severity: 'error',
  source: definingFeatures('Award'),
  reads: 'project',
  appliesTo: 'certificate',
  check(program, context) {
    const { file, report } = context;
    const astm = standardsSoughtOrHeld(program, context).find(({ standard }) =>
      /\bE2659\b/.test(`${standard.name} ${standard.title ?? ''}`),
    );
    for (const award of program.all('award')) {
      const { letters } = award;
      if (!letters?.value?.trim()) continue;
      const setApart = astm && /^CH-./.test(letters.value.trim());
      report({
        at: letters,
        ...(setApart && { severity: 'warning', nature: 'weak' }),
        message: setApart
          ? `Holders of "${award.label}" put "${letters.value}" after their name. ${astm.standard.name} leaves room for letters only where nobody can take them for a certification: check that these are set apart.`
          : `"${program.label}" is a certificate program, but holders of "${award.label}" put "${letters.value}" after their name, as certified people do. Leave the letters out; holders say that they earned the certificate.`,
        fixes: [removeMember(file, letters.property, 'Remove the letters')],
      });
    }
  },
});
