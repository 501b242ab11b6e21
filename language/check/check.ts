/**
 * Checks a file: it runs each rule on each block that the rule applies to. In one place, for all rules, it then applies the program's
 * status, the project's settings, and the ignores. The reports on a top-level block are cached as long as the block is the same
 * and every name that the rules looked up has the same target.
 */

import type { Finding, Fix, Related } from '../findings/finding.ts';
import type { Host } from '../findings/host.ts';
import { type Ignore, ignoresOf } from '../findings/ignore.ts';
import { IgnoreIndex } from '../findings/ignore-index.ts';
import { EVERY_NAME, ownedKey, ownerOfKey } from '../model/asked-names.ts';
import type { Block } from '../model/bind.ts';
import type { BlockFacts, NamedFacts } from '../model/facts.ts';
import type { CredFile } from '../model/file.ts';
import type { Names } from '../model/scope.ts';
import { offsets } from '../model/span.ts';
import type { Place, Rule } from '../rules/define.ts';
import { RULES } from '../rules/index.ts';
import { clauseFindings } from './clause-findings.ts';
import { ignoreFindings } from './ignore-findings.ts';
import { groupOf, type Reported, runner, severityOf, spanOf, subtree } from './run.ts';

const FILE_RULES = RULES.filter(rule => !rule.appliesTo);
const BLOCK_RULES = new Map<string, Rule[]>();
for (const rule of RULES) for (const kind of rule.appliesTo ?? []) BLOCK_RULES.set(kind, [...(BLOCK_RULES.get(kind) ?? []), rule]);

/** The findings of a file, or of one of its top-level blocks. */
export interface CheckedBlocks {
  readonly findings: readonly Finding[];
  /** The names that the rules looked up: top-level names, and owners for their programs. If a target changes, the findings may change. */
  readonly asked: ReadonlySet<string>;
  readonly ignores: readonly Ignore[];
  /** The findings that ignores silenced. */
  readonly silenced: readonly SilencedFinding[];
}

/** A finding that an ignore silenced. */
export interface SilencedFinding {
  readonly finding: Finding;
  readonly by: Ignore;
}

/** The reports on a top-level block, with the names that they depend on. */
interface BlockMemory {
  readonly host: Host;
  readonly today: string;
  readonly reported: readonly Reported[];
  readonly asked: Map<string, readonly unknown[]>;
}

/** The cache between the checks of one file. Cached reports have no edits, because their fixes belong to an older text. */
export class Memory {
  readonly blocks = new WeakMap<Block, BlockMemory>();
}

/** Checks a file. With `within`, it checks only that top-level block. */
export function check(file: CredFile, project: Names, host: Host, memory?: Memory, within?: Block): CheckedBlocks {
  const asked = new Set<string>();
  const ignores = ignoresOf(file);
  const whole = runner(file, new RecordingNames(project, asked), host);
  whole.run(FILE_RULES);
  const reported: Reported[] = [...whole.reported];
  const now = new NameTargets(file, project);
  for (const top of within ? [within] : file.root.children) {
    const kept = memory?.blocks.get(top);
    if (
      kept &&
      kept.host === host &&
      kept.today === host.today &&
      !kept.asked.has(EVERY_NAME) &&
      [...kept.asked].every(([name, stood]) => now.isAs(name, stood))
    ) {
      for (const name of kept.asked.keys()) {
        asked.add(name);
        kept.asked.set(name, now.of(name));
      }
      for (const one of kept.reported) reported.push(one);
      continue;
    }
    const own = new Set<string>();
    const names = new RecordingNames(project, own);
    const over = runner(file, names, host);
    for (const block of subtree(top)) over.run(BLOCK_RULES.get(block.kind) ?? [], block);
    const shownRules = new Set(over.reported.map(({ rule }) => rule.id));
    const fresh = [...over.reported, ...clauseFindings(top, { file, names, host, reportedRules: over.reportedRules, shownRules })];
    for (const one of fresh) reported.push(one);
    for (const name of own) asked.add(name);
    memory?.blocks.set(top, {
      host,
      today: host.today,
      reported: fresh.map(withoutFixEdits),
      asked: new Map([...own].map(name => [name, now.of(name)])),
    });
  }

  const unread = unreadStarts(file);
  const findings: { readonly at: number; readonly finding: Finding }[] = [];
  const silenced: SilencedFinding[] = [];
  const index = new IgnoreIndex(ignores);
  for (const one of reported) {
    const at = offsets(one.at).start;
    if (unread.has(at) && groupOf(one.rule) !== 'language') continue;
    const by = index.silencing(one.rule.id, at);
    if (by) silenced.push({ finding: findingOf(one, file, host), by });
    else findings.push({ at, finding: findingOf(one, file, host) });
  }
  ignoreFindings(file, ignores, ignores.length > 0 ? unreadInAccreditations(file, reported) : [], (rule, report) => {
    const at = spanOf(report.at);
    const severity = severityOf(rule, report, undefined, host, file.uri);
    if (severity !== 'off' && !index.silencing(rule.id, offsets(at).start))
      findings.push({ at: offsets(at).start, finding: findingOf({ rule, severity, at, report }, file, host) });
  });
  findings.sort((a, b) => a.at - b.at);
  return { findings: findings.map(({ finding }) => finding), asked, ignores, silenced };
}

/**
 * Returns the offsets of slips. Where words cannot be read, or a block says nothing yet, no other rule reports anything: one slip gives one
 * finding.
 */
const unreadStarts = (file: CredFile): ReadonlySet<number> =>
  new Set(
    file.problems.flatMap(problem => (problem.rule === 'syntax' || problem.rule === 'unknown-kind' ? [offsets(problem.span).start] : [])),
  );

/** Returns the offsets of the reports of `language/` in accreditations, such as a standard that does not exist. */
function unreadInAccreditations(file: CredFile, reported: readonly Reported[]): number[] {
  const accreditations = file.programs.flatMap(program => program.all('accreditation')).map(({ span }) => offsets(span));
  const starts = reported.filter(({ rule }) => groupOf(rule) === 'language').map(({ at }) => offsets(at).start);
  let next = 0;
  return starts
    .sort((a, b) => a - b)
    .filter(at => {
      while (next < accreditations.length && accreditations[next]!.end <= at) next++;
      return next < accreditations.length && accreditations[next]!.start <= at;
    });
}

/** The project's names, with a record of each name that is looked up. */
class RecordingNames implements Names {
  constructor(
    private readonly project: Names,
    private readonly asked: Set<string>,
  ) {}

  top(name: string): readonly NamedFacts[] {
    this.asked.add(name);
    return this.project.top(name);
  }

  owned(owner: string): readonly NamedFacts[] {
    this.asked.add(ownedKey(owner));
    return this.project.owned(owner);
  }

  get all(): Iterable<NamedFacts> {
    this.asked.add(EVERY_NAME);
    return this.project.all;
  }

  file(uri: string): CredFile | undefined {
    return this.project.file?.(uri);
  }
}

/** The targets of names during one check, cached because many blocks look up the same names, such as the programs of their owner. */
class NameTargets {
  private readonly known = new Map<string, readonly unknown[]>();
  private readonly compared = new Map<readonly unknown[], boolean>();
  constructor(
    private readonly file: CredFile,
    private readonly project: Names,
  ) {}

  /** Returns the targets of a top-level name, or an owner's programs, for comparison by identity: blocks of this file, facts of others. */
  of(asked: string): readonly unknown[] {
    let found = this.known.get(asked);
    if (!found) {
      const owner = ownerOfKey(asked);
      const named = owner === undefined ? this.project.top(asked) : this.project.owned(owner);
      found = named.map(one => (one.uri === this.file.uri ? (this.file.blockOf(one) ?? one) : one));
      this.known.set(asked, found);
    }
    return found;
  }

  isAs(asked: string, before: readonly unknown[]): boolean {
    let same = this.compared.get(before);
    if (same === undefined) {
      const now = this.of(asked);
      this.compared.set(before, (same = before.length === now.length && before.every((one, i) => one === now[i])));
    }
    return same;
  }
}

function findingOf({ rule, severity, at, report }: Reported, file: CredFile, host: Host): Finding {
  const { start, end } = offsets(at);
  const related = report.related?.map((one): Related => relatedOf(file, one.at, one.message));
  const finding: Mutable<Finding> = {
    rule: rule.id,
    severity,
    message: report.message,
    range: file.lines.range(start, end),
    help: rule.help ?? host.help(rule.id),
    fixes: report.fixes ?? NONE,
  };
  // The optional fields are set only if needed, because most findings have none.
  if (rule.standard !== undefined) finding.standard = rule.standard;
  if (related?.length) finding.related = related;
  if (report.unnecessary) finding.unnecessary = true;
  return finding;
}

type Mutable<T> = { -readonly [K in keyof T]: T[K] };
const NONE: readonly Fix[] = [];

const withoutFixEdits = (one: Reported): Reported =>
  one.report.fixes?.length ? { ...one, report: { ...one.report, fixes: one.report.fixes.map(withoutEdits) } } : one;

/** Returns a fix without its edits, so that it does not keep the text in memory. */
export const withoutEdits = (fix: Fix): Fix => ({ ...fix, edits: () => [] });

function relatedOf(file: CredFile, place: Place | Pick<BlockFacts, 'uri' | 'range'>, message: string): Related {
  if ('uri' in place) return { uri: place.uri, range: place.range, message };
  const { start, end } = offsets(spanOf(place));
  return { uri: file.uri, range: file.lines.range(start, end), message };
}
