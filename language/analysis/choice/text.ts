/**
 * Writes the answers of the guided choice as `.cred` text. It states what was answered and leaves holes elsewhere; it invents only names.
 */
import { skeleton } from '../../fixes/skeleton.ts';
import type { NamedFacts } from '../../model/facts.ts';
import { freeName } from '../../model/free-name.ts';
import { readableName } from '../../model/not-known.ts';
import type { Names } from '../../model/scope.ts';
import { kindOf } from '../../vocabulary/kinds.ts';
import type { Path } from '../path.ts';
import type { Answers } from './questions.ts';

export type Half = 'certificate' | 'certification';

/** The lines of a block without their common indentation. */
type BlockLines = readonly string[];

/** Returns the whole file for a path. */
export function textFor(path: Path, given: Answers, project: Names): string {
  const known = given.owner?.trim() ? ownerKnown(given.owner, project) : undefined;
  const titled = titledHalf(given);
  const names = freeNames(given, project, path === 'both' ? titled : undefined);
  const owner = known?.name ?? (given.owner?.trim() ? names.owner : undefined);
  const apart: BlockLines =
    path === 'both'
      ? block('separation', [
          `between: ${names.certificate}, ${names.certification}`,
          ...['staff', 'decisions', 'content', 'finances', 'promotion'].map(hole),
        ])
      : [];
  // A known owner is only referred to; the separation of its programs then stands in one of the programs.
  const inProgram = known ? apart : [];
  const programs =
    path === 'both'
      ? [
          program('certificate', names.certificate, titled === 'certificate' ? given.title : undefined, owner, given, 'certificate'),
          program(
            'certification',
            names.certification,
            titled === 'certification' ? given.title : undefined,
            owner,
            given,
            'certification',
            inProgram,
          ),
        ]
      : [program(KIND[path], names.program, given.title, owner, given, halfOf(path, given))];
  const organization: BlockLines = owner && !known ? begun('organization', `${owner} ${quoted(given.owner!)}`, {}, apart) : [];
  const blocks = [organization, ...programs].filter(lines => lines.length > 0);
  return `${blocks.map(lines => lines.join('\n')).join('\n\n')}\n`;
}

/** The width of a comment in columns, comfortable to read beside another view. */
const WIDTH = 96;

/** Returns sentences as lines of a comment, each sentence from a line of its own. */
export function commented(sentences: readonly string[]): string {
  const lines: string[] = [];
  for (const sentence of sentences) {
    let line = '//';
    for (const word of sentence.split(' ')) {
      if (line.length + 1 + word.length > WIDTH) {
        lines.push(line);
        line = '//';
      }
      line += ` ${word}`;
    }
    lines.push(line);
  }
  return lines.map(line => `${line}\n`).join('');
}

/** Returns the half that a single program is, if the answers fit both kinds and the author left the other half out. */
const halfOf = (path: Path, { parts }: Answers): Half | undefined =>
  (path === 'certificate' || path === 'certification') && parts === path ? path : undefined;

const KIND: Readonly<Record<Path, string>> = {
  certificate: 'certificate',
  certification: 'certification',
  both: 'certification',
  neither: 'attendance',
  undecided: 'program',
};

/** Returns the answers as one program of undecided kind, for which the path is then decided. */
export function undecidedText(given: Answers): string {
  return `${program('program', namesFor(given).program, given.title, undefined, given).join('\n')}\n`;
}

const hole = (key: string): string => `${key}: ?`;
const quoted = (text: string): string => `"${text.trim().replace(/\s+/g, ' ').replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`;
const titled = (text: string | undefined): string => (text?.trim() ? quoted(text) : '?');
const indented = (lines: BlockLines): string[] => lines.map(line => `  ${line}`);
/** A block with a name and no members needs no braces. */
const block = (head: string, members: BlockLines): string[] => (members.length > 0 ? [`${head} {`, ...indented(members), '}'] : [head]);

/** A block as all faces begin it, with what is known of it. */
const begun = (kind: string, head: string, known: Readonly<Record<string, string | undefined>> = {}, inner: BlockLines = []): string[] =>
  block([kind, head].filter(Boolean).join(' '), [...skeleton(kindOf(kind)!, known).map(([key, value]) => `${key}: ${value}`), ...inner]);

/** Returns the members of a program. `part` is its half, if the answers describe two programs. */
function program(
  kind: string,
  name: string,
  title: string | undefined,
  owner: string | undefined,
  given: Answers,
  part?: Half,
  apart: BlockLines = [],
): string[] {
  const known = { owner, purpose: purposeOf(given, part), goal: goalOf(given, part) };
  return begun(kind, `${name} ${titled(title)}`, known, [...bodyOf(given, part), ...apart]);
}

/** What stands in a program: its outcomes, its parts, its awards. */
function bodyOf(given: Answers, part: Half | undefined): string[] {
  const course = part !== 'certification';
  const role = part !== 'certificate';
  const { instruction, assessment, award, maintenance } = given;
  const lines: string[] = [];
  const teaches = course && (instruction === 'required' || instruction === 'optional');
  const tests = course && (assessment === 'course' || assessment === 'both');
  // A program of its own for the designation has an examination of its own; the answer that chose it says so.
  const examines = role && (assessment === 'role' || assessment === 'both' || (part !== undefined && given.parts !== undefined));
  if (tests) lines.push(...begun('outcome', 'outcome1 ?'));
  if (teaches) lines.push(...begun('module', 'course ?', { ...(tests && { teaches: 'outcome1' }), ...requiredOf(instruction, part) }));
  if (examines) lines.push(...begun('job-analysis', ''), ...begun('domain', 'domain1 ?'));
  if (tests) {
    const measured = { measures: 'outcome1', ...(teaches && { follows: 'course' }) };
    lines.push(...begun('assessment', 'test ?', { ...measured, independent: 'no', use: 'summative' }));
  }
  if (examines) lines.push(...begun('assessment', 'exam ?', { measures: 'domain1', independent: 'yes', use: 'summative' }));
  // Where nobody has to pass anything, an award asks for the course alone.
  const attended = assessment === 'none' && teaches ? { requires: 'course' } : {};
  const ends = { ...(maintenance === 'no' && { lifetime: 'yes' }), ...revocableOf(given) };
  if (award === 'attendance') lines.push(...begun('award', 'attendance ?', { type: 'attendance', ...attended }));
  if (course && (part === 'certificate' || award === 'certificate' || award === 'both')) {
    const lasting = part === undefined && award === 'certificate' ? ends : {};
    lines.push(...begun('award', 'certificate ?', { type: 'certificate', ...(tests ? { requires: 'test' } : attended), ...lasting }));
  }
  if (role && (part === 'certification' || award === 'designation' || award === 'both'))
    lines.push(
      ...begun('award', 'designation ?', {
        type: 'designation',
        letters: undefined,
        ...(examines ? { requires: 'exam' } : attended),
        ...ends,
      }),
    );
  if (role && maintenance === 'yes') lines.push(...begun('maintenance', '', { conditions: '"Holders renew it from time to time."' }));
  return lines;
}

/** Returns whether the award can be withdrawn, if that was answered. */
const revocableOf = ({ discipline }: Answers): Readonly<Record<string, string>> =>
  discipline === 'yes' || discipline === 'no' ? { revocable: discipline } : {};

/** The certification does not require the course; in the course's own program it is simply the instruction. */
const requiredOf = (instruction: string | undefined, part: Half | undefined): Readonly<Record<string, string>> =>
  instruction === 'required' ? { required: 'yes' } : part === undefined ? { required: 'no' } : {};

function purposeOf({ purpose }: Answers, part: Half | undefined): string | undefined {
  const said = purpose === 'build' ? 'build-capacity' : purpose === 'recognize' ? 'recognize-competence' : undefined;
  return fitsPart(said, part, 'build-capacity', 'recognize-competence');
}

function goalOf({ goal }: Answers, part: Half | undefined): string | undefined {
  const said = goal === 'acquire' ? 'acquire-competence' : goal === 'validate' ? 'validate-competence' : undefined;
  return fitsPart(said, part, 'acquire-competence', 'validate-competence');
}

/** Returns an answer for a program that it fits. With two programs, each keeps the answers of its kind, and the other's become holes. */
const fitsPart = (said: string | undefined, part: Half | undefined, certificate: string, certification: string) =>
  part === undefined || said === (part === 'certificate' ? certificate : certification) ? said : undefined;

/**
 * Returns which of two programs the title names: by its own words, else by the goal, else by the purpose. Without any sign it is the
 * certification, whose title the public sees.
 */
export function titledHalf({ title = '', goal, purpose }: Answers): Half {
  const course = /\b(?:certificate|course|training|workshop|academy|curriculum|diploma|micro-?credential)s?\b/i.test(title);
  const role = /\b(?:certified|certification|registered|chartered|licensed|designation|diplomate)\b/i.test(title);
  if (course !== role) return course ? 'certificate' : 'certification';
  if (goal === 'acquire' || goal === 'validate') return goal === 'acquire' ? 'certificate' : 'certification';
  return purpose === 'build' ? 'certificate' : 'certification';
}

interface ShortNames {
  readonly program: string;
  readonly certificate: string;
  readonly certification: string;
  readonly owner: string;
}

/** Makes short names from the titles: the initials of their words, or else a plain word. */
function namesFor({ title = '', owner = '' }: Answers): Pick<ShortNames, 'program' | 'owner'> {
  const name = initials(title) || 'program1';
  const organization = initials(owner) || 'owner1';
  return { program: name, owner: organization === name ? `${organization}-owner` : organization };
}

/** Makes short names that the project does not have yet. Of two programs, the one that the title does not name is called after the other. */
function freeNames(given: Answers, project: Names, titled: Half | undefined): ShortNames {
  const { program, owner } = namesFor(given);
  const free = freeName(program, project);
  const other = titled && freeName(`${free}-${titled === 'certificate' ? 'designation' : 'course'}`, project);
  return {
    program: free,
    certificate: titled === 'certification' ? other! : free,
    certification: titled === 'certificate' ? other! : free,
    owner: freeName(owner, project),
  };
}

/** Returns the project's organization with this title. */
const ownerKnown = (title: string, project: Names): NamedFacts | undefined =>
  [...project.all].find(one => one.kind === 'organization' && one.title?.trim() === title.trim() && project.top(one.name).length === 1);

/** Returns the initials of words in capitals: "Certified Widget Technician" gives CWT. */
const initials = (text: string): string => {
  const letters = (text.normalize('NFC').match(/(?<![\p{L}\p{M}\p{N}])\p{Lu}/gu) ?? []).join('');
  return readableName(
    letters.length > 1 ? letters : (/[\p{L}_][\p{L}\p{M}\p{N}_-]*/u.exec(text.normalize('NFC'))?.[0] ?? '').toLowerCase(),
  );
};
