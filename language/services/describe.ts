/** Describes a name's target in Markdown, for hovers and completions. */

import { fileName } from '../model/address.ts';
import type { AnyBlock } from '../model/block.ts';
import type { NamedFacts } from '../model/facts.ts';
import type { CredFile } from '../model/file.ts';
import { listed } from '../model/sentence.ts';
import { isStandard } from '../standards/index.ts';
import type { Property } from '../vocabulary/define.ts';
import { isProgramKind, kindOf } from '../vocabulary/kinds.ts';
import { describeClause } from './describe-clause.ts';
import { inNumber } from './in-number.ts';
import { code, escaped, labelled, linked, paragraphs } from './markdown.ts';

/** Returns the description of a block: kind, title, place and main properties. `place` returns a file's name for display. */
export function describe(named: NamedFacts, file: CredFile, place: (uri: string) => string = fileName): string {
  if (named.kind === 'clause' || named.kind === 'feature') return describeClause(named, named.path);
  const table = kindOf(named.kind);
  const title = named.title === undefined ? '' : `: ${escaped(named.title)}`;
  const own = named.uri === file.uri ? file.blockOf(named) : undefined;
  const said = own ? saidBy(own, file) : saidOf(named);
  return paragraphs(
    `**${named.name}**${title}`,
    `${sentence(table?.called ?? named.kind)}${where(named, file, place)}`,
    said
      .slice(0, MOST)
      .map(([key, value]) => `- ${labelled(key)}: ${value}`)
      .join('\n'),
    holds(named),
  );
}

const MOST = 10;
type KeyAndValue = readonly [key: string, value: string];

function saidOf(named: NamedFacts): KeyAndValue[] {
  const properties = kindOf(named.kind)?.properties;
  return Object.entries(named.says).map(([key, values]) => [
    key,
    values.map(value => shown(value, properties?.[key])).join(', ') || UNKNOWN,
  ]);
}

const UNKNOWN = 'not known yet';
const shown = (value: string, table: Property | undefined): string => (table?.type === 'url' ? linked(value) : escaped(value));

function saidBy(block: AnyBlock, file: CredFile): KeyAndValue[] {
  return block.properties.flatMap((property): KeyAndValue[] => {
    const { keySpan, span } = property;
    const value = file.text.slice(keySpan.first.end, span.last.end).trim().replace(/^:\s*/, '');
    return value === '' ? [] : [[property.key, value === '?' ? UNKNOWN : shown(value.replace(/^"([^"]*)"$/, '$1'), property.table)]];
  });
}

function where(named: NamedFacts, file: CredFile, place: (uri: string) => string): string {
  const line = named.range.start.line + 1;
  if (named.uri === file.uri) return `, line ${line}${named.path === named.name ? '' : `; from elsewhere ${code(named.path)}`}.`;
  return isStandard(named.uri)
    ? ', built in.'
    : `, in [${escaped(place(named.uri))}, line ${line}](${named.uri.replace(/[()\s<>]/g, encodeURIComponent)}#L${line}).`;
}

/** Returns the number of named blocks inside by kind, such as "Describes 3 modules and 1 assessment." */
function holds(named: NamedFacts): string | undefined {
  const counts = new Map<string, number>();
  for (const child of named.children) counts.set(child.kind, (counts.get(child.kind) ?? 0) + 1);
  if (counts.size === 0) return undefined;
  const parts = [...counts].map(([kind, count]) => inNumber(count, kind));
  return `${isProgramKind(named.kind) ? 'Describes' : 'Holds'} ${listed(parts)}.`;
}

const sentence = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
