/** The sources of the rules in this group. */

import { cite } from '../../vocabulary/citations.ts';
import { clauses, practice, type Source } from '../define.ts';

export const FIREWALL: Source = clauses('NCCA-2021.S3');
export const GOVERNANCE: Source = clauses('NCCA-2021.S2');
export const TRAINING: Source = practice(`No promise to pass; it follows from ${cite('ISO-17024-2026.C5-2')}`);
