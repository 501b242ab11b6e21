import { addProperty } from '../../fixes/fix.ts';
import { clauses, rule } from '../define.ts';

/** A domain says how much of the examination it is. */
export default rule('alignment/domain-without-weight', {
  title: 'Every domain has its weight',
  severity: 'information',
  source: clauses('NCCA-2021.S15'),
  appliesTo: 'domain',
  check(domain, { file, report }) {
    // A number of items also states the domain's share.
    if (domain.weight || domain.items) return;
    report({
      at: domain,
      message: `The domain "${domain.label}" does not say how much of the examination it is. State its weight, a percent or a range such as 20% to 25%.`,
      fixes: [addProperty(file, domain, 'weight')],
    });
  },
});
