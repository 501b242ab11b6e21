/** The page of a kind of block: its properties with all their values, what stands in it, and an example. */
import { context, expects, words } from '../language/services/markdown.ts';
import { type KindTable, type Property, TOP } from '../language/vocabulary/define.ts';
import { childKinds, isProgramKind, KINDS, kindOf } from '../language/vocabulary/kinds.ts';

/** Returns the page in Markdown; `undefined` if there is no such kind. */
export function kindPage(name: string): string | undefined {
  const table = kindOf(name);
  if (!table) return undefined;
  const inside = childKinds(name).map(one => `\`${one.name}\``);
  const places = table.standsIn.map(parent => (parent === TOP ? 'the top of a file' : `\`${parent}\``));
  return [
    `# ${name}`,
    table.says,
    context(table),
    `Stands in ${[...new Set(places)].join(', ')}.`,
    inside.length > 0 && `In it may stand ${inside.join(', ')}.`,
    `## Example\n\n\`\`\`cred\n${exampleOf(table)}\`\`\``,
    '## Properties',
    ...Object.entries(table.properties).map(([key, property]) =>
      [`### ${key}`, `${property.says} ${expects(property)}`, words(property.words), context(property)].filter(Boolean).join('\n\n'),
    ),
  ]
    .filter(Boolean)
    .join('\n\n');
}

/** Returns the overview of the kinds: where each may stand, and what it is. */
export function kindsPage(): string {
  const line = ({ name, says, standsIn }: KindTable): string =>
    `- \`${name}\` (in ${standsIn.map(parent => (parent === TOP ? 'a file' : parent)).join(', ')}): ${says}`;
  return `# Kinds of block\n\n${[...KINDS.values()].map(line).join('\n')}\n`;
}

/**
 * Returns an example of a kind, within the kinds in which it stands: every property that a new block has and one value of each other
 * type. What only an author can say is a hole.
 */
export function exampleOf(table: KindTable): string {
  const [parent = TOP] = table.standsIn;
  let text = blockOf(table);
  for (let above = kindOf(parent); above; above = kindOf(above.standsIn[0]!)) text = `${headOf(above)} {\n${indented(text)}}\n`;
  return text;
}

function blockOf(table: KindTable): string {
  const shown = new Set<string>();
  const entries = Object.entries(table.properties).filter(([key, { type }]) => {
    if (!table.insert.includes(key) && shown.has(type)) return false;
    shown.add(type);
    return true;
  });
  // What a program is for decides of which kind it is, so no example chooses that.
  const isOpen = (key: string): boolean => isProgramKind(table.name) && table.insert.includes(key);
  return `${headOf(table)} {\n${entries.map(([key, property]) => `  ${key}: ${valueOf(property, isOpen(key))}\n`).join('')}}\n`;
}

function headOf({ name, named, titled }: KindTable): string {
  return [name, named && 'A1', titled && '"Its title"'].filter(Boolean).join(' ');
}

const indented = (text: string): string => text.replace(/^(?=.)/gm, '  ');

/** Returns a value as it is written, or a hole where the value is a text or a name that only an author knows. */
function valueOf({ type, words: all, names }: Property, isOpen: boolean): string {
  switch (type) {
    case 'word':
      return isOpen ? '?' : (Object.keys(all ?? {})[0] ?? '?');
    case 'yes-no':
      return 'yes';
    case 'text':
      return names === undefined ? '"…"' : '?';
    case 'date':
      return '2026-03';
    case 'count':
    case 'count-range':
    case 'number':
    case 'amount':
      return '12';
    case 'share':
      return '25%';
    case 'range':
      return '200 to 800';
    case 'duration':
      return '3 years';
    case 'quantity':
    case 'quantity-range':
      return '60 hours';
    case 'money':
      return '450 USD';
    case 'passing-score':
      return '88 of 125';
    default:
      return '?';
  }
}
