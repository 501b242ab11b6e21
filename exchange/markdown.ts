/** Writes programs as a description for people to read, print and hand on. */

import { printable } from '../language/model/printable.ts';
import type { Property } from '../language/vocabulary/define.ts';
import { kindOf } from '../language/vocabulary/kinds.ts';
import { isPointer, listOf, type ModelBlock, type ModelValue } from './model.ts';
import { inline } from './open-badges.ts';
import { titlesOf } from './prose.ts';
import { inWords } from './values.ts';

/** Kinds with many similar blocks, which are written as one line each. */
const LISTED: ReadonlySet<string> = new Set(['outcome', 'domain', 'task', 'requirement', 'milestone', 'charge', 'evidence']);

/** Returns the description of blocks; `all` are those to which they may refer. */
export function exportMarkdown(blocks: readonly ModelBlock[], all: readonly ModelBlock[] = blocks): string {
  const titles = titlesOf(all);
  return `${blocks.map(block => section(block, 1, titles).join('\n')).join('\n\n')}\n`;
}

function section(block: ModelBlock, depth: number, titles: ReadonlyMap<string, string>): string[] {
  const table = kindOf(block.kind)!;
  const label = sentence(block.kind);
  const head = block.title === undefined ? label : inline(block.title);
  const lines = [`${'#'.repeat(Math.min(depth, 6))} ${depth > 1 && block.title !== undefined ? `${label}: ${head}` : head}`, ''];
  if (depth === 1) lines.push(`${sentence(table.called)}${block.name === undefined ? '' : ` (${inline(block.name)})`}.`, '');
  const said = properties(block, titles);
  for (const [key, text] of said) lines.push(...(text.includes('\n') ? [`**${key}**`, '', text, ''] : [`- **${key}**: ${text}`]));
  if (said.length > 0 && lines.at(-1) !== '') lines.push('');
  const children = block.blocks ?? [];
  for (const kind of [...new Set(children.map(one => one.kind))]) {
    const some = children.filter(one => one.kind === kind);
    if (!LISTED.has(kind)) for (const one of some) lines.push(...section(one, depth + 1, titles), '');
    else
      lines.push(
        `${'#'.repeat(Math.min(depth + 1, 6))} ${sentence(some.length > 1 && kind !== 'evidence' ? `${kind}s` : kind)}`,
        '',
        ...some.flatMap(one => item(one, '', titles)),
        '',
      );
  }
  while (lines.at(-1) === '') lines.pop();
  return lines;
}

function item(block: ModelBlock, indent: string, titles: ReadonlyMap<string, string>): string[] {
  const said = properties(block, titles).map(([key, text]) => `${key.toLowerCase()} ${text.replace(/\n+/g, ' ')}`);
  const text = [block.title === undefined ? sentence(block.kind) : inline(block.title), said.join('; ')].filter(Boolean).join(' — ');
  return [`${indent}- ${text}`, ...(block.blocks ?? []).flatMap(one => item(one, `${indent}  `, titles))];
}

const properties = ({ kind, properties: said = {} }: ModelBlock, titles: ReadonlyMap<string, string>): [string, string][] =>
  Object.entries(said).map(([key, value]) => {
    const row = kindOf(kind)!.properties[key]!;
    return [
      sentence(key),
      listOf(value)
        .map(one => shown(one, row, titles))
        .join('; '),
    ];
  });

function shown(value: ModelValue, row: Property, titles: ReadonlyMap<string, string>): string {
  if (isPointer(value)) return inline(titles.get(value.target ?? value.ref) ?? value.ref);
  if (typeof value !== 'string') return inWords(value, row);
  if (row.type === 'word') return value.replaceAll('-', ' ');
  // An address without characters that Markdown interprets is written as a link.
  if (/^https?:\/\/[^\s<>]+$/.test(value)) return `<${printable(value)}>`;
  return value
    .split(/\n{2,}/)
    .map(inline)
    .join('\n\n');
}

const sentence = (text: string): string => {
  const plain = text.replaceAll('-', ' ');
  return plain[0]!.toUpperCase() + plain.slice(1);
};
