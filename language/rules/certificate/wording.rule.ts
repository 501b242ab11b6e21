import { replace } from '../../fixes/fix.ts';
import { clauses, rule } from '../define.ts';
import { claimOf } from '../shared/holders.ts';

/** Holders of a certificate say that they earned it. */
export default rule('certificate/wording', {
  title: 'Holders of a certificate are not called certified',
  severity: 'warning',
  source: clauses('ASTM-E2659-2024.C5-2-4-2'),
  appliesTo: 'certificate',
  check(program, { file, report }) {
    for (const award of program.all('award')) {
      const texts = [
        { what: 'title', text: award.title, at: award.titleSpan },
        { what: 'wording', text: award.wording?.value, at: award.wording },
      ];
      for (const { what, text, at } of texts) {
        const claim = at && text ? claimOf(text) : undefined;
        if (!at || !claim) continue;
        report({
          at,
          nature: 'contradiction',
          message:
            `The ${what} of ${what === 'title' ? 'this award' : `"${award.label}"`} calls holders ${claim}. ` +
            `"${program.label}" is a certificate program: say that they earned or completed the certificate.`,
          fixes: [replace(file, at, '?', 'Write "?" for now')],
        });
      }
    }
  },
});
