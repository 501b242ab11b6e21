/** Writes programs as the sheets of a workbook, which can be read again: programs, blueprints, outcomes by module, policies, readiness. */
import { isProgramKind, kindOf } from '../../language/vocabulary/kinds.ts';
import type { LeftOut } from '../left.ts';
import { isPointer, listOf, type ModelBlock, type ModelValue, type Money, type Range } from '../model.ts';
import { COLUMNS, separator } from '../sheet.ts';
import { inWords } from '../values.ts';
import type { SheetValue, WorkbookSheet } from './forms.ts';
import { type ShowPlace, STATUS, type StudyWithSummary, shownLines } from './self-study-out.ts';

/** The kinds of block within programs that have a sheet of their own. */
const WRITTEN: ReadonlySet<string> = new Set(['domain', 'task', 'outcome', 'module', 'policy']);

/** Returns the sheets, and what has no place in them. `studies` add the readiness by clause. */
export function programSheets(
  blocks: readonly ModelBlock[],
  all: readonly ModelBlock[],
  studies: readonly StudyWithSummary[],
  place: ShowPlace,
): { readonly sheets: readonly WorkbookSheet[]; readonly left: readonly LeftOut[] } {
  const programs = blocks.filter(({ kind }) => isProgramKind(kind));
  const left: LeftOut[] = [];
  for (const program of programs) leaveParts(program, program, left);
  const sheets = [
    programsSheet(programs, all),
    blueprintSheet(programs),
    ...programs.flatMap(matrixSheet),
    modulesSheet(programs, all),
    policiesSheet(blocks, all),
    readinessSheet(studies, place),
  ].flatMap(sheet => (sheet && sheet.rows.length > 0 ? [sheet] : []));
  return { sheets, left };
}

function leaveParts(block: ModelBlock, program: ModelBlock, left: LeftOut[]): void {
  for (const one of block.blocks ?? []) {
    if (one.kind === 'domain' || one.kind === 'assessment') leaveParts(one, program, left);
    const measures = one.kind === 'assessment' && one.properties?.measures !== undefined;
    if (WRITTEN.has(one.kind)) continue;
    const label = one.title ?? one.name;
    left.push({
      why: measures ? 'not exact' : 'no counterpart',
      what: `the ${one.kind}${label === undefined ? '' : ` "${label}"`} of "${labelOf(program)}"`,
    });
  }
}

const labelOf = ({ title, name, kind }: ModelBlock): string => title ?? name ?? kind;

/** Returns a value as a cell: numbers, shares, days and money as what they are, all else in words. */
function cellOf(value: ModelValue | readonly ModelValue[] | undefined, kind: string, key: string, all: readonly ModelBlock[]): SheetValue {
  const table = kindOf(kind)!.properties[key]!;
  const values = listOf(value as ModelValue | readonly ModelValue[] | undefined);
  const [first, ...more] = values;
  if (first === undefined) return '';
  if (more.length === 0) {
    if (typeof first === 'number') return first;
    if (table.type === 'money') return { amount: (first as Money).amount, currency: (first as Money).currency };
    if (table.type === 'date') return { day: String(first) };
    if (table.type === 'share' && (first as Range).low === (first as Range).high) return { percent: (first as Range).low };
  }
  const text = (one: ModelValue): string =>
    isPointer(one) ? (all.find(({ name }) => name === (one.target ?? one.ref))?.title ?? one.ref) : inWords(one, table);
  return values.map(text).join(` ${separator} `);
}

function programsSheet(programs: readonly ModelBlock[], all: readonly ModelBlock[]): WorkbookSheet {
  const used = COLUMNS.filter(
    ({ key }) => ['kind', 'name', 'title'].includes(key) || programs.some(one => one.properties?.[key] !== undefined),
  );
  return {
    name: 'Programs',
    columns: used.map(({ key }) => ({ heading: key, width: key === 'title' || key === 'summary' ? 40 : 18 })),
    rows: programs.map(program =>
      used.map(
        ({ key }): SheetValue =>
          key === 'kind' || key === 'name' || key === 'title'
            ? (program[key] ?? '')
            : cellOf(program.properties?.[key], program.kind, key, all),
      ),
    ),
  };
}

const within = (block: ModelBlock, kind: string): ModelBlock[] =>
  (block.blocks ?? []).flatMap(one => [...(one.kind === kind ? [one] : []), ...within(one, kind)]);

function blueprintSheet(programs: readonly ModelBlock[]): WorkbookSheet {
  return {
    name: 'Blueprint',
    columns: [
      { heading: 'Program', width: 30 },
      { heading: 'Domain', width: 36 },
      { heading: 'Weight', width: 10 },
      { heading: 'Items', width: 8 },
      { heading: 'Tasks', width: 60 },
    ],
    rows: programs.flatMap(program =>
      within(program, 'domain').map((domain): SheetValue[] => [
        labelOf(program),
        labelOf(domain),
        cellOf(domain.properties?.weight, 'domain', 'weight', []),
        cellOf(domain.properties?.items, 'domain', 'items', []),
        within(domain, 'task').map(labelOf).join('\n'),
      ]),
    ),
  };
}

/** Returns the outcomes of a program by what teaches and what measures them. */
function matrixSheet(program: ModelBlock): WorkbookSheet[] {
  const outcomes = within(program, 'outcome');
  const heads = [
    ...within(program, 'module').map(block => ({ block, key: 'teaches' })),
    ...within(program, 'assessment').map(block => ({ block, key: 'measures' })),
  ];
  const ties = ({ block, key }: (typeof heads)[number], outcome: ModelBlock): boolean =>
    listOf(block.properties?.[key]).some(one => isPointer(one) && outcome.name !== undefined && one.ref.split('.').at(-1) === outcome.name);
  const used = heads.filter(head => outcomes.some(outcome => ties(head, outcome)));
  if (outcomes.length === 0 || used.length === 0) return [];
  return [
    {
      name: `${program.name ?? labelOf(program)} outcomes`,
      columns: [
        { heading: 'Learning outcome', width: 48 },
        ...used.map(({ block, key }) => ({ heading: headingOf(block, key), width: 20 })),
      ],
      rows: outcomes.map((outcome): SheetValue[] => [labelOf(outcome), ...used.map(head => (ties(head, outcome) ? 'X' : ''))]),
    },
  ];
}
/** A title that does not say what it is gets its kind before it, so that the sheet can be read again. */
const headingOf = (block: ModelBlock, key: string): string =>
  key === 'teaches' ? `Module: ${labelOf(block)}` : `Assessment: ${labelOf(block)}`;

const MODULE_COLUMNS = ['hours', 'credits', 'delivery', 'instructors', 'required', 'fee'] as const;
function modulesSheet(programs: readonly ModelBlock[], all: readonly ModelBlock[]): WorkbookSheet {
  return {
    name: 'Modules',
    columns: [
      { heading: 'Program', width: 30 },
      { heading: 'Module', width: 36 },
      ...MODULE_COLUMNS.map(key => ({ heading: key, width: 16 })),
    ],
    rows: programs.flatMap(program =>
      within(program, 'module').map((module): SheetValue[] => [
        labelOf(program),
        labelOf(module),
        ...MODULE_COLUMNS.map(key => cellOf(module.properties?.[key], 'module', key, all)),
      ]),
    ),
  };
}

const POLICY_COLUMNS = ['covers', 'approved', 'reviewed', 'review-every', 'public', 'document'] as const;
function policiesSheet(blocks: readonly ModelBlock[], all: readonly ModelBlock[]): WorkbookSheet {
  return {
    name: 'Policies',
    columns: [{ heading: 'Policy', width: 36 }, ...POLICY_COLUMNS.map(key => ({ heading: key, width: 20 }))],
    rows: blocks.flatMap(block =>
      (block.blocks ?? [])
        .filter(({ kind }) => kind === 'policy')
        .map((policy): SheetValue[] => [
          policy.title ?? listOf(policy.properties?.covers).join(', '),
          ...POLICY_COLUMNS.map(key => cellOf(policy.properties?.[key], 'policy', key, all)),
        ]),
    ),
  };
}

function readinessSheet(studies: readonly StudyWithSummary[], place: ShowPlace): WorkbookSheet {
  return {
    name: 'Readiness',
    columns: [
      { heading: 'Program', width: 26 },
      { heading: 'Standard', width: 18 },
      { heading: 'Number', width: 9 },
      { heading: 'Title', width: 40 },
      { heading: 'State', width: 22 },
      { heading: 'Shown', width: 46 },
      { heading: 'Missing', width: 46 },
    ],
    rows: studies.flatMap(({ study }) =>
      study.standards.flatMap(({ standard, sections }) =>
        sections.map((section): SheetValue[] => [
          study.label,
          standard,
          section.number ?? '',
          section.title,
          STATUS[section.status],
          shownLines(section, place),
          section.missing.map(one => one.title).join('\n'),
        ]),
      ),
    ),
  };
}
