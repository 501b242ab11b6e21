import { awardsAttendanceOnly } from '../../analysis/program.ts';
import type { Fix } from '../../findings/finding.ts';
import { replace } from '../../fixes/fix.ts';
import type { Award } from '../../vocabulary/award.ts';
import type { Program } from '../../vocabulary/program.ts';
import { clauses, rule } from '../define.ts';
import { type AwardClaim, claimsOf } from '../shared/award-claims.ts';
import { unstatedAccreditations } from '../shared/named-accreditation.ts';
import { holdersNamedBy, titleSays } from '../shared/text.ts';

/** Holders of a certificate say that they earned it. */
export default rule('certificate/wording', {
  title: 'Holders of a certificate are not called certified, and no accreditation is named that is not stated',
  severity: 'warning',
  source: clauses('ASTM-E2659-2024.C5-2-4-2'),
  reads: 'project',
  appliesTo: 'certificate',
  check(program, context) {
    const { file, report } = context;
    const leave = (at: AwardClaim['at']): Fix[] => [replace(file, at, '?', 'Write "?" for now')];
    const claiming = new Set<unknown>();
    for (const award of program.all('award')) {
      const { title, titleSpan } = award;
      const isTitleTold = isTold(award, program);
      const claims = claimsOf(award).filter(({ of }) => of !== 'title' || !isTitleTold);
      for (const { at, called, claim } of claims) {
        claiming.add(at);
        report({
          at,
          nature: 'contradiction',
          message: `${called} calls holders ${claim}. "${program.label}" is a certificate program: say that they earned or completed the certificate.`,
          fixes: leave(at),
        });
      }
      if (
        titleSpan &&
        !isTitleTold &&
        claims.every(({ of }) => of !== 'title') &&
        titleSays(title ?? '', ['certification', 'certifications'])
      )
        report({
          at: titleSpan,
          nature: 'contradiction',
          message: `The title of this award says "certification". "${program.label}" is a certificate program: call the award a certificate.`,
          fixes: leave(titleSpan),
        });
    }
    unstatedAccreditations(program, { ...context, report: finding => claiming.has(finding.at) || report(finding) });
  },
});

/**
 * Returns whether another rule reports the title already: the one about the award's type, or the one about the same title of the program.
 */
function isTold({ type, title }: Award, program: Program): boolean {
  if (type?.value === 'designation' || type?.value === 'license' || (type?.value === 'attendance' && awardsAttendanceOnly(program)))
    return true;
  const same = (text: string | undefined): string | undefined => text?.trim().toLowerCase();
  return same(title) === same(program.title) && holdersNamedBy(program.title ?? '') !== undefined;
}
