/** Completes the values of a property: words, names, and paths into the vocabulary. */
import { featurePath } from '../analysis/judging/feature-path.ts';
import { standardOf } from '../analysis/judging/readiness.ts';
import { inForce } from '../check/readiness.ts';
import type { Block } from '../model/bind.ts';
import { type NamedFacts, valuesOf } from '../model/facts.ts';
import { programOf } from '../model/file.ts';
import { resolvePath } from '../model/scope.ts';
import type { Rule } from '../rules/define.ts';
import { RULES } from '../rules/index.ts';
import { calledClause } from '../standards/ids.ts';
import type { KindTable, Property } from '../vocabulary/define.ts';
import { childKinds, KINDS, kindOf } from '../vocabulary/kinds.ts';
import { type CompletionContext, type CompletionItem, type ItemDraft, isOnHole, items } from './completion-item.ts';
import { describe } from './describe.ts';
import { aboutKind, aboutProperty } from './markdown.ts';
import { placeOf, reachable } from './reachable.ts';

/** Returns the items for a position within the value of a property; none where nothing can be named. */
export function completeValue(asked: CompletionContext): CompletionItem[] {
  const { at } = asked;
  const table = at.property?.table;
  if (table?.names === 'rules') return ruleIds(asked, table);
  // After a number comes a unit, and inside a text nothing is completed.
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
  const dotted = at.segment !== undefined && at.segment.path.length > 1;
  return dotted || at.value!.index > 0 || isOnHole(asked) ? found : [...found, hole(asked, table)];
}

const YES_NO = { yes: 'It is so.', no: 'It is not so.' };

function ofType(asked: CompletionContext, table: Property, used: ReadonlySet<string>): ItemDraft[] {
  const { host } = asked;
  const isEmpty = !asked.at.token || isOnHole(asked);
  switch (table.type) {
    case 'reference':
      return [...references(asked, table, used), ...(table.orText && isEmpty ? [quotes(table.says)] : [])];
    case 'feature-path':
      return featurePaths(asked);
    case 'any-word':
      return anyWords(asked);
    case 'text':
    case 'url':
    case 'document':
      return isEmpty ? [quotes(table.says)] : [];
    case 'date':
      return !isEmpty ? [] : [{ label: host.today, kind: 'value', detail: 'Today.' }];
    default:
      return [];
  }
}

const quotes = (detail: string): ItemDraft => ({ label: '"…"', kind: 'value', detail, insertText: '"$0"', isSnippet: true });

/** A title that is not known yet is replaced by one in quotes. */
export const completeTitle = (asked: CompletionContext): CompletionItem[] =>
  isOnHole(asked) ? items(asked, 1, [quotes('The title, as people know it.')]) : [];

const hole = (asked: CompletionContext, table: Property): CompletionItem =>
  items(asked, 9, [{ label: '?', kind: 'value', detail: 'Not known yet.', documentation: aboutProperty(table) }])[0]!;

/** Returns the words that the list contains already, except the one at the position. */
function usedWords({ at, file }: CompletionContext): ReadonlySet<string> {
  const all = valuesOf(at.property!.owner.stated(at.property!.key));
  return new Set(all.filter(one => one !== at.value!.stated).map(one => file.textOf(one.span)));
}

/** Returns the ids of rules, in quotes, or inside existing quotes. */
function ruleIds(asked: CompletionContext, table: Property): CompletionItem[] {
  const { at, file } = asked;
  const used = usedWords(asked);
  const rules = RULES.filter(({ id }) => !used.has(`"${id}"`) && !id.startsWith('language/'));
  const draft = ({ id, title }: Rule): ItemDraft => ({
    label: id,
    kind: 'rule',
    detail: title,
    insertText: at.token && !isOnHole(asked) ? id : `"${id}"`,
  });
  if (!at.token || isOnHole(asked)) return [...items(asked, 1, rules.map(draft)), hole(asked, table)];
  if (at.token.kind !== 'string') return [];
  const { start, end } = at.token;
  const closed = end > start + 1 && file.text[end - 1] === '"';
  if (at.offset <= start || (closed && at.offset >= end)) return [];
  const range = file.lines.range(start + 1, closed ? end - 1 : end);
  return items({ ...asked, range }, 1, rules.map(draft));
}

// —— names ——

function references(asked: CompletionContext, table: Property, used: ReadonlySet<string>): ItemDraft[] {
  const { at, file, names } = asked;
  const wanted = table.to ?? [];
  const from = at.property!.owner;
  // The block that holds the property does not refer to itself.
  const self = file.named(from);
  const fits = (named: NamedFacts): boolean => wanted.includes(named.kind) && !(self && same(named, self));
  if (at.segment && at.segment.index > 0) {
    const before = at.segment.path.slice(0, at.segment.index).map(name => name.normalize('NFC'));
    const owners = resolvePath(before, from, file, names);
    const owner = owners.length === before.length ? owners.at(-1) : undefined;
    return (owner?.children ?? [])
      .filter(child => leads(child, fits) && !used.has([...before, child.name].join('.')))
      .map(child => reference(child, child.name, asked));
  }
  const found = reachable(from, wanted, file, names).filter(({ label }) => !used.has(label));
  return fittingFirst(found, asked)
    .slice(0, MOST)
    .map(({ named, label }) => reference(named, label, asked));
}

const MOST = 500;

/** Sorts first the standards that accredit this kind of program and are in force, and the clauses of standards that the program names. */
function fittingFirst<T extends { readonly named: NamedFacts }>(
  found: readonly T[],
  { at, file, names, host }: CompletionContext,
): readonly T[] {
  const program = programOf(at.property!.owner);
  if (!program) return found;
  const named = new Set(program.all('accreditation').flatMap(one => standardOf(one, file, names)?.name ?? []));
  const rank = ({ named: one }: T): number => {
    if (one.kind === 'standard') return one.says.accredits?.includes(program.kind) && inForce(one, host.today) ? 0 : 1;
    return one.kind === 'clause' && !named.has(one.path.split('.', 1)[0]!) ? 1 : 0;
  };
  return [...found].sort((a, b) => rank(a) - rank(b));
}

const same = (one: NamedFacts, other: NamedFacts): boolean => placeOf(one) === placeOf(other);

const leads = (named: NamedFacts, fits: (named: NamedFacts) => boolean): boolean =>
  fits(named) || named.children.some(child => leads(child, fits));

const reference = (named: NamedFacts, label: string, { file }: CompletionContext): ItemDraft => ({
  label,
  kind: 'reference',
  detail: named.kind === 'clause' ? calledClause(named) : (named.title ?? kindOf(named.kind)?.called ?? named.kind),
  documentation: describe(named, file),
});

// —— paths into the vocabulary ——

/** Completes `kind(.kind)*.property(.word)?`, one segment at a time. */
function featurePaths({ at }: CompletionContext): ItemDraft[] {
  const { segment } = at;
  const before = segment?.path.slice(0, segment.index) ?? [];
  if (before.length === 0) return [...[...KINDS.values()].map(kindDraft), ...properties('program')];
  const path = featurePath(before.join('.'));
  const last = path?.kinds.at(-1);
  if (!path || path.word !== undefined) return [];
  if (path.key === undefined) return last === undefined ? [] : [...properties(last), ...childKinds(last).map(kindDraft)];
  const table = kindOf(last ?? 'program')?.properties[path.key];
  const words = table?.words ?? (table?.type === 'yes-no' ? YES_NO : {});
  return Object.entries(words).map(([label, says]) => ({ label, kind: 'word', detail: says }));
}

const properties = (kind: string): ItemDraft[] =>
  Object.entries(kindOf(kind)?.properties ?? {}).map(([label, table]) => ({
    label,
    kind: 'property',
    detail: table.says,
    documentation: aboutProperty(table),
  }));

const kindDraft = (table: KindTable): ItemDraft => ({
  label: table.name,
  kind: 'kind',
  detail: table.called,
  documentation: aboutKind(table),
});

/** Completes `each` with the kinds on the feature's paths, and `is` with the words of the last path's property. */
function anyWords({ at }: CompletionContext): ItemDraft[] {
  const owner = at.property!.owner as Block;
  const paths = ['needs', 'any-of', 'where'].map(key =>
    valuesOf(owner.stated(key)).flatMap(({ value }) => featurePath(String(value)) ?? []),
  );
  if (at.property!.key === 'each') {
    const kinds = [...new Set(paths.flat().flatMap(path => path.kinds))].flatMap(kind => kindOf(kind) ?? []);
    return (kinds.length > 0 ? kinds : [...KINDS.values()]).map(kindDraft);
  }
  const path = paths[0]!.at(-1) ?? paths[1]!.at(-1);
  const table = path?.key === undefined ? undefined : kindOf(path.kinds.at(-1) ?? 'program')?.properties[path.key];
  return Object.entries(table?.words ?? (table?.type === 'yes-no' ? YES_NO : {})).map(([label, says]) => ({
    label,
    kind: 'word',
    detail: says,
  }));
}
