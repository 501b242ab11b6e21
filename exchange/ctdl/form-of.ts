/** Looks up the CTDL property for which a kind of block stands as a whole; the vocabulary declares it. */
import { kindOf } from '../../language/vocabulary/kinds.ts';

const of = (kind: string): string => kindOf(kind)!.ctdl!;
/** The CTDL properties by kind. */
export const FORM_OF = {
  eligibility: of('eligibility'),
  maintenance: of('maintenance'),
  evaluation: of('evaluation'),
  accreditation: of('accreditation'),
  register: of('register'),
} as const;
/** The property for an eligibility that is only recommended. */
export const ADVISED = 'ceterms:recommends';
