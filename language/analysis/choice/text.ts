/** Answers as `.cred` text: what was said is stated, the rest is a hole. Nothing is made up but names. */
import type { NamedFacts } from '../../model/facts.ts';
import { freeName } from '../../model/free-name.ts';
import type { Names } from '../../model/scope.ts';
import type { Path } from '../path.ts';
import type { Answers } from './questions.ts';

/** A block as lines, each without its indentation. */
type BlockLines = readonly string[];

/** The whole file for a path. */
export function textFor(path: Path, given: Answers, project: Names): string {
  const known = given.owner?.trim() ? ownerKnown(given.owner, project) : undefined;
  const names = freeNames(given, project);
  const owner = known?.name ?? (given.owner?.trim() ? names.owner : undefined);
  const apart: BlockLines =
    path === 'both'
      ? block('separation', [
          `between: ${names.course}, ${names.program}`,
          ...['staff', 'decisions', 'content', 'finances', 'promotion'].map(hole),
        ])
      : [];
  // What is described already is named only, and how its programs are kept apart stands in one of them.
  const inProgram = known ? apart : [];
  const programs =
    path === 'both'
      ? [
          program('certificate', names.course, undefined, owner, bodyOf(given, 'certificate')),
          program('certification', names.program, given.title, owner, [...bodyOf(given, 'certification'), ...inProgram]),
        ]
      : [program(KIND[path], names.program, given.title, owner, bodyOf(given, undefined))];
  const organization: BlockLines =
    owner && !known
      ? block(`organization ${owner} ${quoted(given.owner!)}`, apart.length > 0 ? [hole('legal-form'), ...apart] : [hole('legal-form')])
      : [];
  const blocks = [organization, ...programs].filter(lines => lines.length > 0);
  return `${blocks.map(lines => lines.join('\n')).join('\n\n')}\n`;
}

const KIND: Readonly<Record<Path, string>> = {
  certificate: 'certificate',
  certification: 'certification',
  both: 'certification',
  neither: 'attendance',
  undecided: 'program',
};

/** The answers as one program of undecided kind, from which the path is told. */
export function undecidedText(given: Answers): string {
  return `${program('program', namesFor(given).program, given.title, undefined, bodyOf(given, undefined)).join('\n')}\n`;
}

const hole = (key: string): string => `${key}: ?`;
const quoted = (text: string): string => `"${text.trim().replace(/\s+/g, ' ').replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`;
const titled = (text: string | undefined): string => (text?.trim() ? quoted(text) : '?');
const indented = (lines: BlockLines): string[] => lines.map(line => `  ${line}`);
const block = (head: string, members: BlockLines): string[] =>
  members.length > 0 ? [`${head} {`, ...indented(members), '}'] : [`${head} {}`];

const program = (kind: string, name: string, title: string | undefined, owner: string | undefined, body: BlockLines): string[] =>
  block(`${kind} ${name} ${titled(title)}`, [`owner: ${owner ?? '?'}`, 'status: planned', ...body]);

/** `part` is the half of a program that is both. */
function bodyOf(given: Answers, part: 'certificate' | 'certification' | undefined): string[] {
  const course = part !== 'certification';
  const role = part !== 'certificate';
  const { instruction, assessment, award, maintenance } = given;
  const lines = [stated('purpose', purposeOf(given, part)), stated('goal', goalOf(given, part)), hole('audience')];
  const teaches = instruction === 'required' || instruction === 'optional';
  const tests = course && (assessment === 'course' || assessment === 'both');
  const examines = role && (assessment === 'role' || assessment === 'both');
  if (tests) lines.push('outcome outcome1 ?');
  if (teaches && course)
    lines.push(...block('module course ?', [...(tests ? ['teaches: outcome1'] : []), ...requiredOf(instruction, part)]));
  if (examines) lines.push(...block('job-analysis', [hole('conducted'), hole('method')]), ...block('domain domain1 ?', [hole('weight')]));
  if (tests)
    lines.push(
      ...block('assessment test ?', [
        'measures: outcome1',
        ...(teaches ? ['follows: course'] : []),
        'independent: no',
        'use: summative',
        hole('passing-score'),
      ]),
    );
  if (examines)
    lines.push(...block('assessment exam ?', ['measures: domain1', 'independent: yes', 'use: summative', hole('passing-score')]));
  const lasts = maintenance === 'no' ? ['lifetime: yes'] : [];
  if (award === 'attendance') lines.push(...block('award attendance ?', ['type: attendance']));
  if (course && (award === 'certificate' || award === 'both'))
    lines.push(
      ...block('award certificate ?', [
        'type: certificate',
        ...(tests ? ['requires: test'] : []),
        ...(part === undefined && award === 'certificate' ? lasts : []),
      ]),
    );
  if (role && (award === 'designation' || award === 'both'))
    lines.push(...block('award designation ?', ['type: designation', hole('letters'), ...(examines ? ['requires: exam'] : []), ...lasts]));
  if (role && maintenance === 'yes')
    lines.push(...block('maintenance', [hole('cycle'), 'conditions: "Holders renew it from time to time."', hole('rationale')]));
  return lines;
}

/** Nobody has to take the course for the certification; of the course's own program it is the instruction. */
const requiredOf = (instruction: string | undefined, part: 'certificate' | 'certification' | undefined): BlockLines =>
  instruction === 'required' ? ['required: yes'] : part === undefined ? ['required: no'] : [];

const stated = (key: string, value: string | undefined): string => `${key}: ${value ?? '?'}`;

function purposeOf({ purpose }: Answers, part: 'certificate' | 'certification' | undefined): string | undefined {
  const said = purpose === 'build' ? 'build-capacity' : purpose === 'recognize' ? 'recognize-competence' : undefined;
  return fitsPart(said, part, 'build-capacity', 'recognize-competence');
}

function goalOf({ goal }: Answers, part: 'certificate' | 'certification' | undefined): string | undefined {
  const said = goal === 'acquire' ? 'acquire-competence' : goal === 'validate' ? 'validate-competence' : undefined;
  return fitsPart(said, part, 'acquire-competence', 'validate-competence');
}

/** Of two programs each keeps what was said of its own kind; the other's is to be stated. */
const fitsPart = (
  said: string | undefined,
  part: 'certificate' | 'certification' | undefined,
  certificate: string,
  certification: string,
) => (part === undefined || said === (part === 'certificate' ? certificate : certification) ? said : undefined);

interface ShortNames {
  readonly program: string;
  readonly course: string;
  readonly owner: string;
}

/** Short names from the titles: the initials of their words, else a plain word. */
function namesFor({ title = '', owner = '' }: Answers): ShortNames {
  const name = initials(title) || 'program1';
  const organization = initials(owner) || 'owner1';
  return { program: name, course: `${name}-course`, owner: organization === name ? `${organization}-owner` : organization };
}

/** The same, none of which the project has already. */
function freeNames(given: Answers, project: Names): ShortNames {
  const { program, owner } = namesFor(given);
  const free = freeName(program, project);
  return { program: free, course: freeName(`${free}-course`, project), owner: freeName(owner, project) };
}

/** The organization of this title that the project describes. */
const ownerKnown = (title: string, project: Names): NamedFacts | undefined =>
  [...project.all].find(one => one.kind === 'organization' && one.title?.trim() === title.trim() && project.top(one.name).length === 1);

/** "Certified Widget Technician" gives CWT. */
const initials = (text: string): string => {
  const letters = (text.normalize('NFC').match(/(?<![\p{L}\p{M}\p{N}])\p{Lu}/gu) ?? []).join('');
  return letters.length > 1
    ? letters
    : (/[\p{L}_][\p{L}\p{M}\p{N}_-]*/u.exec(text.normalize('NFC'))?.[0] ?? '').toLowerCase().replace(/^(of|to)$/, '$1-1');
};
