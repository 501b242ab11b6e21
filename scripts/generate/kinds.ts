/** Generates the language reference: a page for each kind of block from its table, and an overview of where each may stand. */
import { context, expects, words } from '../../language/services/markdown.ts';
import { type KindTable, type Property, TOP } from '../../language/vocabulary/define.ts';
import { childKinds, isProgramKind, KINDS } from '../../language/vocabulary/kinds.ts';

const MADE = '<!-- Made by npm run generate from language/vocabulary. -->';

/** Returns the pages by path. */
export function kindOutputs(): Record<string, string> {
  const pages = [...KINDS.values()].map(table => [`docs/kinds/${table.name}.md`, page(table)]);
  return { 'docs/kinds/README.md': overview(), ...Object.fromEntries(pages) };
}

const link = (name: string): string => `[\`${name}\`](${name}.md)`;
const places = (table: KindTable): string => table.standsIn.map(parent => (parent === TOP ? 'the top of a file' : link(parent))).join(', ');
const lines = (...parts: readonly (string | undefined | false)[]): string => `${parts.filter(Boolean).join('\n\n')}\n`;

function overview(): string {
  const top = childKinds(TOP);
  // Kinds that stand in programs come first, then those that stand only in other blocks, each once.
  const inPrograms = [...KINDS.values()].filter(table => table.standsIn.some(isProgramKind) && !top.includes(table));
  const inner = [...KINDS.values()].filter(table => !top.includes(table) && !inPrograms.includes(table));
  const list = (tables: readonly KindTable[]): string => tables.map(table => `- ${link(table.name)} — ${table.says}`).join('\n');
  return lines(
    MADE,
    '# Every kind and property',
    'What can be said in a `.cred` file: each kind of block, where it may stand, and its properties with what is written as their values. [The language](../language.md) is told on a page of its own.',
    '## At the top of a file',
    list(top),
    '## In programs',
    list(inPrograms),
    '## In other blocks',
    inner.map(table => `- ${link(table.name)}, in ${places(table)} — ${table.says}`).join('\n'),
  );
}

function page(table: KindTable): string {
  const inside = childKinds(table.name);
  return lines(
    MADE,
    `# ${table.name}`,
    table.says,
    context(table),
    `Stands in ${places(table)}.${once(table)}`,
    inside.length > 0 && `In it may stand ${inside.map(({ name }) => link(name)).join(', ')}.`,
    '## Properties',
    ...Object.entries(table.properties).map(([key, property]) => section(key, property)),
    table.ctdl && `In CTDL: \`${table.ctdl}\`. [How programs are exchanged](../exchange.md).`,
  );
}

function once({ once: where }: KindTable): string {
  if (!where) return '';
  return where === true ? ' At most once in each.' : ` At most once in ${where.map(link).join(', ')}.`;
}

function section(key: string, property: Property): string {
  return [
    `### ${key}`,
    `${property.says} ${expects(property)}`,
    words(property.words),
    context(property),
    property.ctdl && `In CTDL: \`${property.ctdl}\`.`,
  ]
    .filter(Boolean)
    .join('\n\n');
}
