/** The CTDL properties that a kind of block as a whole stands for, as the vocabulary says. */
import { kindOf } from '../../language/vocabulary/kinds.ts';

const of = (kind: string): string => kindOf(kind)!.ctdl!;
export const FORM_OF = {
  eligibility: of('eligibility'),
  maintenance: of('maintenance'),
  evaluation: of('evaluation'),
  accreditation: of('accreditation'),
  register: of('register'),
} as const;
/** Of an eligibility that is a recommendation. */
export const ADVISED = 'ceterms:recommends';
