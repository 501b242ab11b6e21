/**
 * Formats a program's readiness for people: a bar for each standard, its clauses, the stages of development, and what must be kept apart.
 */
import pc from 'picocolors';
import type { ClauseState, ClauseStatus, EvidenceState, FeatureState, FilePlace } from '../../language/analysis/judging/readiness.ts';
import { usuallyOf } from '../../language/analysis/roadmap-words.ts';
import type { StepStatus } from '../../language/analysis/standing/standing.ts';
import { printable } from '../../language/model/printable.ts';
import type { JudgedProgram } from '../../library/judging.ts';
import { shownPath } from '../files/paths.ts';
import type { Colours } from '../terminal/paint.ts';

type ProgramReadiness = JudgedProgram['readiness'][number];

interface Painter {
  readonly c: Colours;
  place(at: FilePlace): string;
}

/** Formats one program. Several programs are joined with an empty line between them. */
export function readinessPretty(program: JudgedProgram, cwd: string, colours: boolean): string {
  const c = pc.createColors(colours);
  const place = ({ uri, range }: FilePlace): string =>
    c.dim(`${printable(shownPath(uri, cwd))}:${range.start.line + 1}:${range.start.character + 1}`);
  return `${programLines(program, { c, place }).join('\n')}\n`;
}

const CALLED: Readonly<Record<string, string>> = {
  certificate: 'certificate program',
  attendance: 'attendance program',
  program: 'program of undecided kind',
};

function programLines({ program, asOf, readiness, ignored, roadmap = [], both }: JudgedProgram, ink: Painter): string[] {
  const { c, place } = ink;
  const name = program.name === undefined || program.name === program.label ? '' : `${program.name}  `;
  return [
    `${c.bold(`${name}${printable(program.label)}`)}  ${CALLED[program.kind] ?? program.kind}, ${program.status}  ${place(program.at)}`,
    ...(readiness.length === 0
      ? ['', `  No standard that Cred knows is for this kind of program. "--standard" names one to look at it by.`]
      : []),
    ...readiness.flatMap(one => ['', ...standardLines(one, program, ink)]),
    ...(ignored.length > 0
      ? [
          '',
          `  ${c.bold('Findings set aside')}`,
          ...ignored.map(
            ({ rules, reason, at }) => `      ${printable(`${rules.join(', ')}: ${reason || 'no reason is given'}`)}  ${place(at)}`,
          ),
        ]
      : []),
    '',
    `  ${c.bold('Steps of development')}  as of ${asOf}`,
    ...roadmap.flatMap(({ stage, steps }) => [
      `    ${stage}`,
      ...steps.map(one => {
        const { what, detail, status, due, overdue, ifWanted } = one;
        const day = due === undefined ? '' : overdue ? `  ${c.yellow(`was due ${due}`)}` : `  due ${due}`;
        const more = status === 'done' || !detail ? '' : `  ${c.dim([detail, usuallyOf(one)].filter(Boolean).join(' '))}`;
        return `      ${step(status, c)} ${printable(what)}${ifWanted && status !== 'done' ? ' (if wanted)' : ''}${day}${more}`;
      }),
    ]),
    ...(both
      ? [
          '',
          `  ${c.bold('Teaching and certifying kept apart')}`,
          ...both.map(
            ({ what, status, rule, at }) =>
              `      ${step(status, c)} ${printable(what)}${rule === undefined ? '' : `  ${c.dim(`(${rule})`)}`}${at ? `  ${place(at)}` : ''}`,
          ),
        ]
      : []),
  ];
}

const step = (status: StepStatus, c: Colours): string =>
  ({ done: c.green('[x] done    '), 'in work': c.yellow('[~] in work '), missing: '[ ] missing ', 'not said': '[?] not said' })[status];

const CLAIMS: Readonly<Record<ProgramReadiness['claim'], string>> = {
  seeking: 'sought',
  accredited: 'held',
  planned: 'planned',
  lapsed: 'lapsed',
  asked: 'not claimed',
};

function standardLines(one: ProgramReadiness, program: JudgedProgram['program'], ink: Painter): string[] {
  const { c } = ink;
  const count = (status: ClauseStatus): number => one.clauses.filter(clause => clause.status === status).length;
  const rest = [
    one.attested > 0 && `${one.attested} attested by documents`,
    count('partly met') > 0 && `${count('partly met')} partly met`,
    count('missing') > 0 && `${count('missing')} missing`,
    count('open') > 0 && `${count('open')} for documents to settle`,
  ].filter(Boolean);
  const source = [one.publisher, one.edition].filter(Boolean).join(', ');
  const other =
    one.accredits.length > 0 && !one.accredits.includes(program.kind)
      ? [`    It accredits ${one.accredits.map(kind => (kind === 'certificate' ? 'certificate programs' : `${kind}s`)).join(' and ')}.`]
      : [];
  return [
    `  ${c.bold(one.standard)}  ${printable(one.title)}${source ? ` (${printable(source)})` : ''}, ${CLAIMS[one.claim]}`,
    ...other,
    `    ${bar(one, c)}  ${one.met} of ${one.total} clauses met${rest.length > 0 ? `; ${rest.join(', ')}` : ''}`,
    ...one.clauses.flatMap(clause => clauseLines(clause, program, ink)),
  ];
}

const WIDTH = 30;

/** Draws a bar; `#` stands for clauses that are met, `+` for clauses that a document attests. */
function bar({ met, attested, total }: ProgramReadiness, c: Colours): string {
  const part = (n: number): number => (total === 0 ? 0 : Math.floor((n / total) * WIDTH));
  const [full, also] = [part(met), part(met + attested) - part(met)];
  return `[${c.green('#'.repeat(full))}${c.cyan('+'.repeat(also))}${'.'.repeat(WIDTH - full - also)}]`;
}

const MARKS: Readonly<Record<ClauseStatus, string>> = {
  met: '[x] met       ',
  'partly met': '[~] partly met',
  missing: '[ ] missing   ',
  attested: '[+] attested  ',
  open: '[?] open      ',
};
const paint = (status: ClauseStatus, c: Colours): ((text: string) => string) =>
  ({ met: c.green, 'partly met': c.yellow, missing: c.red, attested: c.cyan, open: c.dim })[status];

function clauseLines(
  { number, title, status, features, evidence, ignored }: ClauseState,
  program: JudgedProgram['program'],
  ink: Painter,
): string[] {
  const { c, place } = ink;
  return [
    `    ${paint(status, c)(MARKS[status])} ${number === undefined ? '' : `${printable(number)} `}${printable(title)}`,
    ...features.filter(one => one.status === 'shown').map(one => shownLine(one, ink)),
    ...features.filter(one => one.status !== 'shown').map(one => missingLine(one, program, ink)),
    ...evidence.map(one => `        ${one.pending ? 'announced: ' : 'attested by '}${documented(one)}  ${place(one.at)}`),
    ...(status === 'open' && evidence.length === 0 ? ['        A description cannot show this; an evidence block settles it.'] : []),
    ...(ignored ? [`        ignored: ${printable(ignored.reason || 'no reason is given')}  ${place(ignored.at)}`] : []),
  ];
}

/** Marks features that are common practice, which the standard itself is not known to ask for. */
const PRACTICE = '(practice of the field)';

function shownLine({ title, basis, at: [first, ...more] }: FeatureState, { c, place }: Painter): string {
  const where = first ? `  ${place(first)}${more.length > 0 ? c.dim(` and ${more.length} more`) : ''}` : '';
  return `        ${c.dim(`shown: ${printable(title)}${basis === 'practice' ? ` ${PRACTICE}` : ''}`)}${where}`;
}

function missingLine(
  { title, status, basis, advice, failed, at }: FeatureState,
  program: JudgedProgram['program'],
  { c, place }: Painter,
): string {
  const what = status === 'hole' ? 'still to be stated' : 'missing';
  const more = [
    printable(advice ?? ''),
    failed.length > 0 ? `See ${failed.join(', ')}.` : '',
    basis === 'practice' ? c.dim(PRACTICE) : '',
  ].filter(Boolean);
  return `        ${what}: ${printable(title)}${more.length > 0 ? `. ${more.join(' ')}` : ''}  ${place(at[0] ?? program.at)}`;
}

const documented = ({ title, document, date, note }: EvidenceState): string =>
  printable([title && `"${title}"`, document, date && `(${date})`, note].filter(Boolean).join(' ') || 'a document to come');
