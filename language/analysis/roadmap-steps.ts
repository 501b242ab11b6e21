/** The steps of developing each kind of program, in order. What shows a step is named by feature paths, as in a standard. */
import type { ProgramKind } from '../vocabulary/define.ts';
import type { Stage } from './standing/standing.ts';

export interface RoadmapStep {
  readonly what: string;
  readonly detail: string;
  /** Each of these. */
  readonly needs?: readonly string[];
  /** One of these. */
  readonly anyOf?: readonly string[];
  /** The program's own status and launch say whether it is open. */
  readonly opening?: true;
}

type StepsByStage = Readonly<Record<Stage['stage'], readonly RoadmapStep[]>>;

const OWNER: RoadmapStep = { what: 'Owner', detail: 'Name the organization that owns the program and answers for it.', needs: ['owner'] };
const OPENING: RoadmapStep = { what: 'Opening', detail: 'Open the program to its first participants or candidates.', opening: true };
const RESULTS: RoadmapStep = {
  what: 'Results',
  detail: 'Count who took part and who passed, for each period.',
  needs: ['results.candidates', 'results.passed'],
};
const ACCREDITATION: RoadmapStep = {
  what: 'Accreditation',
  detail: 'Where the owner wants one: have an outside body look at the program by a standard for its kind.',
  needs: ['accreditation.standard', 'accreditation.status.accredited'],
};
const EVALUATION: RoadmapStep = {
  what: 'Evaluation',
  detail: 'Look back at regular intervals at whether the program does what it is for, and improve it.',
  needs: ['evaluation.conducted', 'evaluation.every'],
};
const PURPOSE: RoadmapStep = {
  what: 'Purpose and audience',
  detail: 'Say what the program is for, how much it covers and whom it serves.',
  needs: ['purpose', 'goal', 'scope', 'audience'],
};

const certificate: StepsByStage = {
  plan: [
    PURPOSE,
    OWNER,
    {
      what: 'Needs analysis',
      detail: 'Find out what the audience needs to learn.',
      needs: ['needs-analysis.conducted', 'needs-analysis.method'],
    },
  ],
  design: [
    {
      what: 'Intended learning outcomes',
      detail: 'Say what people are able to do at the end, each at its level.',
      needs: ['outcome', 'outcome.level'],
    },
    {
      what: 'Instructional design',
      detail: 'Lay out the modules, and say which outcomes each of them teaches.',
      needs: ['module', 'module.teaches'],
    },
    {
      what: 'Admission',
      detail: 'Say who can take part, and what the course builds on.',
      anyOf: ['eligibility', 'policy.covers.admission'],
    },
    {
      what: 'Plan of the assessment',
      detail: 'Say which outcomes the assessment measures, and in what form.',
      needs: ['assessment.measures', 'assessment.format'],
    },
  ],
  develop: [
    {
      what: 'Instruction',
      detail: 'Make the modules: how long they are and how they are taught.',
      needs: ['module.hours', 'module.delivery'],
    },
    {
      what: 'Instructors and experts',
      detail: 'Name who teaches and who makes the material.',
      anyOf: ['module.instructors', 'module.developed-by', 'panel.members', 'panel.size'],
    },
    { what: 'Assessment', detail: 'Write the items or tasks.', needs: ['assessment.items'] },
    {
      what: 'Passing score',
      detail: 'Fix what is enough to pass by a method that is written down.',
      needs: ['assessment.passing-score', 'assessment.standard-setting.method'],
    },
    {
      what: 'Award and its wording',
      detail: 'Say what people receive, and how they may speak of it.',
      needs: ['award.type', 'award.wording'],
    },
    {
      what: 'Policies',
      detail: 'Settle in writing complaints, appeals, accommodations and records.',
      needs: ['policy.covers.complaints', 'policy.covers.appeals', 'policy.covers.accommodations', 'policy.covers.records-retention'],
    },
  ],
  deliver: [
    { what: 'Information for participants', detail: 'Tell people before they apply what awaits them.', needs: ['handbook.covers'] },
    OPENING,
    { what: 'Delivery of the assessment', detail: 'Say where and how the assessment is taken.', needs: ['assessment.delivery'] },
    { what: 'Verification', detail: 'Let others check who holds the certificate.', anyOf: ['award.verification', 'register'] },
    RESULTS,
  ],
  maintain: [
    EVALUATION,
    { what: 'Next needs analysis', detail: 'Plan when to ask again what the audience needs.', needs: ['needs-analysis.next-due'] },
    {
      what: 'Review of the policies',
      detail: 'Look the policies over at regular intervals.',
      anyOf: ['policy.reviewed', 'policy.review-every'],
    },
    ACCREDITATION,
  ],
};

const certification: StepsByStage = {
  plan: [
    { ...PURPOSE, what: 'Purpose and scope' },
    OWNER,
    {
      what: 'Governing body',
      detail: 'Give the decisions about the certification to a body that takes them freely, with somebody on it who speaks for the public.',
      needs: ['body.governs', 'body.autonomous.yes', 'body.public-members'],
    },
  ],
  design: [
    { what: 'Job analysis', detail: 'Study what the role asks of people.', needs: ['job-analysis.conducted', 'job-analysis.method'] },
    {
      what: 'Examination specifications',
      detail: 'Draw domains from the study, each with its weight, and say which the examination measures.',
      needs: ['domain', 'domain.weight', 'assessment.measures'],
    },
    { what: 'Eligibility', detail: 'Say who may apply, and why.', needs: ['eligibility', 'eligibility.rationale'] },
    {
      what: 'Upkeep',
      detail: 'Say how holders keep the certification, how often, and why.',
      needs: ['maintenance.cycle', 'maintenance.rationale'],
    },
  ],
  develop: [
    {
      what: 'Item writing',
      detail: 'Bring together the experts who write and review items.',
      anyOf: ['panel.purpose.item-writing', 'assessment.written-by'],
    },
    { what: 'Examination', detail: 'Put the examination together.', needs: ['assessment.format', 'assessment.items', 'assessment.forms'] },
    {
      what: 'Standard setting',
      detail: 'Have a panel recommend the passing score and the governing body approve it.',
      needs: ['assessment.standard-setting.method', 'assessment.standard-setting.conducted', 'assessment.passing-score'],
    },
    {
      what: 'Policies for administration',
      detail: 'Settle in writing accommodations, confidentiality, conflicts of interest, security and records.',
      needs: [
        'policy.covers.accommodations',
        'policy.covers.confidentiality',
        'policy.covers.conflict-of-interest',
        'policy.covers.security',
        'policy.covers.records-retention',
      ],
    },
    { what: 'Award', detail: 'Say what holders receive, and for how long.', needs: ['award.type', 'award.valid-for'] },
  ],
  deliver: [
    {
      what: 'Information for candidates',
      detail: 'Publish a handbook that candidates can read before they apply.',
      needs: ['handbook.covers'],
    },
    OPENING,
    { what: 'Administration', detail: 'Say where the examination is taken and who watches over it.', needs: ['assessment.delivery'] },
    { what: 'Score reports', detail: 'Say what candidates are told about their result.', needs: ['assessment.score-report'] },
    {
      what: 'Appeals, complaints and discipline',
      detail: 'Settle in writing how decisions are appealed and complaints are answered, and when an award is taken away.',
      needs: ['policy.covers.appeals', 'policy.covers.complaints', 'policy.covers.discipline'],
    },
    { what: 'Register of holders', detail: 'Let others check who holds the certification.', anyOf: ['register', 'award.verification'] },
  ],
  maintain: [
    RESULTS,
    {
      what: 'Statistics of the examination',
      detail: 'Watch how consistent scores and decisions are.',
      anyOf: ['assessment.reliability', 'results.reliability', 'assessment.decision-consistency'],
    },
    EVALUATION,
    { what: 'Next job analysis', detail: 'Plan when to study the role again.', needs: ['job-analysis.next-due'] },
    ACCREDITATION,
  ],
};

const attendance: StepsByStage = {
  plan: [{ what: 'Audience', detail: 'Say whom it is for.', needs: ['audience'] }, OWNER],
  design: [{ what: 'What is attended', detail: 'Describe the sessions.', needs: ['module'] }],
  develop: [{ what: 'Certificate of attendance', detail: 'Say what people receive for being there.', needs: ['award.type.attendance'] }],
  deliver: [
    OPENING,
    {
      what: 'Record of who was there',
      detail: 'Say how attendance is recorded and can be checked.',
      anyOf: ['register', 'award.verification', 'policy.covers.records-retention'],
    },
  ],
  maintain: [EVALUATION],
};

const undecided: StepsByStage = {
  plan: [
    PURPOSE,
    OWNER,
    {
      what: 'Which kind it is',
      detail: 'Declare it a certification, a certificate program or an attendance program; its path says which one the description fits.',
      needs: ['certification'],
    },
  ],
  design: [
    { what: 'What it rests on', detail: 'Lay out what is taught, or study what a role asks of people.', anyOf: ['module', 'job-analysis'] },
    { what: 'Assessment', detail: 'Say what people must pass, if anything.', needs: ['assessment'] },
  ],
  develop: [{ what: 'Award', detail: 'Say what people receive.', needs: ['award.type'] }],
  deliver: [OPENING],
  maintain: [EVALUATION],
};

export const STEPS: Readonly<Record<ProgramKind, StepsByStage>> = { certificate, certification, attendance, program: undecided };
