import type { ModelOf } from '../model/block.ts';
import { date, kind, PROGRAMS, ref, text, word } from './define.ts';
import { DEFINING_FEATURES } from './sources.ts';

/** An outside body's recognition that a program meets a standard. */
export const accreditation = kind('accreditation', {
  called: 'an accreditation',
  standsIn: [...PROGRAMS],
  says: 'Recognition by an outside body that the program meets a standard, held or aimed for.',
  differs: {
    certificate: 'Under a standard for certificate programs, such as ICE 1100 (ACAP) or ASTM E2659.',
    certification: 'Under a standard for certifications, such as those of the NCCA or ISO/IEC 17024.',
  },
  asked: [DEFINING_FEATURES],
  ctdl: 'ceterms:accreditedBy',
  properties: {
    standard: ref('standard', 'By which standard is the program judged?', 'The standard that the program is judged by. Name its edition.', {
      ctdl: 'ceterms:processStandards',
    }),
    by: text('Which body accredits?', 'The body that accredits.', { ctdl: 'ceterms:accreditedBy' }),
    procedure: text('Which procedure does the body follow?', 'The procedure that it follows, such as ACAP or NCCA.'),
    status: word('How far has the accreditation come?', 'How far it has come.', {
      planned: 'The owner means to apply some day.',
      seeking: 'The owner is preparing an application or has made one.',
      accredited: 'It has been granted and holds.',
      lapsed: 'It has ended.',
    }),
    granted: date('When was it granted?', 'When it was granted.'),
    expires: date('Until when does it hold?', 'The last day on which it holds.'),
    'application-due': date('What is the deadline for the application?', 'The deadline that the owner applies for.'),
  },
  insert: ['standard', 'status'],
});
export interface Accreditation extends ModelOf<typeof accreditation> {}
