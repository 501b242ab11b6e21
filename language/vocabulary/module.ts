import type { ModelOf } from '../model/block.ts';
import { cite } from './citations.ts';
import { duration, kind, many, money, PROGRAMS, quantity, ref, text, url, word, yesNo } from './define.ts';
import { DEFINING_FEATURES } from './sources.ts';

/** A part of a program's instruction. */
export const module = kind('module', {
  called: 'a module',
  standsIn: [...PROGRAMS],
  says: 'A course, class or unit of instruction.',
  differs: {
    certificate: 'Instruction is part of the program, and its assessment follows from it.',
    certification: 'Competence is assessed wherever it was gained; no class of the certifier is needed.',
  },
  asked: [DEFINING_FEATURES, cite('ICE-1100-2019.S1')],
  named: true,
  titled: true,
  ctdl: 'ceterms:LearningOpportunityProfile',
  properties: {
    teaches: many(
      ref('outcome', 'Which intended learning outcomes does it work towards?', 'The intended learning outcomes that it works towards.', {
        ctdl: 'ceterms:teaches',
      }),
    ),
    summary: text('What is it about, in a sentence or two?', 'What it is about, in a few sentences for the public.', {
      ctdl: 'ceterms:description',
    }),
    hours: duration('How long does it take?', 'How long it takes, in hours or in an education unit such as contact-hours or CEUs.', {
      ctdl: 'ceterms:estimatedDuration',
    }),
    credits: quantity('What does attending it earn?', 'What attending it earns, such as 0.6 CEUs, 6 contact-hours or 1 ECTS.'),
    delivery: word(
      'How does the instruction reach people?',
      'How the instruction reaches people.',
      {
        'in-person': 'In a room, with an instructor.',
        'online-live': 'Online at a set time, with an instructor.',
        'online-self-paced': 'Online, whenever the learner likes.',
        blended: 'Partly online and partly in person.',
      },
      { ctdl: 'ceterms:deliveryType' },
    ),
    instructors: many(ref('person', 'Who teaches it?', 'The people who teach it.')),
    required: yesNo('Does the award ask for it?', 'Whether the award asks for it. Left out, it is required in a certificate program.', {
      asked: [DEFINING_FEATURES],
      differs: {
        certificate: 'Its modules are required unless it says otherwise.',
        certification: 'Any preparation is optional.',
      },
    }),
    'prepares-for': many(
      ref(PROGRAMS, 'Which programs does it prepare people for?', 'The programs that people get ready for by taking it.', {
        ctdl: 'ceterms:isPreparationFor',
      }),
    ),
    'developed-by': many(ref(['person', 'panel'], 'Who designed it?', 'The people or panels that designed it.')),
    website: url('What is the address of its own page?', 'Its own page.', { ctdl: 'ceterms:subjectWebpage' }),
    fee: money('What does it cost to take it?', 'What it costs to take it.', { ctdl: 'ceterms:estimatedCost' }),
    ctid: text('What is its identifier in the Credential Registry?', "The module's identifier in the Credential Registry.", {
      ctdl: 'ceterms:ctid',
    }),
    'ctdl-type': text('What class of CTDL was it imported as?', 'The CTDL class of the module, kept as it was imported.'),
  },
  insert: ['teaches', 'hours'],
});
export interface Module extends ModelOf<typeof module> {}
