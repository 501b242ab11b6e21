/** The questions of the guided choice: short, in plain words, each with what it tells about the two kinds. One source for the editor and the terminal. */

export interface Answer {
  readonly id: string;
  readonly label: string;
  readonly detail: string;
}

export interface Question {
  readonly id: string;
  readonly title: string;
  /** Why it matters, and how the kinds differ in it. */
  readonly explain: string;
  /** A text is typed; otherwise one of the answers is chosen. */
  readonly kind?: 'text';
  readonly answers: readonly Answer[];
}

/** By question, the answer's id, or the text that was typed. */
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
];

/** The questions that are to be asked after these answers, in their order; answered ones too. */
export const questions = (given: Answers): readonly Question[] =>
  ALL.filter(({ asked }) => asked?.(given) ?? true).map(({ asked: _, ...question }) => question);

/** The next one without an answer. */
export const nextQuestion = (given: Answers): Question | undefined => questions(given).find(({ id }) => given[id] === undefined);

/** Whether an answer is one that its question takes. */
export const isAnswer = ({ kind, answers }: Question, answer: string): boolean =>
  kind === 'text' || answers.some(({ id }) => id === answer);
