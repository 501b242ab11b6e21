/** Formats the fate of every value of an import, and what an export leaves out, for people and as JSON. */
import type { ImportResult } from '../../exchange/import.ts';
import { type LeftOut, WHY } from '../../exchange/left.ts';
import { printable } from '../../language/model/printable.ts';
import { counted } from '../../language/model/sentence.ts';
import { shownPath } from '../files/paths.ts';

const FATES = { mapped: 'mapped', note: 'kept as a note', 'not understood': 'not understood, kept as a comment' } as const;

const LEFT = { 'not understood': 'left out' } as const;

/** Formats the result of an import for people. */
export function importPretty({ files, records, problems }: ImportResult): string {
  const lines: string[] = [];
  for (const { file, at, title, type, name, properties } of records) {
    const become = name === undefined ? 'is left out' : `becomes ${name}`;
    lines.push(printable(`${place(file, at)}: ${title === '' ? 'a record' : `"${title}"`} (${type || 'of no type'}) ${become}`));
    for (const [fate, says] of Object.entries(name === undefined ? LEFT : FATES)) {
      const some = properties.filter(one => one.fate === fate);
      if (some.length > 0)
        lines.push(printable(`  ${some.length} ${says}: ${some.map(one => one.path.replaceAll('ceterms:', '')).join(', ')}`));
    }
  }
  if (problems.length > 0) lines.push('', 'To look at:');
  for (const { file, at, why } of problems) lines.push(printable(`  ${place(file, at)}: ${why}`));
  const read = records.filter(one => one.name !== undefined).length;
  lines.push(
    '',
    `${counted(read, 'record')} read into ${counted(files.length, 'file')}; ${problems.length === 0 ? 'nothing' : counted(problems.length, 'thing')} to look at.`,
  );
  return `${lines.join('\n').trimStart()}\n`;
}

const place = (file: string, at: string): string => (at === '' ? file : `${file}, ${at}`);

/** Formats the result of an import as JSON. */
export const importJson = ({ files, records, problems }: ImportResult): string =>
  `${JSON.stringify({ version: 1, files: files.map(({ file }) => file), records, problems }, undefined, 2)}\n`;

/** Formats what an export leaves out for people. */
export function leftPretty(left: readonly LeftOut[], cwd: string): string {
  const lines: string[] = [];
  for (const [why, says] of Object.entries(WHY)) {
    const some = left.filter(one => one.why === why);
    if (some.length === 0) continue;
    lines.push(`Left out, ${says}:`);
    for (const { what, more, uri, at } of some) {
      const where = uri && at ? ` (${shownPath(uri, cwd)}:${at.line + 1})` : '';
      lines.push(printable(`  ${what}${where}${more === undefined ? '' : `. ${more}`}`));
    }
  }
  return [...new Set(lines)].map(one => `${one}\n`).join('');
}
