/** Documents that these rules cite beside those of every group. */
import type { Source } from '../define.ts';

const READ = '2026-11-23';
export const ncca2014 = (clause: string): Source => ({
  document: 'NCCA Standards for the Accreditation of Certification Programs, 2014',
  clause,
  basis: 'published',
  read: READ,
});
export const iso17024 = (clause: string): Source => ({ document: 'ISO/IEC 17024:2012', clause, basis: 'published', read: READ });
