/** The settings of a project, read from `cred.json` (or from an editor's own settings): what is well said counts, the rest is a slip with its place. */
import ignore from 'ignore';
import { findNodeAtLocation, getNodeValue, type Node, type ParseError, parseTree, printParseErrorCode } from 'jsonc-parser';
import type { Severity } from '../findings/finding.ts';
import type { Unreadable } from '../findings/unreadable.ts';
import { CONFIG_SCHEMA, SEVERITIES } from './config-schema.ts';
import { type ConfigSlip, fitsNumber, isDay, slipsOf } from './config-slips.ts';
import { isTooWild, patternSlip } from './pattern-slip.ts';

/** A severity for the rules that a pattern names: an id, `group/*` or `*`. */
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

export interface Config {
  /** Why nothing of it counts. */
  readonly unreadable?: Unreadable;
  readonly slips: readonly ConfigSlip[];
  /** The severity of a rule in a file, `path` relative to the folder of cred.json, and in a program by its name. */
  severity(rule: string, path?: string, program?: string): Severity | 'off' | undefined;
  /** What is set for a rule by its own id, for all files. */
  own(rule: string): Severity | 'off' | undefined;
  /** Whether a file is left out, by its path relative to the folder of cred.json. */
  excludes(path: string): boolean;
  /** The limit that is set for a rule about time. */
  limit(rule: string): number | undefined;
  readonly standards: readonly string[] | undefined;
  /** What a level is indented by. */
  readonly indent: string | undefined;
  /** `YYYY-MM-DD`. */
  readonly asOf: string | undefined;
  /** What it names, for whoever knows all rules and standards. */
  readonly named: {
    readonly rules: readonly NamedThere[];
    readonly limits: readonly NamedThere[];
    readonly standards: readonly NamedThere[];
    readonly programs: readonly NamedThere[];
    /** Patterns of files, of overrides and of what is left out. */
    readonly files: readonly NamedThere[];
    readonly exclude: readonly NamedThere[];
    /** Lists of an override that have nothing in them, by their keys: it is then for nothing. */
    readonly empty: readonly NamedThere[];
  };
}

/** Never throws: a text that is no JSON says nothing, and has slips. */
export function readConfig(text: string): Config {
  if (depthOf(text) > DEEPEST) return { ...configOf(undefined, []), unreadable: TOO_DEEP };
  const errors: ParseError[] = [];
  const root = parseTree(text.replace(/^\uFEFF/, ' '), errors, { disallowComments: true });
  if (!root) return configOf(undefined, [{ start: 0, end: text.length, message: 'cred.json says nothing. Write {} at least.' }]);
  const slips = errors.slice(0, 1).map(error => ({
    start: error.offset,
    end: error.offset + error.length,
    message: `This is not valid JSON: ${PLAIN[printParseErrorCode(error.error)] ?? 'something is wrong here'}.`,
  }));
  return configOf(root, [...slips, ...slipsOf(root, CONFIG_SCHEMA)]);
}

/** Settings have four levels; whoever takes them apart goes down level by level, and would run out of room. */
const DEEPEST = 100;
const TOO_DEEP: Unreadable = {
  why: `is nested more than ${DEEPEST} levels deep`,
  remedy: 'Write the settings as the page about cred.json shows.',
};

/** How many brackets of a JSON text are open at once at the most. */
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

function configOf(root: Node | undefined, slips: readonly ConfigSlip[]): Config {
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

/** The closest setting: of the rule itself, of its group, of all. */
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

/** The texts of a list; `undefined` where there is none. */
const texts = (node: Node | undefined): readonly string[] | undefined =>
  node?.type === 'array' ? (getNodeValue(node) as unknown[]).filter(one => typeof one === 'string') : undefined;

const setOf = (names: readonly string[] | undefined): ReadonlySet<string> | undefined => names && new Set(names);

function matching(patterns: readonly string[] | undefined): ((path: string) => boolean) | undefined {
  if (!patterns) return undefined;
  const own = ignore({ ignorecase: false }).add(patterns.filter(one => !isTooWild(one)));
  // Paths that lead out of the folder are none of its files.
  return path => ignore.isPathValid(path) && own.ignores(path);
}

/** Whether a pattern names a path, or takes it out again ("!"). */
export function fits(pattern: string, paths: readonly string[]): boolean {
  if (isTooWild(pattern)) return false;
  const named = ignore({ ignorecase: false }).add(pattern.replace(/^!/, ''));
  return paths.some(path => ignore.isPathValid(path) && named.ignores(path));
}

/** Those that could name a file; of the others a slip speaks. */
const patternsIn = (node: Node | undefined): readonly NamedThere[] => namedIn(node).filter(({ name }) => patternSlip(name) === undefined);

/** The texts of a list, each with its place. */
const namedIn = (node: Node | undefined): readonly NamedThere[] =>
  node?.type === 'array' ? (node.children ?? []).filter(one => one.type === 'string').map(placed) : [];

const placed = ({ value, offset, length }: Node): NamedThere => ({ name: value as string, start: offset, end: offset + length });

/** No settings at all. */
export const NO_CONFIG: Config = readConfig('{}');
