/** Writes programs as a plain sheet: one row for each program, one column for each property that some program states. */
import { kindOf } from '../language/vocabulary/kinds.ts';
import type { LeftOut } from './left.ts';
import { isPointer, listOf, type ModelBlock } from './model.ts';
import { COLUMNS, JOINED, separator, valueOut } from './sheet.ts';
import { inWords } from './values.ts';

/** Returns the sheet of some programs as a text, and what it leaves out. `all` are the blocks of the project, whose names stand for them. */
export function exportCsv(
  programs: readonly ModelBlock[],
  all: readonly ModelBlock[],
): { readonly text: string; readonly left: readonly LeftOut[] } {
  const left: LeftOut[] = [];
  const used = COLUMNS.filter(
    ({ key }) =>
      key === 'kind' || key === 'title' || programs.some(one => (key === 'name' ? one.name : one.properties?.[key]) !== undefined),
  );
  const rows = programs.map(program => {
    const called = `"${program.title ?? program.name ?? program.kind}"`;
    for (const one of program.blocks ?? []) {
      const label = one.title ?? one.name;
      left.push({ why: 'no counterpart', what: `the ${one.kind}${label === undefined ? '' : ` "${label}"`} of ${called}` });
    }
    return used.map(({ key }) => {
      if (key === 'kind' || key === 'name' || key === 'title') return program[key] ?? '';
      const row = kindOf(program.kind)!.properties[key]!;
      const escaped = row.many || JOINED.has(key) ? valueOut : (text: string): string => text;
      return listOf(program.properties?.[key])
        .map(value => {
          if (!isPointer(value)) return escaped(inWords(value, row));
          // Other readers know an owner by its title.
          return (key === 'owner' && all.find(one => one.name === (value.target ?? value.ref))?.title) || value.ref;
        })
        .join(` ${separator} `);
    });
  });
  return { text: csvText([used.map(({ key }) => key), ...rows]), left };
}

/**
 * Returns the text of a sheet. It begins with a byte-order mark, by which Excel knows UTF-8, and every cell with a sign that parts cells in
 * some country stands in quotation marks.
 */
export const csvText = (rows: readonly (readonly string[])[]): string =>
  `\uFEFF${rows.map(cells => `${cells.map(cell).join(',')}\r\n`).join('')}`;

/** Protects a cell that begins like a formula, which a spreadsheet would run. */
function cell(text: string): string {
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",;|\t\r\n]|^\s|\s$/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
