/** What stands under the pointer, in plain words: from the vocabulary where the language says it, from the files where they do. */

import type { Host } from '../findings/host.ts';
import { isIgnore, names as namesRule } from '../findings/ignore.ts';
import { dayOf } from '../model/day.ts';
import type { CredFile } from '../model/file.ts';
import type { TextRange } from '../model/lines.ts';
import { type Names, resolvePath } from '../model/scope.ts';
import { RULES } from '../rules/index.ts';
import { kindOf } from '../vocabulary/kinds.ts';
import { CURRENCIES, unitOf } from '../vocabulary/units.ts';
import { describe } from './describe.ts';
import { type Located, locate } from './locate.ts';
import { code, context, expects, paragraphs } from './markdown.ts';

export interface Hover {
  readonly markdown: string;
  readonly range: TextRange;
}

export function hover(file: CredFile, offset: number, names: Names, host: Host): Hover | undefined {
  const at = locate(file, offset);
  if (at.part === 'comment') return onRule(file, at, host);
  const markdown = about(file, at, names);
  return markdown && at.span ? { markdown, range: file.lines.range(at.span.start, at.span.end) } : undefined;
}

function about(file: CredFile, at: Located, names: Names): string | undefined {
  const { block, property } = at;
  switch (at.part) {
    case 'kind':
      return block.table && paragraphs(`**${block.table.name}**: ${block.table.called}`, block.table.says, context(block.table));
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
      return onValue(file, at, names);
    case 'unit':
      return onUnit(at.token!.text);
    default:
      return undefined;
  }
}

const words = (all: Readonly<Record<string, string>> | undefined): string | undefined =>
  all &&
  Object.entries(all)
    .map(([word, says]) => `- ${code(word)}: ${says}`)
    .join('\n');

function onValue(file: CredFile, { property, token, segment, block }: Located, names: Names): string | undefined {
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
  if (token.kind !== 'word') return undefined;
  const word = token.text;
  const said = table.words && Object.hasOwn(table.words, word) ? table.words[word] : undefined;
  if (said !== undefined) return paragraphs(`**${word}**: ${said}`, context(table));
  switch (table.type) {
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

/** What a segment of `assessment.standard-setting.method` means. */
function onFeaturePath(path: readonly string[], index: number): string | undefined {
  const word = path[index]!;
  const before = path[index - 1];
  const holder = before === undefined ? undefined : kindOf(before);
  const property = holder?.properties[word];
  if (property) return paragraphs(`**${word}** of ${holder!.called}`, property.says, words(property.words), context(property));
  const kind = kindOf(word);
  if (kind && (index === 0 || holder)) return paragraphs(`**${kind.name}**: ${kind.called}`, kind.says, context(kind));
  const owner = path[index - 2];
  const says = owner === undefined || before === undefined ? undefined : kindOf(owner)?.properties[before]?.words?.[word];
  return says && `**${word}**: ${says}`;
}

function onUnit(text: string): string | undefined {
  const unit = unitOf(text);
  if (unit) return `**${text}**: ${unit.says}`;
  if (!CURRENCIES.has(text)) return undefined;
  return `**${text}**: ${new Intl.DisplayNames(['en'], { type: 'currency' }).of(text)} (ISO 4217).`;
}

/** A rule named in an ignore. */
function onRule(file: CredFile, { comment, offset }: Located, host: Host): Hover | undefined {
  const text = file.text.slice(comment!.start, comment!.end);
  if (!isIgnore(text)) return undefined;
  const list = text.split(':', 1)[0]!;
  for (const found of list.matchAll(/[\w-]+\/(?:[\w-]+|\*)/g)) {
    const start = comment!.start + found.index;
    const end = start + found[0].length;
    if (offset < start || offset > end) continue;
    const rules = RULES.filter(rule => namesRule(found[0], rule.id));
    if (rules.length === 0) return undefined;
    const range = file.lines.range(start, end);
    const [only] = rules;
    if (rules.length === 1 && only!.id === found[0]) {
      const { document, clause } = only!.source;
      return {
        range,
        markdown: paragraphs(
          `**${only!.id}**: ${only!.title}.`,
          `Source: ${document}${clause ? `, ${clause}` : ''}.`,
          link(host.help(only!.id)),
        ),
      };
    }
    return {
      range,
      markdown: paragraphs(`**${found[0]}**: all rules of this group.`, rules.map(rule => `- ${code(rule.id)}: ${rule.title}`).join('\n')),
    };
  }
  return undefined;
}

const link = (help: string): string | undefined =>
  /^https?:\/\/[^\s<>]+$/.test(help) ? `[What this rule asks, and why](<${help}>)` : undefined;
