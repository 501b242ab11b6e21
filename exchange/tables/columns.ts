/** Finds what the columns of a table mean, and of what kind its rows are, by the headings in any order. */
import { dateMeant } from '../../language/model/natural-dates.ts';
import { type KindTable, PROGRAMS } from '../../language/vocabulary/define.ts';
import { childKinds, kindOf } from '../../language/vocabulary/kinds.ts';
import { type Certainty, keyMeant, kindMeant } from '../../language/vocabulary/meant.ts';
import type { TableRow } from './table.ts';

/** What a column says of the block of its row. */
export type ColumnMeaning =
  | { readonly is: 'title' }
  /** A number or code before the title, such as `1.2` or `D1`; `named` if its heading names the kind of the rows. */
  | { readonly is: 'number'; readonly named?: true }
  | { readonly is: 'key'; readonly key: string }
  /** Blocks within the row's block, such as the tasks of a domain. */
  | { readonly is: 'inner'; readonly kind: string }
  /** A block that refers to the row's block by a property, such as the module that teaches an outcome. */
  | { readonly is: 'referring'; readonly kind: string; readonly key: string }
  /** The program that the row belongs to. */
  | { readonly is: 'program' };

/** A column: its heading as it stands in the table, and its meaning if it has one. */
export interface TableColumn {
  readonly heading: string;
  readonly meaning?: ColumnMeaning;
}
/** The columns of a table whose rows are blocks of a kind. A higher score is more likely what the author means. */
export interface Columns {
  readonly kind: string;
  readonly columns: readonly TableColumn[];
  readonly score: number;
}

/** The kinds that the rows of a table may be, the likeliest of equal ones first. */
export const ROW_KINDS: readonly string[] = [
  'domain',
  'outcome',
  'module',
  'policy',
  'task',
  'assessment',
  'results',
  'eligibility',
  'milestone',
  'evidence',
  'panel',
  'body',
  'person',
  'vendor',
  'charge',
  'accreditation',
  'evaluation',
  'award',
  'maintenance',
  'job-analysis',
  'standard-setting',
];

/** The properties by which other blocks refer to those of a kind, for columns such as "Module" in a table of outcomes. */
const REFERRING: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  outcome: { module: 'teaches', assessment: 'measures' },
  domain: { assessment: 'measures' },
};

/** Everyday names of whole tables, for titles above them. */
const TABLE_NAMES: Readonly<Record<string, RegExp>> = {
  domain: /\b(blueprint|content outline|test plan|(exam(ination)?|test) (specifications?|content|outline)|domains?)\b/i,
  outcome: /\b(learning )?(outcomes|objectives)\b/i,
  module: /\b(curriculum|syllabus|modules|courses|lessons|sessions)\b/i,
  policy: /\bpolic(y|ies)\b/i,
  task: /\btasks?\b/i,
  milestone: /\b(milestones|timeline|roadmap|schedule|work ?plan)\b/i,
  person: /\b(people|staff|members|roster|experts|smes)\b/i,
  results: /\b(results|statistics|pass rates?)\b/i,
  charge: /\b(fees|prices|charges)\b/i,
  evidence: /\b(evidence|exhibits)\b/i,
  vendor: /\b(vendors|suppliers|contractors)\b/i,
  eligibility: /\b(eligibility|pathways|routes|requirements)\b/i,
};
/** Whether the title of a table names the kind of its rows. */
export const isNamedFor = (title: string | undefined, kind: string): boolean =>
  title !== undefined && (TABLE_NAMES[kind]?.test(title) ?? false);

const NUMBER = /^(#|no\.?|nr\.?|num(ber)?|id|code|ref(erence)?( no\.?)?|s\/?n|item no\.?|item)$/i;
const TITLE = /^(title|name|statement|text|item|what|label|heading)$/i;
/** Matches the words after the name of a kind in a heading that say no more: "Domain name", "Task statement". */
const NAMING = /\s*[-–:(]?\s*\b(names?|titles?|statements?|descriptions?|text|label)\)?$/i;
const WORTH: Readonly<Record<Certainty, number>> = { same: 2, synonym: 1.5, part: 0.75 };
/** The least score of a heading row. Two headings that could mean anything, such as "Name" and "Date", are below it. */
const LEAST = 4;

/** Returns the heading as it is shown: on one line, without footnote marks. */
export const headingText = (cell: string): string =>
  cell
    .replace(/\s+/g, ' ')
    .replace(/[*†‡]+$/, '')
    .trim();

/** Returns what the headings of a row mean for the likeliest kind of rows; `undefined` if they are no headings. */
export function columnsOf(
  cells: readonly string[],
  {
    title,
    kinds = ROW_KINDS,
    rows = [],
  }: { readonly title?: string; readonly kinds?: readonly string[]; readonly rows?: readonly TableRow[] } = {},
): Columns | undefined {
  const headings = cells.map(headingText);
  // A heading is short and no value.
  if (headings.some(one => one.length > 80) || headings.filter(one => /^[\d.,%$€\s]+$/.test(one)).length > 1) return undefined;
  const content = headings.map((_, index) => contentOf(rows.map(row => row.cells[index] ?? '')));
  let best: Columns | undefined;
  for (const kind of kinds) {
    const found = forKind(kindOf(kind)!, headings, title, content);
    if (found && found.score > (best?.score ?? 0)) best = found;
  }
  return best && best.score >= LEAST ? best : undefined;
}

/** Leaves out titles where the cells are none; what numbers the rows is numbering even under the name of their kind. */
function fitting(one: { readonly meaning: ColumnMeaning; readonly worth: number }, content: ColumnContent) {
  if (one.meaning.is !== 'title' || content === 'texts') return [one];
  return content === 'numbering' ? [{ meaning: { is: 'number', named: true } as const, worth: 1 }] : [];
}

/** Titles stand in one of the first columns, as a rule. */
const setBack = ({ is }: ColumnMeaning, index: number): number => (is === 'title' ? Math.min(index, 3) / 2 : 0);

interface Candidate {
  readonly index: number;
  readonly meaning: ColumnMeaning;
  readonly worth: number;
}

/** What the cells of a column are, as far as it tells whether they can be titles. */
type ColumnContent = 'texts' | 'numbering' | 'values';
/** The number of rows that are looked at to tell what a column holds. */
const MOST_LOOKED_AT = 200;

function contentOf(cells: readonly string[]): ColumnContent {
  const texts = cells
    .slice(0, MOST_LOOKED_AT)
    .map(cell => cell.trim())
    .filter(Boolean);
  if (texts.length === 0) return 'texts';
  if (texts.every(text => /^(?:\d{1,3}|[IVX]{1,5}|[A-Z])(?:[.-](?:\d{1,3}|[A-Za-z]))*[.)]?$/.test(text))) return 'numbering';
  return texts.every(text => !/\p{L}{2}/u.test(text) || dateMeant(text) !== undefined) ? 'values' : 'texts';
}

function forKind(
  table: KindTable,
  headings: readonly string[],
  title: string | undefined,
  content: readonly ColumnContent[],
): Columns | undefined {
  const candidates = headings.flatMap((heading, index) =>
    heading === ''
      ? []
      : meaningsOf(heading, table)
          .flatMap(one => fitting(one, content[index]!))
          .map(one => ({ index, ...one, worth: one.worth - setBack(one.meaning, index) })),
  );
  const chosen = new Map<number, Candidate>();
  const used = new Set<string>();
  for (const one of candidates.sort((a, b) => b.worth - a.worth || a.index - b.index)) {
    const id = JSON.stringify(one.meaning);
    if (chosen.has(one.index) || (used.has(id) && one.meaning.is !== 'inner')) continue;
    chosen.set(one.index, one);
    used.add(id);
  }
  // Routes A and B, or forms 1 and 2, have no other title.
  const named = [...chosen.values()].find(({ meaning }) => meaning.is === 'number' && meaning.named);
  if (named && ![...chosen.values()].some(({ meaning }) => meaning.is === 'title'))
    chosen.set(named.index, { ...named, meaning: { is: 'title' } });
  const all = [...chosen.values()];
  const isTitled = all.some(({ meaning }) => meaning.is === 'title');
  const telling = all.filter(({ meaning }) => meaning.is !== 'number').length;
  if ((table.titled && !isTitled) || telling === 0) return undefined;
  const filled = headings.filter(heading => heading !== '').length;
  if (telling === 1 && (filled > 2 || (!all.some(({ worth }) => worth > 2) && !isNamedFor(title, table.name)))) return undefined;
  const unknown = filled - all.length;
  const score = all.reduce((sum, { worth }) => sum + worth, 0) - unknown / 2 + (isNamedFor(title, table.name) ? 3 : 0);
  const columns = headings.map((heading, index): TableColumn => {
    const meaning = chosen.get(index)?.meaning;
    return { heading, ...(meaning && { meaning }) };
  });
  return { kind: table.name, columns, score };
}

/** Returns what a heading may mean in a table of a kind, each with its worth. */
function meaningsOf(heading: string, table: KindTable): { readonly meaning: ColumnMeaning; readonly worth: number }[] {
  const found: { meaning: ColumnMeaning; worth: number }[] = [];
  const bare = heading
    .replace(NAMING, '')
    .replace(/\(.*\)$/, '')
    .trim();
  const names = bare === '' ? [heading] : [heading, bare];
  const parents = [...table.standsIn];
  const isOwn = names.some(name => parents.some(parent => kindMeant(name, parent)?.word === table.name));
  if (isOwn) found.push({ meaning: { is: 'title' }, worth: 4 });
  else if (TITLE.test(heading)) found.push({ meaning: { is: 'title' }, worth: 1 });
  if (NUMBER.test(heading)) found.push({ meaning: { is: 'number' }, worth: 0.25 });
  for (const name of names) {
    for (const inner of childKinds(table.name))
      if (kindMeant(name, table.name)?.word === inner.name) found.push({ meaning: { is: 'inner', kind: inner.name }, worth: 2 });
    for (const [kind, key] of Object.entries(REFERRING[table.name] ?? {}))
      if (kindMeant(name, 'certificate')?.word === kind) found.push({ meaning: { is: 'referring', kind, key }, worth: 1.5 });
  }
  const key =
    [heading, heading.replace(/\s*\(.*\)$/, '')].map(one => keyMeant(one, table)).find(one => one && one.by !== 'part') ??
    keyMeant(heading, table);
  if (key) found.push({ meaning: { is: 'key', key: key.word }, worth: WORTH[key.by] });
  if (/^(program(me)?|certification|credential|certificate)( (name|title))?$/i.test(heading) && !isProgram(table.name))
    found.push({ meaning: { is: 'program' }, worth: 0.5 });
  return found;
}
const isProgram = (kind: string): boolean => (PROGRAMS as readonly string[]).includes(kind);

/** Describes the meaning of a column for the account. */
export function inAccount(meaning: ColumnMeaning, kind: string): string {
  const called = kindOf(kind)!.called;
  switch (meaning.is) {
    case 'title':
      return `the title of ${called}`;
    case 'number':
      return 'numbering';
    case 'key':
      return `"${meaning.key}" of ${called}`;
    case 'inner':
      return `${kindOf(meaning.kind)!.called} in ${called}`;
    case 'referring':
      return `"${meaning.key}" of ${kindOf(meaning.kind)!.called}`;
    case 'program':
      return 'the program that it belongs to';
  }
}
