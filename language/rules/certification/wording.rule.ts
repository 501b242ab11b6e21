import { clauses, rule } from '../define.ts';
import { unstatedAccreditations } from '../shared/named-accreditation.ts';

/** What holders may say of a certification is so. */
export default rule('certification/wording', {
  title: 'The wording of an award names no accreditation that is not stated',
  severity: 'warning',
  source: clauses('ISO-17024-2026.C9-7'),
  reads: 'project',
  appliesTo: 'certification',
  check: unstatedAccreditations,
});
