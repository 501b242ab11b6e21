/**
 * The questions of the guided choice in plain words, each with what its answers tell about the two kinds. The editor and the terminal
 * share them.
 */

import { fitOf } from './fit.ts';

/** An answer to choose. */
export interface Answer {
  readonly id: string;
  readonly label: string;
  readonly detail: string;
  /** The meaning of the answer for what the author can sustain, if it does not bear on the kind of program. */
  readonly means?: string;
}

/** A question of the guided choice. */
export interface Question {
  readonly id: string;
  readonly title: string;
  /** Why it matters, and how the kinds differ in it. */
  readonly explain: string;
  /** Whether it is about what the author can sustain, not about the kind. It may be left out if all answers are given at once. */
  readonly optional?: true;
  /** `text` if the answer is typed; otherwise one of the answers is chosen. */
  readonly kind?: 'text';
  readonly answers: readonly Answer[];
}

/** The id of the chosen answer, or the typed text, by question. */
export type Answers = Readonly<Record<string, string>>;

const OPEN: Answer = { id: 'open', label: 'Not decided yet', detail: 'It stays open: the file has a "?" there, to be filled in later.' };

const ALL: readonly (Question & { asked?(given: Answers): boolean })[] = [
  {
    id: 'title',
    title: 'What is the program called?',
    explain: 'The name under which the public will know it. It can be changed later.',
    kind: 'text',
    answers: [],
  },
  {
    id: 'owner',
    title: 'Which organization offers it?',
    explain: 'Leave it empty if that is not decided yet.',
    kind: 'text',
    answers: [],
  },
  {
    id: 'goal',
    title: 'What is true of people at the end?',
    explain:
      'A certificate program helps people acquire competence, and tests whether they did. A certification finds out whether people have the competence that a role asks for, however they came by it.',
    answers: [
      { id: 'acquire', label: 'They have learned something', detail: 'What they know or can do comes from the program.' },
      { id: 'validate', label: 'They have shown what they can do', detail: 'They bring it with them from work, study or elsewhere.' },
      OPEN,
    ],
  },
  {
    id: 'purpose',
    title: 'What is the program for?',
    explain: 'Both kinds recognize people. One does so for what was learned in it, the other for meeting the requirements of a role.',
    answers: [
      { id: 'build', label: 'To build capacity', detail: 'People grow in a specialty or a set of skills.' },
      { id: 'recognize', label: 'To recognize competence', detail: 'Employers and the public can tell who meets the requirements.' },
      OPEN,
    ],
  },
  {
    id: 'instruction',
    title: 'Does it teach?',
    explain: 'Instruction is part of a certificate program. A certification asks for none of its own; people may prepare as they like.',
    answers: [
      { id: 'required', label: 'Yes, everybody takes the course', detail: 'The course belongs to the program.' },
      { id: 'optional', label: 'There is a course, but nobody has to take it', detail: 'It is one way among others to prepare.' },
      { id: 'none', label: 'No', detail: 'People come with what they have learned elsewhere.' },
      OPEN,
    ],
  },
  {
    id: 'assessment',
    title: 'Is there something that people must pass?',
    explain:
      'In a certificate program the assessment measures what the course taught. In a certification it stands apart from any course and covers what the role asks for. Without one, people receive a certificate of attendance.',
    answers: [
      { id: 'course', label: 'Yes, on what the course taught', detail: 'It measures the intended learning outcomes.' },
      { id: 'role', label: 'Yes, on what a role asks for', detail: 'It is independent of any course, and rests on a study of the role.' },
      { id: 'both', label: 'Yes, both', detail: 'A test at the end of the course, and an examination apart from it.' },
      { id: 'none', label: 'No, taking part is enough', detail: 'Nobody has to pass anything.' },
      OPEN,
    ],
  },
  {
    id: 'award',
    title: 'What do people receive?',
    explain:
      'A certificate says what was learned, and is theirs. A designation is a title or letters that holders may use, and that can be taken away.',
    answers: [
      { id: 'certificate', label: 'A certificate', detail: 'For reaching the outcomes of the course.' },
      { id: 'designation', label: 'A designation, with or without letters', detail: 'A title that holders may carry.' },
      { id: 'both', label: 'Both', detail: 'A certificate for the course, and a designation.' },
      { id: 'attendance', label: 'A certificate of attendance', detail: 'It says that they took part.' },
      OPEN,
    ],
  },
  {
    id: 'maintenance',
    title: 'Do holders have to keep it up?',
    explain:
      'A certification is renewed from time to time, so that it keeps telling what people can do now. A certificate records what was learned then.',
    answers: [
      { id: 'yes', label: 'Yes, it is renewed from time to time', detail: 'By learning, practice or another examination.' },
      { id: 'no', label: 'No, it stays valid', detail: 'It has no end, and asks for nothing more.' },
      OPEN,
    ],
    asked: ({ award }) => award !== 'attendance',
  },
  {
    id: 'parts',
    title: 'How do you want to describe it?',
    explain:
      'What you said fits both kinds: a course with its own test, and a designation that holders keep up. They serve different purposes, so they are described as two programs of one owner; or you leave one of them out.',
    answers: [
      {
        id: 'both',
        label: 'Two programs, kept apart',
        detail: 'A certificate program for the course, and a certification with an examination of its own for the designation.',
      },
      {
        id: 'certificate',
        label: 'One program, without letters',
        detail: 'A certificate program: the course, its test and a certificate. Nobody carries a title.',
      },
      {
        id: 'certification',
        label: 'One program, without the course',
        detail: 'A certification: an examination apart from any course, and a designation that is kept up.',
      },
    ],
    asked: given => given.maintenance !== undefined && fitOf(given).path === 'both',
    optional: true,
  },
  {
    id: 'people',
    title: 'Is there a role with enough people in it?',
    explain:
      'A certification rests on a study of a role and on figures from its examination, and its fees have to carry both. A certificate program can serve few people, or people of several roles.',
    answers: [
      {
        id: 'many',
        label: 'Yes, hundreds a year would come',
        detail: 'The role has a name, and people spend their working lives in it.',
        means: 'Enough people for a study of the role and for figures on the examination: a certification can carry itself.',
      },
      {
        id: 'few',
        label: 'There is a role, but few people',
        detail: 'A hundred or less would come in a year.',
        means:
          'With few people the figures on an examination stay shaky, and fees hardly carry it: a certificate program is easier to carry.',
      },
      {
        id: 'none',
        label: 'No, it is a topic or a skill',
        detail: 'People of many roles learn it.',
        means: 'Without a role there is nothing to study for a certification: a topic or a skill is what a certificate program teaches.',
      },
      OPEN,
    ],
    asked: carries,
    optional: true,
  },
  {
    id: 'risk',
    title: 'Is the public at risk, or does a license depend on it?',
    explain:
      'The more depends on the decision, the more evidence has to stand behind it, and the more it matters that it can be taken back.',
    answers: [
      {
        id: 'license',
        label: 'Yes, a license or a law asks for it',
        detail: 'A regulator relies on the result.',
        means:
          'Regulators ask for an independent examination and for evidence behind the passing score. The license itself is theirs to give.',
      },
      {
        id: 'risk',
        label: 'Yes, people could be harmed',
        detail: 'No law asks for it, but employers and the public rely on it.',
        means:
          'Where people could be harmed, what is asked for is competence that is still there: examined apart from any course, and renewed.',
      },
      {
        id: 'none',
        label: 'No, hardly',
        detail: 'It helps people in their work.',
        means: 'Where little is at risk, either kind will do; a certificate program asks for less to be proved.',
      },
      OPEN,
    ],
    asked: carries,
    optional: true,
  },
  {
    id: 'discipline',
    title: 'Are you ready to take the award away from somebody?',
    explain:
      'A certification holds people to rules, hears complaints about them and can be withdrawn. A certificate says what was learned, and stays.',
    answers: [
      {
        id: 'yes',
        label: 'Yes, with rules, complaints and appeals',
        detail: 'Somebody hears cases, and others hear appeals.',
        means: 'With discipline and appeals in place a designation can be withdrawn, as a certification has to be able to.',
      },
      {
        id: 'no',
        label: 'No, what was earned stays earned',
        detail: 'Nobody looks at what holders do later.',
        means: 'A designation that nobody can lose promises more than it keeps: a certificate is the award that stays.',
      },
      OPEN,
    ],
    asked: carries,
    optional: true,
  },
  {
    id: 'means',
    title: 'How much time and money is there?',
    explain:
      'As a rule a certification takes two to three years to its first examination, with a psychometrician, and costs go on with every form. A certificate program takes half a year to a year.',
    answers: [
      {
        id: 'years',
        label: 'Two years or more, and money until fees carry it',
        detail: 'For studies, panels, items, delivery and their upkeep.',
        means:
          'There is time and money for a job analysis, an item bank and a passing-score study, which a certification needs before it opens.',
      },
      {
        id: 'year',
        label: 'About a year, and what a course costs',
        detail: 'For a needs analysis, the course and its test.',
        means: 'In a year a certificate program can be made and piloted. A certification may come later, as a program of its own.',
      },
      OPEN,
    ],
    asked: carries,
    optional: true,
  },
];

/** Returns whether to ask what the author can sustain: only if people must pass something and hold an award. */
function carries({ award, assessment }: Answers): boolean {
  return award !== 'attendance' && assessment !== 'none';
}

/** Returns the questions to ask after these answers, in order, including the answered ones. */
export const questions = (given: Answers): readonly Question[] =>
  ALL.filter(({ asked }) => asked?.(given) ?? true).map(({ asked: _, ...question }) => question);

/** Returns the next question without an answer. */
export const nextQuestion = (given: Answers): Question | undefined => questions(given).find(({ id }) => given[id] === undefined);

/** Returns whether an answer is valid for its question. */
export const isAnswer = ({ kind, answers }: Question, answer: string): boolean =>
  kind === 'text' || answers.some(({ id }) => id === answer);
