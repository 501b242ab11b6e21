/**
 * Splits a program that teaches and certifies into two: a certification that keeps its name, a certificate program with the blocks of the
 * course, and a separation between them. The author's words are moved; none is lost or invented.
 */

import type { Targets } from '../analysis/program.ts';
import { tieOf } from '../analysis/reasons.ts';
import { saysSomething } from '../analysis/stated.ts';
import { applyEdits, type Edit } from '../findings/finding.ts';
import { layoutOf, removal } from '../fixes/place.ts';
import type { AnyBlock, PropertyView } from '../model/block.ts';
import { CredFile } from '../model/file.ts';
import { freeName } from '../model/free-name.ts';
import { type Names, resolve } from '../model/scope.ts';
import type { Program } from '../vocabulary/program.ts';
import { format } from './format.ts';
import { keyOf, mentions } from './mentions.ts';

/** The kinds of blocks that only a course has. */
const OF_COURSE: ReadonlySet<string> = new Set(['module', 'outcome', 'needs-analysis']);
const APART = ['staff', 'decisions', 'content', 'finances', 'promotion'];
/** The values that describe a course, by property. */
const TEACHES: Readonly<Record<string, string>> = { purpose: 'build-capacity', goal: 'acquire-competence' };

/**
 * Returns the file's text with the program split; `undefined` if it does not both teach and certify, or has no name. `indent` is one level
 * of the project's indentation.
 */
export function split(program: Program, file: CredFile, names: Names, indent?: string): string | undefined {
  const moved = movedOf(program, file, names);
  const teaches = moved.some(({ kind }) => kind === 'module' || kind === 'outcome');
  const certifies =
    program.all('maintenance').some(saysSomething) || program.all('award').some(award => award.type?.value === 'designation');
  if (!teaches || !certifies || program.name === undefined || hasSlips(program, file)) return undefined;
  const course = freeName(`${program.name}-course`, names);
  const { eol, inner, outer } = layoutOf(file, program);
  const crossing = references(program, course, moved, file, names);
  const taken = moved.map(block => withComments(block, file));
  const own = ['owner', 'status'].flatMap(key => program.properties.filter(property => property.key === key));
  const goals = Object.keys(TEACHES).map(key => side(key, program, file));
  const members = [
    ...own.map(property => file.textOf(property.span)),
    ...goals.map(({ course: line }) => line),
    ...taken.map(({ start, end }) => moveOut(start, end, crossing, file)),
  ];
  const certificate = `${eol}${eol}${outer}certificate ${course} ? {${eol}${members.map(one => inner + one).join(eol)}${eol}${outer}}`;
  const apart = `separation {${eol}${[`between: ${course}, ${program.name}`, ...APART.map(key => `${key}: ?`)].join(eol)}${eol}}`;
  const { end } = file.offsets(program.span);
  const close = end - 1;
  const edits: Edit[] = [
    ...(program.kind === 'certification' ? [] : [{ ...file.offsets(program.kindSpan), text: 'certification' }]),
    ...goals.flatMap(({ edits: made }) => made),
    ...taken.flatMap(({ start, end: to, block }) => (block ? removal(file, block.span) : [{ start, end: to, text: '' }])),
    ...crossing.filter(({ start }) => !taken.some(one => start >= one.start && start < one.end)),
    { start: close, end: close, text: `${eol}${apart}${eol}` },
    { start: end, end, text: certificate },
  ];
  const text = applyEdits(file.text, edits);
  const made = CredFile.read(file.uri, text);
  return applyEdits(text, format(made, { indent }));
}

/** Returns whether the program has slips. Then nothing is moved, because the meaning of the words is uncertain. */
const hasSlips = (program: Program, file: CredFile): boolean => {
  const { start, end } = file.offsets(program.span);
  return (
    !file.text.slice(start, end).endsWith('}') ||
    file.problems.some(({ rule, span }) => rule === 'syntax' && file.offsets(span).start >= start && file.offsets(span).end <= end)
  );
};

/** Returns the members that belong to the course, in the order of the text. */
function movedOf(program: Program, file: CredFile, names: Names): readonly AnyBlock[] {
  const targets: Targets = {
    target: reference =>
      reference?.value && typeof reference.value !== 'string'
        ? resolve(reference.value, reference.property.owner, file, names, reference.property.table?.to)
        : undefined,
  };
  const tests = new Set<AnyBlock>(program.all('assessment').filter(one => tieOf(one, targets) === 'course'));
  const paid = new Set<AnyBlock>(program.all('charge').filter(one => (one.for?.value as string | undefined) === 'course'));
  const first = program.children.filter(child => OF_COURSE.has(child.kind) || tests.has(child) || paid.has(child));
  const keys = new Set(first.flatMap(child => file.named(child) ?? []).map(keyOf));
  const awards = new Set<AnyBlock>(
    program.all('award').filter(award => {
      const type = award.type?.value as string | undefined;
      const asked = [...(award.requires?.items ?? []), ...(award.oneOf?.items ?? [])].map(item => targets.target(item));
      const onlyCourse = asked.length > 0 && asked.every(one => one && keys.has(keyOf(one)));
      return type === 'certificate' || type === 'attendance' || (type !== 'designation' && onlyCourse);
    }),
  );
  const accredited = new Set<AnyBlock>(
    program.all('accreditation').filter(({ standard }) => {
      const accredits = standard && targets.target(standard)?.says.accredits;
      return accredits?.length === 1 && accredits[0] === 'certificate';
    }),
  );
  return program.children.filter(child => first.includes(child) || awards.has(child) || accredited.has(child));
}

/** Returns the edits of references that would not resolve on the other side: each gets the program's name before it. */
function references(program: Program, course: string, moved: readonly AnyBlock[], file: CredFile, names: Names): readonly Edit[] {
  const isMoved = new Set(moved.flatMap(block => file.named(block) ?? []).map(keyOf));
  const isChild = new Set(program.children.flatMap(block => file.named(block) ?? []).map(keyOf));
  const inside = (at: number): boolean => moved.some(block => at >= file.offsets(block.span).start && at < file.offsets(block.span).end);
  const { start: from, end: to } = file.offsets(program.span);
  const edits: Edit[] = [];
  let before: { end: number; start: number; isProgram: boolean } | undefined;
  for (const { start, end, target } of mentions(file, names)) {
    const follows = before?.end === start - 1 && file.text[start - 1] === '.';
    const key = target && keyOf(target);
    if (key !== undefined && isChild.has(key)) {
      const home = isMoved.has(key) ? course : program.name!;
      if (!follows && start >= from && end <= to && inside(start) !== isMoved.has(key)) edits.push({ start, end: start, text: `${home}.` });
      if (follows && before!.isProgram && isMoved.has(key)) edits.push({ start: before!.start, end: before!.end, text: course });
    }
    before = { start, end, isProgram: target?.name === program.name && !follows };
  }
  return edits;
}

/** Puts a goal or purpose on the side that it fits, and a hole on the other side. */
function side(key: string, program: Program, file: CredFile): { readonly course: string; readonly edits: readonly Edit[] } {
  const property = program.properties.find((one: PropertyView) => one.key === key);
  if (!property) return { course: `${key}: ?`, edits: [] };
  const value = (program.stated(key) as { value?: unknown } | undefined)?.value;
  if (value !== TEACHES[key]) return { course: `${key}: ?`, edits: [] };
  return { course: file.textOf(property.span), edits: [{ ...file.offsets(property.span), text: `${key}: ?` }] };
}

interface TakenRange {
  readonly start: number;
  readonly end: number;
  /** The block, if it shares its lines with others and is moved without them. */
  readonly block?: AnyBlock;
}

/** Returns the range of a block with the comments directly above and behind it. */
function withComments(block: AnyBlock, file: CredFile): TakenRange {
  const { lines, text } = file;
  const { start, end } = file.offsets(block.span);
  const first = lines.position(start).line;
  const last = lines.position(end).line;
  const alone =
    text.slice(lines.start(first), start).trim() === '' &&
    /^[ \t]*(\/\/.*|\/\*((?!\*\/).)*\*\/[ \t]*)?$/.test(text.slice(end, lines.end(last)));
  if (!alone) return { start, end, block };
  let from = first;
  while (from > 0 && /^[ \t]*(\/\/|\/\*((?!\*\/).)*\*\/[ \t]*$)/.test(text.slice(lines.start(from - 1), lines.end(from - 1)))) from--;
  return { start: lines.start(from), end: last + 1 < lines.count ? lines.start(last + 1) : lines.end(last) };
}

/** Returns the moved text, with its references as they must be on the other side. */
function moveOut(start: number, end: number, crossing: readonly Edit[], file: CredFile): string {
  const inside = crossing.filter(one => one.start >= start && one.start < end);
  const text = applyEdits(
    file.text.slice(start, end),
    inside.map(one => ({ start: one.start - start, end: one.end - start, text: one.text })),
  );
  return text.trim();
}
