/** Writes plain data as the text of a `.cred` file, laid out as people write it. */
import { applyEdits } from '../language/findings/finding.ts';
import { format } from '../language/services/format.ts';
import type { KindTable } from '../language/vocabulary/define.ts';
import { kindOf } from '../language/vocabulary/kinds.ts';
import { type BlockDraft, listOf, type ModelBlock } from './model.ts';
import { comment, quoted, written } from './values.ts';

/** The width in characters up to which a short block stands on one line, as in the examples. */
const WIDTH = 120;

/** Returns the text of a block that only Cred itself reads: it says the same as {@link write}, but is not laid out. */
export const unlaid = (block: ModelBlock | BlockDraft): string => `${lines(block, '').join('\n')}\n`;

/** Returns the text of a file with these blocks. */
export function write(blocks: readonly (ModelBlock | BlockDraft)[]): string {
  // Each block is laid out alone: laying out thousands of them at once would take many times their size in memory.
  const laidOut = blocks.map(one => {
    const text = unlaid(one);
    return applyEdits(text, format(text));
  });
  return laidOut.join('\n');
}

/** Returns the text of the members of a block: its properties, blocks and notes, without the block's own head and indentation. */
export function writeMembers(block: BlockDraft): string {
  const whole = write([{ ...block, name: 'x', title: 'x', holes: block.holes.filter(hole => hole !== 'title') }])
    .trimEnd()
    .split('\n');
  return whole
    .slice(1, -1)
    .map(line => line.replace(/^ {2}/, ''))
    .join('\n');
}

function lines(block: ModelBlock | BlockDraft, indent: string): string[] {
  const table = kindOf(block.kind)!;
  const within = `${indent}  `;
  const head = [block.kind, block.name, titleOf(block, within)].filter(one => one !== undefined).join(' ');
  const members = properties(block, table, `${within}  `);
  const notes = 'notes' in block ? block.notes : [];
  const children = block.blocks ?? [];
  if (members.length === 0 && notes.length === 0 && children.length === 0)
    return [`${indent}${head}${block.name === undefined && block.title === undefined ? ' { }' : ''}`];
  const line = `${indent}${head} { ${members.join('; ')} }`;
  const short = indent !== '' && children.length === 0 && notes.length === 0 && members.length <= 6;
  if (short && line.length <= WIDTH && !line.includes('\n')) return [line];
  const parts = children.map(child => ({ kind: child.kind, lines: lines(child, within) }));
  const inside = members.map(member => `${within}${member}`);
  parts.forEach((part, i) => {
    const before = parts[i - 1];
    // Blocks of the same kind stand together; a block of several lines has empty lines around it.
    const apart = before ? before.kind !== part.kind || before.lines.length > 1 || part.lines.length > 1 : inside.length > 0;
    if (apart) inside.push('');
    inside.push(...part.lines);
  });
  if (notes.length > 0 && parts.length > 0) inside.push('');
  for (const note of notes)
    inside.push(
      ...comment(note)
        .split('\n')
        .map(one => `${within}${one}`),
    );
  return [`${indent}${head} {`, ...inside, `${indent}}`];
}

const titleOf = ({ title, holes }: ModelBlock | BlockDraft, indent: string): string | undefined =>
  title === undefined ? (holes?.includes('title') ? '?' : undefined) : quoted(title, indent);

function properties({ properties: said = {}, holes = [] }: ModelBlock | BlockDraft, table: KindTable, indent: string): string[] {
  const stated = Object.entries(said).map(([key, value]) => {
    const row = table.properties[key]!;
    const values = listOf(value).map(one => (typeof one === 'string' && one.includes('\n') ? quoted(one, indent) : written(one, row)));
    // What is carried along from a record has a line for each value.
    const between = table.name === 'imported' ? `,\n${indent}` : ', ';
    return `${key}: ${[...values, ...(holes.includes(key) ? ['?'] : [])].join(between)}`;
  });
  return [...stated, ...holes.filter(key => key !== 'title' && !Object.hasOwn(said, key)).map(key => `${key}: ?`)];
}
