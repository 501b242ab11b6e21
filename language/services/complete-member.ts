/** Completes the beginning of a member: kinds and keys, first those that the findings miss. */
import type { Finding } from '../findings/finding.ts';
import { indentAt, layoutOf } from '../fixes/place.ts';
import { knownOf, skeleton } from '../fixes/skeleton.ts';
import type { Block } from '../model/bind.ts';
import { type CredFile, topOf } from '../model/file.ts';
import { numberedName } from '../model/free-name.ts';
import type { Names } from '../model/scope.ts';
import { offsets } from '../model/span.ts';
import { parse } from '../syntax/document.ts';
import type { KindTable, Property } from '../vocabulary/define.ts';
import { childKinds } from '../vocabulary/kinds.ts';
import { type CompletionContext, type CompletionItem, sortText } from './completion-item.ts';
import { aboutKind, aboutProperty } from './markdown.ts';

/** Returns the items for a position where a member may begin. */
export function completeMember(asked: CompletionContext): CompletionItem[] {
  const { container } = asked.at;
  const missing = missed(asked.file, container, asked.findings(container.parent && topOf(container)));
  const group = (word: string, otherwise: number): number => (missing.has(word) ? 0 : otherwise);
  const properties = Object.entries(container.table?.properties ?? {})
    .filter(([key]) => !container.properties.some(used => used.key === key && used !== asked.at.property))
    .map(([key, table], i) => property(asked, key, table, sortText(group(key, 1), i)));
  const isTaken = takenNames(container, asked.at.block);
  const kinds = childKinds(container.kind)
    .filter(table => !usedUp(table, container, asked.at.block))
    .map((table, i) => block(asked, table, isTaken, sortText(group(table.name, 2), i + (missing.has(table.name) ? properties.length : 0))));
  return [...properties, ...kinds];
}

const usedUp = (table: KindTable, parent: Block, here: Block): boolean => {
  const once = table.once === true || (Array.isArray(table.once) && table.once.includes(parent.kind));
  return once && parent.children.some(child => child.kind === table.name && child !== here);
};

function property({ file, at, range }: CompletionContext, key: string, table: Property, sort: string): CompletionItem {
  const { token } = at;
  const hasColon = token?.kind === 'key';
  const spaced = token !== undefined && /[ \t]/.test(file.text[token.wordEnd] ?? '');
  const insertText = hasColon ? key : `${key}:${spaced ? '' : ' '}`;
  return {
    label: key,
    kind: 'property',
    detail: table.says,
    documentation: aboutProperty(table),
    insertText,
    isSnippet: false,
    sortText: sort,
    range,
    asksAgain: !hasColon,
  };
}

/** Returns an item that inserts the whole block with holes; only the kind, if a part of the block is written already. */
function block({ file, at, names, range }: CompletionContext, table: KindTable, isTaken: IsTaken, sort: string): CompletionItem {
  const rest = file.text.slice(at.span?.end ?? at.offset, file.lines.end(file.lines.position(at.offset).line));
  const alone = at.part !== 'key' && /^[ \t]*([;}].*|\/[/*].*)?$/.test(rest);
  const insertText = alone ? snippet(file, table, names, at.container, isTaken) : table.name;
  return {
    label: table.name,
    kind: 'kind',
    detail: table.called,
    documentation: aboutKind(table),
    insertText,
    indent: indentAt(file, file.lines.offset(range.start)),
    isSnippet: alone,
    sortText: sort,
    range,
  };
}

/** Returns a snippet such as `outcome ${1:outcome2} ${2:?}` with the usual properties, each a placeholder or a value from the project. */
function snippet(file: CredFile, table: KindTable, names: Names, parent: Block, isTaken: IsTaken): string {
  let stops = 0;
  const stop = (text: string): string => `\${${++stops}:${text}}`;
  const head = [table.name, table.named && stop(numberedName(table.name, isTaken)), table.titled && stop('?')].filter(Boolean).join(' ');
  const members = skeleton(table, knownOf(table, names)).map(([key, value]) => `${key}: ${stop(value)}`);
  if (members.length === 0) return table.titled ? head : `${head} { $0 }`;
  if (members.length === 1) return `${head} { ${members[0]} }`;
  const { unit } = layoutOf(file, parent);
  return `${head} {\n${members.map(member => unit + member).join('\n')}\n}`;
}

type IsTaken = (name: string) => boolean;

/** Tells which names the other blocks of a block have. The names are collected once, when the first is asked for. */
function takenNames(parent: Block, here: Block | undefined): IsTaken {
  let taken: ReadonlySet<string | undefined> | undefined;
  return name => {
    taken ??= new Set(parent.children.filter(child => child !== here).map(child => child.name));
    return taken.has(name);
  };
}

/** Returns the keys and kinds that the findings' fixes would add directly to a block. */
function missed(file: CredFile, container: Block, findings: readonly Finding[]): ReadonlySet<string> {
  const words = new Set<string>();
  const at = container.parent ? offsets(container.span) : { start: 0, end: file.text.length };
  for (const finding of findings) {
    const place = file.lines.offset(finding.range.start);
    if (place < at.start || place > at.end) continue;
    for (const fix of finding.fixes) {
      if (!fix.adds || fix.in !== undefined) continue;
      for (const edit of fix.edits()) {
        const inChild = container.children.some(child => edit.start > child.node.first!.start && edit.start < child.node.last!.end);
        if (edit.start < at.start || edit.start > at.end || inChild) continue;
        for (const member of parse(edit.text).root.members) {
          const word = member.type === 'property' ? member.key : member.type === 'block' ? member.kind : undefined;
          if (word) words.add(word.text);
        }
      }
    }
  }
  return words;
}
