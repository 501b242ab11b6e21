/**
 * Reads a project's settings from `cred.json`, or from an editor's own settings. Valid settings count, and every other is a mistake with
 * its place.
 */
import ignore from 'ignore';
import { findNodeAtLocation, getNodeValue, type Node, type ParseError, parseTree, printParseErrorCode } from 'jsonc-parser';
import type { Severity } from '../findings/finding.ts';
import type { Unreadable } from '../findings/unreadable.ts';
import { CONFIG_SCHEMA, SEVERITIES } from './config-schema.ts';
import { type ConfigSlip, fitsNumber, isDay, slipsOf } from './config-slips.ts';
import { isTooWild, patternSlip } from './pattern-slip.ts';

/** The severity of the rules that a pattern names: an id, `group/*` or `*`. */
interface RuleSetting {
  readonly pattern: string;
  readonly severity: Severity | 'off';
}

interface Override {
  readonly files: ((path: string) => boolean) | undefined;
  readonly programs: ReadonlySet<string> | undefined;
  readonly rules: readonly RuleSetting[];
}

/** A word of `cred.json` that names something, with its place. */
export interface NamedThere {
  readonly name: string;
  readonly start: number;
  readonly end: number;
}

/** The settings of a project. */
export interface Config {
  /** The reason why none of the settings counts. */
  readonly unreadable?: Unreadable;
  /** Whether the text is no JSON object, so that settings may be lost that its author made. */
  readonly isBroken: boolean;
  readonly slips: readonly ConfigSlip[];
  /** Returns the severity of a rule for a file, with `path` relative to the folder of cred.json, and for a program by its name. */
  severity(rule: string, path?: string, program?: string): Severity | 'off' | undefined;
  /** Returns the severity that is set for a rule by its own id, for all files. */
  own(rule: string): Severity | 'off' | undefined;
  /** Returns whether a file is excluded, by its path relative to the folder of cred.json. */
  excludes(path: string): boolean;
  /** Returns the limit that is set for a rule about time. */
  limit(rule: string): number | undefined;
  readonly standards: readonly string[] | undefined;
  /** One level of indentation. */
  readonly indent: string | undefined;
  /** `YYYY-MM-DD`. */
  readonly asOf: string | undefined;
  /** The names in the settings, for a caller that knows all rules and standards. */
  readonly named: {
    readonly rules: readonly NamedThere[];
    readonly limits: readonly NamedThere[];
    readonly standards: readonly NamedThere[];
    readonly programs: readonly NamedThere[];
    /** The file patterns of "overrides" and "exclude". */
    readonly files: readonly NamedThere[];
    readonly exclude: readonly NamedThere[];
    /** The empty lists of overrides, by their keys; such an override has no effect. */
    readonly empty: readonly NamedThere[];
  };
}

/** Reads settings. Never throws: a text that is not JSON gives no settings, only mistakes. */
export function readConfig(text: string): Config {
  if (depthOf(text) > DEEPEST) return { ...configOf(undefined, []), isBroken: true, unreadable: TOO_DEEP };
  const errors: ParseError[] = [];
  const root = parseTree(text.replace(/^\uFEFF/, ' '), errors, { disallowComments: true });
  if (!root)
    return {
      ...configOf(undefined, [{ start: 0, end: text.length, message: 'cred.json says nothing. Write {} at least.' }]),
      isBroken: true,
    };
  const slips = errors.slice(0, 1).map(error => ({
    start: error.offset,
    end: error.offset + error.length,
    message: `This is not valid JSON: ${PLAIN[printParseErrorCode(error.error)] ?? 'something is wrong here'}.`,
  }));
  return { ...configOf(root, [...slips, ...slipsOf(root, CONFIG_SCHEMA)]), isBroken: errors.length > 0 || root.type !== 'object' };
}

/**
 * The greatest number of nested brackets. Settings have four levels, and the recursive reader would overflow the stack on a very deep text.
 */
const DEEPEST = 100;
const TOO_DEEP: Unreadable = {
  why: `is nested more than ${DEEPEST} levels deep`,
  remedy: 'Write the settings as the page about cred.json shows.',
};

/** Returns the greatest number of brackets in a JSON text that are open at once. */
function depthOf(text: string): number {
  let depth = 0;
  let deepest = 0;
  for (const [sign] of text.matchAll(/"(?:[^"\\\n]|\\.)*"?|[[\]{}]/g)) {
    if (sign === '{' || sign === '[') deepest = Math.max(deepest, ++depth);
    else if (sign === '}' || sign === ']') depth--;
  }
  return deepest;
}

const PLAIN: Readonly<Record<string, string>> = {
  InvalidSymbol: 'this has to stand in straight quotation marks, as in "rules"',
  InvalidNumberFormat: 'this is not a number',
  PropertyNameExpected: 'a name in quotation marks is expected here, or the comma before it is one too many',
  ValueExpected: 'a value is expected here',
  ColonExpected: 'a colon is missing here',
  CommaExpected: 'a comma is missing here',
  CloseBraceExpected: 'a } is missing here',
  CloseBracketExpected: 'a ] is missing here',
  EndOfFileExpected: 'nothing may stand after the last }',
  InvalidCommentToken: 'JSON has no comments',
  UnexpectedEndOfString: 'a quotation mark is missing here',
};

function configOf(root: Node | undefined, slips: readonly ConfigSlip[]): Omit<Config, 'isBroken'> {
  const node = (...path: (string | number)[]): Node | undefined => root && findNodeAtLocation(root, path);
  const rules = rulesOf(node('rules'));
  const overrides = (node('overrides')?.children ?? []).map(
    (one): Override => ({
      files: matching(texts(findNodeAtLocation(one, ['files']))),
      programs: setOf(texts(findNodeAtLocation(one, ['programs']))),
      rules: rulesOf(findNodeAtLocation(one, ['rules'])),
    }),
  );
  const excluded = matching(texts(node('exclude')));
  const limits = new Map(
    keys(node('limits')).flatMap(([key, value]) => (isLimit(value) ? [[key.value as string, value.value as number]] : [])),
  );
  const asOf = node('asOf')?.value;
  const indent = node('indent');
  return {
    slips,
    severity(rule, path = '', program) {
      if (rules.length === 0 && overrides.length === 0) return undefined;
      for (const { files, programs, rules: own } of [...overrides].reverse()) {
        if ((files && !files(path)) || (programs && !programs.has(program ?? ''))) continue;
        const set = severityIn(own, rule);
        if (set) return set;
      }
      return severityIn(rules, rule);
    },
    own: rule => rules.find(({ pattern }) => pattern === rule)?.severity,
    excludes: path => excluded?.(path) ?? false,
    limit: rule => limits.get(rule),
    standards: texts(node('standards')),
    indent: indent?.type === 'number' && fitsNumber(indent.value, CONFIG_SCHEMA.properties.indent) ? ' '.repeat(indent.value) : undefined,
    asOf: typeof asOf === 'string' && isDay(asOf) ? asOf : undefined,
    named: {
      rules: [node('rules'), ...(node('overrides')?.children ?? []).map(one => findNodeAtLocation(one, ['rules']))].flatMap(one =>
        keys(one).map(([key]) => placed(key)),
      ),
      limits: keys(node('limits')).map(([key]) => placed(key)),
      standards: namedIn(node('standards')),
      programs: (node('overrides')?.children ?? []).flatMap(one => namedIn(findNodeAtLocation(one, ['programs']))),
      files: (node('overrides')?.children ?? []).flatMap(one => patternsIn(findNodeAtLocation(one, ['files']))),
      exclude: patternsIn(node('exclude')),
      empty: (node('overrides')?.children ?? []).flatMap(one =>
        keys(one).flatMap(([key, value]) =>
          ['files', 'programs'].includes(key.value) && value?.type === 'array' && value.children?.length === 0
            ? [{ name: key.value as string, start: value.offset, end: value.offset + value.length }]
            : [],
        ),
      ),
    },
  };
}

/** Returns the most specific setting: for the rule itself, or else for its group, or else for all. */
function severityIn(settings: readonly RuleSetting[], rule: string): Severity | 'off' | undefined {
  const group = `${rule.slice(0, rule.indexOf('/'))}/*`;
  for (const pattern of [rule, group, '*']) {
    const set = settings.find(setting => setting.pattern === pattern);
    if (set) return set.severity;
  }
  return undefined;
}

const rulesOf = (node: Node | undefined): RuleSetting[] =>
  keys(node).flatMap(([key, value]) =>
    (SEVERITIES as readonly unknown[]).includes(value?.value) ? [{ pattern: key.value as string, severity: value!.value }] : [],
  );

const keys = (node: Node | undefined): (readonly [Node, Node | undefined])[] =>
  node?.type === 'object' ? (node.children ?? []).flatMap(({ children: [key, value] = [] }) => (key ? [[key, value] as const] : [])) : [];

const isLimit = (node: Node | undefined): node is Node => node?.type === 'number' && node.value >= 0;

/** Returns the texts of a list; `undefined` if there is no list. */
const texts = (node: Node | undefined): readonly string[] | undefined =>
  node?.type === 'array' ? (getNodeValue(node) as unknown[]).filter(one => typeof one === 'string') : undefined;

const setOf = (names: readonly string[] | undefined): ReadonlySet<string> | undefined => names && new Set(names);

function matching(patterns: readonly string[] | undefined): ((path: string) => boolean) | undefined {
  if (!patterns) return undefined;
  const own = ignore({ ignorecase: false }).add(patterns.filter(one => !isTooWild(one)));
  // A path that leads out of the folder is never one of its files.
  return path => ignore.isPathValid(path) && own.ignores(path);
}

/** Returns whether a pattern, also one that begins with "!", matches any of the paths. */
export function fits(pattern: string, paths: readonly string[]): boolean {
  if (isTooWild(pattern)) return false;
  const named = ignore({ ignorecase: false }).add(pattern.replace(/^!/, ''));
  return paths.some(path => ignore.isPathValid(path) && named.ignores(path));
}

/** Returns the patterns that can match a file. Each other pattern is reported as a mistake. */
const patternsIn = (node: Node | undefined): readonly NamedThere[] => namedIn(node).filter(({ name }) => patternSlip(name) === undefined);

/** Returns the texts of a list, each with its place. */
const namedIn = (node: Node | undefined): readonly NamedThere[] =>
  node?.type === 'array' ? (node.children ?? []).filter(one => one.type === 'string').map(placed) : [];

const placed = ({ value, offset, length }: Node): NamedThere => ({ name: value as string, start: offset, end: offset + length });

/** The settings of a project without `cred.json`. */
export const NO_CONFIG: Config = readConfig('{}');
