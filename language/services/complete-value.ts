/** The values that a property may take at a place: words, names, paths into the vocabulary. */
import type { Block } from '../model/bind.ts';
import { type Named, valuesOf } from '../model/facts.ts';
import { resolvePath, visible } from '../model/scope.ts';
import type { KindTable, Property } from '../vocabulary/define.ts';
import { childKinds, KINDS, kindOf } from '../vocabulary/kinds.ts';
import { type Asked, type CompletionItem, type Draft, items } from './completion-item.ts';
import { describe } from './describe.ts';
import { aboutKind, aboutProperty } from './markdown.ts';

export function completeValue(asked: Asked): CompletionItem[] {
  const { at } = asked;
  const table = at.property?.table;
  // Behind a number comes a unit, and within a text nothing of the language.
  if (!table || at.token?.kind === 'string' || (at.value!.tokens.length > 0 && at.token !== at.value!.tokens[0])) return [];
  const used = usedWords(asked);
  const words = Object.entries(table.words ?? (table.type === 'yes-no' ? YES_NO : {})).filter(([word]) => !used.has(word));
  const found = [
    ...items(
      asked,
      1,
      words.map(([label, says]) => ({ label, kind: 'word', detail: says, documentation: says })),
    ),
    ...items(asked, 2, ofType(asked, table, used)),
  ];
  const dotted = at.segment !== undefined && at.segment.index > 0;
  return dotted || at.value!.index > 0 ? found : [...found, hole(asked, table)];
}

const YES_NO = { yes: 'It is so.', no: 'It is not so.' };

function ofType(asked: Asked, table: Property, used: ReadonlySet<string>): Draft[] {
  const { at, host } = asked;
  switch (table.type) {
    case 'reference':
      return [...references(asked, table, used), ...(table.orText && !at.token ? [quotes(table)] : [])];
    case 'feature-path':
      return featurePaths(asked);
    case 'any-word':
      return anyWords(asked);
    case 'text':
    case 'url':
    case 'document':
      return at.token ? [] : [quotes(table)];
    case 'date':
      return at.token ? [] : [{ label: host.today, kind: 'value', detail: 'Today.' }];
    default:
      return [];
  }
}

const quotes = (table: Property): Draft => ({ label: '"…"', kind: 'value', detail: table.says, insertText: '"$0"', isSnippet: true });

const hole = (asked: Asked, table: Property): CompletionItem =>
  items(asked, 9, [{ label: '?', kind: 'value', detail: 'Not known yet.', documentation: aboutProperty(table) }])[0]!;

/** What the list names already, beside the value at the position. */
function usedWords({ at, file }: Asked): ReadonlySet<string> {
  const all = valuesOf(at.property!.owner.stated(at.property!.key));
  return new Set(all.filter(one => one !== at.value!.stated).map(one => file.textOf(one.span)));
}

// —— names ——

function references(asked: Asked, table: Property, used: ReadonlySet<string>): Draft[] {
  const { at, file, names } = asked;
  const wanted = table.to ?? [];
  const from = at.property!.owner;
  // The block that holds the property does not point to itself.
  const self = file.named(from);
  const fits = (named: Named): boolean => wanted.includes(named.kind) && !(self && same(named, self));
  if (at.segment && at.segment.index > 0) {
    const before = at.segment.path.slice(0, at.segment.index).map(name => name.normalize('NFC'));
    const owners = resolvePath(before, from, file, names);
    const owner = owners.length === before.length ? owners.at(-1) : undefined;
    return (owner?.children ?? [])
      .filter(child => leads(child, fits) && !used.has([...before, child.name].join('.')))
      .map(child => reference(child, child.name, asked));
  }
  const seen = new Set<string>();
  const reached = new Set<string>();
  const found: { named: Named; label: string }[] = [];
  const nearest = [...visible(from, file, names)].filter(named => !seen.has(named.name) && seen.add(named.name));
  const add = (named: Named, label: string): void => {
    if (!fits(named) || reached.has(placeOf(named))) return;
    // What can be said without a dot is not said again with one.
    reached.add(placeOf(named));
    if (!used.has(label)) found.push({ named, label });
  };
  for (const named of nearest) add(named, named.name);
  for (const named of nearest) for (const { path, inner } of within(named, named.name)) add(inner, path);
  return found.slice(0, MOST).map(({ named, label }) => reference(named, label, asked));
}

const MOST = 500;

const placeOf = ({ uri, path }: Named): string => `${uri} ${path}`;
const same = (one: Named, other: Named): boolean => placeOf(one) === placeOf(other);

const leads = (named: Named, fits: (named: Named) => boolean): boolean => fits(named) || named.children.some(child => leads(child, fits));

function* within(named: Named, path: string): Generator<{ path: string; inner: Named }> {
  for (const child of named.children) {
    const own = `${path}.${child.name}`;
    yield { path: own, inner: child };
    yield* within(child, own);
  }
}

const reference = (named: Named, label: string, { file }: Asked): Draft => ({
  label,
  kind: 'reference',
  detail: named.title ?? kindOf(named.kind)?.called ?? named.kind,
  documentation: describe(named, file),
});

// —— paths into the vocabulary ——

/** `kind(.kind)*.property(.word)?`, one segment at a time. */
function featurePaths({ at }: Asked): Draft[] {
  const { segment } = at;
  const before = segment?.path.slice(0, segment.index) ?? [];
  const last = before.at(-1);
  if (last === undefined) return [...KINDS.values()].map(kindDraft);
  const holder = kindOf(last);
  const inKinds = before.length < 2 || kindOf(before.at(-2)!)?.properties[last] === undefined;
  if (holder && inKinds) {
    return [
      ...Object.entries(holder.properties).map(
        ([label, table]): Draft => ({ label, kind: 'property', detail: table.says, documentation: aboutProperty(table) }),
      ),
      ...childKinds(last).map(kindDraft),
    ];
  }
  const words = kindOf(before.at(-2) ?? '')?.properties[last]?.words ?? {};
  return Object.entries(words).map(([label, says]) => ({ label, kind: 'word', detail: says }));
}

const kindDraft = (table: KindTable): Draft => ({ label: table.name, kind: 'kind', detail: table.called, documentation: aboutKind(table) });

/** The words of the properties that the paths beside it end in, then the kinds. */
function anyWords({ at }: Asked): Draft[] {
  const owner = at.property!.owner as Block;
  const words = new Map<string, string>();
  for (const property of owner.properties) {
    if (property.table?.type !== 'feature-path') continue;
    for (const { value } of valuesOf(owner.stated(property.key))) {
      const path = String(value ?? '').split('.');
      const table = kindOf(path.at(-2) ?? '')?.properties[path.at(-1)!];
      for (const [word, says] of Object.entries(table?.words ?? (table?.type === 'yes-no' ? YES_NO : {}))) words.set(word, says);
    }
  }
  return [
    ...[...words].map(([label, says]): Draft => ({ label, kind: 'word', detail: says })),
    ...(words.size > 0 ? [] : [...KINDS.values()].map(kindDraft)),
  ];
}
