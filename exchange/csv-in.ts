/** The rows of a sheet → programs and their owners; what is amiss, by row and column. */

import { isProgramKind, kindOf } from '../language/vocabulary/kinds.ts';
import { CURRENCIES } from '../language/vocabulary/units.ts';
import { Source } from './ctdl/source.ts';
import { kindOfClass, PROGRAM } from './ctdl/tables.ts';
import { understood } from './ctdl/understood.ts';
import { type Draft, draft, inOrder, type ModelValue } from './model.ts';
import type { Problem } from './model-in.ts';
import { Names } from './names.ts';
import { columnKey, separator } from './sheet.ts';
import { oneLine } from './values.ts';

/** A row as a CSV reader gives it: the cells, and the line on which it begins. */
export interface SheetRow {
  readonly line: number;
  readonly cells: readonly string[];
}
export interface SheetRead {
  readonly blocks: readonly Draft[];
  readonly problems: readonly Problem[];
  readonly records: readonly {
    readonly title: string;
    readonly at: string;
    readonly name: string;
    readonly properties: readonly { readonly path: string; readonly fate: 'mapped' | 'note' | 'not understood' }[];
  }[];
}

export function readSheet([header, ...rows]: readonly SheetRow[], names = new Names()): SheetRead {
  const problems: Problem[] = [];
  const records: SheetRead['records'][number][] = [];
  const owners = new Map<string, Draft>();
  const programs: Draft[] = [];
  if (!header) return { blocks: [], records, problems: [{ at: '', why: 'The sheet is empty.' }] };
  const columns = header.cells.map(name => ({ name: oneLine(name), key: columnKey(name) }));
  const twice = columns.find(({ key }, i) => key !== undefined && columns.findIndex(one => one.key === key) < i);
  if (twice)
    problems.push({
      at: `line ${header.line}`,
      why: `Two columns say the same: "${columns.find(one => one.key === twice.key)!.name}" and "${twice.name}". The first counts.`,
    });
  if (!columns.some(({ key }) => key === 'title'))
    return {
      blocks: [],
      records,
      problems: [{ at: `line ${header.line}`, why: 'No column holds the titles of programs. Call it "title" or "Credential Name".' }],
    };
  for (const { line, cells } of rows) {
    if (cells.every(cell => cell.trim() === '')) continue;
    const cell = (key: string): string => clean(cells[columns.findIndex(one => one.key === key)] ?? '');
    const wrong = (column: string, why: string): void => void problems.push({ at: `line ${line}, column "${column}"`, why });
    const title = oneLine(cell('title'));
    if (cells.length > columns.length)
      problems.push({
        at: `line ${line}`,
        why: `It has ${cells.length} cells, but there are ${columns.length} columns. A text with a comma stands in quotation marks.`,
      });
    if (title === '') {
      wrong('title', 'The program has no title. The row is left out.');
      continue;
    }
    const type = cell('kind');
    const kind = type === '' ? 'program' : kindNamed(type);
    if (kind === undefined) {
      wrong(
        columns.find(one => one.key === 'kind')!.name,
        `"${type}" is no kind of program and no type of credential. The row is left out.`,
      );
      continue;
    }
    const made = draft(kind, title);
    const wish = cell('name');
    made.name = names.of(title, { abbreviate: true, ...(wish !== '' && { wish }) });
    if (wish !== '' && made.name !== wish) wrong('name', `"${wish}" is taken or is no name; "${made.name}" stands for it.`);
    const claimed = classNamed(type);
    if (claimed !== undefined) made.properties['ctdl-type'] = claimed;
    const fates: { path: string; fate: 'mapped' | 'note' | 'not understood' }[] = [];
    columns.forEach(({ name, key }, index) => {
      const text = clean(cells[index] ?? '');
      if (text === '') return;
      const first = columns.findIndex(one => one.key === key) === index;
      let fate: 'mapped' | 'note' | 'not understood' = 'mapped';
      if (key === undefined || !first) fate = 'note';
      else if (key === 'owner') made.properties.owner = { ref: ownerNamed(text) };
      else if (key !== 'kind' && key !== 'name' && key !== 'title') {
        const value = valueOf(key, text);
        if (value === undefined) {
          fate = 'not understood';
          wrong(name, `"${text.length > 60 ? `${text.slice(0, 60)}…` : text}" is no value of "${key}". It is kept as a note.`);
        } else made.properties[key] = value;
      }
      if (fate !== 'mapped') made.notes.push(`${name || `column ${index + 1}`}: ${text}`);
      fates.push({ path: name || `column ${index + 1}`, fate });
    });
    inOrder(made);
    programs.push(made);
    records.push({ title, at: `line ${line}`, name: made.name, properties: fates });
  }
  return { blocks: [...owners.values(), ...programs], problems, records };

  /** An owner is described once, however many of its programs the sheet has. */
  function ownerNamed(text: string): string {
    const ctid = /^ce-[0-9a-f-]{36}$/i.test(text) ? text : undefined;
    const key = text.toLowerCase();
    let owner = owners.get(key);
    if (!owner) {
      owner = draft('organization', ctid === undefined ? oneLine(text) : undefined);
      if (ctid !== undefined) owner.holes.push('title');
      if (ctid !== undefined) owner.properties.ctid = ctid;
      owner.name = names.of(ctid === undefined ? text : 'owner', { abbreviate: true });
      owners.set(key, owner);
    }
    return owner.name!;
  }
}

/** A sheet keeps formulas apart with an apostrophe; the program does not have it. */
const clean = (cell: string): string =>
  cell
    .replace(/\r\n?/g, '\n')
    .trim()
    .replace(/^'(?=[=+\-@])/, '');

const classNamed = (type: string): string | undefined => {
  if (isProgramKind(type.toLowerCase())) return undefined;
  const name = type.replace(/^ceterms:/i, '').replace(/(?:^|[\s_-]+)(\p{L})/gu, (_, letter: string) => letter.toUpperCase());
  return kindOfClass(`ceterms:${name}`) === undefined ? undefined : `ceterms:${name}`;
};
function kindNamed(type: string): string | undefined {
  if (isProgramKind(type.toLowerCase())) return type.toLowerCase();
  const name = classNamed(type);
  const kind = name === undefined ? undefined : kindOfClass(name);
  return kind !== undefined && isProgramKind(kind) ? kind : undefined;
}

/** A cell in Cred's own words; else in the words of CTDL. */
function valueOf(key: string, text: string): ModelValue | ModelValue[] | undefined {
  const row = kindOf('certification')!.properties[key]!;
  const cells = row.many
    ? text
        .split(separator)
        .map(one => one.trim())
        .filter(Boolean)
    : [text];
  const values = cells.map(one => {
    if (key === 'fee') return moneyIn(one);
    const source = Source.of(one);
    const ctdl = PROGRAM.find(each => each.key === key && key !== 'academic-credit')?.form.read([source], 'certification', key, row)[0];
    if (ctdl !== undefined) return ctdl;
    if (row.type === 'text') return key === 'languages' ? undefined : one;
    return understood(
      'certification',
      key,
      row.type === 'yes-no'
        ? one
            .toLowerCase()
            .replace(/^true$/, 'yes')
            .replace(/^false$/, 'no')
        : one,
    );
  });
  if (values.includes(undefined)) return undefined;
  return row.many ? (values as ModelValue[]) : values[0];
}

function moneyIn(text: string): ModelValue | undefined {
  const [, before, amount, after] = /^([A-Z]{3})?\s*(\d+(?:\.\d+)?)\s*([A-Z]{3})?$/.exec(text) ?? [];
  const currency = before ?? after;
  return amount !== undefined && currency !== undefined && CURRENCIES.has(currency) ? { amount: Number(amount), currency } : undefined;
}
