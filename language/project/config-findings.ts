/** The findings of a `cred.json`: settings that are mistaken, or that name something that does not exist. */
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

/** All files of a project, by their paths relative to the folder of `cred.json`. */
export interface ProjectPaths {
  readonly read: readonly string[];
  /** The files that "exclude" matches. */
  readonly leftOut: readonly string[];
}

/** Returns the findings. `paths` is given if all files of the project are known. */
export function configFindings(
  text: string,
  config: Config,
  names: Names,
  host: Pick<Host, 'help'>,
  paths?: ProjectPaths,
): readonly Finding[] {
  if (config.unreadable) return unreadableFindings(config.unreadable, '', { severity: () => undefined, help: host.help });
  // Only the rule's own id sets its severity; groups of rules are meant for `.cred` files.
  const severity = config.own(RULE.id);
  if (severity === 'off') return [];
  // Finding the project's own standards takes time, so they are read only if a name is not known without them.
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

/** Returns the names of the project's programs, read only as far as needed for the names in the settings. */
function programsOf({ named }: Config, names: Names): ReadonlySet<string> {
  const isProgram = ({ kind }: NamedFacts): boolean => isProgramKind(kind);
  const all = named.programs.every(({ name }) => names.top(name).some(isProgram));
  return new Set(all ? named.programs.map(({ name }) => name) : [...names.all].filter(isProgram).map(({ name }) => name));
}

/** Returns the patterns that match no file. A project without any file is new, and its patterns are not reported. */
function unfitOf({ named }: Config, { read, leftOut }: ProjectPaths): UnmatchedPattern[] {
  if (read.length + leftOut.length === 0) return [];
  return [
    ...named.files.filter(({ name }) => !fits(name, read)).map(one => ({ ...one, of: 'files' as const, leftOut: fits(one.name, leftOut) })),
    ...named.exclude
      .filter(({ name }) => !fits(name, leftOut) && !fits(name, read))
      .map(one => ({ ...one, of: 'exclude' as const, leftOut: false })),
  ];
}

/** Returns all ids whose severity can be set (rules, clauses of standards, their groups, `*`), and the standards. */
function knownWith(standards: readonly NamedFacts[]): Pick<ConfigSubject, 'rules' | 'standards'> {
  const ids = [...RULES.map(rule => rule.id), ...standards.flatMap(standard => standardIds(standard).map(({ id }) => id))];
  return {
    rules: new Set([...ids, ...ids.map(id => `${id.slice(0, id.indexOf('/'))}/*`), '*']),
    standards: new Set(standards.map(({ name }) => name)),
  };
}
