import type { ModelOf } from '../model/block.ts';
import { cite } from './citations.ts';
import { duration, kind, many, PROGRAMS, quantity, ref, text, url, word, yesNo } from './define.ts';
import { DEFINING_FEATURES } from './sources.ts';

/** The award that people receive, with what it allows them to claim. */
export const award = kind('award', {
  called: 'an award',
  standsIn: [...PROGRAMS],
  says: 'What people receive at the end. The title is what is printed on it or put after a name.',
  differs: {
    certificate: 'A certificate for those who showed that they reached the intended learning outcomes.',
    certification: 'A designation that holders may use while they meet the requirements.',
  },
  asked: [DEFINING_FEATURES, cite('ICE-1100-2019.S1'), cite('NCCA-2021.S8')],
  properties: {
    type: word(
      'What do people receive?',
      'What it is.',
      {
        certificate: 'A document which says that its holder passed the assessment of a program.',
        designation: 'A title, often with letters, that holders may use with their name.',
        badge: 'A digital badge. It is a container: any kind of award may be issued as one.',
        card: 'A wallet card.',
        attendance: 'A document which says that its holder was there or took part.',
        license: 'Permission to practice, given by a public authority.',
        degree: 'An academic degree.',
      },
      {
        asked: [DEFINING_FEATURES],
        differs: {
          certificate: 'A certificate; a badge or card may come with it.',
          certification: 'A designation; a certificate, badge or card may come with it.',
        },
      },
    ),
    letters: text('Which letters may holders put after their name?', 'Letters that holders may put after their name.', {
      asked: [DEFINING_FEATURES],
      differs: { certificate: 'It gives no letters.', certification: 'It may give letters.' },
      ctdl: 'ceterms:alternateName',
    }),
    requires: many(
      ref(
        ['assessment', 'module'],
        'What must be passed or completed for it?',
        'What must be passed or completed for it. Left out, it asks for every required module and every summative assessment.',
        {
          asked: [cite('NCCA-2021.S8'), cite('ICE-1100-2019.S1')],
          differs: {
            certificate: 'The instruction and the passing of its assessment.',
            certification: 'The passing of the assessment; no class of its own.',
          },
          ctdl: 'ceterms:requires',
        },
      ),
    ),
    'one-of': many(
      ref(
        ['assessment', 'module'],
        'Of what is one enough, beside all that is required?',
        'Assessments and modules of which one is enough, beside all that "requires" names.',
        {
          differs: {
            certificate: 'Each of them is an assessment that can be failed.',
            certification: 'Each of them is an assessment that stands apart from any class.',
          },
        },
      ),
    ),
    credits: quantity('How many credits do holders earn?', 'How many credits its holders earn, such as 5 ECTS or 1.5 CEUs.'),
    'framework-level': text(
      'What is its level in a framework of qualifications?',
      'Its level in a framework of qualifications, such as "EQF 7".',
    ),
    'valid-for': duration('How long is it valid?', 'How long it is valid.', {
      asked: [cite('ASTM-E2659-2024.C6-1-4')],
      differs: {
        certificate: 'As a rule it has no term; where it has one, a reason is given.',
        certification: 'It is valid for a limited time and then renewed.',
      },
    }),
    lifetime: yesNo('Is it valid for life?', 'Whether it is valid for life.', {
      asked: [cite('ASTM-E2659-2024.C6-1-4')],
      differs: { certificate: 'It may be valid for life.', certification: 'It is renewed from time to time.' },
    }),
    'term-rationale': text('Why is it valid for that long?', 'Why it is valid for that long.', { asked: [cite('ASTM-E2659-2024.C6-1-4')] }),
    revocable: yesNo('Can it be taken away?', 'Whether it can be taken away.', {
      asked: [cite('ISO-17024-2026.C9-5')],
      differs: {
        certificate: 'As a rule it stays with its holder.',
        certification: 'The body that gave it may take it away.',
      },
      ctdl: 'ceterms:revocation',
    }),
    verification: url('Where can anybody check whether somebody holds it?', 'Where anybody can check whether somebody holds it.', {
      asked: [cite('NCCA-2021.S9')],
      ctdl: 'ceterms:usesVerificationService',
    }),
    wording: text('How may holders speak of it?', 'How holders may speak of it.', {
      asked: [cite('ASTM-E2659-2024.C5-2-4-2'), cite('ISO-17024-2026.C9-7')],
      differs: {
        certificate: 'Holders say that they earned it, and do not call themselves certified.',
        certification: 'Holders may call themselves certified while it is valid.',
      },
    }),
  },
  insert: ['type'],
});
export interface Award extends ModelOf<typeof award> {}
