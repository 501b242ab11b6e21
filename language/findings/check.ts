/**
 * A file's findings: each rule on each block that it applies to, then in one place, for all of them, what the program's
 * status softens, what the project's settings say and what an ignore silences. What the rules said of a top-level block
 * is kept as long as the block and every name that they asked for stand for the same.
 */
import { type Block, isBlock } from '../model/bind.ts';
import type { AnyBlock, Stated } from '../model/block.ts';
import type { Named } from '../model/facts.ts';
import { type CredFile, programOf } from '../model/file.ts';
import { type Names, resolve } from '../model/scope.ts';
import { offsets, type Span } from '../model/span.ts';
import type { Reference } from '../model/values.ts';
import type { Context, Place, Report, Rule } from '../rules/define.ts';
import { RULES } from '../rules/index.ts';
import type { Finding, Fix, Related, Severity } from './finding.ts';
import type { Host } from './host.ts';
import { type Ignore, ignoresOf, names as namesRule } from './ignore.ts';
import { ignoreFindings } from './ignore-findings.ts';

const FILE_RULES = RULES.filter(rule => !rule.appliesTo);
const BLOCK_RULES = new Map<string, Rule[]>();
for (const rule of RULES) for (const kind of rule.appliesTo ?? []) BLOCK_RULES.set(kind, [...(BLOCK_RULES.get(kind) ?? []), rule]);

export interface Checked {
  readonly findings: readonly Finding[];
  /** Top-level names that were asked for: when one of them changes, so may the findings. */
  readonly asked: ReadonlySet<string>;
  readonly ignores: readonly Ignore[];
}

/** What a rule reported, its place still bound to the text's tokens. */
interface Said {
  readonly rule: Rule;
  readonly severity: Severity;
  readonly at: Span;
  readonly report: Report;
}

/** What the rules said of a top-level block, and on what it rests. */
interface Kept {
  readonly host: Host;
  readonly today: string;
  readonly said: readonly Said[];
  readonly asked: ReadonlyMap<string, readonly unknown[]>;
}

/** Remembers between the checks of one file; the fixes of what is remembered belong to an older text, so they are left out. */
export class Memory {
  readonly blocks = new WeakMap<Block, Kept>();
}

export function check(file: CredFile, project: Names, host: Host, memory?: Memory): Checked {
  const asked = new Set<string>();
  const ignores = ignoresOf(file);
  const said: Said[] = runRules(FILE_RULES, file, undefined, file, watched(project, asked), host);
  for (const top of file.root.children) {
    const kept = memory?.blocks.get(top);
    if (
      kept &&
      kept.host === host &&
      kept.today === host.today &&
      [...kept.asked].every(([name, stood]) => same(stood, standsFor(name, file, project)))
    ) {
      for (const name of kept.asked.keys()) asked.add(name);
      said.push(...kept.said);
      continue;
    }
    const own = new Set<string>();
    const names = watched(project, own);
    const fresh = subtree(top).flatMap(block => runRules(BLOCK_RULES.get(block.kind) ?? [], block, block, file, names, host));
    said.push(...fresh);
    for (const name of own) asked.add(name);
    memory?.blocks.set(top, {
      host,
      today: host.today,
      said: fresh.map(withoutFixEdits),
      asked: new Map([...own].map(name => [name, standsFor(name, file, project)])),
    });
  }

  const unread = unreadStarts(file);
  const heard = said.filter(one => groupOf(one.rule) === 'language' || !unread.has(offsets(one.at).start));
  const findings = heard
    .filter(one => !silenced(ignores, one.rule.id, offsets(one.at).start))
    .map(one => ({ at: offsets(one.at).start, finding: findingOf(one, file, host) }));
  ignoreFindings(file, ignores, (rule, report) => {
    const at = spanOf(report.at);
    const severity = severityOf(rule, report, undefined, host, file.uri);
    if (severity !== 'off' && !silenced(ignores, rule.id, offsets(at).start))
      findings.push({ at: offsets(at).start, finding: findingOf({ rule, severity, at, report }, file, host) });
  });
  findings.sort((a, b) => a.at - b.at);
  return { findings: findings.map(({ finding }) => finding), asked, ignores };
}

/** One slip, one finding: where words cannot be read or a block says nothing yet, no other rule asks for more. */
const unreadStarts = (file: CredFile): ReadonlySet<number> =>
  new Set(
    file.problems.flatMap(problem => (problem.rule === 'syntax' || problem.rule === 'unknown-kind' ? [offsets(problem.span).start] : [])),
  );

/** The project's names, with a note of each that is asked for. */
const watched = (project: Names, asked: Set<string>): Names => ({
  top: name => {
    asked.add(name);
    return project.top(name);
  },
  get all() {
    return project.all;
  },
});

/** What a top-level name stands for, to be compared by identity: this file's blocks themselves, other files' facts. */
const standsFor = (name: string, file: CredFile, project: Names): readonly unknown[] =>
  project.top(name).map(named => (named.uri === file.uri ? (file.blockOf(named) ?? named) : named));
const same = (a: readonly unknown[], b: readonly unknown[]): boolean => a.length === b.length && a.every((one, i) => one === b[i]);

function subtree(block: Block): Block[] {
  return [block, ...block.children.flatMap(subtree)];
}

/** The groups that speak of a program whose kind is not decided. */
const UNDECIDED: ReadonlySet<string> = new Set(['language', 'alignment', 'program']);
const groupOf = (rule: Rule): string => rule.id.slice(0, rule.id.indexOf('/'));

function runRules(
  rules: readonly Rule[],
  subject: AnyBlock | CredFile,
  block: AnyBlock | undefined,
  file: CredFile,
  names: Names,
  host: Host,
): Said[] {
  const said: Said[] = [];
  const undecided = programOf(block)?.kind === 'program';
  for (const rule of rules) {
    if (undecided && !UNDECIDED.has(groupOf(rule))) continue;
    const context: Context = {
      file,
      names,
      host,
      today: host.today,
      target: stated => targetOf(stated, file, names),
      block: (stated, kind) => {
        const named = targetOf(stated, file, names);
        const found = named && named.uri === file.uri ? file.blockOf(named) : undefined;
        return (found && (!kind || found.kind === kind) ? found : undefined) as never;
      },
      report: report => {
        const severity = severityOf(rule, report, block ?? blockOfPlace(report.at), host, file.uri);
        if (severity !== 'off') said.push({ rule, severity, at: spanOf(report.at), report });
      },
    };
    rule.check(subject as never, context);
  }
  return said;
}

function severityOf(rule: Rule, report: Report, block: AnyBlock | undefined, host: Host, uri: string): Severity | 'off' {
  const set = host.severity(rule.id, { uri, program: programOf(block)?.name });
  if (set) return set;
  const severity = report.severity ?? rule.severity;
  const nature = report.nature ?? (severity === 'error' ? 'contradiction' : 'missing');
  if (groupOf(rule) === 'language') return severity;
  const status = (programOf(block)?.stated('status') as Stated<string> | undefined)?.value;
  if ((status === 'retired' || status === 'suspended') && severity !== 'error') return 'off';
  if ((status === 'planned' || status === 'developing') && nature === 'missing' && severity === 'warning') return 'information';
  return severity;
}

function findingOf({ rule, severity, at, report }: Said, file: CredFile, host: Host): Finding {
  const { start, end } = offsets(at);
  const related = report.related?.map((one): Related => relatedOf(file, one.at, one.message));
  return {
    rule: rule.id,
    severity,
    message: report.message,
    range: file.lines.range(start, end),
    help: host.help(rule.id),
    fixes: report.fixes ?? [],
    ...(related?.length && { related }),
    ...(report.unnecessary && { unnecessary: true }),
  };
}

const withoutFixEdits = (one: Said): Said =>
  one.report.fixes?.length ? { ...one, report: { ...one.report, fixes: one.report.fixes.map(withoutEdits) } } : one;

/** What a fix would do, without the text that it would do it to. */
export const withoutEdits = (fix: Fix): Fix => ({ ...fix, edits: () => [] });

function silenced(ignores: readonly Ignore[], rule: string, start: number): boolean {
  let hit = false;
  for (const ignore of ignores) {
    if (start < ignore.from || start > ignore.to) continue;
    for (const { id } of ignore.rules) {
      if (!namesRule(id, rule)) continue;
      ignore.used.add(id);
      hit = true;
    }
  }
  return hit;
}

function targetOf(stated: Stated<Reference | string> | undefined, file: CredFile, names: Names): Named | undefined {
  if (!stated?.value || typeof stated.value === 'string') return undefined;
  return resolve(stated.value, stated.property.owner, file, names, stated.property.table?.to);
}

function spanOf(place: Place): Span {
  if (isBlock(place)) return place.headSpan;
  return 'first' in place ? place : (place as Stated<unknown>).span;
}

const blockOfPlace = (place: Place): AnyBlock | undefined =>
  isBlock(place) ? place : 'property' in place ? place.property.owner : undefined;

function relatedOf(file: CredFile, place: Place | Named, message: string): Related {
  if ('uri' in place) return { uri: place.uri, range: place.range, message };
  const { start, end } = offsets(spanOf(place));
  return { uri: file.uri, range: file.lines.range(start, end), message };
}
