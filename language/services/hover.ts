/** The hover at a position. Its words come from the vocabulary for words of the language, and from the files for names. */

import { readingForKind } from '../analysis/reading.ts';
import type { Host } from '../findings/host.ts';
import { isIgnore, names as namesRule } from '../findings/ignore.ts';
import { dayOf } from '../model/day.ts';
import type { CredFile } from '../model/file.ts';
import type { TextRange } from '../model/lines.ts';
import { type Names, resolvePath } from '../model/scope.ts';
import { RULES } from '../rules/index.ts';
import { type StandardId, standardIds } from '../standards/ids.ts';
import { kindOf } from '../vocabulary/kinds.ts';
import { CURRENCIES, unitOf } from '../vocabulary/units.ts';
import { describe } from './describe.ts';
import { describeClause } from './describe-clause.ts';
import { type Located, locate } from './locate.ts';
import { code, context, escaped, expects, paragraphs, words } from './markdown.ts';

export interface Hover {
  readonly markdown: string;
  readonly range: TextRange;
}

/** Returns Markdown for the word at `offset`; `undefined` where there is nothing to say. */
export function hover(file: CredFile, offset: number, names: Names, host: Host): Hover | undefined {
  const at = locate(file, offset);
  if (at.part === 'comment') return onIgnore(file, at, names, host);
  const markdown = about(file, at, names, host);
  return markdown && at.span ? { markdown, range: file.lines.range(at.span.start, at.span.end) } : undefined;
}

function about(file: CredFile, at: Located, names: Names, host: Host): string | undefined {
  const { block, property } = at;
  switch (at.part) {
    case 'kind':
      return (
        block.table &&
        paragraphs(`**${block.table.name}**: ${block.table.called}`, block.table.says, context(block.table), further(block.kind))
      );
    case 'name': {
      const named = file.named(block);
      return named && describe(named, file);
    }
    case 'title':
      return block.titleIsHole ? `**Not known yet.** The title of ${block.table?.called ?? 'this block'} is to come.` : undefined;
    case 'key':
      if (!property?.table) return undefined;
      return paragraphs(
        `**${property.key}** of ${block.table?.called ?? block.kind}`,
        property.table.says,
        expects(property.table),
        words(property.table.words),
        context(property.table),
      );
    case 'value':
      return onValue(file, at, names, host);
    case 'unit':
      return onUnit(at.token!.text);
    default:
      return undefined;
  }
}

/** Returns links to the publishers' own pages about a kind of program. */
function further(kind: string): string | undefined {
  const reading = readingForKind(kind);
  return reading.length > 0 ? `Further reading: ${reading.map(({ title, url }) => `[${title}](<${url}>)`).join(', ')}.` : undefined;
}

function onValue(file: CredFile, { property, token, segment, block, value }: Located, names: Names, host: Host): string | undefined {
  const table = property?.table;
  if (!table || !token) return undefined;
  if (token.kind === '?') {
    return paragraphs(
      `**Not known yet.** What is to come: ${code(property.key)} of ${block.table?.called ?? block.kind}.`,
      table.says,
      expects(table),
      words(table.words),
      context(table),
    );
  }
  if (table.type === 'date') {
    const day = dayOf(token.text);
    return day && day.from !== day.to ? `Any day from ${day.from} to ${day.to}.` : undefined;
  }
  if (table.names === 'rules') return onRule(String(value?.stated?.value ?? ''), names, host);
  if (token.kind !== 'word') return undefined;
  const word = token.text;
  const said = table.words && Object.hasOwn(table.words, word) ? table.words[word] : undefined;
  if (said !== undefined) return paragraphs(`**${word}**: ${said}`, context(table));
  switch (table.type) {
    case 'any-word':
      return property.key === 'each' ? onFeaturePath([word], 0) : undefined;
    case 'yes-no':
      return word === 'yes' || word === 'no'
        ? paragraphs(`**${word}**, for ${code(property.key)}: ${table.says}`, context(table))
        : undefined;
    case 'reference': {
      const path = segment!.path.filter(name => name !== '').map(name => name.normalize('NFC'));
      const target = resolvePath(path, property.owner, file, names, table.to)[segment!.index];
      return target && describe(target, file);
    }
    case 'feature-path':
      return onFeaturePath(segment!.path, segment!.index);
    default:
      return undefined;
  }
}

/** Returns the meaning of a segment of a feature path such as `assessment.standard-setting.method`. */
function onFeaturePath(path: readonly string[], index: number): string | undefined {
  const word = path[index]!;
  const before = path[index - 1];
  const holder = before === undefined ? (kindOf(word) ? undefined : kindOf('program')) : kindOf(before);
  const property = holder?.properties[word];
  if (property) return paragraphs(`**${word}** of ${holder!.called}`, property.says, words(property.words), context(property));
  const kind = kindOf(word);
  if (kind && (index === 0 || holder)) return paragraphs(`**${kind.name}**: ${kind.called}`, kind.says, context(kind));
  const owner = path[index - 2];
  const says = before === undefined ? undefined : kindOf(owner ?? 'program')?.properties[before]?.words?.[word];
  return says && `**${word}**: ${says}`;
}

function onUnit(text: string): string | undefined {
  const unit = unitOf(text);
  if (unit) return `**${text}**: ${unit.says}`;
  if (!CURRENCIES.has(text)) return undefined;
  return `**${text}**: ${new Intl.DisplayNames(['en'], { type: 'currency' }).of(text)} (ISO 4217).`;
}

/** Returns the hover on a rule or clause in an ignore. */
function onIgnore(file: CredFile, { comment, offset }: Located, names: Names, host: Host): Hover | undefined {
  const text = file.text.slice(comment!.start, comment!.end);
  if (!isIgnore(text)) return undefined;
  const list = text.split(':', 1)[0]!;
  for (const found of list.matchAll(/[\p{L}\p{M}\p{N}_-]+\/(?:[\p{L}\p{M}\p{N}_-]+|\*)/gu)) {
    const start = comment!.start + found.index;
    const end = start + found[0].length;
    if (offset < start || offset > end) continue;
    const markdown = onRule(found[0], names, host);
    return markdown === undefined ? undefined : { range: file.lines.range(start, end), markdown };
  }
  return undefined;
}

/** Describes a rule, a clause, or a group by its id. */
function onRule(id: string, names: Names, host: Host): string | undefined {
  const rule = RULES.find(one => one.id === id);
  if (rule) {
    const { document, clause } = rule.source;
    return paragraphs(`**${id}**: ${rule.title}.`, `Source: ${document}${clause ? `, ${clause}` : ''}.`, link(host.help(id)));
  }
  const group = id.slice(0, id.indexOf('/'));
  const rules = RULES.filter(one => namesRule(id, one.id));
  const all = rules.length > 0 ? rules : idsOf(group, names).filter(one => namesRule(id, one.id));
  const [only] = all;
  if (!only) return undefined;
  if (all.length === 1 && only.id === id) {
    const { clause } = only as StandardId;
    return clause ? describeClause(clause, clause.path) : paragraphs(`**${id}**: ${escaped(only.title)}.`, link(host.help(id)));
  }
  return paragraphs(
    `**${escaped(id)}**: all ${rules.length > 0 ? 'rules' : 'clauses'} of this group.`,
    all.map(one => `- ${code(one.id)}: ${escaped(one.title)}`).join('\n'),
  );
}

/** Returns the ids of the clauses of the standard that a group belongs to. */
function idsOf(group: string, names: Names): readonly StandardId[] {
  for (const one of names.all) if (one.kind === 'standard' && one.name.toLowerCase() === group) return standardIds(one);
  return [];
}

const link = (help: string): string | undefined =>
  /^https?:\/\/[^\s<>]+$/.test(help) ? `[What this rule asks, and why](<${help}>)` : undefined;
