/** The tools `path` and `readiness`: which path a program fits, and how far it is for a standard. */

import type { ProgramKind } from '../../language/vocabulary/define.ts';
import type { ReadinessEntry } from '../../library/api.ts';
import { fitOf } from '../../library/fit.ts';
import { judged, notKnown, standardCalled } from '../../library/judging.ts';
import { readinessEntries } from '../../library/readiness-entries.ts';
import { answerObject, count, list, text } from '../schema.ts';
import { DETAIL, type Detail, eachProgram, FILES, PROGRAM, placed } from '../shared.ts';
import { type FileRequest, ToolRefusal } from '../surroundings.ts';
import { tool } from '../tool.ts';

export const pathTool = tool<FileRequest & { readonly as?: ProgramKind; readonly detail?: Detail }>({
  name: 'path',
  title: 'Which path a program fits',
  description: 'Whether each program fits as a certificate, a certification, both or neither, with reasons and next steps.',
  input: {
    ...FILES,
    as: {
      type: 'string',
      enum: ['certificate', 'certification', 'attendance'],
      description: 'Also tell what would be found if the programs were of this kind.',
    },
    detail: DETAIL,
  },
  output: {
    head: {},
    items: 'programs',
    item: answerObject(
      {
        ...PROGRAM,
        declared: text('The kind that the author states.'),
        fits: text(),
        firmness: text('How sure that is, in words.'),
        reasons: list(answerObject({ dimension: text(), pointsTo: text(), because: text() })),
        next: list(text()),
        as: answerObject({ kind: text(), findings: list(answerObject({ rule: text(), severity: text(), message: text() })) }),
      },
      ['name', 'title', 'at', 'declared', 'fits', 'reasons', 'next'],
    ),
  },
  async run({ as, detail = 'summary', ...request }, around) {
    const items = eachProgram(await around.projects(request), (program, context, { path }) => {
      const { path: file, range, reasons, as: found, confidence: _, ...fit } = fitOf(program, context, path, as);
      // What is found already is no consequence of the other kind.
      const findings = found?.findings.filter(({ isNew }) => isNew || detail === 'full');
      return {
        ...fit,
        at: placed(file, range),
        reasons: reasons.map(({ dimension, pointsTo, because }) => ({ dimension, pointsTo, because })),
        ...(found && { as: { kind: found.kind, findings: findings!.map(({ rule, severity, message }) => ({ rule, severity, message })) } }),
      };
    });
    const next =
      items.length === 0
        ? ['There is no program in it. "explain" with templates/program begins one.']
        : ['"explain" with certification, certificate or attendance tells how the kinds differ.'];
    return { head: {}, items, next };
  },
});

export const readinessTool = tool<FileRequest & { readonly standards?: readonly string[]; readonly detail?: Detail }>({
  name: 'readiness',
  title: 'Readiness for a standard',
  description:
    'How far each program is for a standard: what its description shows, and what is missing. "summary" lists the clauses that are not met; "full" tells every clause with its features and evidence.',
  input: {
    ...FILES,
    standards: list({ type: 'string', minLength: 1 }, 'By name, such as NCCA-2021. Default: those that fit each program.'),
    detail: DETAIL,
  },
  output: {
    head: {},
    items: 'programs',
    item: answerObject(
      {
        ...PROGRAM,
        standard: text('The name of the standard, or nothing where none fits.'),
        met: count('Clauses that are met.'),
        attested: count('Clauses that a document attests.'),
        total: count('Clauses in all.'),
        missing: list(text('A clause that is not met, and what is missing.')),
        clause: { type: 'object', description: 'With "full": one clause as "cred readiness --format json" has it.' },
      },
      ['name', 'title', 'at', 'standard', 'met', 'attested', 'total'],
    ),
  },
  async run({ standards, detail = 'summary', ...request }, around) {
    const projects = await around.projects(request);
    const names = projects.map(({ project }) => project);
    const unknown = standards?.find(name => !names.some(project => standardCalled(name, project)));
    if (unknown !== undefined) throw new ToolRefusal(notKnown(unknown, names));
    const entries = eachProgram(projects, (program, context, { within }) => {
      const asked = standards && [...new Set(standards)].flatMap(name => standardCalled(name, context.names) ?? []);
      return readinessEntries(judged(program, context, asked, false), uri => within.shown(uri));
    }).flat();
    const isFull = detail === 'full';
    return {
      head: {},
      items: entries.flatMap(entry => (isFull ? clausesOf(entry) : [{ ...headOf(entry), missing: missingOf(entry) }])),
      next: [
        ...(isFull ? [] : ['"detail": "full" with one program and one standard tells every clause.']),
        '"questions" lists what to ask the people who know, "answer" writes what they say; "export" to markdown describes the program for people.',
      ],
    };
  },
});

const headOf = ({ name, title, path, range, standard, met, attested, total }: ReadinessEntry) => ({
  name,
  title,
  at: placed(path, range),
  standard: standard ?? '',
  met,
  attested,
  total,
});

const clausesOf = (entry: ReadinessEntry): object[] =>
  entry.clauses.length === 0 ? [headOf(entry)] : entry.clauses.map(clause => ({ ...headOf(entry), clause }));

/** Returns a line for each clause that is not met. */
function missingOf({ clauses }: ReadinessEntry): string[] {
  return clauses
    .filter(({ status }) => status !== 'met' && status !== 'attested')
    .map(({ number, title, status, missing }) => {
      const what = missing.map(one => one.title).join('; ');
      return `${[number, title].filter(Boolean).join(' ')}: ${status}${what === '' ? '' : `. Not shown: ${what}`}`;
    });
}
