import type { ModelOf } from '../model/block.ts';
import { cite } from './citations.ts';
import { date, duration, kind, many, money, PROGRAMS, type ProgramKind, ref, TOP, text, url, word, yesNo } from './define.ts';
import { DEFINING_FEATURES } from './sources.ts';

/** The properties that every kind of program has. */
const properties = {
  owner: ref('organization', 'Which organization owns the program?', 'The organization that owns the program and answers for it.', {
    ctdl: 'ceterms:ownedBy',
  }),
  status: word(
    'Where does the program stand in its life?',
    'Where the program stands in its life. Left out, it is operating.',
    {
      planned: 'Decided on, but work has not begun.',
      developing: 'Being designed and built.',
      piloting: 'Being tried out with its first participants.',
      operating: 'Running.',
      suspended: 'Stopped for the time being.',
      retired: 'Ended; nobody new is admitted.',
    },
    { ctdl: 'ceterms:credentialStatusType' },
  ),
  launched: date('When did the program first open?', 'When the program first opened to participants or candidates.'),
  summary: text('What is the program, in a sentence or two for the public?', 'What the program is, in a few sentences for the public.', {
    ctdl: 'ceterms:description',
  }),
  purpose: word(
    'Why does the program exist?',
    'Why the program exists.',
    {
      'build-capacity': 'To build up people in a specialty or a set of skills.',
      'recognize-competence': 'To recognize professionals who meet set requirements for knowledge, skills or competencies.',
    },
    {
      asked: [DEFINING_FEATURES, cite('NCCA-2021.S1'), cite('ASTM-E2659-2024.C5-1-2')],
      differs: {
        certificate: 'It builds capacity in a specialty or a set of skills, and recognition for it.',
        certification: 'It recognizes professionals who meet set requirements.',
      },
    },
  ),
  goal: word(
    'What is true of a person at the end?',
    'What is true of a person at the end that was not known before.',
    {
      'acquire-competence': 'Participants learn: they gain the knowledge, skills or competencies.',
      'validate-competence': 'Candidates show by an assessment that they have the knowledge, skills or competencies already.',
    },
    {
      asked: [DEFINING_FEATURES],
      differs: {
        certificate: 'Participants acquire the knowledge, skills or competencies.',
        certification: 'The competence that candidates bring with them is validated.',
      },
    },
  ),
  audience: text('Whom is the program meant for?', 'The people that the program is meant for.', {
    asked: [cite('ASTM-E2659-2024.C6-1-2')],
    ctdl: 'ceterms:audienceType',
  }),
  scope: word(
    'How much of the occupation or field does it cover?',
    'How much of an occupation or field the assessment covers.',
    {
      narrow: 'One topic, task or specialty.',
      broad: 'A whole role or occupation.',
    },
    {
      asked: [DEFINING_FEATURES, cite('ASTM-E2659-2024.C5-1-2')],
      differs: {
        certificate: 'It may be narrow: what the instruction set out to teach.',
        certification: 'It is usually broad: what the role asks of people.',
      },
    },
  ),
  occupations: many(
    text(
      'Which occupations is it about?',
      'The occupations that the program is about, each with its code where it has one: "Welders (SOC 51-4121.00)".',
      { ctdl: 'ceterms:occupationType' },
    ),
  ),
  industries: many(
    text(
      'Which industries is it for?',
      'The industries that it is for, each with its code where it has one: "Offices of CPAs (NAICS 541211)".',
      {
        ctdl: 'ceterms:industryType',
      },
    ),
  ),
  subjects: many(text('Which subjects does it cover?', 'The fields of study or work that it covers.', { ctdl: 'ceterms:subject' })),
  keywords: many(text('By which words should people find it?', 'Words by which people look for it.', { ctdl: 'ceterms:keyword' })),
  languages: many(
    text('In which languages is it offered?', 'The languages that it is offered in, as codes: "en", "es", "fr-CA".', {
      ctdl: 'ceterms:inLanguage',
    }),
  ),
  website: url('What is the address of its own page?', "The program's own page.", { ctdl: 'ceterms:subjectWebpage' }),
  duration: duration('How long does it take to complete?', 'How long people usually take to complete it.', {
    ctdl: 'ceterms:estimatedDuration',
  }),
  'academic-credit': yesNo('Does it give credit towards a degree?', 'Whether it gives credit towards an academic degree.', {
    ctdl: 'ceterms:isNonCredit',
  }),
  fee: money('What does it cost to take part?', 'What it costs to take part. Where there are several prices, add a charge for each.', {
    ctdl: 'ceterms:estimatedCost',
  }),
  'prepares-for': many(
    ref(PROGRAMS, 'Which programs does it prepare people for?', 'The programs that people get ready for by taking this one.', {
      ctdl: 'ceterms:isPreparationFor',
    }),
  ),
  version: text('Which version of the program is this?', 'Which version of the program this is.', { ctdl: 'ceterms:versionCode' }),
  effective: date('From when does this version apply?', 'From when this version applies.', { ctdl: 'ceterms:dateEffective' }),
  until: date('Until when does this version apply?', 'The last day on which this version applies.', { ctdl: 'ceterms:expirationDate' }),
  replaces: ref(
    PROGRAMS,
    'Which program does it take the place of?',
    'The program, or the version of it, that this one takes the place of.',
    { ctdl: 'ceterms:supersedes' },
  ),
  ctid: text('What is its identifier in the Credential Registry?', "The program's identifier in the Credential Registry.", {
    ctdl: 'ceterms:ctid',
  }),
  'ctdl-type': text('What class of CTDL was it imported as?', 'The CTDL class of the program, kept as it was imported.'),
} as const;

const shared = {
  standsIn: [TOP],
  named: true,
  titled: true,
  properties,
  insert: ['owner', 'status', 'purpose', 'goal', 'audience', 'scope'],
} as const;

export const certification = kind('certification', {
  ...shared,
  called: 'a certification',
  says:
    'A professional or personnel certification: people show by an independent assessment that they meet the requirements of a role. ' +
    'Holders may use a designation and keep it up.',
  asked: [DEFINING_FEATURES],
  ctdl: 'ceterms:Certification',
});

export const certificate = kind('certificate', {
  ...shared,
  called: 'a certificate program',
  says:
    'An assessment-based certificate program: people are taught, and those who pass an assessment of what was to be learned receive a ' +
    'certificate.',
  asked: [DEFINING_FEATURES, cite('ICE-1100-2019.S1')],
  ctdl: 'ceterms:Certificate',
});

export const attendance = kind('attendance', {
  ...shared,
  called: 'an attendance program',
  says:
    'A certificate of attendance or participation: it says that somebody was there or took part. It makes no claim about what they ' +
    'can do, and nobody has to pass an assessment for it.',
  asked: [DEFINING_FEATURES],
  // Neither goal is one of taking part.
  insert: ['owner', 'status', 'purpose', 'audience', 'scope'],
  ctdl: 'ceterms:CertificateOfParticipation',
});

export const program = kind('program', {
  ...shared,
  called: 'a program',
  says: 'A program whose kind is not decided yet. Cred works out which path its description fits, and says why.',
  ctdl: 'ceterms:Credential',
});

/** A program of any of the four kinds; `kind` tells which. */
export interface Program extends ModelOf<typeof program> {
  readonly kind: ProgramKind;
}
