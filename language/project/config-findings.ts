/** The findings of a `cred.json`: what in it says nothing, or names what there is not. */
import type { ConfigReport, ConfigSubject, UnmatchedPattern } from '../findings/declared-rules.ts';
import type { Finding } from '../findings/finding.ts';
import type { Host } from '../findings/host.ts';
import type { NamedFacts } from '../model/facts.ts';
import { Lines } from '../model/lines.ts';
import type { Names } from '../model/scope.ts';
import { RULES } from '../rules/index.ts';
import { standardIds } from '../standards/ids.ts';
import { standardNames } from '../standards/index.ts';
import { isProgramKind } from '../vocabulary/kinds.ts';
import { type Config, fits } from './config.ts';
import { unreadableFindings } from './unreadable-findings.ts';

const RULE = RULES.find(rule => rule.id === 'language/config')!;
const check = RULE.check as unknown as (subject: ConfigSubject, context: { report(finding: ConfigReport): void }) => void;

/** All files of a project, by their paths from the folder of `cred.json`. */
export interface ProjectPaths {
  readonly read: readonly string[];
  /** Those that "exclude" names. */
  readonly leftOut: readonly string[];
}

/** `paths` is given where all files of the project are known. */
export function configFindings(
  text: string,
  config: Config,
  names: Names,
  host: Pick<Host, 'help'>,
  paths?: ProjectPaths,
): readonly Finding[] {
  if (config.unreadable) return unreadableFindings(config.unreadable, '', { severity: () => undefined, help: host.help });
  // What is set for many rules at once is not meant for the settings themselves.
  const severity = config.own(RULE.id);
  if (severity === 'off') return [];
  // The project's own standards take a while to find, so they are looked for only when a name is not known without them.
  const builtIn = knownWith(standardNames());
  const { rules, limits, standards } = config.named;
  const all = rules.every(({ name }) => builtIn.rules.has(name)) && standards.every(({ name }) => builtIn.standards.has(name));
  const known = all ? builtIn : knownWith([...names.all].filter(named => named.kind === 'standard'));
  const lines = new Lines(text);
  const findings: Finding[] = [];
  check(
    {
      config,
      ...known,
      programs: programsOf(config, names),
      unfit: paths ? unfitOf(config, paths) : [],
      limited: new Set(limits.length > 0 ? RULES.flatMap(rule => (rule.limit ? [rule.id] : [])) : []),
    },
    {
      report: ({ start, end, message, severity: own = RULE.severity }) =>
        findings.push({
          rule: RULE.id,
          severity: severity ?? own,
          message,
          range: lines.range(start, end),
          help: host.help(RULE.id),
          fixes: [],
        }),
    },
  );
  return findings.sort((a, b) => a.range.start.line - b.range.start.line || a.range.start.character - b.range.start.character);
}

/** The programs of the project by name, as far as it takes to know those that are named. */
function programsOf({ named }: Config, names: Names): ReadonlySet<string> {
  const isProgram = ({ kind }: NamedFacts): boolean => isProgramKind(kind);
  const all = named.programs.every(({ name }) => names.top(name).some(isProgram));
  return new Set(all ? named.programs.map(({ name }) => name) : [...names.all].filter(isProgram).map(({ name }) => name));
}

/** A project without any file is only begun, and may have its settings before them. */
function unfitOf({ named }: Config, { read, leftOut }: ProjectPaths): UnmatchedPattern[] {
  if (read.length + leftOut.length === 0) return [];
  return [
    ...named.files.filter(({ name }) => !fits(name, read)).map(one => ({ ...one, of: 'files' as const, leftOut: fits(one.name, leftOut) })),
    ...named.exclude
      .filter(({ name }) => !fits(name, leftOut) && !fits(name, read))
      .map(one => ({ ...one, of: 'exclude' as const, leftOut: false })),
  ];
}

/** Every id whose severity can be set: of rules, of standards' clauses, of their groups, and of all; and the standards. */
function knownWith(standards: readonly NamedFacts[]): Pick<ConfigSubject, 'rules' | 'standards'> {
  const ids = [...RULES.map(rule => rule.id), ...standards.flatMap(standard => standardIds(standard).map(({ id }) => id))];
  return {
    rules: new Set([...ids, ...ids.map(id => `${id.slice(0, id.indexOf('/'))}/*`), '*']),
    standards: new Set(standards.map(({ name }) => name)),
  };
}
