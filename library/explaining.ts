/**
 * Explains a term of Cred in Markdown: a kind, a property, a word, a rule, a standard or a clause. The texts are those of the hover and
 * the documentation.
 */
import LANGUAGE from '../docs/language.md';
import type { NamedFacts } from '../language/model/facts.ts';
import { CredFile } from '../language/model/file.ts';
import { nearest } from '../language/model/nearest.ts';
import type { Names } from '../language/model/scope.ts';
import { RULES } from '../language/rules/index.ts';
import { describe } from '../language/services/describe.ts';
import { aboutKind, context, expects, paragraphs, words } from '../language/services/markdown.ts';
import { OPEN, SHOWN } from '../language/standards/ids.ts';
import { standardNamed } from '../language/standards/index.ts';
import { BUILT_IN } from '../language/standards/names.ts';
import { type KindTable, type Property, TOP } from '../language/vocabulary/define.ts';
import { KINDS, kindOf } from '../language/vocabulary/kinds.ts';
import { partsOf } from '../language/vocabulary/meant.ts';

/** A rule, as a list of rules shows it. */
export interface RuleLine {
  readonly id: string;
  readonly title: string;
  readonly severity: string;
  readonly source: string;
  readonly help: string;
}

/** Lists all rules; `help` returns the address of a rule's page. */
export const ruleLines = (help: (rule: string) => string): RuleLine[] =>
  RULES.map(({ id, title, severity, source }) => ({
    id,
    title,
    severity,
    source: [source.document, source.clause].filter(Boolean).join(' — '),
    help: help(id),
  }));

/** The standards that a project declares itself. */
export interface OwnStandards {
  readonly names: Names;
  /** Returns how the address of a file is shown. */
  place(uri: string): string;
}

/** The page that explains a topic. */
export interface Explanation {
  /** The Markdown text. It is absent for a rule: the caller reads the rule's page. */
  readonly text?: string;
  readonly rule?: string;
}

/**
 * Explains a topic. If the topic is unknown, the result has the nearest known word as `near`. `own` is a project, which may have standards
 * of its own.
 */
export function explain(topic: string, own?: OwnStandards): Explanation | { readonly near: string | undefined } {
  if (topic === 'language') return { text: LANGUAGE };
  if (RULES.some(({ id }) => id === topic)) return { rule: topic };
  const [head = '', ...rest] = topic.split('.');
  const found = kindOrProperty(head, rest) ?? standardOrClause(topic, own) ?? properties(topic) ?? wordsCalled(topic) ?? editions(topic);
  if (found !== undefined) return { text: found };
  return { near: nearest(topic, known())?.word };
}

/** Lists the editions of a standard that is named without one, such as "NCCA" or "ISO/IEC 17024". */
function editions(topic: string): string | undefined {
  const fold = (name: string): string => partsOf(name.replace(/\bIEC\b/i, '')).join('');
  const begin = fold(topic);
  const names = begin.length < 3 ? [] : BUILT_IN.filter(name => fold(name).startsWith(begin));
  if (names.length === 0) return undefined;
  const list = names.map(name => `- \`${name}\`: ${standardNamed(name)?.title ?? name}`);
  return [`# ${topic}`, 'Cred knows these editions of it. Ask for one by its name.', list.join('\n')].join('\n\n');
}

const tables = (): KindTable[] => [...KINDS.values()];

/**
 * Explains `assessment` or `assessment.reliability`, and the longer names that standards use, such as `assessment.standard-setting.method`
 * and `policy.covers.appeals`.
 */
function kindOrProperty(kind: string, [key, ...more]: readonly string[]): string | undefined {
  const table = kindOf(kind);
  if (!table) return undefined;
  if (key !== undefined && !Object.hasOwn(table.properties, key))
    return kindOf(key)?.standsIn.includes(kind) ? kindOrProperty(key, more) : undefined;
  if (more.length > 1) return undefined;
  if (key === undefined) {
    const list = Object.entries(table.properties).map(([name, property]) => `- \`${name}\`: ${property.says}`);
    const standsIn = table.standsIn.map(parent => (parent === TOP ? 'the top of a file' : `\`${parent}\``));
    return [`# ${kind}`, aboutKind(table), `Stands in ${[...new Set(standsIn)].join(', ')}.`, '## Properties', list.join('\n')].join(
      '\n\n',
    );
  }
  const property = table.properties[key]!;
  const [word] = more;
  if (word === undefined || (property.type === 'yes-no' && /^(yes|no)$/.test(word))) return `# ${kind}.${key}\n\n${explained(property)}`;
  const says = wordOf(property, word);
  return says && `# ${kind}.${key}.${word}\n\n${says}\n\n## ${kind}.${key}\n\n${explained(property)}`;
}

const wordOf = ({ words: all = {} }: Property, word: string): string | undefined => (Object.hasOwn(all, word) ? all[word] : undefined);

const explained = (property: Property): string => paragraphs(property.says, expects(property), words(property.words), context(property));

/** Explains a property by its own name in each kind that has it. Kinds in which it means the same share a page. */
function properties(key: string): string | undefined {
  const pages = new Map<string, string[]>();
  for (const { name, properties: own } of tables()) {
    if (!Object.hasOwn(own, key)) continue;
    const text = explained(own[key]!);
    pages.set(text, [...(pages.get(text) ?? []), `${name}.${key}`]);
  }
  return pages.size > 0 ? [...pages].map(([text, names]) => `# ${names.join(', ')}\n\n${text}`).join('\n\n') : undefined;
}

/** Explains a word in each property that allows it. Properties in which it means the same share a page. */
function wordsCalled(word: string): string | undefined {
  const pages = new Map<string, string[]>();
  for (const { name, properties: own } of tables())
    for (const [key, property] of Object.entries(own)) {
      const says = wordOf(property, word);
      if (says !== undefined) pages.set(says, [...(pages.get(says) ?? []), `${name}.${key}`]);
    }
  return pages.size > 0 ? [...pages].map(([says, names]) => `# ${word} (${names.join(', ')})\n\n${says}`).join('\n\n') : undefined;
}

/** Explains `NCCA-2021` or `NCCA-2021.S14`, and the ids that findings use, such as `ncca-2021/S14` and `ncca-2021/open`. */
function standardOrClause(topic: string, own: OwnStandards | undefined): string | undefined {
  const [head = '', ...parts] = topic.split(/[./]/);
  const rest = parts[0] === OPEN || parts[0] === SHOWN ? [] : parts;
  const name = BUILT_IN.find(one => one.toLowerCase() === head.toLowerCase());
  let named: NamedFacts | undefined = name === undefined ? ownStandard(head, own?.names) : standardNamed(name);
  for (const part of rest) named = everyChild(named).find(child => child.name.toLowerCase() === part.toLowerCase());
  if (!named) return undefined;
  const text = describe(named, CredFile.read('file:///nothing.cred', ''), own?.place);
  const clauses = named.children
    .filter(({ kind }) => kind === 'clause')
    .map(clause => `- \`${clause.name}\` ${[clause.says.number?.[0], clause.title].filter(Boolean).join(' ')}`);
  return [text, ...(clauses.length > 0 ? ['## Clauses', clauses.join('\n')] : [])].join('\n\n');
}

/** Finds a standard of the project; findings write its name in lower case. */
function ownStandard(name: string, names: Names | undefined): NamedFacts | undefined {
  for (const one of names?.all ?? []) if (one.kind === 'standard' && one.name.toLowerCase() === name.toLowerCase()) return one;
  return undefined;
}

const everyChild = (named: NamedFacts | undefined): NamedFacts[] => (named?.children ?? []).flatMap(child => [child, ...everyChild(child)]);

/** Lists the topics that have a page, without clauses and properties. */
export const topics = (): string[] => ['language', ...RULES.map(({ id }) => id), ...tables().map(({ name }) => name), ...BUILT_IN];

const known = (): string[] => [...topics(), ...tables().flatMap(({ properties: all }) => Object.keys(all))];
